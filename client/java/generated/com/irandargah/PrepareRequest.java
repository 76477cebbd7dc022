// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.Map;

/** The body of {@code prepareRequest}. */
public final class PrepareRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param method Its HTTP method.
     * @param endpoint Its path after {@code /v2/}, without the query; {@code payments} for example.
     * @throws IllegalArgumentException when one of them is null
     */
    public PrepareRequest(String method, String endpoint) {
        put("method", method);
        put("endpoint", endpoint);
    }

    /**
     * Sets {@code data}.
     *
     * @param data Its body; leave it out for a request without one.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PrepareRequest data(Map<String, ?> data) {
        put("data", data);
        return this;
    }
}
