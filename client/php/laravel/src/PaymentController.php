<?php

// Takes the payer and the events back. What they say is a hint: the gateway is asked, with the shop's own record.

declare(strict_types=1);

namespace IranDargah\Laravel;

use Illuminate\Contracts\Bus\Dispatcher;
use Illuminate\Contracts\Config\Repository;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use IranDargah\Callback;
use IranDargah\CallbackError;
use IranDargah\Client;
use IranDargah\Inbox;
use IranDargah\PaymentOutcome;
use IranDargah\StoredPayment;
use IranDargah\Webhook;
use IranDargah\WebhookError;
use IranDargah\WebhookEvent;
use IranDargah\WebhookStore;
use Symfony\Component\HttpFoundation\Response as AnyResponse;

final class PaymentController
{
    /** The payer's return, by GET or POST. */
    public function comeBack(Request $request, Client $gateway, Payments $payments, Dispatcher $jobs): AnyResponse
    {
        $query = (string) $request->server('QUERY_STRING', '');
        try {
            $callback = Callback::read($request->getMethod(), $query, $request->getContent(), [$payments, 'find']);
        } catch (CallbackError $error) {
            return new Response($error->reason, 400);
        }
        $outcome = self::ask($gateway, $payments, $jobs, $callback->payment);
        return new RedirectResponse($payments->pageOf($outcome), 303);
    }

    /** An event; an exception of the handler is Laravel's own 500, and the event comes again. */
    public function webhook(
        Request $request,
        Client $gateway,
        Payments $payments,
        Dispatcher $jobs,
        WebhookStore $store,
        Repository $config
    ): AnyResponse {
        $secrets = array_filter(array_map('trim', explode(',', (string) $config->get('irandargah.webhook_secrets'))));
        try {
            $event = Webhook::verify($request->getContent(), $request->headers->all(), $secrets);
        } catch (WebhookError $error) {
            return new Response($error->reason, 401);
        }
        $handle = static function (WebhookEvent $event) use ($gateway, $payments, $jobs): void {
            $authority = $event->data['authority'] ?? null;
            $payment = is_string($authority) ? $payments->find($authority) : null;
            if ($payment !== null) {
                self::ask($gateway, $payments, $jobs, $payment);
            }
        };
        return new Response('', Inbox::handleOnce($event, $store, $handle));
    }

    /** Asks the gateway, and sees to it that somebody asks again while nobody knows. */
    private static function ask(
        Client $gateway,
        Payments $payments,
        Dispatcher $jobs,
        StoredPayment $payment
    ): PaymentOutcome {
        $outcome = $gateway->verifyPayment($payment);
        $payments->learn($outcome);
        if (VerifyPayment::helps($outcome)) {
            $jobs->dispatch((new VerifyPayment($payment->authority))->delay(VerifyPayment::FIRST_PAUSE));
        }
        return $outcome;
    }
}
