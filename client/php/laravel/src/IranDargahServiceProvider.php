<?php

// Makes the client and the inbox from the configuration, and opens the routes.

declare(strict_types=1);

namespace IranDargah\Laravel;

use Illuminate\Support\ServiceProvider;
use IranDargah\Client;
use IranDargah\Stores\PdoStore;
use IranDargah\WebhookStore;

final class IranDargahServiceProvider extends ServiceProvider
{
    private const CONFIG = __DIR__ . '/../config/irandargah.php';

    public function register(): void
    {
        $this->mergeConfigFrom(self::CONFIG, 'irandargah');
        $this->app->singleton(Client::class, static function ($app): Client {
            $config = $app['config']['irandargah'];
            return new Client([
                'environment' => $config['environment'],
                'token' => $config['token'],
                'secret_key' => $config['secret_key'] ?: null,
                'base_url' => $config['base_url'] ?: null,
                'on_warning' => static function (string $message) use ($app): void {
                    $app['log']->warning($message);
                },
            ]);
        });
        // Its table is made by PdoStore::createTable(), in a migration of yours.
        $this->app->bind(WebhookStore::class, static function ($app): WebhookStore {
            return new PdoStore($app['db']->connection()->getPdo());
        });
    }

    public function boot(): void
    {
        $this->loadRoutesFrom(__DIR__ . '/../routes/irandargah.php');
        $this->publishes([self::CONFIG => $this->app->configPath('irandargah.php')], 'irandargah');
    }
}
