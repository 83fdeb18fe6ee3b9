import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { textOf } from '../../server/src/catalog/text.ts';
import type { Json } from './writers.ts';

type JsonObject = { readonly [key: string]: Json };

/** The directives in the spelling of sample bodies, with the parameters and properties that NUGU's pages show. */
const DIRECTIVES: readonly (readonly [
  capability: string,
  directive: string,
  parameters: JsonObject,
  properties: JsonObject,
])[] = [
  ['AirflowControl', 'SetAirflow', { airflowType: 'LOW', rawAirflowType: '약풍' }, { airflowType: 'LOW' }],
  ['AirflowControl', 'AskAirflow', {}, { airflowType: 'HIGH' }],
  ['AirflowControl', 'IncreaseAirflow', {}, { airflowType: 'HIGH' }],
  ['AirflowControl', 'DecreaseAirflow', {}, { airflowType: '강풍' }],
  ['AirflowControl', 'SetAirflowMax', {}, { airflowType: 'HIGH' }],
  ['AirflowControl', 'SetAirflowMin', {}, { airflowType: 'LOW' }],
  ['AirQualityCheck', 'AskAirQuality', {}, { airQuality: 1 }],
  ['BrightnessControl', 'SetBrightness', { brightnessLevel: 30 }, { brightnessLevel: 1 }],
  ['BrightnessControl', 'IncreaseBrightness', { brightnessDelta: 3 }, { brightnessLevel: 6 }],
  ['BrightnessControl', 'DecreaseBrightness', { brightnessDelta: 3 }, { brightnessLevel: 1 }],
  ['BrightnessControl', 'SetBrightnessMax', {}, { brightnessLevel: 100 }],
  ['BrightnessControl', 'SetBrightnessMin', {}, { brightnessLevel: 1 }],
  ['ChargeControl', 'StartCharging', {}, {}],
  ['ChargeControl', 'StartCharging', {}, {}],
  ['ChargeControl', 'CheckRemainingBattery', {}, { remainingBattery: '80' }],
  ['ColorControl', 'ChangeColor', { colorType: '#ffff00' }, { colorType: '#ff0000' }],
  ['DeviceTemperatureControl', 'AskDeviceTemperature', {}, { temperatureLevel: '120.0' }],
  ['DeviceTemperatureControl', 'SetDeviceTemperature', { temperatureLevel: '120.0' }, { temperatureLevel: '120.0' }],
  ['HumidityControl', 'AskHumidity', {}, { currentHumidity: '55' }],
  ['HumidityControl', 'SetHumidity', { humidityLevel: '40' }, { humidityLevel: '50' }],
  ['HumidityControl', 'IncreaseHumidity', { humidityDelta: '10' }, { humidityLevel: '50' }],
  ['HumidityControl', 'DecreaseHumidity', { humidityDelta: '40' }, { humidityLevel: '40' }],
  ['HumidityControl', 'SetHumidityMax', {}, { humidityLevel: '70' }],
  ['HumidityControl', 'SetHumidityMin', {}, { humidityLevel: '30' }],
  ['ModeControl', 'SetMode', { mode: 'COLD' }, { mode: 'COLD' }],
  ['ModeControl', 'CancelMode', { mode: 'WINDLESS' }, { mode: 'WINDLESS' }],
  ['PowerCheck', 'AskPower', {}, { powerConsumption: '30', month: '3' }],
  ['PowerCheck', 'AskPowerTarget', {}, { targetPowerConsumption: '300' }],
  ['PowerControl', 'TurnOn', {}, {}],
  ['PowerControl', 'TurnOff', {}, {}],
  ['SetTimeControl', 'SetEndtime', { dateTime: '2019-10-01T15:50' }, { dateTime: '2019-10-01T15:50' }],
  ['SetTimeControl', 'CancelEndtime', {}, {}],
  ['StateCheck', 'AskState', {}, { temperatureLevel: '200', hour: '1', minute: '29' }],
  ['StateCheck', 'AskOpenState', {}, { openState: 'open' }],
  ['TemperatureControl', 'AskTemperature', {}, { currentTemperature: '25', temperatureLevel: '20' }],
  ['TemperatureControl', 'SetTemperature', { temperatureLevel: '20' }, { temperatureLevel: '20' }],
  ['TemperatureControl', 'IncreaseTemperature', { temperatureDelta: '3' }, { temperatureLevel: '23' }],
  ['TemperatureControl', 'DecreaseTemperature', { temperatureDelta: '3' }, { temperatureLevel: '23' }],
  ['TemperatureControl', 'SetTemperatureMax', {}, { temperatureLevel: '30' }],
  ['TemperatureControl', 'SetTemperatureMin', {}, { temperatureLevel: '18' }],
];

const DEVICE: JsonObject = {
  id: 'device-1',
  deviceTypeCode: 'AIR_CONDITIONER',
  deviceTypeName: '에어컨',
  deviceModelName: 'model-1',
  friendlyName: '거실 에어컨',
  customData: {},
};

/** What each error asks for besides, as the page's samples write it. */
const ERROR_PROPERTIES: { readonly [code: string]: JsonObject } = {
  TemperatureOutofRange: { minTemperature: '18', maxTemperature: '29' },
  HumidityOutofRange: { minHumidity: '10', maxHumidity: '90' },
  NotInAvailableMode: { mode: 'AUTO' },
  NotSupportedInCurrentMode: { mode: 'AUTO' },
};

const { codes } = loadCatalogData();

/** Requests, answers and errors in the shapes of the vendors' pages, with ids of our own, each of them by a name. */
export function officialSamples(): readonly (readonly [name: string, body: JsonObject])[] {
  const requests = DIRECTIVES.map(([capability, directive, parameters], index): [string, JsonObject] => [
    `a request for ${directive}`,
    {
      version: 1,
      requestId: `request-${index}`,
      action: {
        command: { smartHomeCapability: capability, smartHomeDirective: directive, parameters },
        smartHomeDevices: [DEVICE],
      },
      context: { session: { id: 'session-1', accessToken: 'token-1' } },
    },
  ]);
  const answers = DIRECTIVES.map(([, directive, , properties], index): [string, JsonObject] => [
    `an answer to ${directive}`,
    { requestId: `request-${index}`, data: [{ resultCode: 'OK', smartHomeDevice: DEVICE, properties }] },
  ]);
  const failures = codes
    .filter(({ level, vendor }) => vendor === 'nugu' && level === 'device-level')
    .map(({ code }): [string, JsonObject] => [
      `a failure with ${code}`,
      {
        requestId: 'request-1',
        data: [{ resultCode: code, smartHomeDevice: {}, errorProperties: ERROR_PROPERTIES[code] ?? {} }],
      },
    ]);
  const refusals = codes
    .filter(({ level }) => level === 'global-level')
    .map((code): [string, JsonObject] => [
      `a refusal with ${code.code}`,
      { requestId: 'request-1', error: { code: Number(code.code), message: textOf(code) } },
    ]);
  const errors = codes
    .filter(({ vendor, layer }) => vendor === 'thinq' && layer !== 'field')
    .map((code): [string, JsonObject] => [
      `ThinQ's error ${code.code}`,
      {
        messageId: 'message-1',
        timestamp: '2026-01-01T00:00:00.000000',
        error: {
          message: textOf(code).replace(/\{[A-Z]+ \(Exception Code\)\}/, `HEAT (${code.code})`),
          code: code.code,
        },
      },
    ]);
  const single: [string, JsonObject] = [
    'an answer with one resultCode',
    { requestId: 'request-1', resultCode: 'OK', parameters: {} },
  ];
  const discovery: [string, JsonObject] = [
    'the devices of a discovery',
    {
      devices: [
        {
          id: 'device-1',
          deviceTypeCode: 'FAN',
          deviceTypeName: '선풍기',
          deviceModelName: 'model-1',
          friendlyNameSuggestion: '거실 선풍기',
          manufacturer: 'maker',
          supportedCapabilities: { powerControl: {}, airflowControl: { supportedAirflowTypes: ['HIGH', 'LOW'] } },
          customData: {},
          connectionStatus: 'true',
        },
      ],
    },
  ];
  return [...requests, ...answers, ...failures, ...refusals, ...errors, single, discovery];
}
