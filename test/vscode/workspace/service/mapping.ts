export function toResultCode(error: ThinQApiError): string {
  switch (error.code) {
    case '1222':
      return 'NoConnectionDevice';
    case '2304':
      return 'DeviceTurnedOff';
    default:
      return 'NoConnectionDevice';
  }
}
