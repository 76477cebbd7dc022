<?php

// An answer as it came, before anybody believes it.

declare(strict_types=1);

namespace IranDargah\Http;

final class RawAnswer
{
    /** @var int */
    public $status;

    /** @var array<string, string> by their names in lower case */
    private $headers = [];

    /** @var string|null null when there was more than the limit */
    public $body;

    /** @param array<string, string|string[]> $headers */
    public function __construct(int $status, array $headers, ?string $body)
    {
        $this->status = $status;
        $this->body = $body;
        foreach ($headers as $name => $value) {
            $this->headers[strtolower((string) $name)] = implode(', ', (array) $value);
        }
    }

    /** A header by its name in any case; empty when it did not come. */
    public function header(string $name): string
    {
        return $this->headers[strtolower($name)] ?? '';
    }
}
