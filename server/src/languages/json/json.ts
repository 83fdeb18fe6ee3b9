import type { PlainLanguage } from '../description.ts';
import { readJson } from './reader.ts';

/** JSON and JSONC: comments, trailing commas, a byte-order mark and the `...` of official samples are all read. */
const json: PlainLanguage = {
  id: 'json',
  name: 'JSON, JSON with comments',
  languageIds: ['json', 'jsonc'],
  extensions: ['.json', '.jsonc'],
  isProgram: false,
  comment: { line: '//', block: ['/*', '*/'], allowedIn: ['jsonc'] },
  quote: '"',
  limit: 8_000_000,
  printer: {
    string: (text) => JSON.stringify(text),
  },
  scopes: ['source.json', 'source.json.comments'],
  prepare: async () => {},
  read: readJson,
};

export default [json];
