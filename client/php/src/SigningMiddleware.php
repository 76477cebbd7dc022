<?php

// Middleware of the generated client: signs each attempt of a request and verifies the answer before it is decoded.

declare(strict_types=1);

namespace IranDargah\Signing;

use IranDargah\SigningFacts;

final class SigningMiddleware
{
    private readonly RequestSigner $signer;
    private readonly ResponseVerifier $verifier;

    public function __construct(#[\SensitiveParameter] string $secretKey)
    {
        $this->signer = new RequestSigner($secretKey);
        $this->verifier = new ResponseVerifier($secretKey);
    }

    /**
     * @param array<string, mixed> $request as the generated client describes it
     * @param callable(array<string, mixed>): array<string, mixed> $next sends it
     * @return array<string, mixed> the answer
     * @throws SignatureRefused when the answer must not be believed
     */
    public function __invoke(array $request, callable $next): array
    {
        $path = (string) parse_url($request['url'], PHP_URL_PATH);
        if (!str_starts_with($path, SigningFacts::ENDPOINT_PREFIX)) {
            return $next($request);
        }
        $headers = $this->signer->headers($request['method'], $path, $request['body'] ?? '');
        $request['headers'] = array_merge($request['headers'] ?? [], $headers);
        $answer = $next($request);
        if ($answer['status'] === 0) {
            return $answer;
        }
        $signature = $answer['headers'][strtolower(SigningFacts::RESPONSE_SIGNATURE_HEADER)] ?? null;
        $timestamp = $answer['headers'][strtolower(SigningFacts::RESPONSE_TIMESTAMP_HEADER)] ?? null;
        if ($signature !== null || ResponseVerifier::mustBeSigned($path, $answer['status'])) {
            $this->verifier->verify($answer['body'], $signature, $timestamp);
        }
        return $answer;
    }
}
