// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
module irandargah.com/client

go 1.21
