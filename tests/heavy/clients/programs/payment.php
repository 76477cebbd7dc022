<?php

// A payment and its verification with the generated client, an answer with a forged signature, and a webhook.

declare(strict_types=1);

require 'vendor/autoload.php';

use IranDargah\{Client, Config, PaymentRequest, VerificationRequest};
use IranDargah\Signing\{SignatureRefused, SigningMiddleware, WebhookVerifier};

$clientFor = fn (string $token): Client => new Client(new Config(
    serverUrl: getenv('SERVER'),
    auth: ['bearer' => $token],
    middleware: [new SigningMiddleware(getenv('SECRET_KEY'))],
));
$order = new PaymentRequest(
    amount: 4000000000,
    orderId: 'ORDER-12345',
    callbackUrl: 'https://yoursite.com/callback',
    description: "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚",
);

$client = $clientFor(getenv('TOKEN'));
$payment = $client->createPayment($order, idempotencyKey: 'key-of-the-order');
echo 'payment ', $payment->data->transaction->authority, "\n";
$verification = $client->createVerification(
    new VerificationRequest(authority: $payment->data->transaction->authority, amount: 4000000000),
    idempotencyKey: 'key-of-the-verification',
);
echo 'verification ', $verification->data->verification->refId, "\n";

try {
    $clientFor(getenv('FORGED_TOKEN'))->createPayment($order, idempotencyKey: 'key-of-the-order');
    echo "forged answer believed\n";
} catch (SignatureRefused $refused) {
    echo 'forged answer ', $refused->reason->value, "\n";
}

$headers = json_decode(getenv('WEBHOOK_HEADERS'), true);
$event = (new WebhookVerifier(getenv('WEBHOOK_SECRET')))->verify(base64_decode(getenv('WEBHOOK_BODY')), $headers);
echo 'webhook ', $event['event'], ' ', $event['data']['authority'], "\n";
