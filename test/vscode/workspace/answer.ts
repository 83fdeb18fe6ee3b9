interface SmartHomeDevice {
  readonly id: string;
}

export function tooWarm(requestId: string, smartHomeDevice: SmartHomeDevice) {
  return {
    requestId,
    data: [
      {
        resultCode: 'TemperatureOutOfRange',
        smartHomeDevice,
        errorProperties: { minTemperature: 18, maxTemperature: 30 },
      },
    ],
  };
}
