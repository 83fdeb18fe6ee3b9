import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { isCommonplace } from '../../server/src/knowledge/numbers.ts';

const QUOTES = ['"', "'", '`'];

/**
 * The TextMate grammar that colours codes inside the strings of any language, as the text of its file.
 *
 * Only a string that consists of a code counts. The host grammar has already consumed the opening quote, so the code
 * must stand exactly where the string's rule began (`\G`), after a quote and before the same quote.
 *
 * A code is one of a closed list, so it has the scope of an enumeration's member, which themes colour: `constant.other` they
 * leave as the string around it.
 */
export function renderGrammar(catalog: Catalog): string {
  // Numbers that are common in ordinary code are not coloured on their own.
  const numbers = catalog.codes.filter(({ vendor, code }) => vendor === 'thinq' && !isCommonplace(code));
  const words = catalog.codes.filter(({ level }) => level === 'device-level');
  const grammar = {
    information_for_contributors: ['Generated from server/catalog: do not edit.'],
    scopeName: 'thinq-nugu.injection',
    // In JSON the keys are strings too, and numbers among them are anything but codes.
    injectionSelector: 'L:string -comment -support.type.property-name',
    patterns: [
      wholeString(
        'variable.other.enummember.error-code.thinq',
        numbers.map(({ code }) => code),
      ),
      wholeString(
        'variable.other.enummember.error-code.nugu',
        words.map(({ code }) => code),
      ),
    ],
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}

function wholeString(name: string, codes: readonly string[]): { name: string; match: string } {
  const alternatives = codes.toSorted().join('|');
  const match = QUOTES.map((quote) => `\\G(?<=${quote})(?:${alternatives})(?=${quote})`).join('|');
  return { name, match };
}

/** What the generator writes, and where. */
export const grammarFile = { path: 'syntaxes/thinq-nugu.injection.tmLanguage.json', render: renderGrammar };
