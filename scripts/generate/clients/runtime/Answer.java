        /** The error as the gateway put it; null when the body is not one of its. */
        public ErrorResponse answer() {
            return ErrorResponse.fromJson(body);
        }
