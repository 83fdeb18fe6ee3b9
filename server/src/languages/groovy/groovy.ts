import type { PlainLanguage } from '../description.ts';
import { readGroovy } from './reader.ts';

/** Groovy, in which drivers and apps for Hubitat are written: there to be pointed at, without a grammar. */
const groovy: PlainLanguage = {
  id: 'groovy',
  name: 'Groovy',
  languageIds: ['groovy'],
  extensions: ['.groovy'],
  isProgram: true,
  comment: { line: '//', block: ['/*', '*/'] },
  quote: "'",
  limit: 1_000_000,
  scopes: ['source.groovy'],
  isNeverChecked: true,
  prepare: async () => {},
  read: readGroovy,
};

export default [groovy];
