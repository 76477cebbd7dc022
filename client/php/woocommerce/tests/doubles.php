<?php

// As much of WordPress and WooCommerce as the plugin touches, in memory.

declare(strict_types=1);

final class Wp
{
    /** @var array<string, callable[]> */
    public static $hooks = [];

    /** @var array<string, array<string, mixed>> */
    public static $routes = [];

    /** @var array<int, WC_Order> */
    public static $orders = [];

    /** @var array<int, array{int, string, array<int, mixed>}> */
    public static $planned = [];

    /** @var string[] */
    public static $notices = [];

    /** @var array<string, string> */
    public static $settings = [];

    /** @var mixed */
    public static $transport;
}

class WC_Order
{
    public $id;
    public $status = 'pending';
    public $meta = [];
    public $notes = [];
    public $completed = 0;
    public $failsToComplete = false;
    public $transaction = '';
    public $total;
    public $currency;

    public function __construct(int $id, string $total, string $currency)
    {
        [$this->id, $this->total, $this->currency] = [$id, $total, $currency];
        Wp::$orders[$id] = $this;
    }

    public function get_id(): int
    {
        return $this->id;
    }

    public function get_total(): string
    {
        return $this->total;
    }

    public function get_currency(): string
    {
        return $this->currency;
    }

    public function get_meta(string $key)
    {
        return $this->meta[$key][0] ?? '';
    }

    public function add_meta_data(string $key, $value): void
    {
        $this->meta[$key][] = $value;
    }

    public function update_meta_data(string $key, $value): void
    {
        $this->meta[$key] = [$value];
    }

    public function delete_meta_data(string $key): void
    {
        unset($this->meta[$key]);
    }

    public function save(): void
    {
    }

    public function is_paid(): bool
    {
        return $this->status === 'processing';
    }

    public function has_status($statuses): bool
    {
        return in_array($this->status, (array) $statuses, true);
    }

    public function update_status(string $status, string $note = ''): void
    {
        [$this->status, $this->notes[]] = [$status, $note];
    }

    public function add_order_note(string $note): void
    {
        $this->notes[] = $note;
    }

    public function payment_complete(string $transaction): bool
    {
        if ($this->failsToComplete) {
            return false;
        }
        $this->completed++;
        [$this->status, $this->transaction] = ['processing', $transaction];
        return true;
    }

    public function get_transaction_id(): string
    {
        return $this->transaction;
    }

    public function get_checkout_payment_url(): string
    {
        return "https://shop.example/pay/$this->id";
    }
}

class WC_Payment_Gateway
{
    public $id;
    public $title;
    public $description;
    public $enabled;
    public $method_title;
    public $method_description;
    public $has_fields;
    public $supports;
    public $form_fields = [];

    public function init_settings(): void
    {
    }

    public function process_admin_options(): bool
    {
        return true;
    }

    public function get_option(string $name)
    {
        return Wp::$settings[$name] ?? $this->form_fields[$name]['default'];
    }

    public function get_return_url(WC_Order $order): string
    {
        return "https://shop.example/thanks/$order->id";
    }
}

class WP_REST_Request
{
    private $body;
    private $headers = [];

    public function __construct(string $body, array $headers)
    {
        $this->body = $body;
        foreach ($headers as $name => $value) {
            // As WordPress itself names them.
            $this->headers[strtr(strtolower($name), '-', '_')] = [$value];
        }
    }

    public function get_body(): string
    {
        return $this->body;
    }

    public function get_headers(): array
    {
        return $this->headers;
    }
}

class WP_REST_Response
{
    public $status;

    public function __construct($data, int $status)
    {
        $this->status = $status;
    }
}

/** The table of options, with its one unique name. */
final class Wpdb
{
    public $options = 'wp_options';
    public $rows = [];

    public function prepare(string $sql, string ...$values): array
    {
        return [$sql, $values];
    }

    public function get_var(array $prepared): ?string
    {
        return $this->rows[$prepared[1][0]] ?? null;
    }

    public function query(array $prepared): int
    {
        [$sql, $values] = $prepared;
        if (strpos($sql, 'INSERT IGNORE') === 0) {
            $isNew = !isset($this->rows[$values[0]]);
            $this->rows += [$values[0] => $values[1]];
            return (int) $isNew;
        }
        if (strpos($sql, "'done'") !== false) {
            $this->rows[$values[0]] = 'done';
            return 1;
        }
        $isTaken = strcmp($this->rows[$values[1]], $values[2]) < 0;
        $this->rows[$values[1]] = $isTaken ? $values[0] : $this->rows[$values[1]];
        return (int) $isTaken;
    }
}

function add_action(string $hook, callable $do): void
{
    Wp::$hooks[$hook][] = $do;
}

function add_filter(string $hook, callable $do): void
{
    Wp::$hooks[$hook][] = $do;
}

function apply_filters(string $hook, $value)
{
    return $hook === 'irandargah_transport' ? Wp::$transport : $value;
}

function register_rest_route(string $space, string $path, array $route): void
{
    Wp::$routes[$space . $path] = $route;
}

function rest_url(string $path): string
{
    return "https://shop.example/wp-json/$path";
}

function __(string $text): string
{
    return $text;
}

function wc_get_order(int $id)
{
    return Wp::$orders[$id] ?? false;
}

function wc_get_orders(array $query): array
{
    return array_values(array_filter(Wp::$orders, static function (WC_Order $order) use ($query): bool {
        return in_array($query['meta_value'], $order->meta[$query['meta_key']] ?? [], true);
    }));
}

function wc_add_notice(string $text): void
{
    Wp::$notices[] = $text;
}

function wc_get_logger(): object
{
    return new class {
        public function warning(string $text): void
        {
        }
    };
}

function wp_schedule_single_event(int $time, string $hook, array $given): void
{
    Wp::$planned[] = [$time, $hook, $given];
}

function WC(): object
{
    return new class {
        public function api_request_url(string $name): string
        {
            return "https://shop.example/wc-api/$name/";
        }
    };
}
