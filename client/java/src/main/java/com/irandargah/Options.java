package com.irandargah;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a client is made of, checked before anything is sent; the token itself never appears in a message. */
final class Options {
    /** Blanks, line breaks, and the marks that come along with copied Persian text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
    private static final Pattern AT_AN_END = Pattern.compile("^[\\s\\p{Z}\uFEFF]|[\\s\\p{Z}\uFEFF]$");

    final String token;
    final String secretKey;
    final String baseUrl;
    final boolean live;
    final Duration timeout;
    final int retries;
    final Duration maxRetryDelay;
    final int maxAnswerBytes;
    final HttpClient http;

    Options(IranDargahClient.Builder given) {
        Environment environment = given.environment;
        if (environment == null) {
            throw new IllegalArgumentException("Set environment to PRODUCTION or SANDBOX.");
        }
        live = environment == Environment.PRODUCTION;
        token = given.token == null ? "" : given.token;
        secretKey = given.secretKey;
        if (INVISIBLE.matcher(token).find() || secretKey != null && AT_AN_END.matcher(secretKey).find()) {
            throw new IllegalArgumentException(
                "There is a blank or a line break in token or secretKey: take that one out.");
        }
        if (!token.startsWith(environment.prefix) || !token.matches(Facts.TOKEN_PATTERN)) {
            throw new IllegalArgumentException("For " + environment.word() + " the token begins with "
                + environment.prefix + ": take that one, or change environment.");
        }
        if (secretKey != null) {
            Signature.checkSecret(secretKey);
        }
        baseUrl = address(given.baseUrl == null ? environment.address : given.baseUrl, environment);
        timeout = positive("timeout", given.timeout);
        retries = notNegative("retries", given.retries);
        maxRetryDelay = positive("maxRetryDelay", given.maxRetryDelay);
        maxAnswerBytes = given.maxAnswerBytes;
        if (maxAnswerBytes <= 0) {
            throw new IllegalArgumentException("maxAnswerBytes has to be more than zero.");
        }
        http = given.http == null ? ownHttp(timeout) : given.http;
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                "The HttpClient follows redirects, which would carry the token elsewhere: build it with NEVER.");
        }
    }

    private static HttpClient ownHttp(Duration timeout) {
        return HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    }

    /** The address without a slash at its end, if it is one that fits. */
    private static String address(String given, Environment environment) {
        Environment other = environment == Environment.PRODUCTION ? Environment.SANDBOX : Environment.PRODUCTION;
        try {
            URI uri = new URI(given);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(java.util.Locale.ROOT);
            boolean secure = scheme.equals("https");
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
            boolean foreign = plain && uri.getHost().equalsIgnoreCase(URI.create(other.address).getHost());
            boolean open = scheme.equals("http") && environment == Environment.SANDBOX;
            if (plain && !foreign && (secure || open)) {
                return given.replaceAll("/+$", "");
            }
        } catch (URISyntaxException noAddress) {
            // It is refused as every other that does not fit.
        }
        throw new IllegalArgumentException("baseUrl does not fit " + environment.word()
            + ": leave it out, or give an https:// address of your own.");
    }

    static Duration positive(String name, Duration limit) {
        if (limit == null || limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(name + " has to be more than zero.");
        }
        return limit;
    }

    static int notNegative(String name, int times) {
        if (times < 0) {
            throw new IllegalArgumentException(name + " has to be zero or more.");
        }
        return times;
    }
}
