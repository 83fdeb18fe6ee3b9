import express from 'express';
import { devices } from './devices';

export const temperature = express.Router();

/** NUGU never asks here: its directive has another name. */
temperature.post('/nugu/v1/capabilities/TemperatureControl/directives/IncreaseTemprature', async (req, res) => {
  const device = await devices.find(req.body.smartHomeDevice.id);
  if (device.isAtMax) {
    // An answer without its requestId is dropped.
    return res.json({
      data: [{ resultCode: 'AlreadyAtMaxTemp', smartHomeDevice: device }],
    });
  }
  return res.json({ requestId: req.body.requestId, data: [{ resultCode: 'OK', smartHomeDevice: device }] });
});
