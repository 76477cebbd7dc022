    /** The error as the gateway put it; null when the body is not one of its. */
    public function answer(): ?ErrorResponse
    {
        return is_array($this->body) ? ErrorResponse::fromArray($this->body) : null;
    }
