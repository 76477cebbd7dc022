<?php

// What a client is made of, checked before anything is sent.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Facts;
use IranDargah\Http\CurlTransport;
use IranDargah\Http\Transport;

/** @internal */
final class Settings
{
    /** @var string */
    public $token;

    /** @var string|null */
    public $secretKey;

    /** @var bool whether real money is at stake */
    public $live;

    /** @var string without a slash at its end */
    public $baseUrl;

    /** @var float seconds */
    public $timeout;

    /** @var int */
    public $retries;

    /** @var float seconds */
    public $maxRetryDelay;

    /** @var int */
    public $maxAnswerBytes;

    /** @var Transport */
    public $transport;

    /** @var callable(array<string, mixed>): void|null */
    public $onLog;

    /** @var callable(string): void */
    public $onWarning;

    /**
     * @param array<string, mixed> $options as Client describes them
     * @throws ConfigurationError saying what is wrong and what to do; the token itself never appears in it
     */
    public function __construct(
        array $options
    ) {
        $options = array_filter($options, static function ($value): bool {
            return $value !== null;
        }) + [
            'environment' => '',
            'token' => '',
            'secret_key' => null,
            'base_url' => null,
            'timeout' => 30,
            'retries' => 2,
            'max_retry_delay' => 10,
            'max_answer_bytes' => 10000000,
            'transport' => null,
            'on_log' => null,
            'on_warning' => null,
        ];
        self::refuseUnknown(array_keys($options));
        $environment = $options['environment'];
        $prefix = is_string($environment) ? Facts::TOKEN_PREFIXES[$environment] ?? null : null;
        if ($prefix === null) {
            throw new ConfigurationError('Set environment to "production" or "sandbox".');
        }
        $this->live = $environment === 'production';
        $this->token = self::token($options['token'], $options['secret_key'], $prefix, $environment);
        $this->secretKey = $options['secret_key'];
        $this->baseUrl = self::baseUrl($options['base_url'] ?? Facts::SERVERS[$environment], $environment);
        $this->timeout = self::seconds($options['timeout'], 'timeout', 0.001);
        $this->maxRetryDelay = self::seconds($options['max_retry_delay'], 'max_retry_delay', 0);
        $this->retries = self::count($options['retries'], 'retries', 0);
        $this->maxAnswerBytes = self::count($options['max_answer_bytes'], 'max_answer_bytes', 1);
        $this->transport = $options['transport'] ?? new CurlTransport();
        if (!$this->transport instanceof Transport) {
            throw new ConfigurationError('transport must be a Transport: put a client of PSR-18 into a Psr18Transport.');
        }
        $this->onLog = self::hook($options['on_log'], 'on_log');
        $this->onWarning = self::hook($options['on_warning'], 'on_warning') ?? static function (string $message): void {
            error_log($message);
        };
    }

    /**
     * Seconds that are long enough to mean something: curl takes none for no limit at all.
     *
     * @param mixed $value
     */
    public static function seconds($value, string $name, float $least): float
    {
        if ((!is_int($value) && !is_float($value)) || !($value >= $least && $value <= 86400)) {
            throw new ConfigurationError("$name must be seconds, such as 30 or 2.5.");
        }
        return (float) $value;
    }

    /** @param mixed $value */
    public static function count($value, string $name, int $least): int
    {
        if (!is_int($value) || $value < $least) {
            throw new ConfigurationError("$name must be a whole number from $least on.");
        }
        return $value;
    }

    /** @param array<int|string> $names */
    private static function refuseUnknown(array $names): void
    {
        $known = [
            'environment', 'token', 'secret_key', 'base_url', 'timeout', 'retries', 'max_retry_delay',
            'max_answer_bytes', 'transport', 'on_log', 'on_warning',
        ];
        foreach (array_diff($names, $known) as $name) {
            throw new ConfigurationError("There is no option $name; there are " . implode(', ', $known) . '.');
        }
    }

    /** @param mixed $token @param mixed $secret */
    private static function token(
        $token,
        $secret,
        string $prefix,
        string $environment
    ): string {
        if (!is_string($token) || ($secret !== null && !is_string($secret))) {
            throw new ConfigurationError('token and secret_key must be text: are they set where this program runs?');
        }
        if ($secret === '') {
            throw new ConfigurationError('A secret is empty: set it, or leave it out.');
        }
        // Blanks, line breaks, and the marks that come along with copied Persian text.
        $hasInvisible = preg_match('/[\s\p{Z}\p{Cf}]/u', $token) !== 0;
        if ($hasInvisible || preg_match('/\A[\s\p{Z}\x{FEFF}]|[\s\p{Z}\x{FEFF}]\z/u', (string) $secret) === 1) {
            throw new ConfigurationError('There is a blank or a line break in token or secret_key: take that one out.');
        }
        $fits = strpos($token, $prefix) === 0 && preg_match('/' . Facts::TOKEN_PATTERN . '/D', $token) === 1;
        if (!$fits) {
            throw new ConfigurationError(
                "For $environment the token begins with $prefix: take that one, or change environment."
            );
        }
        return $token;
    }

    /** @param mixed $address */
    private static function baseUrl($address, string $environment): string
    {
        $parts = is_string($address) ? parse_url($address) : false;
        $scheme = strtolower($parts['scheme'] ?? '');
        $isAddress = in_array($scheme, ['http', 'https'], true) && isset($parts['host'])
            && preg_match('/\A[\x21-\x7e]+\z/', $address) === 1;
        $isLive = $environment === 'production';
        $other = Facts::SERVERS[$isLive ? 'sandbox' : 'production'];
        if (!$isAddress || stripos($address, $other) === 0 || ($isLive && $scheme !== 'https')) {
            throw new ConfigurationError(
                "base_url does not fit $environment: leave it out, or give an https:// address of your own."
            );
        }
        return rtrim($address, '/');
    }

    /** @param mixed $hook */
    private static function hook($hook, string $name): ?callable
    {
        if ($hook !== null && !is_callable($hook)) {
            throw new ConfigurationError("$name must be callable.");
        }
        return $hook;
    }
}
