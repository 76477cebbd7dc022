<?php

// The gateway as WooCommerce knows it: settings, checkout, the payer's return, events. Refunds are off: the gateway has not
// documented them.

declare(strict_types=1);

namespace IranDargah\WooCommerce;

use IranDargah\Callback;
use IranDargah\CallbackError;
use IranDargah\Client;
use IranDargah\ConfigurationError;
use IranDargah\FailedCall;
use IranDargah\PaymentOutcome;
use IranDargah\StoredPayment;
use IranDargah\Webhook;
use IranDargah\WebhookError;

final class Gateway extends \WC_Payment_Gateway
{
    public const ID = 'irandargah';

    /** The hook that asks again. */
    public const AGAIN = 'irandargah_ask_again';

    /** Some two days, with pauses of an hour at most. */
    private const ATTEMPTS = 50;

    public function __construct()
    {
        $this->id = self::ID;
        $this->method_title = 'IranDargah';
        $this->method_description = __('Payments by the IranDargah gateway, verified before an order is complete.', 'irandargah');
        $this->has_fields = false;
        $this->supports = ['products'];
        $this->init_form_fields();
        $this->init_settings();
        $this->title = $this->get_option('title');
        $this->description = $this->get_option('description');
        $this->enabled = $this->get_option('enabled');
        add_action("woocommerce_update_options_payment_gateways_$this->id", [$this, 'process_admin_options']);
    }

    public function init_form_fields()
    {
        $field = static function (string $type, string $title, string $default = '', string $description = ''): array {
            return compact('type', 'title', 'default', 'description');
        };
        $webhook = __('Subscribe this address: ', 'irandargah') . rest_url(self::ID . '/v1/webhook');
        $this->form_fields = [
            'enabled' => $field('checkbox', __('Enabled', 'irandargah'), 'no'),
            'title' => $field('text', __('Title', 'irandargah'), 'ایران‌درگاه'),
            'description' => $field('textarea', __('Description', 'irandargah')),
            'environment' => ['options' => ['production' => 'production', 'sandbox' => 'sandbox']]
                + $field('select', __('Environment', 'irandargah'), 'sandbox'),
            'token' => $field('password', __('Token', 'irandargah')),
            'secret_key' => $field('password', __('Secret key', 'irandargah'), '', __('If the terminal has one.', 'irandargah')),
            'webhook_secrets' => $field('password', __('Secrets of the webhook, separated by blanks', 'irandargah'), '', $webhook),
            'base_url' => $field('text', __('Other address', 'irandargah'), '', __('Leave it empty, unless you test.', 'irandargah')),
        ];
    }

    /**
     * Registers the payment and sends the payer to it.
     *
     * @param int $order_id
     * @return array{result: string, redirect?: string}
     */
    public function process_payment($order_id)
    {
        $order = wc_get_order($order_id);
        try {
            $amount = Payments::amount($order);
            $payment = $this->client()->createPayment([
                'amount' => $amount,
                'order_id' => (string) $order->get_id(),
                'callback_url' => WC()->api_request_url(self::ID),
            ], ['idempotency_key' => Payments::key($order, $amount)]);
        } catch (FailedCall $error) {
            $this->log($error);
            wc_add_notice($error->persian ?? __('The gateway does not answer. Please try again.', 'irandargah'), 'error');
            return ['result' => 'failure'];
        } catch (ConfigurationError $error) {
            $this->log($error);
            wc_add_notice(__('This way of payment is not set up.', 'irandargah'), 'error');
            return ['result' => 'failure'];
        }
        Payments::remember($order, $payment->authority, $amount);
        // Many close the browser after they have paid.
        $this->planAgain($order, $payment->authority, 1);
        return ['result' => 'success', 'redirect' => $payment->gatewayUrl];
    }

    /**
     * The payer comes back.
     *
     * @return array{int, string} the status, and the address to which the payer is sent on; empty for what is no callback
     */
    public function comeBack(): array
    {
        $order = null;
        try {
            $callback = Callback::fromGlobals(static function (string $authority) use (&$order): ?StoredPayment {
                $order = Payments::orderOf($authority);
                return $order === null ? null : Payments::of($order, $authority);
            });
        } catch (CallbackError $error) {
            $this->log($error);
            return [400, ''];
        }
        [$outcome] = $this->ask($order, $callback->payment);
        if ($outcome->outcome === PaymentOutcome::NOT_PAID) {
            wc_add_notice(__('Nothing was paid. Please try again.', 'irandargah'), 'error');
            return [303, $order->get_checkout_payment_url()];
        }
        if ($outcome->outcome !== PaymentOutcome::PAID) {
            wc_add_notice(__('Your payment is being checked.', 'irandargah'), 'notice');
        }
        return [303, $this->get_return_url($order)];
    }

    /**
     * Hears of an event. It is a hint: the gateway is asked, and asking twice does no harm.
     *
     * @param array<string, string|string[]> $headers
     * @return int the status to answer with: 503 while nobody knows, so that it comes again
     */
    public function hear(string $body, array $headers): int
    {
        try {
            $secrets = preg_split('/\s+/', (string) $this->get_option('webhook_secrets'), -1, PREG_SPLIT_NO_EMPTY);
            $event = Webhook::verify($body, $headers, $secrets);
        } catch (WebhookError $error) {
            $this->log($error);
            return 401;
        }
        $authority = is_string($event->data['authority'] ?? null) ? $event->data['authority'] : '';
        $order = $authority === '' ? null : Payments::orderOf($authority);
        $payment = $order === null ? null : Payments::of($order, $authority);
        if ($payment === null) {
            return 200;
        }
        [$outcome, $isDone] = $this->ask($order, $payment);
        return !$isDone || $outcome->outcome === PaymentOutcome::UNKNOWN ? 503 : 200;
    }

    /** Asks for a payment that was open, and plans the next time while it still is. */
    public function askAgain(int $orderId, string $authority, int $attempt): void
    {
        $order = wc_get_order($orderId);
        $payment = $order ? Payments::of($order, $authority) : null;
        if ($payment === null) {
            return;
        }
        [$outcome, $isDone] = $this->ask($order, $payment);
        $helps = !$isDone || (!$outcome->final && $outcome->outcome !== PaymentOutcome::MISMATCH);
        if ($helps && $attempt < self::ATTEMPTS) {
            $this->planAgain($order, $authority, $attempt + 1);
        }
    }

    /** @return array{PaymentOutcome, bool} and whether the order follows it by now */
    private function ask(\WC_Order $order, StoredPayment $payment): array
    {
        $outcome = $this->client()->verifyPayment($payment);
        return [$outcome, Payments::follow($order, $outcome)];
    }

    private function planAgain(\WC_Order $order, string $authority, int $attempt): void
    {
        $pause = (int) min(3600, 60 * 2 ** $attempt);
        wp_schedule_single_event(time() + $pause, self::AGAIN, [$order->get_id(), $authority, $attempt]);
    }

    private function client(): Client
    {
        return new Client([
            'environment' => $this->get_option('environment'),
            'token' => $this->get_option('token'),
            'secret_key' => $this->get_option('secret_key') ?: null,
            'base_url' => $this->get_option('base_url') ?: null,
            // For shops that reach the network in another way.
            'transport' => apply_filters('irandargah_transport', null),
        ]);
    }

    private function log(\Throwable $error): void
    {
        wc_get_logger()->warning($error->getMessage(), ['source' => self::ID]);
    }
}
