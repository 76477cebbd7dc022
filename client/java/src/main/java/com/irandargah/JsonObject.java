package com.irandargah;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A view of a JSON object that came: whatever is missing, or is not of the type that is asked for, is null. */
public class JsonObject {
    private final Map<String, Object> fields;

    JsonObject(Map<String, Object> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    JsonObject(JsonObject same) {
        this.fields = same.fields;
    }

    final Map<String, Object> fields() {
        return fields;
    }

    /**
     * A field as it came.
     *
     * @param name that of the field
     * @return a String, Long, Double, Boolean, JsonObject or List, or null. A number that a double does not hold is
     *     a BigDecimal in an answer, and the text of its digits in an event.
     */
    public final Object get(String name) {
        return fields.get(name);
    }

    /**
     * Whether a field came, even as null.
     *
     * @param name that of the field
     * @return true when it did
     */
    public final boolean has(String name) {
        return fields.containsKey(name);
    }

    /**
     * A text, also when it came as a number.
     *
     * @param name that of the field
     * @return null when it is anything else
     */
    public final String text(String name) {
        Object value = get(name);
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    /**
     * A whole number, also when it came as its digits.
     *
     * @param name that of the field
     * @return null when it is anything else
     */
    public final Long longValue(String name) {
        return Json.wholeNumber(get(name));
    }

    /**
     * A number.
     *
     * @param name that of the field
     * @return null when it is anything else
     */
    public final Double doubleValue(String name) {
        Object value = get(name);
        return value instanceof Number ? Double.valueOf(((Number) value).doubleValue()) : null;
    }

    /**
     * A truth.
     *
     * @param name that of the field
     * @return null when it is anything else
     */
    public final Boolean booleanValue(String name) {
        Object value = get(name);
        return value instanceof Boolean ? (Boolean) value : null;
    }

    /**
     * An amount of money.
     *
     * @param name that of the field
     * @return null when it is anything else
     */
    public final Rials rials(String name) {
        Long value = longValue(name);
        return value == null || value < 0 ? null : Rials.of(value);
    }

    /**
     * An object inside.
     *
     * @param name that of the field
     * @return null when it is anything else
     */
    public final JsonObject object(String name) {
        Object value = get(name);
        return value instanceof JsonObject ? (JsonObject) value : null;
    }

    final <View> View object(String name, Function<JsonObject, View> view) {
        JsonObject value = object(name);
        return value == null ? null : view.apply(value);
    }

    /**
     * The texts of a list.
     *
     * @param name that of the field
     * @return those of its members that are text; null when it is no list
     */
    public final List<String> texts(String name) {
        return members(name, String.class, text -> text);
    }

    final <View> List<View> objects(String name, Function<JsonObject, View> view) {
        return members(name, JsonObject.class, view);
    }

    private <Member, View> List<View> members(String name, Class<Member> type, Function<Member, View> view) {
        Object value = get(name);
        if (!(value instanceof List)) {
            return null;
        }
        List<View> found = new ArrayList<>();
        for (Object member : (List<?>) value) {
            if (type.isInstance(member)) {
                found.add(view.apply(type.cast(member)));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * Everything in it, with what belongs to the payer.
     *
     * @return a copy of maps, lists and plain values
     */
    public final Map<String, Object> asMap() {
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(name, plain(value)));
        return copy;
    }

    private static Object plain(Object value) {
        if (value instanceof JsonObject) {
            return ((JsonObject) value).asMap();
        }
        if (value instanceof List) {
            List<Object> copy = new ArrayList<>();
            ((List<?>) value).forEach(inner -> copy.add(plain(inner)));
            return copy;
        }
        return value;
    }

    /** JSON that is fit for a log: every sensitive field is redacted. */
    @Override
    public final String toString() {
        return Json.redacted(this);
    }
}
