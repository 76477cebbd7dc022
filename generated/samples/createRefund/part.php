<?php

$data = [
    'authority' => '2025100121424146HC',
    'amount' => 40000,
    'reason' => 'یکی از دو کالا برگشت',
];
$body = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);

$request = curl_init('https://sandbox.irandargah.com/v2/refunds');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('IRANDARGAH_TOKEN'),
        'Content-Type: application/json',
        'Idempotency-Key: verification-key-123',
    ],
    CURLOPT_POSTFIELDS => $body,
]);
$answer = curl_exec($request);
if ($answer === false) {
    throw new RuntimeException(curl_error($request));
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL, $answer, PHP_EOL;
