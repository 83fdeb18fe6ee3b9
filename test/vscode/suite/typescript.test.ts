import { describeLanguage } from './scenario.ts';

describeLanguage({
  language: 'TypeScript',
  hover: { file: 'handler.ts', at: 'case ThinQError.NOT_CONN|ECTED', shows: ['1222', '416'] },
  completion: { file: 'handler.ts', at: "case '|2201'", offers: '2305' },
  misspelt: 'answer.ts',
  unhandled: 'handler.ts',
});
