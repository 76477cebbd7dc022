/**
 * Prepares what the gateway sent for the constructor of a class, whatever it sent: unknown fields are passed over, a
 * number does for a text and digits for a number. What cannot be read is null, as if it had not been sent; never a
 * TypeError, because the money may have moved.
 *
 * @param array<string, string> $types the type of each field: string, int, float, bool, or array for all others
 */
function fit(mixed $data, array $types): array
{
    $fitting = [];
    foreach ($types as $name => $type) {
        $value = is_array($data) ? ($data[$name] ?? null) : null;
        $text = is_string($value) ? trim($value) : $value;
        $fitting[$name] = match ($type) {
            'string' => is_bool($value) ? ($value ? 'true' : 'false') : (is_scalar($value) ? (string) $value : null),
            'int' => is_bool($value) ? null : filter_var($text, FILTER_VALIDATE_INT, FILTER_NULL_ON_FAILURE),
            'float' => is_bool($value) ? null : filter_var($text, FILTER_VALIDATE_FLOAT, FILTER_NULL_ON_FAILURE),
            'bool' => in_array($text, [true, 'true'], true) ? true
                : (in_array($text, [false, 'false'], true) ? false : null),
            'array' => is_array($value) ? $value : null,
        };
    }
    return $fitting;
}

/**
 * Decoded JSON body (assoc arrays), or null when it is none. An answer that says `success: false` is an error, whatever
 * its status, and so is one that is no JSON object.
 */
function decodeJson(array $response): mixed
{
    $body = json_decode($response['body'], true);
    if ($response['status'] < 400 && (!is_array($body) || ($body['success'] ?? null) === false)) {
        throw new ApiError($response['url'], $response['status'], $response['reason'], $body);
    }
    return $body;
}
