import { parseArgs } from 'node:util';
import { explainQuery } from '../features/explain.ts';
import { type Command, wrongUsage } from './command.ts';
import { renderMarkdown } from './terminal.ts';
import { isLanguage } from './words.ts';

/** `explain <query…> [--language en|ko|both]`: what a hover shows, for anything that names a code. */
export const explain: Command = ({ args, catalog, styled }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { language: { type: 'string', short: 'l', default: 'en' } },
  });
  const query = positionals.join(' ');
  if (query.trim() === '') {
    return wrongUsage('explain: say what to explain, for example: thinq-nugu explain 2305');
  }
  const { language } = values;
  if (!isLanguage(language)) {
    return wrongUsage(`explain: unknown language "${language}"; use --language en, ko or both`);
  }
  const { codes, markdown } = explainQuery(query, catalog, language);
  return { exitCode: codes.length > 0 ? 0 : 1, output: renderMarkdown(markdown, styled) };
};
