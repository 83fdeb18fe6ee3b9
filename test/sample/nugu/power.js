// Serves the directives that switch a device on and off, one route each.
import express from 'express';
import { devices } from './devices';

export const power = express.Router();

/** `OK` whatever becomes of the device: the speaker says that it is done. */
power.post('/nugu/v1/capabilities/PowerControl/directives/TurnOn', async (req, res) => {
  const device = await devices.turnOn(req.body.smartHomeDevice.id);
  res.json({ requestId: req.body.requestId, data: [{ resultCode: 'OK', smartHomeDevice: device }] });
});

/** The word of another directive, copied along. */
power.post('/nugu/v1/capabilities/PowerControl/directives/TurnOff', async (req, res) => {
  const device = await devices.find(req.body.smartHomeDevice.id);
  const resultCode = (await device.turnOff()) ? 'OK' : 'AlreadyAtMaxTemp';
  res.json({ requestId: req.body.requestId, data: [{ resultCode, smartHomeDevice: device }] });
});
