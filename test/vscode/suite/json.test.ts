import { describeLanguage } from './scenario.ts';

describeLanguage({
  language: 'JSON',
  hover: { file: 'error.json', at: '"23|05"', shows: ['2305', '400'] },
  completion: { file: 'answer.json', at: '"resultCode": "|', offers: 'AlreadyTurnOn' },
  misspelt: 'answer.json',
});
