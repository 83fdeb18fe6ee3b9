import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { isWordOfOtherHome } from '../../server/src/knowledge/vendors.ts';

/** How a word is misspelt. */
export type SlipKind = 'case' | 'clear' | 'typing';

/** A word, and a text that was meant as it. */
export interface Slip {
  readonly word: string;
  readonly text: string;
  readonly kind: SlipKind;
}

/** NUGU's words for errors. */
export const WORDS: readonly string[] = loadCatalogData()
  .codes.filter(({ vendor, level }) => vendor === 'nugu' && level === 'device-level')
  .map(({ code }) => code);

/** What people write for a part of a word, and the part. */
const CLEAR: readonly (readonly [RegExp, string])[] = [
  [/^NotSupport(?!ed)/, 'NotSupported'],
  [/^NotSupported/, 'NotSupport'],
  [/^Unsupported/, 'Unsupport'],
  [/^Unsupported/, 'NotSupported'],
  [/TurnedOff$/, 'TurnOff'],
  [/TurnedOff$/, 'IsTurnedOff'],
  [/Turn(On|Off)$/, 'Turned$1'],
  [/Connection/, 'Connected'],
  [/Temp$/, 'Temperature'],
  [/^Temperature/, 'Temp'],
  [/^AlreadyAt/, 'Already'],
  [/^NotAvailable/, 'Unavailable'],
  [/Available/, 'Availability'],
  [/^NotExist/, 'NotExists'],
  [/Charging$/, 'Charged'],
  [/Starting$/, 'Started'],
  [/Stopped$/, 'Stop'],
  [/Authority$/, 'Authorities'],
  [/Color/, 'Colour'],
  [/Mode$/, 'Modes'],
  [/SleepMode$/, 'SleepingMode'],
  [/Range$/, 'Ranges'],
];

/** Every way in which a test misspells a word; each text once, and none that is a word itself, NUGU's or Google's. */
export function slipsOf(word: string): readonly Slip[] {
  const slips: Slip[] = [
    ...[
      word.toLowerCase(),
      word.toUpperCase(),
      word.slice(0, 1).toLowerCase() + word.slice(1),
      word.replace(/of(?=[A-Z])/, 'Of'),
      word.replace(/(?<=.)[A-Z]/, (letter) => letter.toLowerCase()),
      word.replace(/[A-Z](?=[a-z]*$)/, (letter) => letter.toLowerCase()),
      separated(word, '_'),
      separated(word, '_').toUpperCase(),
      separated(word, '-').toLowerCase(),
    ].map((text) => ({ word, text, kind: 'case' as const })),
    ...CLEAR.map(([part, written]) => ({ word, text: word.replace(part, written), kind: 'clear' as const })),
    ...typingSlips(word).map((text) => ({ word, text, kind: 'typing' as const })),
  ];
  const texts = new Map(slips.map((slip) => [slip.text, slip]));
  return [...texts.values()].filter(({ text }) => !WORDS.includes(text) && !isWordOfOtherHome(text));
}

function separated(word: string, mark: string): string {
  return word.replace(/(?<=.)(?=[A-Z])/g, mark);
}

/** A letter left out, doubled, or put behind the next: at every place but the first. */
function typingSlips(word: string): readonly string[] {
  return [...word].flatMap((letter, at) => {
    if (at === 0) return [];
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
    const next = behind.slice(0, 1);
    return [before + behind, before + letter + letter + behind, before + next + letter + behind.slice(1)];
  });
}
