package com.irandargah;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent: a body or a query, with the fields that were set. */
public abstract class Request {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Request() {}

    final void put(String name, Object value) {
        boolean hole = value instanceof Collection && ((Collection<?>) value).stream().anyMatch(one -> one == null);
        if (value == null || hole) {
            throw new IllegalArgumentException(name + " is null: give a value, or leave it out.");
        }
        fields.put(name, value);
    }

    /** A copy in the order in which they were set, so that the same request is the same bytes wherever it is repeated. */
    final Map<String, Object> fields() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** JSON that is fit for a log: every sensitive field is redacted. */
    @Override
    public final String toString() {
        return Json.redacted(fields);
    }
}
