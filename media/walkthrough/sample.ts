export class ThinQApiError extends Error {
  constructor(readonly code: string) {
    super(`ThinQ answered with ${code}`);
  }
}

// 1. What does '1222' mean? Rest the mouse on it.
export const unreachable = ['1222', '2304'];

// 2. NUGU ignores a misspelt word. Press Ctrl+. on it (⌘. on a Mac).
export function tooWarm(device: { id: string }) {
  return {
    resultCode: 'TemperatureOutOfRange',
    smartHomeDevice: device,
    errorProperties: { minTemperature: 18, maxTemperature: 30 },
  };
}

// 3. And if the appliance is busy? Click the line above the switch.
export function report(error: ThinQApiError) {
  switch (error.code) {
    case '1222':
      return console.warn('The appliance is offline.');
    case '2304':
      return console.warn('The appliance is switched off.');
  }
}
