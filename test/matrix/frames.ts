/** Where a place stands in its file. */
export type Around = 'in a function' | 'in a class' | 'file';

/** What stands around a place, per language: `BODY` is the place, `DEVICE` a name by which the file is about NUGU. */
const FRAMES: Readonly<Record<string, { readonly function: string; readonly class: string }>> = {
  ts: {
    function: 'export function answer(DEVICE, device, item, error, kind, reason, found) {\nBODY\n}\n',
    class: 'export class Answers {\nBODY\n  of(DEVICE) { return DEVICE; }\n}\n',
  },
  py: {
    function: 'def answer(self, DEVICE, device, item, error, kind, reason, found):\n    BODY\n',
    class: 'class Answers:\n    BODY\n\n    def of(self, DEVICE):\n        return DEVICE\n',
  },
  java: {
    function:
      'class Answers {\n  String answer(Device DEVICE, Device device, Item item, Failure error, String reason) {\nBODY\n  }\n}\n',
    class: 'class Answers {\nBODY\n  Device of(Device DEVICE) { return DEVICE; }\n}\n',
  },
  kt: {
    function:
      'fun answer(DEVICE: Device, device: Device, item: Item, error: Failure, reason: String): Any {\nBODY\n}\n',
    class: 'class Answers {\nBODY\n    fun of(DEVICE: Device) = DEVICE\n}\n',
  },
  cs: {
    function:
      'class Answers {\n  object Answer(Device DEVICE, Device device, Item item, Failure error, string reason) {\nBODY\n  }\n}\n',
    class: 'class Answers {\nBODY\n  Device Of(Device DEVICE) { return DEVICE; }\n}\n',
  },
  go: {
    function:
      'package answers\n\nfunc answer(DEVICE Device, device Device, item Item, err Failure, reason string) any {\nBODY\n}\n',
    class: '',
  },
  rs: {
    function:
      'fn answer(DEVICE: &Device, device: &Device, item: &mut Item, error: &Failure, reason: &str) -> Answer {\nBODY\n}\n',
    class: 'impl Answers {\nBODY\n    fn of(DEVICE: &Device) -> &Device { DEVICE }\n}\n',
  },
  php: {
    function: '<?php\nfunction answer($DEVICE, $device, $item, $error, $reason, $found) {\nBODY\n}\n',
    class: '<?php\nclass Answers {\nBODY\n    public function of($DEVICE) { return $DEVICE; }\n}\n',
  },
  rb: {
    function: 'def answer(DEVICE, device, item, error, kind, reason, found)\nBODY\nend\n',
    class: 'class Answers\nBODY\n  def of(DEVICE)\n    DEVICE\n  end\nend\n',
  },
  swift: {
    function:
      'func answer(DEVICE: Device, device: Device, item: Item, error: Failure, reason: String) throws -> Any {\nBODY\n}\n',
    class: 'class Answers {\nBODY\n    func of(DEVICE: Device) -> Device { return DEVICE }\n}\n',
  },
  dart: {
    function: 'Object answer(Device DEVICE, Device device, Item item, Failure error, String reason) {\nBODY\n}\n',
    class: 'class Answers {\nBODY\n  Device of(Device DEVICE) => DEVICE;\n}\n',
  },
};

/** What others write where NUGU's words and ThinQ's codes stand, so that nothing speaks of either. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['smartHomeDevice', 'parcel'],
  ['NoConnectionDevice', 'WaitingForParts'],
  ['DeviceTurnedOff', 'ReadyToShip'],
  ['NoControlAuthority', 'SentBackAgain'],
  ['1222', 'A-12'],
  ['2304', 'B-23'],
  ['2305', 'C-23'],
]);

/** Puts a place into a file about NUGU. @param ending of the language's files */
export function framed(body: string, around: Around, ending: string): string {
  const { function: inFunction, class: inClass } = FRAMES[ending === 'js' ? 'ts' : ending] ?? {
    function: '',
    class: '',
  };
  const frame =
    around === 'file'
      ? ending === 'yaml'
        ? '# NUGU\ntitle: smartHomeDevice\nBODY'
        : 'BODY'
      : around === 'in a class'
        ? inClass
        : inFunction;
  if (frame === '') throw new Error(`${ending} has no frame for a place ${around}`);
  const indent = /^ *(?=BODY)/m.exec(frame)?.[0] ?? '';
  return frame
    .replace('BODY', () => body.replaceAll(/\n(?=.)/g, `\n${indent}`))
    .replaceAll('DEVICE', 'smartHomeDevice');
}

/** The same file, about something else. */
export function unrelated(text: string): string {
  return [...OTHERS].reduce((other, [nugus, theirs]) => other.replaceAll(nugus, theirs), text);
}
