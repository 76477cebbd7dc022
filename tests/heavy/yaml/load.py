# Loads a YAML file with the named library and prints it as JSON; a value that JSON has not is an error.
import json
import sys


def plain(value, place="$"):
    if isinstance(value, dict):
        for key in value:
            if type(key) is not str:
                raise SystemExit(f"{place} has the key {key!r}, a {type(key).__name__}")
        return {key: plain(item, f"{place}.{key}") for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item, f"{place}[{index}]") for index, item in enumerate(value)]
    if value is None or type(value) in (str, int, float, bool):
        return value
    raise SystemExit(f"{place} is a {type(value).__name__}")


library, file = sys.argv[1:]
with open(file, encoding="utf-8") as stream:
    if library == "pyyaml":
        import yaml

        document = yaml.safe_load(stream)
    else:
        from ruamel.yaml import YAML

        loader = YAML(typ="safe", pure=True)
        loader.version = library.removeprefix("ruamel-")
        document = loader.load(stream)
json.dump(plain(document), sys.stdout, ensure_ascii=False)
