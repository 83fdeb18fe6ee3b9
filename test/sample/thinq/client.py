"""Controls appliances through the official SDK.

Messages are explained as well: Command not supported in STANDBY (2305)
"""

import logging

from thinqconnect import ThinQApi, ThinQAPIErrorCodes, ThinQAPIException

from .codes import SLOW_DOWN, UNSUPPORTED

_LOGGER = logging.getLogger(__name__)

POWER_ON = {"operation": {"airConOperationMode": "POWER_ON"}}


async def turn_on(api: ThinQApi, device_id: str) -> None:
    try:
        await api.async_post_device_control(device_id, POWER_ON)
    except ThinQAPIException as exc:
        report(exc)


def report(exc: ThinQAPIException) -> None:
    match exc.code:
        case ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE:
            _LOGGER.warning("The appliance is offline.")
        case "2305":
            _LOGGER.warning("The appliance is in another mode.")


def is_gone(exc: ThinQAPIException) -> bool:
    return exc.code == 1205


def is_slow_down(exc: ThinQAPIException) -> bool:
    return exc.code in SLOW_DOWN


def is_unsupported(exc: ThinQAPIException) -> bool:
    return exc.code in UNSUPPORTED
