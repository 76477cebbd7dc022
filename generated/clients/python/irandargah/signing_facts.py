# Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
"""How requests, answers and webhooks are signed."""

# Header of a request with its signature.
REQUEST_SIGNATURE_HEADER = "X-Signature"
# Header of a request with the time of signing.
REQUEST_TIMESTAMP_HEADER = "X-Timestamp"
# Header of an answer with its signature.
RESPONSE_SIGNATURE_HEADER = "X-Response-Signature"
# Header of an answer with the time of signing.
RESPONSE_TIMESTAMP_HEADER = "X-Response-Timestamp"
# Header of a webhook with its signature.
WEBHOOK_SIGNATURE_HEADER = "X-Webhook-Signature"
# Header of a webhook with the time of this attempt.
WEBHOOK_TIMESTAMP_HEADER = "X-Webhook-Timestamp"
# Header of a webhook with its event.
WEBHOOK_EVENT_HEADER = "X-Webhook-Event"
# Header of a webhook with its identifier.
WEBHOOK_ID_HEADER = "X-Webhook-ID"
# What is cut from a path to get the signed endpoint.
ENDPOINT_PREFIX = "/v2/"
# Answers to paths that begin so are signed.
SIGNED_ANSWERS_PREFIX = "/v2/"
# How far a timestamp may lie off, in both directions.
TOLERANCE_SECONDS = 300
