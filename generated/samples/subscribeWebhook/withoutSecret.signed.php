<?php

$data = [
    'url' => 'https://merchant.com/webhook',
    'events' => [
        'payment.completed',
    ],
];
$body = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);

$timestamp = (string) time();
$message = 'POST:webhooks/subscribe:' . $body . ':' . $timestamp;
$signature = hash_hmac('sha256', $message, getenv('IRANDARGAH_SECRET_KEY'));

$request = curl_init('https://sandbox.irandargah.com/v2/webhooks/subscribe');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('IRANDARGAH_TOKEN'),
        'Content-Type: application/json',
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
