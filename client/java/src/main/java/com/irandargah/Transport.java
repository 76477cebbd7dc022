package com.irandargah;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One attempt: signs the request, sends its exact bytes, waits no longer than it may, and verifies the answer. */
final class Transport {
    private static final System.Logger LOG = System.getLogger("com.irandargah");

    /** Early refusals, which nobody could sign (docs/decisions/0010). */
    private static final Set<Long> BEFORE_THE_TERMINAL_IS_KNOWN = Set.of(
        CatalogueError.CREDENTIALS_MISSING.code,
        CatalogueError.CREDENTIALS_INVALID.code,
        CatalogueError.RATE_LIMITED.code);

    private final Options options;
    private final AtomicBoolean warned = new AtomicBoolean();

    Transport(Options options) {
        this.options = options;
    }

    /**
     * Sends it once.
     *
     * @return the body of a success
     * @throws IranDargahException for everything else
     */
    JsonObject send(Question question, Duration timeout) {
        Operation operation = question.operation;
        boolean sends = operation.method.equals("POST") && !question.fields.isEmpty();
        byte[] body = sends ? Signature.bytes(Json.write(question.fields)) : new byte[0];
        String path = pathOf(question);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(options.baseUrl + path))
            .timeout(timeout)
            .method(operation.method, body.length == 0
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (sends) {
            request.header("Content-Type", "application/json");
        }
        if (operation.token) {
            request.header("Authorization", "Bearer " + options.token);
        }
        if (operation == Operation.PREPARE_REQUEST) {
            request.header(Facts.API_TOKEN, options.token);
        }
        if (question.idempotencyKey != null) {
            request.header(Facts.IDEMPOTENCY_KEY, question.idempotencyKey);
        }
        boolean signed = operation.signed && options.secretKey != null;
        if (signed) {
            String timestamp = Long.toString(Instant.now().getEpochSecond());
            request.header(Facts.REQUEST_TIMESTAMP, timestamp);
            request.header(Facts.REQUEST_SIGNATURE,
                Signature.ofRequest(options.secretKey, operation.method, path, body, timestamp));
        }
        return read(question, exchange(question, request.build(), timeout), signed);
    }

    private static String pathOf(Question question) {
        String path = question.operation.path;
        if (question.authority != null) {
            path = path.replace("{authority}", encoded(question.authority));
        }
        if (!question.operation.method.equals("GET") || question.fields.isEmpty()) {
            return path;
        }
        return path + question.fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(String.valueOf(field.getValue())))
            .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> exchange(Question question, HttpRequest request, Duration timeout) {
        LimitedBody body = new LimitedBody(options.maxAnswerBytes);
        CompletableFuture<HttpResponse<byte[]>> coming = null;
        IranDargahException.Trace trace = new IranDargahException.Trace();
        try {
            coming = options.http.sendAsync(request, head -> body);
            // The timeout of the request itself ends with the headers of the answer.
            return coming.get(timeout.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            end(coming, body);
            Thread.currentThread().interrupt();
            trace.cause = interrupted;
            throw IranDargahException.onTheWay(question, ErrorCode.ABORTED, true, trace);
        } catch (TimeoutException late) {
            end(coming, body);
            trace.cause = late;
            throw IranDargahException.onTheWay(question, ErrorCode.TIMEOUT, true, trace);
        } catch (ExecutionException | RuntimeException failed) {
            end(coming, body);
            trace.cause = failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
            boolean late = trace.cause instanceof HttpTimeoutException;
            throw IranDargahException.onTheWay(
                question, late ? ErrorCode.TIMEOUT : ErrorCode.NETWORK, true, trace);
        }
    }

    private static void end(CompletableFuture<?> coming, LimitedBody body) {
        if (coming != null) {
            coming.cancel(true);
        }
        body.cancel();
    }

    private JsonObject read(Question question, HttpResponse<byte[]> response, boolean signed) {
        int status = response.statusCode();
        IranDargahException.Trace trace = new IranDargahException.Trace();
        trace.httpStatus = status;
        if (response.body() == null) {
            trace.fault = "too_large";
            throw IranDargahException.onTheWay(question, ErrorCode.UNREADABLE, true, trace);
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        JsonObject body = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (signed) {
            trace.fault = Signature.faultOfAnswer(options.secretKey,
                response.headers().firstValue(Facts.RESPONSE_SIGNATURE).orElse(null),
                response.headers().firstValue(Facts.RESPONSE_TIMESTAMP).orElse(null),
                response.body(), Instant.now());
            boolean excused = "signature_missing".equals(trace.fault)
                && (body == null || isEarlyRefusal(Answers.codeOf(body)));
            if (trace.fault != null && !excused) {
                throw IranDargahException.onTheWay(question, ErrorCode.UNTRUSTED, true, trace);
            }
        }
        boolean deprecated = response.headers().firstValue(Facts.TOKEN_DEPRECATED).orElse("").equals("true");
        if (deprecated && !warned.getAndSet(true)) {
            LOG.log(System.Logger.Level.WARNING, "The token was rotated away and ends at {0}: use the new one.",
                response.headers().firstValue(Facts.TOKEN_DEPRECATED_EXPIRES_AT).orElse("a time that was not told"));
        }
        return Answers.read(question, status, response.headers(), body);
    }

    private static boolean isEarlyRefusal(Long code) {
        return code != null && BEFORE_THE_TERMINAL_IS_KNOWN.contains(code);
    }
}
