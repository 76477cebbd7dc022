curl --request GET 'https://sandbox.irandargah.com/health'
