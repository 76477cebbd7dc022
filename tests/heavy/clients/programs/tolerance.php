<?php

// Makes every call of CASES with the client, and prints in one line what a shop reads of each answer.

declare(strict_types=1);

require 'vendor/autoload.php';

use IranDargah\Client;
use IranDargah\FailedCall;
use IranDargah\Money;
use IranDargah\Webhook;

const AUTHORITY = '2025100121424146HC';

// A warning would be a line that a shop finds in its log: here it fails the test.
set_error_handler(static function (int $level, string $message): bool {
    throw new ErrorException($message, 0, $level);
});

/** Some fields of an object; null for those that did not come. */
function fields(array $object, string ...$names): array
{
    return array_map(static function (string $name) use ($object) {
        return $object[$name] ?? null;
    }, $names);
}

$amount = Money::rials(100000);
$calls = [
    'createPayment' => static function (Client $client) use ($amount): array {
        $order = ['amount' => $amount, 'order_id' => 'ORDER-12345', 'callback_url' => 'https://shop.example/'];
        $payment = $client->createPayment($order);
        return [$payment->authority, $payment->gatewayUrl];
    },
    'getPayment' => static function (Client $client): array {
        return fields($client->getPayment(AUTHORITY)['transaction'], 'authority', 'status', 'amount');
    },
    'createVerification' => static function (Client $client) use ($amount): array {
        $data = $client->createVerification(['authority' => AUTHORITY, 'amount' => $amount]);
        $shown = fields($data['verification'], 'ref_id', 'authority', 'amount', 'verified_at');
        return array_merge($shown, [$data['meta']['processing_time_ms'] ?? null]);
    },
    'getVerification' => static function (Client $client): array {
        $verification = $client->getVerification(AUTHORITY)['verification'];
        return fields($verification, 'ref_id', 'authority', 'amount', 'verified_at');
    },
    'listTransactions' => static function (Client $client): array {
        $data = $client->listTransactions();
        $statuses = array_column($data['transactions'], 'status');
        return [count($statuses), implode(',', $statuses), $data['pagination']['total']];
    },
    'listWebhookEvents' => static function (Client $client): array {
        return [$client->listWebhookEvents()['events']['payment.disputed']];
    },
    'subscribeWebhook' => static function (Client $client): array {
        $fields = ['url' => 'https://shop.example/', 'events' => ['payment.completed']];
        $webhook = $client->subscribeWebhook($fields)['webhook'];
        return [$webhook['id'], implode(',', $webhook['events'])];
    },
];

$receive = static function (string $body, array $headers): array {
    $event = Webhook::verify($body, $headers, getenv('WEBHOOK_SECRET'));
    return array_merge([$event->name], fields($event->data, 'authority', 'amount'));
};

$shown = static function ($value): string {
    return $value === null || $value === '' ? '-' : (string) $value;
};

foreach (explode("\n", getenv('CASES')) as $case) {
    [$operation, $token, $body, $headers] = explode("\t", $case) + ['', '', '', ''];
    try {
        $options = ['environment' => 'sandbox', 'base_url' => getenv('SERVER'), 'token' => $token, 'retries' => 0];
        $values = $operation === 'delivery'
            ? $receive(base64_decode($body), json_decode(base64_decode($headers), true))
            : $calls[$operation](new Client($options));
        echo implode(' ', array_map($shown, $values)), "\n";
    } catch (FailedCall $error) {
        if ($error->gatewayCode !== null) {
            echo "error $error->httpStatus $error->gatewayCode $error->type\n";
        } else {
            echo $error->errorCode === 'unreadable' ? "error $error->httpStatus - -\n" : "refused $error->errorCode\n";
        }
    } catch (Throwable $fault) {
        echo 'threw ', get_class($fault), ': ', strtok($fault->getMessage(), "\n"), "\n";
    }
}
