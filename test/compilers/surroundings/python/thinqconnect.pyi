"""The vendor's SDK, as far as the programs of the fixtures use it."""

class ThinQAPIErrorCodes:
    NOT_REGISTERED_DEVICE = "1213"
    NOT_CONNECTED_DEVICE = "1222"
    COMMAND_NOT_SUPPORTED_IN_POWER_OFF = "2304"

class ThinQAPIException(Exception):
    code: str
    message: str

class ThinQApi:
    async def async_post_device_control(self, device_id: str, payload: dict[str, object]) -> None: ...
