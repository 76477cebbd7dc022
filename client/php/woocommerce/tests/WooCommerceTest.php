<?php

// The plugin from its checkout to its webhook, on small doubles of WordPress and WooCommerce.

declare(strict_types=1);

use IranDargah\WooCommerce\Gateway;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../../tests/ScriptedTransport.php';
require_once __DIR__ . '/doubles.php';

final class WooCommerceTest extends TestCase
{
    /** @var WC_Order */
    private $order;

    /** As WordPress does, once. */
    public static function setUpBeforeClass(): void
    {
        define('ABSPATH', '/');
        spl_autoload_register(static function (string $class): void {
            if (strpos($class, 'IranDargah\\WooCommerce\\') === 0) {
                require __DIR__ . '/../src/' . substr($class, strlen('IranDargah\\WooCommerce\\')) . '.php';
            }
        });
        require __DIR__ . '/../irandargah.php';
    }

    protected function setUp(): void
    {
        $GLOBALS['wpdb'] = new Wpdb();
        [Wp::$orders, Wp::$planned, Wp::$notices] = [[], [], []];
        Wp::$settings = ['token' => 'idg_test_Abc', 'webhook_secrets' => 'old secret-of-the-webhook'];
        $this->order = new WC_Order(7, '25000.00', 'IRT');
    }

    private static function created(string $authority = 'A1'): IranDargah\Http\RawAnswer
    {
        $transaction = ['authority' => $authority, 'gateway_url' => "https://pay.example/$authority"];
        return ScriptedTransport::json(['success' => true, 'data' => compact('transaction')]);
    }

    private static function paid(string $authority = 'A1'): IranDargah\Http\RawAnswer
    {
        $verification = ['authority' => $authority, 'amount' => 250000, 'ref_id' => "7$authority", 'verified_at' => '1404-06-28 10:35:00'];
        return ScriptedTransport::json(['success' => true, 'data' => compact('verification')]);
    }

    private static function refused(string $reason): IranDargah\Http\RawAnswer
    {
        $error = ['code' => -2, 'type' => 'business_logic_error', 'details' => compact('reason')];
        return ScriptedTransport::json(['success' => false, 'error' => $error], 422);
    }

    private function pay(IranDargah\Http\RawAnswer ...$answers): array
    {
        Wp::$transport = new ScriptedTransport(...$answers);
        return (new Gateway())->process_payment(7);
    }

    private function comesBack(string $change = ''): array
    {
        $form = "wc-api=irandargah&authority=A1&status_code=201&amount=250000&order_id=7$change";
        $_SERVER = ['REQUEST_METHOD' => 'GET', 'QUERY_STRING' => $form] + $_SERVER;
        return (new Gateway())->comeBack();
    }

    private function hears(string $secret): int
    {
        $data = '{"authority":"A1","amount":250000,"status":"pending","created_at":"1404-06-28 10:30:00"}';
        $request = new WP_REST_Request("{\"event\":\"payment.created\",\"data\":$data}", [
            'X-Webhook-Signature' => hash_hmac('sha256', $data, $secret),
            'X-Webhook-Timestamp' => (string) time(),
            'X-Webhook-Event' => 'payment.created',
            'X-Webhook-ID' => 'event-1',
        ]);
        Wp::$hooks['rest_api_init'][0]();
        $route = Wp::$routes['irandargah/v1/webhook'];
        self::assertSame('__return_true', $route['permission_callback']);
        return $route['callback']($request)->status;
    }

    public function testIsAGatewayWithSettingsAndWithoutRefunds(): void
    {
        self::assertSame([Gateway::class], Wp::$hooks['woocommerce_payment_gateways'][0]([]));
        $gateway = new Gateway();
        self::assertSame(['products'], $gateway->supports);
        $settings = ['enabled', 'title', 'description', 'environment', 'token', 'secret_key', 'webhook_secrets', 'base_url'];
        self::assertSame($settings, array_keys($gateway->form_fields));
    }

    public function testSendsThePayerToTheGatewayWithTheAmountInRials(): void
    {
        self::assertSame(['result' => 'success', 'redirect' => 'https://pay.example/A1'], $this->pay(self::created()));
        $sent = json_decode(Wp::$transport->asked[0]['body'], true);
        self::assertSame([250000, '7', 'https://shop.example/wc-api/irandargah/'], array_values($sent));
        self::assertSame([Gateway::AGAIN, [7, 'A1', 1]], array_slice(Wp::$planned[0], 1));
    }

    public function testRepeatsAnAttemptWithItsKeyAndBeginsAnotherWithAnother(): void
    {
        $keys = [];
        foreach ([null, null, '30000', '30000'] as $total) {
            $this->order->total = $total ?? $this->order->total;
            self::assertSame(['result' => 'failure'], $this->pay());
            $keys[] = Wp::$transport->asked[0]['headers']['Idempotency-Key'];
        }
        self::assertSame([$keys[0], $keys[0], $keys[2], $keys[2]], $keys);
        self::assertNotSame($keys[0], $keys[2]);
    }

    public function testCompletesAnOrderOnceWhoeverHearsOfItsPayment(): void
    {
        $this->pay(self::created());
        Wp::$transport = new ScriptedTransport(self::paid(), self::paid(), self::paid());
        self::assertSame([303, 'https://shop.example/thanks/7'], $this->comesBack());
        self::assertSame(200, $this->hears('secret-of-the-webhook'));
        Wp::$hooks[Gateway::AGAIN][0](7, 'A1', 1);
        self::assertSame([1, '7A1', 'processing'], [$this->order->completed, $this->order->transaction, $this->order->status]);
        self::assertCount(1, Wp::$planned);
    }

    public function testTakesOverFromAProcessThatDiedWhileItCompletedTheOrder(): void
    {
        $this->pay(self::created());
        $GLOBALS['wpdb']->rows['irandargah_A1'] = (string) (time() - 60);
        Wp::$transport = new ScriptedTransport(self::paid(), self::paid());
        $this->comesBack();
        self::assertSame(0, $this->order->completed);
        $GLOBALS['wpdb']->rows['irandargah_A1'] = (string) (time() - 100);
        $this->comesBack();
        self::assertSame(1, $this->order->completed);
    }

    public function testAsksAgainAsLongAsNobodyKnowsWhetherTheOtherProcessCompletesTheOrder(): void
    {
        $this->pay(self::created());
        $GLOBALS['wpdb']->rows['irandargah_A1'] = (string) time();
        Wp::$transport = new ScriptedTransport(self::paid(), self::paid(), self::paid());
        self::assertSame(503, $this->hears('secret-of-the-webhook'));
        Wp::$hooks[Gateway::AGAIN][0](7, 'A1', 1);
        self::assertCount(2, Wp::$planned);
        $GLOBALS['wpdb']->rows['irandargah_A1'] = 'done';
        self::assertSame(200, $this->hears('secret-of-the-webhook'));
    }

    public function testCompletesAnOrderLaterWhenTheShopHasFailedToDoSo(): void
    {
        $this->pay(self::created());
        $this->order->failsToComplete = true;
        Wp::$transport = new ScriptedTransport(self::paid(), self::paid());
        self::assertSame(503, $this->hears('secret-of-the-webhook'));
        $this->order->failsToComplete = false;
        $GLOBALS['wpdb']->rows['irandargah_A1'] = (string) (time() - 100);
        self::assertSame(200, $this->hears('secret-of-the-webhook'));
        self::assertSame(1, $this->order->completed);
    }

    public function testASecondPaymentOfOneOrderIsForAPerson(): void
    {
        $this->pay(self::created());
        IranDargah\WooCommerce\Payments::remember($this->order, 'A2', IranDargah\Money::rials(250000));
        Wp::$transport = new ScriptedTransport(self::paid(), self::paid('A2'));
        $this->comesBack();
        Wp::$hooks[Gateway::AGAIN][0](7, 'A2', 1);
        self::assertSame(1, $this->order->completed);
        self::assertStringContainsString('second time', end($this->order->notes));
    }

    public function testAFailedPaymentMayBeTriedAgainAsAnotherPayment(): void
    {
        $this->pay(self::created());
        $before = Wp::$transport->asked[0]['headers']['Idempotency-Key'];
        Wp::$transport = new ScriptedTransport(self::refused('payment_failed'));
        self::assertSame([303, 'https://shop.example/pay/7'], $this->comesBack());
        self::assertSame('failed', $this->order->status);
        self::assertSame('success', $this->pay(self::created('A2'))['result']);
        self::assertNotSame($before, Wp::$transport->asked[0]['headers']['Idempotency-Key']);
    }

    public function testWhatNobodyKnowsStaysOpenAndIsAskedAgain(): void
    {
        $this->pay(self::created());
        Wp::$transport = new ScriptedTransport();
        self::assertSame([303, 'https://shop.example/thanks/7'], $this->comesBack());
        self::assertSame(503, $this->hears('secret-of-the-webhook'));
        Wp::$hooks[Gateway::AGAIN][0](7, 'A1', 1);
        self::assertSame([Gateway::AGAIN, [7, 'A1', 2]], array_slice(end(Wp::$planned), 1));
        self::assertSame(['pending', 0], [$this->order->status, $this->order->completed]);
    }

    public function testRefusesForgedReturnsAndEvents(): void
    {
        $this->pay(self::created());
        Wp::$transport = new ScriptedTransport();
        self::assertSame([400, ''], $this->comesBack('&amount=1'));
        self::assertSame(401, $this->hears('a-stranger’s'));
        self::assertSame([[], 0], [Wp::$transport->asked, $this->order->completed]);
    }

    public function testDoesNotSellInACurrencyThatIsNotOfIran(): void
    {
        $this->order->currency = 'USD';
        self::assertSame(['result' => 'failure'], $this->pay(self::created()));
        self::assertSame([], Wp::$transport->asked);
    }
}
