app.post('/nugu/v1/capabilities/PowerControl/directives/TurnOn', async (req, res) => {
  const device = await devices.find(req.body.smartHomeDevice.id);
  if (device.isOn) {
    return res.json({ data: [{ resultCode: 'AlreadyTurnOn', smartHomeDevice: device }] });
  }
  return res.json({ requestId: req.body.requestId, data: [{ resultCode: '', smartHomeDevice: device }] });
});
