import type { Vendor } from '../catalog/types.ts';
import { speaksOf } from '../evidence/file.ts';
import { createPrefilter } from '../evidence/text/prefilter.ts';
import { SearchedText } from '../evidence/text/searchedText.ts';
import { createSignalReader, type Signals, signalWords } from '../evidence/text/signals.ts';
import type { Language } from '../languages/language.ts';
import type { Languages } from '../languages/languages.ts';
import type { TextNames, TextReader } from '../program/textReader.ts';
import { CUES } from './cues.ts';
import type { Lexicon } from './lexicons.ts';

const VENDORS: readonly Vendor[] = ['thinq', 'nugu'];

/** Reads files of a program, of which the signals of some are known. */
export interface SignalledReader extends TextReader {
  /** @param signalsOf gives its signals, where these may be known already */
  read(
    text: string,
    language: Language,
    asked: 'all' | 'imports',
    signalsOf?: () => Signals,
  ): Promise<TextNames | undefined>;
}

/** Makes what reads the files of a program for what others have from them. @param lexicon the codes that everybody shares */
export function createTextReader(languages: Languages, { catalog, vocabulary }: Lexicon): SignalledReader {
  const readSignals = createSignalReader(catalog);
  const { mayDeclare, mayTell } = createPrefilter(catalog.data, CUES);
  const vendorWords = signalWords(catalog.data.codes);
  return {
    languageOf: (path) => languages.of(undefined, path),
    async read(text, language, asked, signalsOf = () => readSignals(new SearchedText(text, language.comment))) {
      await language.prepare(text);
      const read = language.names?.(text, vocabulary, asked);
      if (!read) return undefined;
      const signals = signalsOf();
      return { names: read.names, vendors: VENDORS.filter((vendor) => speaksOf(vendor, signals, read.comments)) };
    },
    mayDeclare,
    mayTell,
    isCode: vocabulary.isCode,
    mayBeCode: (text) => vocabulary.isCode(text) || /^\d{4}$/.test(text) || vocabulary.isNearWord(text),
    vendorWords,
    words: [
      ...new Set([...vendorWords, ...catalog.data.codes.map(({ code }) => code)].filter((word) => word.length > 3)),
    ],
    endings: [...new Set(languages.all.flatMap(({ modules, extensions }) => (modules ? extensions : [])))],
  };
}
