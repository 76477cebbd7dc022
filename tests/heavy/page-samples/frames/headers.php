// Sends the headers that the sample makes.
$ch = curl_init(getenv('SERVER') . '/v2/transactions');
curl_setopt($ch, CURLOPT_HTTPHEADER, $headers);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
$response = curl_exec($ch);
