import { harmless } from '../catalog/harmless.ts';
import type { Localized } from '../catalog/types.ts';
import { oneOf } from '../features/describe/language.ts';
import { type Explanation, explainQuery, type Sought } from '../features/explain/explain.ts';
import { explanationJson } from '../features/explain/explanationJson.ts';
import { queriesOf } from '../features/explain/queries.ts';
import { Failure } from '../node/failure.ts';
import { readStandardInput } from '../node/standardInput.ts';
import { excerptOf } from '../report/columns.ts';
import { joined } from '../report/pieces.ts';
import { jsonPieces } from '../report/reporters/jsonPieces.ts';
import { stylesOf } from '../report/styles.ts';
import { renderMarkdown } from '../report/terminal.ts';
import { RULES } from '../rules/registry.ts';
import { type Call, type Command, complaintOf, type Outcome } from './command.ts';
import { readArguments } from './table/readArguments.ts';

/** `explain <query…>|-`: what a hover shows, for anything that can be asked for. */
export const explain: Command = (call) => {
  const { values, positionals } = readArguments('explain', call.args);
  const isPiped = positionals.length === 1 && positionals[0] === '-';
  const queries = isPiped ? queriesOf(new TextDecoder().decode(readStandardInput())) : [positionals.join(' ')];
  if (queries.every((query) => query.trim() === ''))
    throw new Failure({
      en: 'say what to explain, for example: thinq-nugu explain 2305',
      ko: '설명할 것을 적으세요. 예: thinq-nugu explain 2305',
    });
  const sought: Sought = { catalog: call.catalog, rules: RULES };
  if (values.format === 'json') return inJson(queries, sought);
  const [query = '', ...more] = queries;
  return more.length > 0 ? explainMany(queries, sought, call) : explainOne(query, sought, call);
};

function inJson(queries: readonly string[], sought: Sought): Outcome {
  const found = queries.some((query) => explainQuery(query, sought, 'en').found);
  const entries = queries.map((query) => explanationJson(query, sought));
  return { exitCode: found ? 0 : 1, output: jsonPieces(entries, 1) };
}

function explainOne(query: string, sought: Sought, { styled, columns, language }: Call): Outcome {
  const { found, markdown } = explainQuery(query, sought, language);
  return { exitCode: found ? 0 : 1, output: renderMarkdown(markdown, styled, columns) };
}

/** Several lines: each explanation once, below the first line that it is of. Lines that say nothing known are counted. */
function explainMany(queries: readonly string[], sought: Sought, { styled, columns, language }: Call): Outcome {
  const known = new Map<string, Explanation>();
  const answers = new Map<string, { readonly first: string; count: number }>();
  let unknown = 0;
  for (const query of queries) {
    const explanation = known.get(query) ?? explainQuery(query, sought, language);
    known.set(query, explanation);
    const answer = answers.get(explanation.markdown);
    if (!explanation.found) unknown++;
    else if (answer) answer.count++;
    else answers.set(explanation.markdown, { first: query, count: 1 });
  }
  const styles = stylesOf(styled);
  const blocks = [...answers].map(([markdown, { first, count }]) => {
    const line = excerptOf(harmless(first.replace(/\s+/g, ' ')), 0, 0, columns - 2).after.trimEnd();
    const more = count > 1 ? `\n${oneOf(alsoAsked(count - 1), language)}` : '';
    return `${styles.bold(`» ${line}`)}${more}\n${renderMarkdown(markdown, styled, columns)}`;
  });
  return {
    exitCode: blocks.length > 0 ? 0 : 1,
    output: joined(blocks, '\n\n'),
    ...complaintOf(unknown > 0 ? [nothingIn(unknown, queries.length)] : [], language),
  };
}

function alsoAsked(count: number): Localized {
  return {
    en: `  and ${count} more ${count === 1 ? 'line' : 'lines'}`,
    ko: `  외 ${count}줄`,
  };
}

function nothingIn(count: number, all: number): Localized {
  return {
    en: `Nothing found in ${count} of ${all} lines.`,
    ko: `${all}줄 중 ${count}줄에서는 찾은 것이 없습니다.`,
  };
}
