/** The codes that this service meets most. Names count as the codes they stand for. */
export const ThinQError = {
  NOT_CONNECTED_DEVICE: '1222',
  EXCEEDED_API_CALLS: '1306',
  NOT_SUPPORTED_PRODUCT: '2202',
  COMMAND_NOT_SUPPORTED_IN_MODE: '2305',
} as const;

export class ThinQApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** No default: when a device is busy or switched off, the user hears nothing. */
export function report(error: ThinQApiError): void {
  switch (error.code) {
    case ThinQError.NOT_CONNECTED_DEVICE:
      console.warn('The appliance is offline.');
      break;
    case ThinQError.COMMAND_NOT_SUPPORTED_IN_MODE:
      console.warn('The appliance cannot do that now.');
      break;
  }
}

const ADVICE: Record<string, string> = {
  '1222': 'Check the Wi-Fi of the appliance.',
  '2202': 'This product is not supported.',
  /* 잠시 후 다시 🔄 */ '2210': 'Try again in a moment.',
};

/** A map is a dispatch, too. Nothing takes the codes that it lacks. */
export function advise(error: ThinQApiError): string {
  return ADVICE[error.code].toUpperCase();
}

/** `??` takes what the map lacks: nothing is reported. */
export function adviseSafely(error: ThinQApiError): string {
  return ADVICE[error.code] ?? error.message;
}
