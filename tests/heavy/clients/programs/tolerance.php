<?php

// Makes every call of CASES with the generated client, and prints in one line what a shop reads of each answer.

declare(strict_types=1);

require 'vendor/autoload.php';

use IranDargah\{ApiError, Client, Config, PaymentCompletedEvent, PaymentRequest, VerificationRequest};
use IranDargah\{WebhookEventType, WebhookSubscriptionRequest};
use IranDargah\Signing\WebhookVerifier;

const AUTHORITY = '2025100121424146HC';

// A warning would be a line that a shop finds in its log: here it fails the test.
set_error_handler(function (int $level, string $message): bool {
    // To read a field of what is not there is null, in the shop's own code.
    if (str_starts_with($message, 'Attempt to read property')) {
        return true;
    }
    throw new ErrorException($message, 0, $level);
});

function call(string $operation, Client $client): array
{
    switch ($operation) {
        case 'createPayment':
            $order = new PaymentRequest(amount: 100000, orderId: 'ORDER-12345', callbackUrl: 'https://shop.example/');
            $transaction = $client->createPayment($order, idempotencyKey: 'key')->data->transaction;
            return [$transaction->authority, $transaction->gatewayUrl];
        case 'getPayment':
            $transaction = $client->getPayment(AUTHORITY)->data->transaction;
            return [$transaction->authority, $transaction->status, $transaction->amount];
        case 'createVerification':
            $answer = $client->createVerification(new VerificationRequest(authority: AUTHORITY, amount: 100000));
            $verification = $answer->data->verification;
            $time = $answer->data->meta->processingTimeMs;
            return [$verification->refId, $verification->authority, $verification->amount, $verification->verifiedAt, $time];
        case 'getVerification':
            $verification = $client->getVerification(AUTHORITY)->data->verification;
            return [$verification->refId, $verification->authority, $verification->amount, $verification->verifiedAt];
        case 'listTransactions':
            $data = $client->listTransactions()->data;
            $statuses = array_map(fn ($transaction) => $transaction->status, $data->transactions);
            return [count($statuses), implode(',', $statuses), $data->pagination->total];
        case 'listWebhookEvents':
            return [$client->listWebhookEvents()->data->events['payment.disputed']];
        case 'subscribeWebhook':
            $events = [WebhookEventType::PaymentCompleted];
            $subscription = new WebhookSubscriptionRequest(url: 'https://shop.example/', events: $events);
            $webhook = $client->subscribeWebhook($subscription)->data->webhook;
            return [$webhook->id, implode(',', $webhook->events)];
    }
}

function receive(string $body, array $headers): array
{
    $event = (new WebhookVerifier(getenv('WEBHOOK_SECRET')))->verify($body, $headers);
    $typed = PaymentCompletedEvent::fromArray($event);
    return [$typed->event, $typed->data->authority, $typed->data->amount];
}

$shown = fn (mixed $value): string => $value === null || $value === '' ? '-' : (string) $value;

foreach (explode("\n", getenv('CASES')) as $case) {
    [$operation, $token, $body, $headers] = [...explode("\t", $case), '', ''];
    try {
        $config = new Config(serverUrl: getenv('SERVER'), auth: ['bearer' => $token], retry: ['attempts' => 1]);
        $values = $operation === 'delivery'
            ? receive(base64_decode($body), json_decode(base64_decode($headers), true))
            : call($operation, new Client($config));
        echo implode(' ', array_map($shown, $values)), "\n";
    } catch (ApiError $error) {
        $answer = $error->answer();
        echo "error {$error->status} {$shown($answer?->error?->code)} {$shown($answer?->error?->type)}\n";
    } catch (Throwable $fault) {
        echo 'threw ', $fault::class, ': ', strtok($fault->getMessage(), "\n"), "\n";
    }
}
