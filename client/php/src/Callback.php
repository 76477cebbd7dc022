<?php

// Reads the payer's return to the shop, which anybody can forge, against what the shop has stored.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Facts;
use Psr\Http\Message\ServerRequestInterface;

final class Callback
{
    /** The callback's codes are a list of their own (docs/decisions/0045). */
    private const CLAIMS = ['201' => 'awaiting_verification', '100' => 'verified'];

    /**
     * Your own record. Verify it, whatever the claim is: only the verification is proof.
     *
     * @var StoredPayment
     * @readonly
     */
    public $payment;

    /**
     * What the callback claims: `awaiting_verification`, `verified`, `not_paid` for every negative code, `unknown` for a
     * code of tomorrow.
     *
     * @var string
     * @readonly
     */
    public $claim;

    /**
     * Texts that prove nothing, by `message`, `ref_id` and `card_pan`: store the reference of the verification instead.
     *
     * @var array<string, string>
     * @readonly
     */
    public $unproven;

    /** @param array<string, string> $unproven */
    private function __construct(StoredPayment $payment, string $claim, array $unproven)
    {
        $this->payment = $payment;
        $this->claim = $claim;
        $this->unproven = $unproven;
    }

    /**
     * Reads a callback and compares it with your record; there is no way to read one without it.
     *
     * @param string $method GET or POST
     * @param string $query as it came, without its question mark: `$_GET` has forgotten what stood there twice
     * @param string $body as it came: `$_POST` has forgotten it as well
     * @param StoredPayment|callable(string): (StoredPayment|null) $stored your record, or what finds it by authority
     * @return self your record and the claim; call verifyPayment() with the record next, whatever the claim is
     * @throws CallbackError when it does not fit your record, or is no callback at all
     */
    public static function read(string $method, string $query, string $body, $stored): self
    {
        if ($method !== 'GET' && $method !== 'POST') {
            throw CallbackError::of('method_not_allowed');
        }
        $form = self::fieldsOf($method === 'GET' ? $query : $body);
        $authority = $form['authority'] ?? '';
        $amount = $form['amount'] ?? '';
        $status = $form['status_code'] ?? '';
        $order = $form['order_id'] ?? '';
        // Your record decides; the forms only keep out what cannot be one, and do not assume how the gateway makes its own.
        $isCallback = preg_match('/\A[\w-]{1,64}\z/', $authority) === 1
            && preg_match('/\A[0-9]{1,16}\z/', $amount) === 1
            && preg_match('/\A-?[0-9]{1,9}\z/', $status) === 1
            && $order !== '';
        if (!$isCallback) {
            throw CallbackError::of('malformed');
        }
        $payment = $stored instanceof StoredPayment ? $stored : $stored($authority);
        if ($payment === null) {
            throw CallbackError::of('unknown_payment');
        }
        if (!$payment instanceof StoredPayment) {
            throw new ConfigurationError('What finds your record must return a StoredPayment, or null when there is none.');
        }
        if ($payment->authority !== $authority) {
            throw CallbackError::of('authority_differs');
        }
        if ($payment->amount->inRials() !== (int) $amount) {
            throw CallbackError::of('amount_differs');
        }
        if ($payment->orderId !== $order) {
            throw CallbackError::of('order_differs');
        }
        $claim = self::CLAIMS[$status] ?? ($status[0] === '-' ? 'not_paid' : 'unknown');
        $texts = array_intersect_key($form, ['message' => true, 'ref_id' => true, 'card_pan' => true]);
        return new self($payment, $claim, array_map([self::class, 'readable'], $texts));
    }

    /**
     * Reads the request that PHP itself is answering.
     *
     * @param StoredPayment|callable(string): (StoredPayment|null) $stored as for read()
     * @throws CallbackError as read() does
     */
    public static function fromGlobals($stored): self
    {
        $method = (string) ($_SERVER['REQUEST_METHOD'] ?? '');
        $query = (string) ($_SERVER['QUERY_STRING'] ?? '');
        return self::read($method, $query, (string) file_get_contents('php://input'), $stored);
    }

    /**
     * Reads a request of PSR-7.
     *
     * @param StoredPayment|callable(string): (StoredPayment|null) $stored as for read()
     * @throws CallbackError as read() does
     */
    public static function fromRequest(ServerRequestInterface $request, $stored): self
    {
        $query = $request->getUri()->getQuery();
        return self::read($request->getMethod(), $query, (string) $request->getBody(), $stored);
    }

    /**
     * The callback's own fields, each once; other parameters of your address are none of its business.
     *
     * @return array<string, string>
     */
    private static function fieldsOf(string $text): array
    {
        $form = [];
        foreach (explode('&', $text) as $pair) {
            [$name, $value] = array_map('urldecode', explode('=', $pair, 2) + ['', '']);
            if (!in_array($name, Facts::CALLBACK_FIELDS, true)) {
                continue;
            }
            if (isset($form[$name])) {
                throw CallbackError::of('doubled_field');
            }
            $form[$name] = $value;
        }
        return $form;
    }

    /** Valid UTF-8, whatever came: broken text would fail where it is stored. */
    private static function readable(string $text): string
    {
        return (string) json_decode((string) json_encode($text, JSON_INVALID_UTF8_SUBSTITUTE));
    }
}
