def _safe_json(response: httpx.Response) -> Any:
    """The body as JSON, None when it is none. An answer that says `success: false` is an error, whatever its status."""
    try:
        body = response.json()
    except Exception:
        body = None
    if response.is_success and (not isinstance(body, dict) or body.get("success") is False):
        raise ApiError(str(response.url), response.status_code, response.reason_phrase, body)
    return body
