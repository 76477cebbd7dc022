<?php

$data = [
    'amount' => 100000,
    'order_id' => 'ORDER-12345',
    'callback_url' => 'https://merchant.com/callback',
    'direct_verify' => true,
];
$body = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);

$timestamp = (string) time();
$message = 'POST:payments:' . $body . ':' . $timestamp;
$signature = hash_hmac('sha256', $message, getenv('IRANDARGAH_SECRET_KEY'));

$request = curl_init('https://sandbox.irandargah.com/v2/payments');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('IRANDARGAH_TOKEN'),
        'Content-Type: application/json',
        'Idempotency-Key: unique-key-123',
        'X-Timestamp: ' . $timestamp,
        'X-Signature: ' . $signature,
    ],
    CURLOPT_POSTFIELDS => $body,
]);
$answer = curl_exec($request);
if ($answer === false) {
    throw new RuntimeException(curl_error($request));
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL, $answer, PHP_EOL;
