<?php

// The terminal, as the environment names it: nothing secret stands in a file.

declare(strict_types=1);

return [
    // 'production' or 'sandbox'; has to fit the token.
    'environment' => env('IRANDARGAH_ENVIRONMENT', 'sandbox'),
    'token' => env('IRANDARGAH_TOKEN'),
    // If the terminal has one.
    'secret_key' => env('IRANDARGAH_SECRET_KEY'),
    // Another address than the environment's own: the sandbox on your machine, for example.
    'base_url' => env('IRANDARGAH_URL'),
    // Separated by commas: two while you change them.
    'webhook_secrets' => env('IRANDARGAH_WEBHOOK_SECRETS', ''),
    // Behind it: return and webhook. Their addresses are route('irandargah.return') and route('irandargah.webhook').
    'path' => 'irandargah',
];
