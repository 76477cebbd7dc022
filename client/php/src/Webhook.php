<?php

// Verifies a delivered event; what the signature does not cover is checked as far as it can be.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Facts;
use Psr\Http\Message\ServerRequestInterface;

final class Webhook
{
    /** The event to which a status of signed data belongs; a status of tomorrow belongs to any. */
    private const EVENT_BY_STATUS = [
        'pending' => 'payment.created',
        'failed' => 'payment.failed',
        'timeout' => 'payment.failed',
        'cancelled' => 'payment.cancelled',
    ];

    /**
     * Verifies a delivery.
     *
     * @param string $body exactly as it came, never decoded and encoded again
     * @param array<array-key, mixed> $headers of any framework: names in any case, with a text or a list each;
     *     `getallheaders()`, `$_SERVER`, WP_REST_Request::get_headers(), a header bag's all(), PSR-7's getHeaders()
     * @param string|string[] $secret that of the webhook; several while you change it
     * @param int|null $now Unix seconds; the clock of this machine unless a test gives another
     * @throws WebhookError with the reason, whatever was sent
     * @throws ConfigurationError when your secret is empty or not set
     */
    public static function verify(
        string $body,
        array $headers,
        $secret,
        ?int $now = null
    ): WebhookEvent {
        $names = Facts::SIGNING['webhook'];
        $signature = self::header($headers, $names['signature_header']);
        if ($signature === '') {
            throw WebhookError::of('signature_missing');
        }
        $late = Signature::timestampFault(self::header($headers, $names['timestamp_header']), $now ?? time());
        if ($late !== null) {
            throw WebhookError::of($late);
        }
        if ($secret === null) {
            throw new ConfigurationError('There is no secret of the webhook: is it set where this program runs?');
        }
        $read = new WebhookBody($body);
        $fault = self::fault($read, $signature, (array) $secret);
        $says = $read->says;
        if ($fault === null && ($says['signature'] ?? $signature) !== $signature && $says['signature'] !== '') {
            $fault = 'signature_mismatch';
        }
        if ($fault !== null) {
            throw WebhookError::of($fault);
        }
        $id = self::header($headers, Facts::HEADERS['webhookId']);
        if ($id === '') {
            throw WebhookError::of('id_missing');
        }
        $event = $says['event'] ?? null;
        if (!is_string($event) || $event !== self::header($headers, Facts::HEADERS['webhookEvent'])) {
            throw WebhookError::of('event_differs');
        }
        // Renamed by somebody who has seen its data, or newer than this version: true, but not what it is called.
        return new WebhookEvent(self::fits($event, $says['data']) ? $event : 'unknown', $id, $signature, $says);
    }

    /**
     * Verifies the request that PHP itself is answering.
     *
     * @param string|string[] $secret as for verify()
     * @throws WebhookError as verify() does
     */
    public static function fromGlobals(
        $secret
    ): WebhookEvent {
        return self::verify((string) file_get_contents('php://input'), $_SERVER, $secret);
    }

    /**
     * Verifies a request of PSR-7.
     *
     * @param string|string[] $secret as for verify()
     * @throws WebhookError as verify() does
     */
    public static function fromRequest(
        ServerRequestInterface $request,
        $secret
    ): WebhookEvent {
        return self::verify((string) $request->getBody(), $request->getHeaders(), $secret);
    }

    /** @param string[] $secrets */
    private static function fault(
        WebhookBody $read,
        string $signature,
        array $secrets
    ): ?string {
        $fault = 'signature_mismatch';
        foreach ($secrets as $secret) {
            // Something between the gateway and here may have laid out the body anew: so the compact form as well.
            foreach ([$read->slice, $read->compact] as $signed) {
                $fault = $fault === null ? null : Signature::fault((string) $secret, $signature, $signed);
            }
        }
        return $fault;
    }

    /**
     * Whether the name of an event, which is not signed, can be the name of this signed data.
     *
     * @param array<string, mixed> $data
     */
    private static function fits(string $event, array $data): bool
    {
        $needed = Facts::EVENT_FIELDS[$event] ?? null;
        if ($needed === null || array_diff($needed, array_map('strval', array_keys($data))) !== []) {
            return false;
        }
        $status = $data['status'] ?? null;
        $other = is_string($status) ? self::EVENT_BY_STATUS[$status] ?? $event : $event;
        return $other === $event || !in_array($event, self::EVENT_BY_STATUS, true);
    }

    /**
     * A header in whatever spelling; empty when it is missing.
     *
     * @param array<array-key, mixed> $headers
     * @throws WebhookError when it stands there twice: two readers would not take the same
     */
    private static function header(array $headers, string $name): string
    {
        $wanted = strtolower($name);
        $found = [];
        foreach ($headers as $key => $values) {
            // `X-Webhook-ID`, `x_webhook_id` of WordPress, `HTTP_X_WEBHOOK_ID` of CGI.
            $folded = preg_replace('/\Ahttp-/', '', strtr(strtolower((string) $key), '_', '-'));
            if ($folded === $wanted) {
                array_push($found, ...array_values((array) $values));
            }
        }
        if (count($found) > 1) {
            throw WebhookError::of('header_doubled');
        }
        return is_scalar($found[0] ?? null) ? (string) $found[0] : '';
    }
}
