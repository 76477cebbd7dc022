<?php

// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

declare(strict_types=1);

namespace IranDargah;

/** How requests, answers and webhooks are signed. */
final class SigningFacts
{
    /** Header of a request with its signature. */
    public const REQUEST_SIGNATURE_HEADER = 'X-Signature';
    /** Header of a request with the time of signing. */
    public const REQUEST_TIMESTAMP_HEADER = 'X-Timestamp';
    /** Header of an answer with its signature. */
    public const RESPONSE_SIGNATURE_HEADER = 'X-Response-Signature';
    /** Header of an answer with the time of signing. */
    public const RESPONSE_TIMESTAMP_HEADER = 'X-Response-Timestamp';
    /** Header of a webhook with its signature. */
    public const WEBHOOK_SIGNATURE_HEADER = 'X-Webhook-Signature';
    /** Header of a webhook with the time of this attempt. */
    public const WEBHOOK_TIMESTAMP_HEADER = 'X-Webhook-Timestamp';
    /** Header of a webhook with its event. */
    public const WEBHOOK_EVENT_HEADER = 'X-Webhook-Event';
    /** Header of a webhook with its identifier. */
    public const WEBHOOK_ID_HEADER = 'X-Webhook-ID';
    /** What is cut from a path to get the signed endpoint. */
    public const ENDPOINT_PREFIX = '/v2/';
    /** Answers to paths that begin so are signed. */
    public const SIGNED_ANSWERS_PREFIX = '/v2/';
    /** How far a timestamp may lie off, in both directions. */
    public const TOLERANCE_SECONDS = 300;
}
