<?php

// Sends by curl, which every host has.

declare(strict_types=1);

namespace IranDargah\Http;

/** @internal */
final class CurlTransport implements Transport
{
    public function send(
        string $method,
        string $url,
        array $headers,
        ?string $body,
        float $timeout,
        int $maxBytes
    ): RawAnswer {
        // Without it curl waits for permission to send a longer body.
        $lines = ['Expect:'];
        if ($body === null) {
            // Without it curl says of a POST that it brings a form.
            $lines[] = 'Content-Type:';
        }
        foreach ($headers as $name => $value) {
            $lines[] = "$name: $value";
        }
        $came = [];
        $text = '';
        $tooLarge = false;
        $curl = curl_init();
        curl_setopt_array($curl, [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_TIMEOUT_MS => max(1, (int) ceil($timeout * 1000)),
            CURLOPT_NOSIGNAL => true,
            CURLOPT_ENCODING => '',
            // On a connection that was kept and has died, curl would send the bytes again, without asking.
            CURLOPT_FRESH_CONNECT => true,
            CURLOPT_FORBID_REUSE => true,
            CURLOPT_HEADERFUNCTION => static function ($curl, string $line) use (&$came): int {
                if (strncasecmp($line, 'HTTP/', 5) === 0) {
                    // An answer of its own: what came before was an interim one.
                    $came = [];
                } elseif (strpos($line, ':') !== false) {
                    [$name, $value] = explode(':', $line, 2);
                    $came[strtolower(trim($name))][] = trim($value);
                }
                return strlen($line);
            },
            CURLOPT_WRITEFUNCTION => static function ($curl, string $part) use (&$text, &$tooLarge, $maxBytes): int {
                $tooLarge = strlen($text) + strlen($part) > $maxBytes;
                if ($tooLarge) {
                    return 0;
                }
                $text .= $part;
                return strlen($part);
            },
        ]);
        if ($body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
        } elseif ($method === 'POST') {
            // A POST without a body says so: some servers wait for one otherwise.
            curl_setopt($curl, CURLOPT_POSTFIELDS, '');
        }
        $sent = curl_exec($curl);
        $status = (int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($sent === false && !$tooLarge) {
            throw new LostAnswer(curl_error($curl), curl_errno($curl) === CURLE_OPERATION_TIMEDOUT);
        }
        return new RawAnswer($status, $came, $tooLarge ? null : $text);
    }
}
