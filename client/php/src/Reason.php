<?php

// Why a signature is refused; the words are those of contract-tests/vectors.

declare(strict_types=1);

namespace IranDargah\Signing;

enum Reason: string
{
    case HeadersMissing = 'headers_missing';
    case TimestampMalformed = 'timestamp_malformed';
    case TimestampOutsideTolerance = 'timestamp_outside_tolerance';
    case SignatureMalformed = 'signature_malformed';
    case SignatureMismatch = 'signature_mismatch';
    case BodyMalformed = 'body_malformed';
    case DataMissing = 'data_missing';
    case EventMismatch = 'event_mismatch';
    case BodySignatureMismatch = 'body_signature_mismatch';
}
