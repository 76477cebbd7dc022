<?php

// An amount of money with its unit, so that tomans can never be sent where rials are meant.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Facts;

final class Money implements \JsonSerializable
{
    /** What JSON readers everywhere hold exactly. */
    private const LARGEST = 9007199254740991;

    /** @var int */
    private $rials;

    private function __construct(int $rials)
    {
        $this->rials = $rials;
    }

    /**
     * @param int|string $amount a whole number; also as the digits that a database driver returns
     * @throws ConfigurationError when it is negative, has a fraction or is too large to be exact
     */
    public static function rials($amount): self
    {
        return new self(self::whole($amount, 1, 'rials'));
    }

    /**
     * @param int|string $amount whole tomans
     * @throws ConfigurationError as rials() does
     */
    public static function toman($amount): self
    {
        return new self(self::whole($amount, Facts::RIALS_PER_TOMAN, 'toman'));
    }

    /** What the gateway counts in. */
    public function inRials(): int
    {
        return $this->rials;
    }

    /** @return int|float to be shown to people; it may have a fraction */
    public function inToman()
    {
        return $this->rials / Facts::RIALS_PER_TOMAN;
    }

    public function equals(self $other): bool
    {
        return $this->rials === $other->rials;
    }

    /** As it travels: rials. */
    public function jsonSerialize(): int
    {
        return $this->rials;
    }

    /** @param mixed $amount */
    private static function whole($amount, int $rials, string $unit): int
    {
        $fits = is_int($amount) || (is_string($amount) && preg_match('/\A[0-9]{1,16}\z/', $amount) === 1);
        if (!$fits || (int) $amount < 0 || (int) $amount > intdiv(self::LARGEST, $rials)) {
            $given = is_scalar($amount) ? var_export($amount, true) : gettype($amount);
            throw new ConfigurationError("$given is not an amount of $unit: give a whole number of zero or more.");
        }
        return (int) $amount * $rials;
    }
}
