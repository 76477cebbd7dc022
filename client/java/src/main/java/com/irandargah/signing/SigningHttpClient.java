package com.irandargah.signing;

import irandargah.SigningFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Signs each attempt of a request and verifies the answer before anybody decodes it. Give it to the Config of the
 * generated client, which knows no other way to see the bytes of a body.
 */
public final class SigningHttpClient extends HttpClient {
    private final HttpClient inner;
    private final RequestSigner signer;
    private final ResponseVerifier verifier;

    public SigningHttpClient(HttpClient inner, String secretKey) {
        this.inner = inner;
        this.signer = new RequestSigner(secretKey);
        this.verifier = new ResponseVerifier(secretKey);
    }

    /**
     * @throws SignatureRefusedException when the answer must not be believed
     */
    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
        throws IOException, InterruptedException {
        String path = request.uri().getRawPath();
        if (!path.startsWith(SigningFacts.ENDPOINT_PREFIX)) {
            return inner.send(request, handler);
        }
        byte[] body = request.bodyPublisher().map(SigningHttpClient::bytesOf).orElse(new byte[0]);
        HttpRequest.Builder signed = HttpRequest.newBuilder(request, (name, value) -> true);
        signed.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        signer.headers(request.method(), path, body, Instant.now()).forEach(signed::setHeader);
        HttpResponse<byte[]> answer = inner.send(signed.build(), HttpResponse.BodyHandlers.ofByteArray());
        HttpHeaders headers = answer.headers();
        String signature = headers.firstValue(SigningFacts.RESPONSE_SIGNATURE_HEADER).orElse(null);
        if (signature != null || ResponseVerifier.mustBeSigned(path, answer.statusCode())) {
            String timestamp = headers.firstValue(SigningFacts.RESPONSE_TIMESTAMP_HEADER).orElse(null);
            verifier.verify(answer.body(), signature, timestamp, Instant.now());
        }
        return new VerifiedResponse<>(answer, decode(answer, handler));
    }

    /** Gives the verified bytes to the handler that the caller asked for. */
    private static <T> T decode(HttpResponse<byte[]> answer, HttpResponse.BodyHandler<T> handler) {
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(new HttpResponse.ResponseInfo() {
            @Override
            public int statusCode() {
                return answer.statusCode();
            }

            @Override
            public HttpHeaders headers() {
                return answer.headers();
            }

            @Override
            public Version version() {
                return answer.version();
            }
        });
        subscriber.onSubscribe(new NothingToAsk());
        subscriber.onNext(List.of(ByteBuffer.wrap(answer.body())));
        subscriber.onComplete();
        return subscriber.getBody().toCompletableFuture().join();
    }

    /** The bytes of a body; the publishers of the generated client give them at once. */
    private static byte[] bytesOf(HttpRequest.BodyPublisher publisher) {
        CompletableFuture<byte[]> collected = new CompletableFuture<>();
        publisher.subscribe(new Flow.Subscriber<>() {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
            }

            @Override
            public void onError(Throwable error) {
                collected.completeExceptionally(error);
            }

            @Override
            public void onComplete() {
                collected.complete(bytes.toByteArray());
            }
        });
        return collected.join();
    }

    /** Everything has come already, so a demand for more needs no answer. */
    private record NothingToAsk() implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /**
     * @throws UnsupportedOperationException always: the generated client does not call it
     */
    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        throw new UnsupportedOperationException("Use send: answers are verified before they are decoded.");
    }

    /**
     * @throws UnsupportedOperationException always: the generated client does not call it
     */
    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException("Use send: answers are verified before they are decoded.");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return inner.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return inner.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return inner.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return inner.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return inner.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return inner.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return inner.authenticator();
    }

    @Override
    public Version version() {
        return inner.version();
    }

    @Override
    public Optional<Executor> executor() {
        return inner.executor();
    }
}
