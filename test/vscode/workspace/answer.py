def too_warm(request_id: str, smart_home_device: dict) -> dict:
    return {
        "requestId": request_id,
        "data": [
            {
                "resultCode": "TemperatureOutOfRange",
                "smartHomeDevice": smart_home_device,
                "errorProperties": {"minTemperature": 18, "maxTemperature": 30},
            }
        ],
    }
