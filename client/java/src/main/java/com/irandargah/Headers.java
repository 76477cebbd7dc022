package com.irandargah;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads headers in every shape that frameworks give them: a text, a list or an array by a name in any case. */
final class Headers {
    private Headers() {}

    /** The values that something holds. */
    static Collection<?> valuesOf(Object value) {
        Collection<?> all = value instanceof Collection ? (Collection<?>) value
            : value instanceof Object[] ? Arrays.asList((Object[]) value)
            : value == null ? List.of() : List.of(value);
        return all.stream().filter(Objects::nonNull).collect(Collectors.toList());
    }

    /**
     * The one value of a header; null when there is none.
     *
     * @throws WebhookException when it comes twice, also in two spellings
     */
    static String read(Map<String, ?> headers, String name) {
        List<Object> found = new ArrayList<>();
        headers.forEach((key, value) -> {
            // A servlet that stands behind CGI has its names so.
            String cgi = "HTTP_" + name.replace('-', '_');
            if (name.equalsIgnoreCase(key) || cgi.equalsIgnoreCase(key)) {
                found.addAll(valuesOf(value));
            }
        });
        if (found.size() > 1) {
            throw new WebhookException("header_doubled");
        }
        return found.isEmpty() ? null : found.get(0).toString();
    }
}
