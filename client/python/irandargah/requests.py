"""Sends with `requests`, for shops that have it: `IranDargah(transport=RequestsTransport(session), …)`."""

from typing import Optional

import requests

from .answers import RawAnswer
from .core import Send
from .transports import Collector, folded


class RequestsTransport:
    """Sends with a `requests.Session`: yours, which you close yourself, or one of its own."""

    def __init__(self, session: Optional[requests.Session] = None) -> None:
        self._own = session is None
        self._session = requests.Session() if session is None else session

    def send(self, request: Send) -> RawAnswer:
        collector = Collector(request)
        # Prepared apart from the session, whose credentials and .netrc would replace the token.
        prepared = requests.Request(
            request.method, request.url, headers=dict(request.headers), data=request.body
        ).prepare()
        surroundings = self._session.merge_environment_settings(request.url, {}, True, None, None)
        try:
            # A redirect is not followed: it would carry the token to another address.
            with self._session.send(
                prepared, timeout=request.timeout, allow_redirects=False, **surroundings
            ) as response:
                for part in response.iter_content(65_536):
                    collector.add(part, response.status_code)
        except requests.Timeout as error:
            raise TimeoutError from error
        return RawAnswer(response.status_code, folded(response.headers.items()), collector.body())

    def close(self) -> None:
        if self._own:
            self._session.close()
