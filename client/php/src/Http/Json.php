<?php

// Reads JSON of the gateway tolerantly: amounts become integers and references text, however they travelled.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\ConfigurationError;
use IranDargah\Generated\Facts;

/** @internal */
final class Json
{
    private const DEPTH = 512;
    private const LARGEST_EXACT = 9007199254740991;

    /**
     * A JSON object, or null when the text is none: an error page of a proxy, a list, the half of an answer.
     *
     * @return array<string, mixed>|null
     */
    public static function parse(string $text): ?array
    {
        if (strncmp(ltrim($text, " \t\r\n"), '{', 1) !== 0) {
            return null;
        }
        $value = json_decode($text, true, self::DEPTH, JSON_BIGINT_AS_STRING | JSON_INVALID_UTF8_SUBSTITUTE);
        return is_array($value) ? self::tolerant($value) : null;
    }

    /**
     * The body of a request.
     *
     * @param array<string, mixed> $fields
     * @throws ConfigurationError for what is no JSON: text that is not UTF-8, such as Windows-1256
     */
    public static function print(array $fields): string
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;
        $text = json_encode($fields === [] ? new \stdClass() : $fields, $flags);
        if ($text !== false) {
            return $text;
        }
        $why = json_last_error_msg();
        foreach ($fields as $name => $value) {
            if (json_encode([$name => $value], $flags) === false) {
                $named = preg_match('/\A\w+\z/', (string) $name) === 1 ? (string) $name : 'A name';
                throw new ConfigurationError("$named cannot be sent ($why): all text must be UTF-8, so convert it first.");
            }
        }
        throw new ConfigurationError("This cannot be sent: $why.");
    }

    /**
     * Whether a value is an object with names; an empty one cannot be told from an empty list.
     *
     * @param mixed $value
     */
    public static function isObject($value): bool
    {
        return is_array($value) && ($value === [] || array_keys($value) !== range(0, count($value) - 1));
    }

    /** @param mixed $value */
    public static function isList($value): bool
    {
        return is_array($value) && ($value === [] || !self::isObject($value));
    }

    /**
     * Whether a value is text that says something.
     *
     * @param mixed $value
     */
    public static function isText($value): bool
    {
        // Not trim(), which knows the blanks of ASCII alone.
        return is_string($value) && preg_match('/[^\s\x{FEFF}]/u', $value) === 1;
    }

    /**
     * Whether a value was a number; one that is too large for an integer comes as its digits.
     *
     * @param mixed $value
     */
    public static function isNumber($value): bool
    {
        return is_int($value) || is_float($value)
            || (is_string($value) && preg_match('/\A-?[0-9]{17,}\z/', $value) === 1);
    }

    /**
     * A whole number, also when it came as its digits.
     *
     * @param mixed $value
     */
    public static function wholeNumber($value): ?int
    {
        if (is_string($value) && preg_match('/\A-?[0-9]{1,16}\z/', $value) === 1) {
            $value = (int) $value;
        }
        if (!is_int($value) && !(is_float($value) && floor($value) === $value)) {
            return null;
        }
        return abs($value) <= self::LARGEST_EXACT ? (int) $value : null;
    }

    /**
     * The same with each amount as an integer and each reference as text.
     *
     * @param array<array-key, mixed> $values
     * @return array<array-key, mixed>
     */
    public static function tolerant(array $values): array
    {
        foreach ($values as $name => $value) {
            if (is_array($value)) {
                $values[$name] = self::tolerant($value);
            } elseif (in_array($name, Facts::AMOUNT_FIELDS, true)) {
                $values[$name] = self::wholeNumber($value) ?? $value;
            } elseif (in_array($name, Facts::REFERENCE_FIELDS, true) && (is_int($value) || is_float($value))) {
                $values[$name] = (string) $value;
            }
        }
        return $values;
    }
}
