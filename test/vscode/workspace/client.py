from thinqconnect import ThinQAPIErrorCodes, ThinQAPIException


def report(exc: ThinQAPIException) -> None:
    match exc.code:
        case ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE:
            print("The device is offline.")
        case "2201":
            print("The device did not follow.")
