import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../server/src/service/api.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld, type World } from '../harness/host.ts';
import { type Around, framed, unrelated } from './frames.ts';

/** What is left silent in a place. */
export interface Silence {
  readonly of: 'all' | 'other styles';
  readonly why: string;
}

/** A place in one language. */
export interface MatrixPlace {
  /** What it is called. */
  readonly place: string;
  /** Ending of the language's files. */
  readonly ending: string;
  /** The whole file; `«»` is where the word stands. */
  readonly text: string;
  /** Where nothing is said of slips: of all, or of those in other styles than NUGU's; and why. */
  readonly silence?: Silence;
}

const PAGE = 'test/matrix/places.md';
const HOLE = '«»';
const SETTINGS = readSettings({}, 'en');

/** Reads the places, each in every language that has it. */
export function readPlaces(): readonly MatrixPlace[] {
  const sections = readFileSync(PAGE, 'utf8').split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const [, place = '', around = ''] = /^(.+) \((.+)\)\n/.exec(section) ?? [];
    return [...section.matchAll(/^```(.+)\n([\s\S]*?)\n```$/gm)].flatMap(([, info = '', body = '']) => {
      const [, endings = '', styles, why] = /^([\w ]+?)(?: silent( in other styles)?: (.+))?$/.exec(info) ?? [];
      const silence: Silence | undefined = why === undefined ? undefined : { of: styles ? 'other styles' : 'all', why };
      return endings.split(' ').map((ending) => ({
        place,
        ending,
        text: framed(body, aroundOf(around, place), ending),
        ...(silence && { silence }),
      }));
    });
  });
}

function aroundOf(text: string, place: string): Around {
  if (text === 'in a function' || text === 'in a class' || text === 'file') return text;
  throw new Error(`${PAGE}: “${place}” stands ${text || 'nowhere'}`);
}

/** Asks about texts in places. */
export interface Matrix {
  /** @returns what is said of the place, with the text in it */
  found(place: MatrixPlace, text: string): Promise<readonly Diagnostic[]>;
  /** @returns what is said of the same place in a file about something else */
  foundElsewhere(place: MatrixPlace, text: string): Promise<readonly Diagnostic[]>;
}

/** Makes one that reads grammars once. */
export function createMatrix(world: World = createWorld()): Matrix {
  const root = world.project();
  const ask = async (ending: string, template: string, text: string): Promise<readonly Diagnostic[]> => {
    const start = template.indexOf(HOLE);
    const document = world.document(root, `answers.${ending}`, template.replaceAll(HOLE, text));
    const { diagnostics } = await world.service.diagnose(document, SETTINGS);
    return diagnostics.filter(({ span, rule }) => rule === 'unknown-code' && span.start <= start && start <= span.end);
  };
  return {
    found: ({ ending, text: template }, text) => ask(ending, template, text),
    foundElsewhere: ({ ending, text: template }, text) => ask(ending, unrelated(template), text),
  };
}
