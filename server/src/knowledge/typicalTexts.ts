/** A text as people write them who deal with codes. */
export interface TypicalText {
  /** VS Code's language id. */
  readonly languageId: string;
  readonly text: string;
  /** UTF-16 offset within a code. */
  readonly at: number;
}

/**
 * One text in each of the languages that most integrations are written in: LG's own SDK is Python, and NUGU's samples are
 * JavaScript. What it takes to read them (the catalog's index, a grammar, code that has run once) serves other texts, too. Each has the
 * commonest slip in it, so that what tells of one runs as well.
 */
export const TYPICAL_TEXTS: readonly TypicalText[] = [
  typical(
    'typescript',
    `export async function turnOn(thinq: ThinQApi, id: string): Promise<SmartHomeResponse> {
  const smartHomeDevice = { id };
  try {
    await thinq.control(id, { operation: { mode: 'POWER_ON' } });
    return { resultCode: 'OK', smartHomeDevice };
  } catch (error) {
    if (error instanceof ThinQApiError && error.code === '1222') return { resultCode: 'NoConnectionDevice', smartHomeDevice };
    switch (error.code) {
      case '2304':
      case '2305':
        return { resultCode: 'NotSupportInCurrentMode', smartHomeDevice };
      default:
        return { resultCode: ADVICE[error.code] ?? 'NoControlAuthority', smartHomeDevice };
    }
  }
}

const ADVICE: Record<string, string> = { '2209': 'DeviceInSleepMode', '2214': 'UnsupportedMode' };
`,
  ),
  typical(
    'python',
    `from thinqconnect import ThinQAPIException

OFFLINE = {"1222", "2304"}


async def turn_on(thinq, device_id):
    device = {"id": device_id}
    try:
        await thinq.async_post_device_control(device_id, {"operation": {"mode": "POWER_ON"}})
    except ThinQAPIException as error:
        if error.code in OFFLINE:
            return {"resultCode": "NoConnectionDevice", "smartHomeDevice": device}
        if error.code == "2305":
            return {"resultCode": "NotSupportInCurrentMode", "smartHomeDevice": device}
        raise
    return {"resultCode": "OK", "smartHomeDevice": device}
`,
  ),
];

function typical(languageId: string, text: string): TypicalText {
  return { languageId, text, at: text.indexOf('1222') + 1 };
}
