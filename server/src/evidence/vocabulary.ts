import type { Catalog } from '../catalog/catalog.ts';
import type { Vocabulary } from '../model/model.ts';

/** The text that completion puts at the cursor: read as a code, so that its place shows what belongs there. */
export const CURSOR_MARK = 'ThinqNuguCursorMark';

/** The class of the official Python SDK (and of its ports) whose members are the codes. */
export const SDK_CLASS = 'ThinQAPIErrorCodes';

/** What readers of files must know of the catalog. */
export function createVocabulary(catalog: Catalog): Vocabulary {
  const words = catalog.codes.filter((code) => code.vendor === 'nugu' && code.level !== 'global-level');
  const sdkNames = catalog.codes.flatMap((code) => code.sdkName ?? []);
  const known = new Set([
    CURSOR_MARK,
    ...words.map((code) => code.code),
    ...catalog.codes.filter((code) => code.vendor === 'thinq').map((code) => code.code),
  ]);
  const longWords = words.map((code) => code.code).filter((word) => word.length > 2);
  const prose = new RegExp(
    `(?<!\\d)\\d{4}(?!\\d)|${longWords.join('|')}|Command not supported in|\\b(?:${sdkNames.join('|')})\\b`,
    'i',
  );
  return {
    isCode: (text) => known.has(text),
    hasProse: (text) => prose.test(text),
    hasDirectives: (text) => /directives?/i.test(text),
    symbol: (owner, name) => (owner === SDK_CLASS ? catalog.bySdkName(name)?.code : undefined),
  };
}
