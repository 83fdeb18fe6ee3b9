"""Answers of a NUGU speaker."""


def answer(device):
    return {"resultCode": "DeviceTurnedOff", "smartHomeDevice": device}


def too_warm(device):
    return {"resultCode": "TemperatureOutOfRange", "smartHomeDevice": device,
            "errorProperties": {"minTemperature": 18, "maxTemperature": 30}}


def at_the_top(device):
    return {"resultCode": "AlreadyAtMaxTmp", "smartHomeDevice": device}


def soon(device):
    return {"resultCode": "", "smartHomeDevice": device}
