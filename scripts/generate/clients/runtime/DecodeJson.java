    /**
     * The decoded JSON body. An answer that says `success: false` is an error, whatever its status, and so is one that
     * is no JSON object.
     */
    static Object decodeJson(HttpResponse<InputStream> response) {
        String text = new String(readBody(response), StandardCharsets.UTF_8);
        Object body;
        try {
            body = Json.parse(text);
        } catch (IllegalArgumentException notJson) {
            body = text;
        }
        if (!(body instanceof Map<?, ?> fields) || Boolean.FALSE.equals(fields.get("success"))) {
            throw new ApiException(response.uri().toString(), response.statusCode(), body);
        }
        return body;
    }
