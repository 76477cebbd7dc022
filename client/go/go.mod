module irandargah.com/client/v3

go 1.22
