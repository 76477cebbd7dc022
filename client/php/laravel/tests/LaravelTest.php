<?php

// The provider, the routes, the controller and the job, on the real components of Laravel. Only the application, which no
// component brings along, is a small double: a container that knows a folder and the services of the shop.

declare(strict_types=1);

use Illuminate\Config\Repository;
use Illuminate\Container\Container;
use Illuminate\Contracts\Bus\Dispatcher as Bus;
use Illuminate\Contracts\Queue\Job;
use Illuminate\Events\Dispatcher;
use Illuminate\Http\Request;
use Illuminate\Routing\Router;
use Illuminate\Support\Facades\Facade;
use IranDargah\Client;
use IranDargah\Laravel\IranDargahServiceProvider;
use IranDargah\Laravel\Payments;
use IranDargah\Laravel\VerifyPayment;
use IranDargah\Money;
use IranDargah\PaymentOutcome;
use IranDargah\StoredPayment;
use IranDargah\Stores\MemoryStore;
use IranDargah\WebhookStore;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../../tests/ScriptedTransport.php';
foreach (['Routing', 'Config', 'Events', 'Bus', 'Queue'] as $component) {
    require_once "Illuminate/$component/autoload.php";
}
spl_autoload_register(static function (string $class): void {
    if (strpos($class, 'IranDargah\\Laravel\\') === 0) {
        require __DIR__ . '/../src/' . substr($class, strlen('IranDargah\\Laravel\\')) . '.php';
    }
});

final class Application extends Container
{
    public function configPath(string $file): string
    {
        return "/config/$file";
    }
}

final class ShopPayments implements Payments
{
    /** @var string[] */
    public $learnt = [];

    public function find(string $authority): ?StoredPayment
    {
        return $authority === 'A1' ? new StoredPayment('A1', Money::rials(250000), 'O-1') : null;
    }

    public function learn(PaymentOutcome $outcome): void
    {
        $this->learnt[] = $outcome->outcome;
    }

    public function pageOf(PaymentOutcome $outcome): string
    {
        return "https://shop.example/orders?$outcome->outcome";
    }
}

final class LaravelTest extends TestCase
{
    private const FORM = 'authority=A1&status_code=201&amount=250000&order_id=O-1';
    private const SECRET = 'the secret of the webhook';

    /** @var Application */
    private $app;

    /** @var ShopPayments */
    private $payments;

    /** @var object[] */
    private $jobs = [];

    protected function setUp(): void
    {
        $this->app = $app = new Application();
        Container::setInstance($app);
        Facade::setFacadeApplication($app);
        Facade::clearResolvedInstances();
        $config = new Repository(['irandargah' => ['token' => 'idg_test_Abc', 'webhook_secrets' => 'old, ' . self::SECRET]]);
        $app->instance('config', $config);
        $app->instance(Illuminate\Contracts\Config\Repository::class, $config);
        $app->instance('router', new Router(new Dispatcher($app), $app));
        $bus = $this->createMock(Bus::class);
        $bus->method('dispatch')->willReturnCallback(function (object $job): void {
            $this->jobs[] = $job;
        });
        $app->instance(Bus::class, $bus);
        $this->payments = new ShopPayments();
        $app->instance(Payments::class, $this->payments);
        $provider = new IranDargahServiceProvider($app);
        $provider->register();
        $provider->boot();
        $app->instance(WebhookStore::class, new MemoryStore());
    }

    protected function tearDown(): void
    {
        Container::setInstance(null);
    }

    private function gatewayAnswers(IranDargah\Http\RawAnswer ...$answers): void
    {
        $options = ['environment' => 'sandbox', 'token' => 'idg_test_Abc', 'retries' => 0];
        $this->app->instance(Client::class, new Client($options + ['transport' => new ScriptedTransport(...$answers)]));
    }

    private static function paid(): IranDargah\Http\RawAnswer
    {
        $verification = ['authority' => 'A1', 'amount' => 250000, 'ref_id' => '77', 'verified_at' => '1404-06-28 10:35:00'];
        return ScriptedTransport::json(['success' => true, 'data' => compact('verification')]);
    }

    private function send(string $method, string $path, string $body = '', array $headers = []): Symfony\Component\HttpFoundation\Response
    {
        $server = [];
        foreach ($headers as $name => $value) {
            $server['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }
        $request = Request::create("https://shop.example/irandargah/$path", $method, [], [], [], $server, $body);
        // As the kernel of an application does.
        $this->app->instance(Request::class, $request);
        return $this->app['router']->dispatch($request);
    }

    private function sendEvent(string $secret): int
    {
        $data = '{"authority":"A1","amount":250000,"status":"pending","created_at":"1404-06-28 10:30:00"}';
        return $this->send('POST', 'webhook', "{\"event\":\"payment.created\",\"data\":$data}", [
            'X-Webhook-Signature' => hash_hmac('sha256', $data, $secret),
            'X-Webhook-Timestamp' => (string) time(),
            'X-Webhook-Event' => 'payment.created',
            'X-Webhook-ID' => 'event-1',
        ])->getStatusCode();
    }

    public function testMakesTheClientOfTheConfiguration(): void
    {
        self::assertInstanceOf(Client::class, $this->app->make(Client::class));
        self::assertSame($this->app->make(Client::class), $this->app->make(Client::class));
    }

    public function testVerifiesThePayersReturnByEitherMethod(): void
    {
        $this->gatewayAnswers(self::paid(), self::paid());
        $answers = [$this->send('POST', 'return', self::FORM), $this->send('GET', 'return?' . self::FORM)];
        foreach ($answers as $answer) {
            self::assertSame(303, $answer->getStatusCode());
            self::assertSame('https://shop.example/orders?paid', $answer->headers->get('Location'));
        }
        self::assertSame([['paid', 'paid'], []], [$this->payments->learnt, $this->jobs]);
    }

    public function testRefusesAForgedReturn(): void
    {
        $this->gatewayAnswers();
        $answer = $this->send('POST', 'return', self::FORM . '&amount=1');
        self::assertSame([400, 'doubled_field'], [$answer->getStatusCode(), $answer->getContent()]);
        self::assertSame([], $this->payments->learnt);
    }

    public function testAsksAgainLaterWhenNobodyKnows(): void
    {
        $this->gatewayAnswers();
        $this->send('POST', 'return', self::FORM);
        self::assertSame(['unknown'], $this->payments->learnt);
        [$job] = $this->jobs;
        self::assertEquals([new VerifyPayment('A1'), 60], [(clone $job)->delay(null), $job->delay]);

        $queued = $this->createMock(Job::class);
        $queued->method('attempts')->willReturn(3);
        $queued->expects(self::once())->method('release')->with(480);
        $job->setJob($queued);
        $this->app->call([$job, 'handle']);

        $this->gatewayAnswers(self::paid());
        $this->app->call([$job, 'handle']);
        self::assertSame(['unknown', 'unknown', 'paid'], $this->payments->learnt);
    }

    public function testHandlesAnEventOnceAndRefusesAForgedOne(): void
    {
        $this->gatewayAnswers(self::paid());
        self::assertSame([401, 200, 200], [$this->sendEvent('a stranger’s'), $this->sendEvent(self::SECRET), $this->sendEvent(self::SECRET)]);
        self::assertSame(['paid'], $this->payments->learnt);
    }
}
