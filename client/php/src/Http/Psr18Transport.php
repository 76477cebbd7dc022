<?php

// Sends by a client of PSR-18 that the shop has already, with its proxies and its timeouts.

declare(strict_types=1);

namespace IranDargah\Http;

use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\StreamFactoryInterface;

/**
 * PSR-18 knows no timeout, and leaves open whether redirects are followed: set a timeout at the client itself, and let it
 * follow and repeat nothing. Guzzle does not follow here; Symfony's client does, unless it is given `max_redirects` of 0.
 */
final class Psr18Transport implements Transport
{
    /** @var ClientInterface */
    private $client;

    /** @var RequestFactoryInterface */
    private $requests;

    /** @var StreamFactoryInterface */
    private $streams;

    public function __construct(
        ClientInterface $client,
        RequestFactoryInterface $requests,
        StreamFactoryInterface $streams
    ) {
        $this->client = $client;
        $this->requests = $requests;
        $this->streams = $streams;
    }

    public function send(
        string $method,
        string $url,
        array $headers,
        ?string $body,
        float $timeout,
        int $maxBytes
    ): RawAnswer {
        $request = $this->requests->createRequest($method, $url);
        foreach ($headers as $name => $value) {
            $request = $request->withHeader($name, $value);
        }
        if ($body !== null) {
            $request = $request->withBody($this->streams->createStream($body));
        }
        $end = microtime(true) + $timeout;
        try {
            $response = $this->client->sendRequest($request);
            $stream = $response->getBody();
            if ($stream->isSeekable()) {
                $stream->rewind();
            }
            $text = '';
            while (!$stream->eof() && strlen($text) <= $maxBytes) {
                $text .= $stream->read(65536);
                // Whoever sends drop by drop would hold this process for ever.
                if (microtime(true) > $end) {
                    throw new LostAnswer('The answer did not come in full in time.', true);
                }
            }
        } catch (LostAnswer $late) {
            throw $late;
        } catch (\Throwable $cause) {
            // Without the exception itself, which has the request, and with it the token.
            throw new LostAnswer(get_class($cause) . ': ' . $cause->getMessage());
        }
        return new RawAnswer(
            $response->getStatusCode(),
            $response->getHeaders(),
            strlen($text) > $maxBytes ? null : $text
        );
    }
}
