import type { Vendor } from '../catalog/types.ts';
import { speaksOf } from '../evidence/file.ts';
import { createPrefilter } from '../evidence/text/prefilter.ts';
import { createSignalReader, signalWords } from '../evidence/text/signals.ts';
import type { Languages } from '../languages/languages.ts';
import type { TextReader } from '../program/textReader.ts';
import { CUES } from './cues.ts';
import type { Lexicon } from './lexicons.ts';

const VENDORS: readonly Vendor[] = ['thinq', 'nugu'];

/** Makes what reads the files of a program for what others have from them. @param lexicon the codes that everybody shares */
export function createTextReader(languages: Languages, { catalog, vocabulary }: Lexicon): TextReader {
  const readSignals = createSignalReader(catalog);
  const { mayDeclare } = createPrefilter(catalog.data, CUES);
  const vendorWords = signalWords(catalog.data.codes);
  return {
    languageOf: (path) => languages.of(undefined, path),
    async read(text, language, asked) {
      await language.prepare(text);
      const read = language.names?.(text, vocabulary, asked);
      if (!read) return undefined;
      const signals = readSignals(text, language.comment);
      return { names: read.names, vendors: VENDORS.filter((vendor) => speaksOf(vendor, signals, read.comments)) };
    },
    mayDeclare,
    isCode: vocabulary.isCode,
    vendorWords,
    words: [
      ...new Set([...vendorWords, ...catalog.data.codes.map(({ code }) => code)].filter((word) => word.length > 3)),
    ],
    endings: [...new Set(languages.all.flatMap(({ modules, extensions }) => (modules ? extensions : [])))],
  };
}
