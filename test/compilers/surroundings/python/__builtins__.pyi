"""What the programs of the fixtures use and do not declare: see docs/contributing/testing.md."""

from collections.abc import Callable
from typing import Any

# ThinQ

class ThinQApiError(Exception):
    code: str
    message: str

# NUGU

Device = dict[str, str]
Command = dict[str, Any]

Internal = dict[str, Any]

request_id: str
low: int
high: int
device: Device
a: Device
b: Device
in_range: bool
state: str

def brighter(command: Command) -> Any: ...
def darker(command: Command) -> Any: ...
def answer(request: Any) -> Any: ...
def reply(device: Device, item: dict[str, object]) -> str: ...
def mode_of(error: ThinQApiError) -> str: ...

# What a program does for a person.

def show(text: str) -> None: ...
def say(device: Device, text: str) -> None: ...
def report(error: Exception) -> None: ...
def count() -> None: ...
def again() -> None: ...
def wait() -> None: ...

log: Any
logger: Any
_LOGGER: Any
error: ThinQApiError
# Pieces of methods stand without their class.
self: Any

# Servers, and mocks of servers: they take everything.

URL: str
POST: str
app: Any
request: Any
devices: Any
views: Any
path: Callable[..., object]
APIRouter: Any
responses: Any
requests_mock: Any
respx: Any
httpx: Any
aioresponses: Any
httpretty: Any
json: Any
jsonify: Any
JSONResponse: Any
JsonResponse: Any
status: Any
web: Any
