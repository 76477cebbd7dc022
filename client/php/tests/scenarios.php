<?php

// Plays the shop of the scenarios: a question on each line of standard input, an answer on each line of standard output
// (client/test/scenarios/protocol.ts). Run where the package is installed; deliveries side by side need Fiber of PHP 8.1.

declare(strict_types=1);

use IranDargah\ApiError;
use IranDargah\Callback;
use IranDargah\Client;
use IranDargah\FailedCall;
use IranDargah\Inbox;
use IranDargah\Money;
use IranDargah\PaymentOutcome;
use IranDargah\Refusal;
use IranDargah\StoredPayment;
use IranDargah\Stores\MemoryStore;
use IranDargah\Webhook;
use IranDargah\WebhookError;

require 'vendor/autoload.php';

// A notice would be a line in the shop's log: here it fails the scenario.
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});

final class Shop
{
    /** @var array<string, Client> */
    private $clients = [];

    /** @var array<string, MemoryStore> */
    private $inboxes = [];

    public function answer(array $ask): array
    {
        try {
            return $this->{$ask['do']}($ask);
        } catch (Refusal $refusal) {
            return ['outcome' => 'refused', 'reason' => $refusal->reason];
        } catch (FailedCall $error) {
            return ['outcome' => 'error', 'error' => self::told($error)];
        } catch (InvalidArgumentException $mistake) {
            return ['outcome' => 'misuse', 'message' => $mistake->getMessage()];
        } catch (Throwable $fault) {
            // Nothing else may ever escape: no scenario wants it.
            return ['outcome' => 'escaped', 'message' => (string) $fault];
        }
    }

    private static function told(FailedCall $error): array
    {
        return array_filter([
            'code' => $error->errorCode,
            'gateway_code' => $error->gatewayCode,
            'http_status' => $error->httpStatus,
            'persian' => $error->persian,
            'request_id' => $error->requestId,
            'idempotency_key' => $error->idempotencyKey,
            'may_have_acted' => $error->mayHaveActed,
            'fields' => $error->fields === [] ? null : $error->fields,
        ], static function ($value): bool {
            return $value !== null;
        });
    }

    private function client(array $ask): array
    {
        $this->clients[$ask['name']] = new Client([
            'base_url' => $ask['base_url'],
            'environment' => $ask['environment'],
            'token' => $ask['token'],
            'secret_key' => $ask['secret_key'] ?? null,
            'timeout' => $ask['timeout_ms'] / 1000,
            'retries' => $ask['retries'],
            'on_warning' => static function (): void {
            },
        ]);
        return ['outcome' => 'ready'];
    }

    private function create(array $ask): array
    {
        $order = ['amount' => Money::rials($ask['order']['amount'])] + $ask['order'];
        $created = $this->clients[$ask['client']]->createPayment($order, self::keyOf($ask));
        return [
            'outcome' => 'created',
            'authority' => $created->authority,
            'gateway_url' => $created->gatewayUrl,
            'idempotency_key' => $created->idempotencyKey,
        ];
    }

    private function verify(array $ask): array
    {
        $outcome = $this->clients[$ask['client']]->verifyPayment(self::stored($ask['payment']));
        if ($outcome->outcome === PaymentOutcome::PAID) {
            return [
                'outcome' => 'paid',
                'ref_id' => $outcome->refId,
                'verified_at' => $outcome->verifiedAt,
                'already_verified' => $outcome->alreadyVerified,
            ];
        }
        $told = ['outcome' => $outcome->outcome, 'error' => self::told($outcome->error)];
        return $outcome->outcome === PaymentOutcome::NOT_PAID
            ? $told + ['reason' => $outcome->reason, 'final' => $outcome->final]
            : $told;
    }

    private function call(array $ask): array
    {
        $method = $ask['operation'];
        $input = isset($ask['input']) ? [$ask['input']] : [];
        $data = $this->clients[$ask['client']]->$method(...array_merge($input, [self::keyOf($ask)]));
        return ['outcome' => 'ok', 'data' => $data];
    }

    private function callback(array $ask): array
    {
        $stored = static function () use ($ask): ?StoredPayment {
            return $ask['stored'] === null ? null : self::stored($ask['stored']);
        };
        return ['outcome' => 'callback', 'claim' => Callback::read($ask['method'], $ask['query'], $ask['body'], $stored)->claim];
    }

    private function webhook(array $ask): array
    {
        $headers = self::shaped($ask['headers'], $ask['form']);
        $event = Webhook::verify(base64_decode($ask['body']), $headers, $ask['secrets']);
        return [
            'outcome' => 'event',
            'event' => $event->event,
            'id' => $event->id,
            'timestamp' => $event->timestamp,
            'data' => $event->data,
        ];
    }

    /** Each delivery is a fiber, which sleeps by letting the others go on. */
    private function deliver(array $ask): array
    {
        $store = $this->inboxes[$ask['inbox']] = $this->inboxes[$ask['inbox']] ?? new MemoryStore();
        $runs = 0;
        $handle = static function () use (&$runs, $ask): void {
            $runs++;
            $fails = $runs <= $ask['handler']['failures'];
            Fiber::suspend(microtime(true) + $ask['handler']['takes_ms'] / 1000);
            if ($fails) {
                throw new RuntimeException('the database is away');
            }
        };
        $answers = [];
        $sleeping = [];
        foreach ($ask['deliveries'] as $number => $delivery) {
            $sleeping[$number] = [microtime(true) + $delivery['after_ms'] / 1000, new Fiber(
                static function () use ($delivery, $ask, $store, $handle): int {
                    try {
                        $headers = self::shaped($delivery['headers'], 'map');
                        $event = Webhook::verify(base64_decode($delivery['body']), $headers, $ask['secrets']);
                        return Inbox::handleOnce($event, $store, $handle, $ask['lease_ms']);
                    } catch (WebhookError $refused) {
                        return 401;
                    } catch (RuntimeException $failed) {
                        return 500;
                    }
                }
            )];
        }
        while ($sleeping !== []) {
            asort($sleeping);
            $number = array_key_first($sleeping);
            [$until, $fiber] = $sleeping[$number];
            usleep(max(0, (int) (($until - microtime(true)) * 1000000)));
            $next = $fiber->isStarted() ? $fiber->resume() : $fiber->start();
            if ($fiber->isTerminated()) {
                $answers[$number] = $fiber->getReturn();
                unset($sleeping[$number]);
            } else {
                $sleeping[$number][0] = $next;
            }
        }
        ksort($answers);
        return ['outcome' => 'delivered', 'answers' => $answers, 'runs' => $runs];
    }

    private function money(array $ask): array
    {
        $money = $ask['unit'] === 'rials' ? Money::rials($ask['value']) : Money::toman($ask['value']);
        return ['outcome' => 'amount', 'rials' => $money->inRials()];
    }

    private static function keyOf(array $ask): array
    {
        return isset($ask['idempotency_key']) ? ['idempotency_key' => $ask['idempotency_key']] : [];
    }

    private static function stored(array $payment): StoredPayment
    {
        return new StoredPayment($payment['authority'], Money::rials($payment['amount']), $payment['order_id']);
    }

    /** The same headers as several frameworks give them. */
    private static function shaped(array $pairs, string $form): array
    {
        $headers = [];
        foreach ($pairs as [$name, $value]) {
            switch ($form) {
                case 'map':
                    $headers[$name] = $value;
                    break;
                case 'lower':
                    $headers[strtolower($name)][] = $value;
                    break;
                case 'lists':
                    // As WordPress has them.
                    $headers[strtr(strtolower($name), '-', '_')][] = $value;
                    break;
                case 'cgi':
                    $headers['HTTP_' . strtr(strtoupper($name), '-', '_')] = $value;
                    break;
            }
        }
        return $headers;
    }
}

$shop = new Shop();
while (($line = fgets(STDIN)) !== false) {
    $answer = $shop->answer(json_decode($line, true));
    echo json_encode($answer, JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION), "\n";
}
