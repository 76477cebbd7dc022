<?php

// Reads the body of a webhook as every receiver must: its bytes that are signed, and what they say (docs/decisions/0090).

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Http\Json;

/** @internal */
final class WebhookBody
{
    private const DEPTH = 64;
    private const LARGEST_EXACT = 9007199254740991;

    /** The tokens of valid JSON that matter; a text that is the name of a member has a colon behind it. */
    private const TOKENS = '/"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"(?=\s*+(:)?)|[{}[\]]|-?\d[^\s,\]}]*+|\s++/';

    /** @var string the value of `data`, as it came */
    public $slice = '';

    /** @var string the same without blanks, slashes and Unicode not escaped; keys keep their order, numbers their digits */
    public $compact;

    /** @var array<string, mixed> what it says */
    public $says;

    /** @throws WebhookError when it is not JSON that everybody reads alike, or has no object `data` */
    public function __construct(string $body)
    {
        json_decode($body, true, self::DEPTH, JSON_BIGINT_AS_STRING);
        if (json_last_error() !== JSON_ERROR_NONE || !$this->isReadAlike($body)) {
            throw WebhookError::of('body_malformed');
        }
        // By their signs: once they are arrays, an empty object is a list.
        if (ltrim($body)[0] !== '{' || $this->slice === '' || $this->slice[0] !== '{') {
            throw WebhookError::of('data_missing');
        }
        $this->compact = self::rewritten($this->slice, static function (string $token): string {
            if ($token[0] !== '"') {
                return trim($token);
            }
            $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;
            return (string) json_encode(json_decode($token), $flags);
        });
        $exact = self::rewritten($body, static function (string $token): string {
            return self::exactly($token);
        });
        $says = json_decode($exact, true, self::DEPTH, JSON_BIGINT_AS_STRING);
        if (!is_array($says) || !is_array($says['data'] ?? null)) {
            throw WebhookError::of('body_malformed');
        }
        $this->says = ['data' => Json::tolerant($says['data'])] + $says;
    }

    /**
     * Whether no name stands twice in an object, which would be two amounts, and no number is larger than a double
     * holds. Finds the slice on its way.
     */
    private function isReadAlike(string $body): bool
    {
        $open = [];
        $names = [];
        $name = null;
        $start = null;
        // One after the other: all together would take hundreds of times the memory of the body.
        for ($next = 0; preg_match(self::TOKENS, $body, $found, PREG_OFFSET_CAPTURE, $next) === 1; $next = $at + strlen($token)) {
            [$token, $at] = $found[0];
            if (isset($found[1])) {
                $name = json_decode($token);
                $key = end($open) . ':' . $name;
                if (isset($names[$key])) {
                    return false;
                }
                $names[$key] = true;
            } elseif ($token === '{' || $token === '[') {
                $open[] = $at;
                if (count($open) === 2 && $name === 'data') {
                    $start = $at;
                }
            } elseif ($token === '}' || $token === ']') {
                if (array_pop($open) === $start) {
                    $this->slice = substr($body, $start, $at + 1 - $start);
                }
            } elseif (is_infinite((float) $token)) {
                return false;
            }
        }
        return true;
    }

    /** A whole number without fraction and exponent; one that other readers would round as the text of its digits. */
    private static function exactly(string $token): string
    {
        if (preg_match('/\A-?\d++(?:[.eE].*+)?\z/', $token) !== 1) {
            return $token;
        }
        $number = (float) $token;
        if (abs($number) > self::LARGEST_EXACT) {
            return '"' . $token . '"';
        }
        return floor($number) === $number ? (string) (int) $number : $token;
    }

    private static function rewritten(string $json, callable $token): string
    {
        return (string) preg_replace_callback(self::TOKENS, static function (array $found) use ($token): string {
            return $token($found[0]);
        }, $json);
    }
}
