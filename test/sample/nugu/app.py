"""The same service with FastAPI."""

from fastapi import APIRouter, FastAPI

from .devices import Device, find

router = APIRouter(prefix="/nugu/v1/capabilities/ModeControl/directives")


@router.post("/SetMode")
async def set_mode(request: dict) -> dict:
    device: Device = await find(request["smartHomeDevice"]["id"])
    if request["mode"] not in device.modes:
        return {
            "requestId": request["requestId"],
            "data": [{"resultCode": "", "smartHomeDevice": device.id}],
        }
    await device.set_mode(request["mode"])
    return {"requestId": request["requestId"], "data": [{"resultCode": "OK", "smartHomeDevice": device.id}]}


app = FastAPI()
app.include_router(router)
