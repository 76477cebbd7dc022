<?php

/**
 * Plugin Name: IranDargah for WooCommerce
 * Description: Takes payments of the IranDargah gateway; each is verified, and completes its order once.
 * Version: 3.0.0
 * Requires PHP: 7.4
 * Requires Plugins: woocommerce
 * License: MIT
 */

// Where WordPress begins: hooks, and nothing else.

declare(strict_types=1);

use IranDargah\WooCommerce\Gateway;

defined('ABSPATH') || exit;

if (is_file(__DIR__ . '/vendor/autoload.php')) {
    require __DIR__ . '/vendor/autoload.php';
}

add_action('before_woocommerce_init', static function (): void {
    if (class_exists(Automattic\WooCommerce\Utilities\FeaturesUtil::class)) {
        Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility('custom_order_tables', __FILE__, true);
        // The checkout of blocks wants a script of its own, which this plugin has not got: use the classic checkout.
        Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility('cart_checkout_blocks', __FILE__, false);
    }
});

add_filter('woocommerce_payment_gateways', static function (array $gateways): array {
    $gateways[] = Gateway::class;
    return $gateways;
});

// The payer comes back: by GET or POST, from another site.
add_action('woocommerce_api_' . Gateway::ID, static function (): void {
    [$status, $address] = (new Gateway())->comeBack();
    if ($address !== '') {
        wp_safe_redirect($address, 303);
        exit;
    }
    status_header($status);
    exit;
});

// An event of the gateway.
add_action('rest_api_init', static function (): void {
    register_rest_route(Gateway::ID . '/v1', '/webhook', [
        'methods' => 'POST',
        // Its signature is the permission.
        'permission_callback' => '__return_true',
        'callback' => static function (WP_REST_Request $request): WP_REST_Response {
            return new WP_REST_Response(null, (new Gateway())->hear($request->get_body(), $request->get_headers()));
        },
    ]);
});

// A payment of which nobody knew yet what has become.
add_action(Gateway::AGAIN, static function (int $order, string $authority, int $attempt): void {
    (new Gateway())->askAgain($order, $authority, $attempt);
}, 10, 3);
