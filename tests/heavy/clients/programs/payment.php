<?php

// One step of a payment with the generated client, as the argument says: create, verify AUTHORITY, or webhook.

declare(strict_types=1);

require 'vendor/autoload.php';

use IranDargah\{Client, Config, PaymentRequest, VerificationRequest};
use IranDargah\Signing\{SignatureRefused, SigningMiddleware, WebhookVerifier};

$amount = (int) getenv('AMOUNT');
$client = new Client(new Config(
    serverUrl: getenv('SERVER'),
    auth: ['bearer' => getenv('TOKEN')],
    middleware: [new SigningMiddleware(getenv('SECRET_KEY'))],
));

function create(Client $client, int $amount): string
{
    $order = new PaymentRequest(
        amount: $amount,
        orderId: 'ORDER-12345',
        callbackUrl: 'https://yoursite.com/callback',
        description: "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚",
    );
    $payment = $client->createPayment($order, idempotencyKey: 'key-of-the-order');
    return 'payment ' . $payment->data->transaction->authority;
}

function verify(Client $client, string $authority, int $amount): string
{
    $verification = $client->createVerification(
        new VerificationRequest(authority: $authority, amount: $amount),
        idempotencyKey: 'key-of-the-verification',
    );
    return 'verification ' . $verification->data->verification->refId;
}

function webhook(): string
{
    $headers = json_decode(getenv('WEBHOOK_HEADERS'), true);
    $verifier = new WebhookVerifier(getenv('WEBHOOK_SECRET'));
    $event = $verifier->verify(base64_decode(getenv('WEBHOOK_BODY')), $headers);
    return 'webhook ' . $event['event'] . ' ' . $event['data']['authority'];
}

try {
    echo match ($argv[1]) {
        'create' => create($client, $amount),
        'verify' => verify($client, $argv[2], $amount),
        'webhook' => webhook(),
    }, "\n";
} catch (SignatureRefused $refused) {
    echo 'refused ', $refused->reason->value, "\n";
}
