<?php
// One step of a payment by openapi-generator's PHP client.

declare(strict_types=1);

use OpenAPI\Client\Api\PaymentsApi;
use OpenAPI\Client\Api\VerificationsApi;
use OpenAPI\Client\ApiException;
use OpenAPI\Client\Configuration;
use OpenAPI\Client\Model\ErrorResponse;
use OpenAPI\Client\Model\PaymentRequest;
use OpenAPI\Client\Model\VerificationRequest;

require __DIR__ . '/autoload.php';

function step(string $word, string $authority = ''): string
{
    $amount = (int) getenv('AMOUNT');
    $configuration = (new Configuration())->setHost(getenv('SERVER'))->setAccessToken(getenv('TOKEN'));
    $payments = new PaymentsApi(null, $configuration);
    if ($word === 'create') {
        $order = new PaymentRequest([
            'amount' => $amount,
            'order_id' => getenv('ORDER_ID'),
            'callback_url' => getenv('CALLBACK_URL'),
        ]);
        $created = $payments->createPayment($order, 'key-of-the-order');
        return 'created ' . $created->getData()->getTransaction()->getAuthority();
    }
    if ($word === 'read') {
        $payment = $payments->getPayment($authority)->getData()->getTransaction();
        return "payment {$payment->getStatus()} {$payment->getAmount()}";
    }
    $request = new VerificationRequest(['authority' => $authority, 'amount' => $amount]);
    $answer = (new VerificationsApi(null, $configuration))->createVerification($request);
    $verification = $answer->getData()->getVerification();
    return "verified {$verification->getRefId()} {$verification->getAmount()}";
}

try {
    echo step(...array_slice($argv, 1)), "\n";
} catch (ApiException $failure) {
    $answer = $failure->getResponseObject();
    if (!$answer instanceof ErrorResponse) {
        throw $failure;
    }
    echo "refused {$answer->getError()->getCode()}\n";
}
