module irandargah.com/signing

go 1.21

require irandargah.com/client v0.0.0

replace irandargah.com/client => ../../generated/clients/go
