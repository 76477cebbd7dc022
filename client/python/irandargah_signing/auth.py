"""Authentication of httpx: signs each attempt of a request and verifies the answer before it is decoded."""

from __future__ import annotations

from typing import Generator

import httpx
from irandargah.signing_facts import (
    ENDPOINT_PREFIX,
    RESPONSE_SIGNATURE_HEADER,
    RESPONSE_TIMESTAMP_HEADER,
)

from .requests import RequestSigner
from .responses import ResponseVerifier


class SigningAuth(httpx.Auth):
    """Give it to the httpx client of the generated one: ``Client(http_client=httpx.Client(auth=SigningAuth(key)))``.

    A call raises SignatureRefused when its answer must not be believed.
    """

    requires_request_body = True
    requires_response_body = True

    def __init__(self, secret_key: str) -> None:
        self._signer = RequestSigner(secret_key)
        self._verifier = ResponseVerifier(secret_key)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        path = request.url.raw_path.decode("ascii").split("?", 1)[0]
        if not path.startswith(ENDPOINT_PREFIX):
            yield request
            return
        request.headers.update(self._signer.headers(request.method, path, request.content))
        response = yield request
        signature = response.headers.get(RESPONSE_SIGNATURE_HEADER)
        if signature is not None or ResponseVerifier.must_be_signed(path, response.status_code):
            timestamp = response.headers.get(RESPONSE_TIMESTAMP_HEADER)
            self._verifier.verify(response.content, signature, timestamp)
