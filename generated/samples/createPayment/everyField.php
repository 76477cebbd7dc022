<?php

$data = [
    'amount' => 4000000000,
    'order_id' => 'ORDER-12345_b',
    'callback_url' => 'https://merchant.com/callback?shop=1&lang=fa',
    'description' => "کتاب «شاهنامه» \"جلد ۱\"، it's C:\\books\nنسخهٔ نفیس 📚",
    'mobile' => '+989123456789',
    'card_number' => '603799******1234',
    'action' => 'GET',
    'affiliate_code' => 'AB12cd',
    'direct_verify' => false,
];
$body = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);

$request = curl_init('https://sandbox.irandargah.com/v2/payments');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('IRANDARGAH_TOKEN'),
        'Content-Type: application/json',
        'Idempotency-Key: unique-key-123',
    ],
    CURLOPT_POSTFIELDS => $body,
]);
$answer = curl_exec($request);
if ($answer === false) {
    throw new RuntimeException(curl_error($request));
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL, $answer, PHP_EOL;
