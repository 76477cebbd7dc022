<?php
// After each sample in PHP: reports the answer that it holds.
if (isset($response, $ch) && is_string($response)) {
    report(['answer' => ['status' => curl_getinfo($ch, CURLINFO_RESPONSE_CODE), 'body' => $response]]);
}
