    // Whatever the gateway sends is read: a number does for a text and digits for a number. What cannot be read is
    // null, as if it had not been sent; never an exception, because the money may have moved.

    static String asString(Object value) {
        return value == null || value instanceof Map || value instanceof List ? null : String.valueOf(value);
    }

    static Long asLong(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof String text && text.strip().matches("-?[0-9]{1,18}") ? Long.valueOf(text.strip()) : null;
    }

    static Double asDouble(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof String text && text.strip().matches("-?[0-9]+([.][0-9]+)?")
            ? Double.valueOf(text.strip())
            : null;
    }
