"""Keys come from the environment alone; a recipe names the variable."""

import os

from factory.errors import Fatal


def api_key(model: str, variable: str | None) -> str:
    """The key of the recipe's `model`, from this variable; empty where the recipe names none.

    Raises:
        Fatal: the variable is not set, or what it holds cannot be a key.
    """
    if variable is None:
        return ""
    key = os.environ.get(variable, "").strip()
    if not key:
        raise Fatal(
            f"models.{model}.key_env: the environment variable {variable} is not set; put the key "
            "into it"
        )
    if not (key.isascii() and key.isprintable()):
        raise Fatal(f"models.{model}.key_env: what {variable} holds is no key")
    return key
