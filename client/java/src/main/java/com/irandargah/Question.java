package com.irandargah;

import java.util.Map;

/** What was asked, as far as the answer has to agree with it. */
final class Question {
    final Operation operation;
    /** The authority in the path, if there is one. */
    final String authority;
    /** The fields of the body or of the query. */
    final Map<String, Object> fields;
    /** Null for an operation that takes none. */
    final String idempotencyKey;
    final boolean live;

    Question(Operation operation, String authority, Map<String, Object> fields, String idempotencyKey, boolean live) {
        this.operation = operation;
        this.authority = authority;
        this.fields = fields;
        this.idempotencyKey = idempotencyKey;
        this.live = live;
    }

    /** The authority that is asked about, wherever it stands. */
    String subject() {
        return authority != null ? authority : (String) fields.get("authority");
    }
}
