<?php

// What an order remembers of its payments, and the one place that completes it.

declare(strict_types=1);

namespace IranDargah\WooCommerce;

use IranDargah\ConfigurationError;
use IranDargah\Generated\Facts;
use IranDargah\Money;
use IranDargah\PaymentOutcome;
use IranDargah\StoredPayment;

final class Payments
{
    private const AUTHORITY = '_irandargah_authority';
    private const RIALS = '_irandargah_rials_';
    private const KEY = '_irandargah_key';

    /** Seconds after which a process that is completing an order is taken for dead. */
    private const LEASE = 90;

    /**
     * What the payer has to pay, by the currency of the order.
     *
     * @throws ConfigurationError for another currency than rials and tomans (or thousands of them), and for a fraction
     */
    public static function amount(\WC_Order $order): Money
    {
        $units = [
            'IRR' => 1,
            'IRT' => Facts::RIALS_PER_TOMAN,
            'IRHR' => 1000,
            'IRHT' => 1000 * Facts::RIALS_PER_TOMAN,
        ];
        $currency = $order->get_currency();
        $rials = (float) $order->get_total() * ($units[$currency] ?? NAN);
        if (is_nan($rials) || abs($rials - round($rials)) > 0.001) {
            throw new ConfigurationError("{$order->get_total()} $currency is no whole amount of rials.");
        }
        return Money::rials((int) round($rials));
    }

    /** The key for a payment of this order and amount, kept before anything is sent. */
    public static function key(\WC_Order $order, Money $amount): string
    {
        $kept = $order->get_meta(self::KEY);
        if (is_array($kept) && $kept['rials'] === $amount->inRials()) {
            return $kept['key'];
        }
        $key = bin2hex(random_bytes(16));
        $order->update_meta_data(self::KEY, ['key' => $key, 'rials' => $amount->inRials()]);
        $order->save();
        return $key;
    }

    /** Keeps the record of a payment that has been created; the next attempt is another one, since this one may expire. */
    public static function remember(\WC_Order $order, string $authority, Money $amount): void
    {
        $order->delete_meta_data(self::KEY);
        $order->add_meta_data(self::AUTHORITY, $authority);
        $order->update_meta_data(self::RIALS . $authority, (string) $amount->inRials());
        $order->save();
    }

    /** The record of a payment of this order. */
    public static function of(\WC_Order $order, string $authority): ?StoredPayment
    {
        $rials = $order->get_meta(self::RIALS . $authority);
        return is_string($rials) && $rials !== ''
            ? new StoredPayment($authority, Money::rials($rials), (string) $order->get_id())
            : null;
    }

    /** The order to which a payment belongs, by the shop's own record. */
    public static function orderOf(string $authority): ?\WC_Order
    {
        $found = wc_get_orders(['limit' => 1, 'meta_key' => self::AUTHORITY, 'meta_value' => $authority]);
        return $found[0] ?? null;
    }

    /**
     * Lets the order follow what is known of its payment; called as often as anybody hears of it.
     *
     * @return bool false where it is paid and not complete: while another process is at it, or when the shop has failed
     */
    public static function follow(\WC_Order $order, PaymentOutcome $outcome): bool
    {
        switch ($outcome->outcome) {
            case PaymentOutcome::PAID:
                return self::complete($order, $outcome);
            case PaymentOutcome::NOT_PAID:
                if ($outcome->final && $order->has_status('pending')) {
                    $order->update_status('failed', "IranDargah: $outcome->reason");
                }
                break;
            case PaymentOutcome::MISMATCH:
                if ($order->has_status(['pending', 'failed'])) {
                    $order->update_status('on-hold', "IranDargah: {$outcome->error->getMessage()}");
                }
                break;
        }
        return true;
    }

    private static function complete(\WC_Order $order, PaymentOutcome $outcome): bool
    {
        $authority = $outcome->payment->authority;
        if (!self::lock($authority)) {
            return self::isComplete($authority);
        }
        // As it stands in the database by now, not as this process has read it before.
        $order = wc_get_order($order->get_id());
        if (!$order->is_paid()) {
            $order->add_order_note("IranDargah: $authority, $outcome->verifiedAt");
            if (!$order->payment_complete((string) $outcome->refId)) {
                // Something in the shop has thrown, and WooCommerce told only its log: again, once the lock has ended.
                return false;
            }
        } elseif ($order->get_transaction_id() !== $outcome->refId) {
            $order->add_order_note("IranDargah: paid a second time, by $authority ($outcome->refId). Pay it back.");
        }
        self::keepLock($authority);
        return true;
    }

    /** Whether this process is the one that completes the order, in one step of the database, as WordPress locks its upgrades. */
    private static function lock(string $authority): bool
    {
        global $wpdb;
        $name = "irandargah_$authority";
        $insert = "INSERT IGNORE INTO `$wpdb->options` (`option_name`, `option_value`, `autoload`) VALUES (%s, %s, 'no')";
        if ((int) $wpdb->query($wpdb->prepare($insert, $name, (string) time())) === 1) {
            return true;
        }
        $take = "UPDATE `$wpdb->options` SET `option_value` = %s WHERE `option_name` = %s AND `option_value` < %s";
        return (int) $wpdb->query($wpdb->prepare($take, (string) time(), $name, (string) (time() - self::LEASE))) === 1;
    }

    private static function isComplete(string $authority): bool
    {
        global $wpdb;
        $look = "SELECT `option_value` FROM `$wpdb->options` WHERE `option_name` = %s";
        return $wpdb->get_var($wpdb->prepare($look, "irandargah_$authority")) === 'done';
    }

    /** Later than any lease: what is complete stays so. */
    private static function keepLock(string $authority): void
    {
        global $wpdb;
        $keep = "UPDATE `$wpdb->options` SET `option_value` = 'done' WHERE `option_name` = %s";
        $wpdb->query($wpdb->prepare($keep, "irandargah_$authority"));
    }
}
