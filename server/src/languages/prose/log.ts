import type { ProseDescription } from './description.ts';

/** Logs: there to be pointed at, and never checked. */
export const log: ProseDescription = {
  id: 'log',
  name: 'Logs',
  languageIds: ['log'],
  extensions: ['.log'],
  scopes: [],
  comment: {},
  isLog: true,
  embeds: [],
  pieces: () => [],
};
