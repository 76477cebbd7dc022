package com.irandargah;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the payer's return to the shop, which anybody can forge, against what the shop has stored. */
public final class Callbacks {
    // Your record decides; the forms only keep out what cannot be one.
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,16}");
    private static final Pattern STATUS = Pattern.compile("-?[0-9]{1,9}");

    /** The callback's codes are a list of their own (docs/decisions/0045). */
    private static final Map<String, Callback.Claim> CLAIMS =
        Map.of("201", Callback.Claim.AWAITING_VERIFICATION, "100", Callback.Claim.VERIFIED);

    private Callbacks() {}

    /**
     * Reads a callback by its raw form, so that a doubled field is seen.
     *
     * @param <P> your record
     * @param method that of the request
     * @param query its query string without the question mark, as it came; null when there is none
     * @param body its body as it came; null when there is none
     * @param stored finds your record by authority, null when there is none
     * @return your record and the claim
     * @throws CallbackException when it does not fit your record, or is no callback at all
     */
    public static <P extends StoredPayment> Callback<P> readCallback(
        String method, String query, String body, Function<String, ? extends P> stored) {
        return readCallback(method, parse("POST".equals(method) ? body : query), stored);
    }

    /**
     * Reads a callback by a form that a framework has parsed: from the query for GET, from the body for POST.
     *
     * @param <P> your record
     * @param method that of the request
     * @param form all values by name: a list, an array or a single text
     * @param stored finds your record by authority, null when there is none
     * @return your record and the claim
     * @throws CallbackException when it does not fit your record, or is no callback at all
     */
    public static <P extends StoredPayment> Callback<P> readCallback(
        String method, Map<String, ?> form, Function<String, ? extends P> stored) {
        if (!"GET".equals(method) && !"POST".equals(method)) {
            throw new CallbackException(CallbackException.Reason.METHOD_NOT_ALLOWED);
        }
        Map<String, String> fields = fieldsOf(form);
        String authority = fields.get("authority");
        String amount = fields.get("amount");
        String order = fields.get("order_id");
        String status = fields.get("status_code");
        if (!fits(AUTHORITY, authority) || !fits(AMOUNT, amount) || !fits(STATUS, status)
            || order == null || order.isEmpty()) {
            throw new CallbackException(CallbackException.Reason.MALFORMED);
        }
        P payment = stored.apply(authority);
        if (payment == null) {
            throw new CallbackException(CallbackException.Reason.UNKNOWN_PAYMENT);
        }
        if (!authority.equals(payment.authority())) {
            throw new CallbackException(CallbackException.Reason.AUTHORITY_DIFFERS);
        }
        if (payment.amount() == null || payment.amount().value() != Long.parseLong(amount)) {
            throw new CallbackException(CallbackException.Reason.AMOUNT_DIFFERS);
        }
        if (!order.equals(payment.orderId())) {
            throw new CallbackException(CallbackException.Reason.ORDER_DIFFERS);
        }
        Callback.Claim other = status.startsWith("-") ? Callback.Claim.NOT_PAID : Callback.Claim.UNKNOWN;
        return new Callback<>(payment, CLAIMS.getOrDefault(status, other), fields.getOrDefault("message", ""));
    }

    private static boolean fits(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    /** The callback's own fields, each once; other parameters of your address are none of its business. */
    private static Map<String, String> fieldsOf(Map<String, ?> form) {
        Map<String, String> fields = new HashMap<>();
        for (String name : Facts.CALLBACK_FIELDS) {
            Collection<?> values = Headers.valuesOf(form.get(name));
            if (values.size() > 1) {
                throw new CallbackException(CallbackException.Reason.DOUBLED_FIELD);
            }
            values.forEach(value -> fields.put(name, value.toString()));
        }
        return fields;
    }

    /** A form as browsers write it. */
    private static Map<String, List<String>> parse(String form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : Arrays.asList((form == null ? "" : form).split("&"))) {
            String[] halves = pair.split("=", 2);
            values.computeIfAbsent(decoded(halves[0]), name -> new ArrayList<>())
                .add(halves.length > 1 ? decoded(halves[1]) : "");
        }
        return values;
    }

    /** As browsers decode it: a percent sign that encodes nothing stays one, where URLDecoder would throw. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] given = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < given.length; at++) {
            int high = at + 2 < given.length ? Character.digit(given[at + 1], 16) : -1;
            int low = at + 2 < given.length ? Character.digit(given[at + 2], 16) : -1;
            boolean encoded = given[at] == '%' && high >= 0 && low >= 0;
            bytes.write(encoded ? high << 4 | low : given[at]);
            at += encoded ? 2 : 0;
        }
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
}
