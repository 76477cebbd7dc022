package com.irandargah;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads an answer that has been found authentic: a success, or an error by its code. */
final class Answers {
    private static final Pattern SECONDS = Pattern.compile("^\\s*([0-9]{1,12})");

    private Answers() {}

    /** The code of an error, wherever the body says it; null in a success and in a body that has none. */
    static Long codeOf(JsonObject body) {
        JsonObject error = body.object("error");
        Long own = error == null ? null : error.longValue("code");
        boolean succeeded = Boolean.TRUE.equals(body.get("success"));
        return own != null ? own : succeeded ? null : body.longValue("status_code");
    }

    /**
     * Reads the body of an answer.
     *
     * @param body null when it was no JSON object
     * @return the body of a success
     * @throws IranDargahException by its code, if it has one
     */
    static JsonObject read(Question question, int status, HttpHeaders headers, JsonObject body) {
        IranDargahException.Trace trace = new IranDargahException.Trace();
        trace.httpStatus = status;
        trace.retryAfter = retryAfter(headers, status, body == null ? null : codeOf(body));
        if (body == null) {
            throw unusable(question, ErrorCode.UNREADABLE, "not_json", trace);
        }
        JsonObject data = body.object("data");
        JsonObject meta = metaOf(body);
        trace.requestId = meta == null ? null : textOf(meta, "request_id");
        if (namesAnotherRequest(question, body)) {
            throw unusable(question, ErrorCode.UNEXPECTED_ANSWER, "other_request", trace);
        }
        JsonObject error = body.object("error") == null ? new JsonObject(java.util.Map.of()) : body.object("error");
        boolean failed = Boolean.FALSE.equals(body.get("success")) || error.get("code") != null
            || status < 200 || status >= 300;
        if (!failed && question.operation.data == null) {
            return body;
        }
        if (!failed && Boolean.TRUE.equals(body.get("success")) && data != null) {
            String fault = faultOf(question, data);
            if (fault != null) {
                throw unusable(question, ErrorCode.UNEXPECTED_ANSWER, fault, trace);
            }
            return body;
        }
        Long code = codeOf(body);
        if (!failed || code == null) {
            throw unusable(question, ErrorCode.UNEXPECTED_ANSWER, "undocumented", trace);
        }
        trace.gatewayCode = code;
        trace.type = textOf(error, "type");
        trace.persian = textOf(error.get("message") == null ? body : error, "message");
        JsonObject details = error.object("details");
        if (details != null) {
            trace.readDetails(details);
        }
        boolean hasReason = details != null && details.get("reason") != null;
        CatalogueError known = documentedError(question.operation, code, error, hasReason);
        throw known == null
            ? IranDargahException.ofUnknownCode(question, trace)
            : IranDargahException.ofGateway(question, known, trace);
    }

    private static IranDargahException unusable(
        Question question, String code, String fault, IranDargahException.Trace trace) {
        trace.fault = fault;
        return IranDargahException.onTheWay(question, code, true, trace);
    }

    private static String textOf(JsonObject object, String name) {
        return Json.isText(object.get(name)) ? object.text(name) : null;
    }

    private static JsonObject metaOf(JsonObject body) {
        JsonObject data = body.object("data");
        return body.get("meta") != null || data == null ? body.object("meta") : data.object("meta");
    }

    /** How long to wait; the end of the window serves only after a rate limit that names no time. */
    private static Duration retryAfter(HttpHeaders headers, int status, Long code) {
        String after = headers.firstValue(Facts.RETRY_AFTER).orElse("");
        Matcher seconds = SECONDS.matcher(after);
        Instant now = Instant.now();
        Duration wait = Duration.ZERO;
        if (seconds.find()) {
            wait = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        } else if (!after.isEmpty()) {
            try {
                wait = Duration.between(now, ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME));
            } catch (DateTimeException noTime) {
                // It asks for nothing then.
            }
        }
        boolean limited = status == 429 || code != null && code == CatalogueError.RATE_LIMITED.code;
        Matcher end = SECONDS.matcher(limited ? headers.firstValue(Facts.RATE_LIMIT_RESET).orElse("") : "");
        if (wait.isZero() && end.find()) {
            wait = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(end.group(1))));
        }
        return wait.isZero() || wait.isNegative() ? null : wait;
    }

    /**
     * The documented error that a code is. Only the faces of a code that has several are told apart, by type and
     * details; the HTTP status has no say (docs/decisions/0081).
     */
    private static CatalogueError documentedError(
        Operation operation, long code, JsonObject error, boolean hasReason) {
        List<CatalogueError> faces =
            operation.errors.stream().filter(face -> face.code == code).collect(Collectors.toList());
        String type = hasReason ? CatalogueError.STATE_FORBIDS.type : String.valueOf(error.get("type"));
        CatalogueError found = null;
        for (CatalogueError face : faces) {
            found = found == null || face.type.equals(type) || !found.type.equals(type) ? face : found;
        }
        return found;
    }

    /** Why a success cannot be taken for the answer to this question: signatures cover neither path nor request. */
    private static String faultOf(Question question, JsonObject data) {
        Operation operation = question.operation;
        for (String need : operation.data) {
            Object value = data.get(need.split(":")[0]);
            String kind = need.split(":")[1];
            boolean fits = kind.equals("object") ? value instanceof JsonObject
                : kind.equals("array") ? value instanceof List : value != null;
            if (!fits) {
                return "undocumented";
            }
        }
        String first = operation.data.isEmpty() ? "refund" : operation.data.get(0).split(":")[0];
        JsonObject subject = data.object(first);
        String authority = question.subject();
        if (subject != null && (authority != null || operation == Operation.CREATE_PAYMENT)) {
            // What is only assumed of an operation cannot be missed in its answer.
            String named = textOf(subject, "authority");
            if (named == null && !operation.undocumented) {
                return "undocumented";
            }
            if (named != null && authority != null && !named.equals(authority)) {
                return "other_payment";
            }
            Object amount = subject.get("amount");
            Object asked = authority == null ? null : question.fields.get("amount");
            boolean other = asked != null && !Long.valueOf(((Rials) asked).value()).equals(amount);
            if (other && amount instanceof Number) {
                return "other_payment";
            }
            // Whoever delivers on this answer needs all of the proof.
            boolean verified = first.equals("verification") && operation.method.equals("POST");
            if (verified && (other || !Evidence.proves(subject))) {
                return "unproven";
            }
        }
        JsonObject meta = data.object("meta");
        boolean test = meta != null && Boolean.TRUE.equals(meta.get("test_mode"));
        return test && question.live ? "test_mode_with_live_token" : null;
    }

    /** Whether an answer names another request than ours: signatures do not cover which request was answered. */
    private static boolean namesAnotherRequest(Question question, JsonObject body) {
        JsonObject data = body.object("data");
        return names(question, body.object("meta")) || data != null && names(question, data.object("meta"));
    }

    private static boolean names(Question question, JsonObject meta) {
        String key = meta == null ? null : textOf(meta, "idempotency_key");
        return question.idempotencyKey != null && key != null && !key.equals(question.idempotencyKey);
    }
}
