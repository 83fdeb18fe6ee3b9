const ThinQError = {
  NOT_CONNECTED_DEVICE: '1222',
  FAIL_DEVICE_CONTROL: '2201',
} as const;

interface ThinQApiError {
  readonly code: string;
  readonly message: string;
}

export function report(error: ThinQApiError): void {
  switch (error.code) {
    case ThinQError.NOT_CONNECTED_DEVICE:
      console.warn('The device is offline.');
      break;
    case '2201':
      console.warn('The device did not follow.');
      break;
  }
}
