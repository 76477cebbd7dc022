<?php

$timestamp = (string) time();
$message = 'GET:transactions::' . $timestamp;
$signature = hash_hmac('sha256', $message, getenv('IRANDARGAH_SECRET_KEY'));

$request = curl_init('https://sandbox.irandargah.com/v2/transactions?from_date=1404-06-01&to_date=1404-06-31&page=1&per_page=10&status=completed');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'GET',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('IRANDARGAH_TOKEN'),
        'X-Timestamp: ' . $timestamp,
        'X-Signature: ' . $signature,
    ],
]);
$answer = curl_exec($request);
if ($answer === false) {
    throw new RuntimeException(curl_error($request));
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL, $answer, PHP_EOL;
