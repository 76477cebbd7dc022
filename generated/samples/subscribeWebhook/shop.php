<?php

$data = [
    'url' => 'https://merchant.com/webhook',
    'events' => [
        'payment.completed',
        'payment.failed',
    ],
    'secret' => 'your_optional_secret_min_8_chars',
    'description' => 'وبهوک اصلی فروشگاه',
];
$body = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);

$request = curl_init('https://sandbox.irandargah.com/v2/webhooks/subscribe');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('IRANDARGAH_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => $body,
]);
$answer = curl_exec($request);
if ($answer === false) {
    throw new RuntimeException(curl_error($request));
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL, $answer, PHP_EOL;
