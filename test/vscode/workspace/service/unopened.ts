export function tooWarm(smartHomeDevice: SmartHomeDevice) {
  return { resultCode: 'TemperatureOutOfRange', smartHomeDevice };
}
