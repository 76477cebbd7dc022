import re


def _as_integer(data: Any) -> Optional[int]:
    if isinstance(data, bool):
        return None
    if isinstance(data, str) and re.fullmatch(r"-?[0-9]+", data.strip()):
        return int(data)
    if isinstance(data, float) and data.is_integer():
        return int(data)
    return data if isinstance(data, int) else None


def _as_number(data: Any) -> Optional[float]:
    if isinstance(data, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", data.strip()):
        return float(data)
    return data if isinstance(data, (int, float)) and not isinstance(data, bool) else None


def _as_boolean(data: Any) -> Optional[bool]:
    if isinstance(data, str) and data.strip().lower() in ("true", "false"):
        return data.strip().lower() == "true"
    return data if isinstance(data, bool) else None


def _as_text(data: Any) -> Optional[str]:
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, (int, float)):
        return str(data)
    return data if isinstance(data, str) else None


def decode(type_: Any, data: Any) -> Any:
    """Reads what the gateway sent as the annotated type, whatever it sent: unknown fields are passed over, a number
    does for a text and digits for a number. What cannot be read is None, as if it had not been sent; never an
    exception, because the money may have moved."""
    if data is None or type_ is Any:
        return data
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is typing.Union:
        members = [member for member in arguments if member is not type(None)]
        return decode(members[0], data) if len(members) == 1 else data
    if origin is list:
        return [decode(arguments[0], item) for item in data] if isinstance(data, list) else None
    if origin is dict:
        if not isinstance(data, dict):
            return None
        return {key: decode(arguments[1], value) for key, value in data.items()}
    if dataclasses.is_dataclass(type_):
        if not isinstance(data, dict):
            return None
        hints = get_type_hints(type_)
        names = getattr(type_, "_field_map", {})
        fields = [field.name for field in dataclasses.fields(type_)]
        return type_(**{name: decode(hints[name], data.get(names.get(name, name))) for name in fields})
    if not isinstance(type_, type):
        return data
    if issubclass(type_, Enum):
        return type_(data) if data in [member.value for member in type_] else data
    for base, reader in ((bool, _as_boolean), (int, _as_integer), (float, _as_number), (str, _as_text)):
        if issubclass(type_, base):
            value = reader(data)
            # A list of known values is a class of its own: PaymentStatus("refunded") is a text like any other.
            return value if value is None or type_ is base else type_(value)
    return data
