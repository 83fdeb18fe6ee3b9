import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { explainQuery } from '../features/explain/explain.ts';
import { renderMarkdown } from '../report/terminal.ts';
import { RULES } from '../rules/registry.ts';
import { type Command, wrongUsage } from './command.ts';
import { LANGUAGE_OPTIONS, languageOf } from './words.ts';

/** `explain <query…>|- [--lang en|ko|both]`: what a hover shows, for anything that can be asked for. */
export const explain: Command = ({ args, catalog, styled }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: LANGUAGE_OPTIONS,
  });
  const isPiped = positionals.length === 1 && positionals[0] === '-';
  const query = isPiped ? readFileSync(0, 'utf8') : positionals.join(' ');
  if (query.trim() === '') {
    return wrongUsage('explain: say what to explain, for example: thinq-nugu explain 2305');
  }
  const { found, markdown } = explainQuery(query, { catalog, rules: RULES }, languageOf(values));
  return { exitCode: found ? 0 : 1, output: renderMarkdown(markdown, styled) };
};
