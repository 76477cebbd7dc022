<?php

// A gateway of a few prepared answers, which remembers what it was asked.

declare(strict_types=1);

use IranDargah\Http\LostAnswer;
use IranDargah\Http\RawAnswer;
use IranDargah\Http\Transport;

final class ScriptedTransport implements Transport
{
    /** @var array<int, RawAnswer> */
    private $answers;

    /** @var array<int, array<string, mixed>> */
    public $asked = [];

    public function __construct(RawAnswer ...$answers)
    {
        $this->answers = $answers;
    }

    /** @param array<string, mixed> $body */
    public static function json(array $body, int $status = 200, array $headers = []): RawAnswer
    {
        return new RawAnswer($status, $headers, (string) json_encode($body));
    }

    public function send(
        string $method,
        string $url,
        array $headers,
        ?string $body,
        float $timeout,
        int $maxBytes
    ): RawAnswer {
        $this->asked[] = compact('method', 'url', 'headers', 'body', 'timeout');
        if ($this->answers === []) {
            throw new LostAnswer('nobody there');
        }
        return array_shift($this->answers);
    }
}
