<?php

// One step of a payment with the client, as the argument says: create, verify AUTHORITY, or webhook.

declare(strict_types=1);

require 'vendor/autoload.php';

use IranDargah\Client;
use IranDargah\Money;
use IranDargah\TransportError;
use IranDargah\Webhook;
use IranDargah\WebhookError;

$amount = Money::rials(getenv('AMOUNT'));
$client = new Client([
    'environment' => 'sandbox',
    'base_url' => getenv('SERVER'),
    'token' => getenv('TOKEN'),
    'secret_key' => getenv('SECRET_KEY'),
    // The tests count the requests.
    'retries' => 0,
]);

$steps = [
    'create' => static function () use ($client, $amount): string {
        $payment = $client->createPayment([
            'amount' => $amount,
            'order_id' => 'ORDER-12345',
            'callback_url' => 'https://yoursite.com/callback',
            'description' => "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚",
        ], ['idempotency_key' => 'key-of-the-order']);
        return "payment $payment->authority";
    },
    'verify' => static function (string $authority) use ($client, $amount): string {
        $fields = ['authority' => $authority, 'amount' => $amount];
        $data = $client->createVerification($fields, ['idempotency_key' => 'key-of-the-verification']);
        return 'verification ' . $data['verification']['ref_id'];
    },
    'webhook' => static function (): string {
        $headers = json_decode(getenv('WEBHOOK_HEADERS'), true);
        $event = Webhook::verify(base64_decode(getenv('WEBHOOK_BODY')), $headers, getenv('WEBHOOK_SECRET'));
        return "webhook $event->event {$event->data['authority']}";
    },
];

try {
    echo $steps[$argv[1]](...array_slice($argv, 2)), "\n";
} catch (WebhookError $refused) {
    echo "refused $refused->reason\n";
} catch (TransportError $error) {
    if ($error->errorCode !== 'untrusted') {
        throw $error;
    }
    echo "refused $error->fault\n";
}
