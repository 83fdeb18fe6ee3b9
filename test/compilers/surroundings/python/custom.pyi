"""A client for ThinQ of somebody's own, which lays no type over a code."""

from typing import Any

class ThinQAPIException(Exception):
    code: Any
    message: str
