<?php

// Where the payer and the events come back. Not in the group `web`: both come from another site, without a session.

declare(strict_types=1);

use Illuminate\Support\Facades\Config;
use Illuminate\Support\Facades\Route;
use IranDargah\Laravel\PaymentController;

Route::prefix(Config::get('irandargah.path'))->group(static function (): void {
    Route::match(['GET', 'POST'], 'return', [PaymentController::class, 'comeBack'])->name('irandargah.return');
    Route::post('webhook', [PaymentController::class, 'webhook'])->name('irandargah.webhook');
});
