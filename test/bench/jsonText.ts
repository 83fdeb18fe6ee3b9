import type { Template } from './corpus.ts';

/** Records as most are. Each ends with a comma; the list's last one closes it. */
export const JSON_ORDINARY: readonly [Template, ...Template[]] = [
  ({ noun, other, number, amount }) => `
  {
    "id": "${noun}-${number}",
    "kind": "${other}",
    "enabled": true,
    "position": { "x": ${amount}, "y": ${amount / 8}, "floor": 2 },
    "tags": ["${noun}", "${other}", "living room"],
    "history": [
      { "at": "2025-03-01T09:15:02.341Z", "value": ${amount}, "unit": "W" },
      { "at": "2025-03-01T09:16:02.341Z", "value": ${amount + 1}, "unit": "W" }
    ],
    "note": null
  },`,
  ({ noun, verb, number, amount }) => `
  {
    "name": "@example/${verb}-${noun}",
    "version": "1.${number}.0",
    "license": "MIT",
    "engines": { "node": ">=20" },
    "files": ["dist", "README.md"],
    "scripts": { "build": "${verb} --minify", "start": "node dist/${noun}.js --port ${amount}" },
    "dependencies": {
      "left-${noun}": "^2.1.0",
      "right-${noun}": "~0.${amount}.3"
    }
  },`,
];

/** Answers that carry codes, with something to find in them. */
export const JSON_CODES: readonly [Template, ...Template[]] = [
  ({ number, codes }) => `
  {
    "messageId": "m-${number}",
    "timestamp": "2025-03-01T09:15:02.341Z",
    "error": { "message": "Command not supported in STANDBY", "code": ${codes[0]} }
  },`,
  ({ number, noun }) => `
  {
    "requestId": "r-${number}",
    "data": [
      {
        "resultCode": "TemperatureOutOfRange",
        "smartHomeDevice": { "id": "${noun}" },
        "errorProperties": { "minTemperature": 18, "maxTemperature": 30 }
      }
    ]
  },`,
];
