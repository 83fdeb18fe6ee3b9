import { describeLanguage } from './scenario.ts';

describeLanguage({
  language: 'Python',
  hover: { file: 'client.py', at: 'case ThinQAPIErrorCodes.NOT_CONN|ECTED', shows: ['1222', '416'] },
  completion: { file: 'client.py', at: 'case "|2201"', offers: '2305' },
  misspelt: 'answer.py',
  unhandled: 'client.py',
});
