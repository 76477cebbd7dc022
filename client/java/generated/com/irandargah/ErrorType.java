// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The family of an error. Known today: {@code validation_error}, {@code authentication_error}, {@code authorization_error}, {@code business_logic_error}, {@code rate_limit_error}, {@code server_error}, {@code gateway_error}; others may come. */
public final class ErrorType {
    /** {@code validation_error}. */
    public static final String VALIDATION_ERROR = "validation_error";
    /** {@code authentication_error}. */
    public static final String AUTHENTICATION_ERROR = "authentication_error";
    /** {@code authorization_error}. */
    public static final String AUTHORIZATION_ERROR = "authorization_error";
    /** {@code business_logic_error}. */
    public static final String BUSINESS_LOGIC_ERROR = "business_logic_error";
    /** {@code rate_limit_error}. */
    public static final String RATE_LIMIT_ERROR = "rate_limit_error";
    /** {@code server_error}. */
    public static final String SERVER_ERROR = "server_error";
    /** {@code gateway_error}. */
    public static final String GATEWAY_ERROR = "gateway_error";

    private ErrorType() {}
}
