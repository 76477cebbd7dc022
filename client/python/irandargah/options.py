"""What a client is made of, checked before anything is sent."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Optional
from urllib.parse import urlsplit

from .errors import ConfigurationError
from .generated.facts import SERVERS, TOKEN_PATTERN, TOKEN_PREFIXES


@dataclass(frozen=True)
class Settings:
    """The options with nothing missing; times in seconds."""

    token: str = field(repr=False)
    secret_key: Optional[str] = field(repr=False)
    environment: str
    base_url: str
    timeout: float
    retries: int
    max_retry_delay: float
    max_answer_bytes: int


def _has_invisible(text: str) -> bool:
    """Blanks, line breaks, and the marks that come along with copied Persian text."""
    return any(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in text)


def _base_url(address: str) -> str:
    """The address without slashes at its end, or an empty text when it is none."""
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and parts.hostname and not parts.query and not parts.fragment
        return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}" if whole and parts.port != 0 else ""
    except ValueError:
        return ""


def read_options(
    token: str,
    environment: str,
    secret_key: Optional[str],
    base_url: Optional[str],
    timeout: float,
    retries: int,
    max_retry_delay: float,
    max_answer_bytes: int,
) -> Settings:
    """Checks the options.

    Raises ConfigurationError saying what is wrong and what to do; the token itself never appears in it.
    """
    prefix = TOKEN_PREFIXES.get(environment)
    if not prefix:
        raise ConfigurationError('Set environment to "production" or "sandbox".')
    if not isinstance(token, str) or not isinstance(secret_key, (str, type(None))):
        raise ConfigurationError("token and secret_key are texts: set them.")
    if _has_invisible(token) or (secret_key or "").strip() != (secret_key or ""):
        raise ConfigurationError("There is a blank or a line break in token or secret_key: take that one out.")
    if not token.startswith(prefix) or not re.fullmatch(TOKEN_PATTERN, token):
        raise ConfigurationError(
            f"For {environment} the token begins with {prefix}: take that one, or change environment."
        )
    if secret_key == "":
        raise ConfigurationError("A secret is empty: set it, or leave it out.")
    live = environment == "production"
    address = _base_url(SERVERS[environment] if base_url is None else base_url)
    foreign = not address or address.startswith(SERVERS["sandbox" if live else "production"])
    if foreign or (live and not address.startswith("https://")):
        raise ConfigurationError(
            f"base_url does not fit {environment}: leave it out, or give an https:// address of your own."
        )
    if not (timeout > 0 and retries >= 0 and max_retry_delay >= 0 and max_answer_bytes > 0):
        raise ConfigurationError("timeout and max_answer_bytes are more than zero, retries and pauses not less.")
    return Settings(token, secret_key, environment, address, timeout, retries, max_retry_delay, max_answer_bytes)
