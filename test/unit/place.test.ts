import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { usesOf } from '../../server/src/coverage/uses.ts';
import type { Analysis } from '../../server/src/evidence/analysis.ts';
import type { Reason } from '../../server/src/evidence/place.ts';
import type { Role } from '../../server/src/model/model.ts';
import { NO_PROJECT, type ProjectFacts } from '../../server/src/project/facts.ts';
import type { Document } from '../../server/src/service/api.ts';
import { createDocuments } from '../../server/src/service/documents.ts';
import { createLexicons } from '../../server/src/service/lexicons.ts';
import { createLanguageService } from '../../server/src/service/service.ts';
import { readSettings } from '../../server/src/settings.ts';
import { languageOf } from '../harness/fixtures.ts';
import { grammars } from '../harness/host.ts';
import { type Row, readTables } from '../harness/tables.ts';

const PAGE = 'test/fixtures/places.md';
const SETTINGS = readSettings({}, 'en');
const NOTHING = '–';
/** A comment that makes a text speak of somebody. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['thinq in a comment', 'ThinQConnect'],
  ['nugu in a comment', 'smartHomeDevice'],
]);

describe('every place', () => {
  const rows = readTables(readFileSync(PAGE, 'utf8'));
  const factsOf = new Map<string, ProjectFacts>();
  const projectOf = async (uri: string): Promise<ProjectFacts> => factsOf.get(uri) ?? NO_PROJECT;
  const host = { assets: grammars, projectOf, checkProjectFile: async () => [] };
  const documents = createDocuments(host, createLexicons(loadCatalogData()));
  const service = createLanguageService(host);

  const judge = async (row: Row): Promise<ReadonlyMap<string, string>> => {
    const { document, start, end, facts } = caseOf(row);
    factsOf.set(document.uri, facts);
    const analysed = await documents.analysed(document);
    assert.ok(analysed, 'no language reads it');
    const { analysis, language } = analysed;
    const index = analysis.model.mentions.findIndex(({ span }) => span.start === start && span.end === end);
    const mention =
      analysis.model.mentions[index] ??
      assert.fail(`no mention is marked:\n${JSON.stringify(analysis.model.mentions, null, 1)}`);
    const judgement = analysis.judgements[index] ?? assert.fail('no judgement');
    const hover = await service.hover(document, end, SETTINGS);
    const items = await service.complete(document, end, SETTINGS);
    const { diagnostics } = await service.diagnose(document, SETTINGS);
    const findings = diagnostics.filter(({ span }) => span.start === start && span.end === end).map(({ rule }) => rule);
    return new Map([
      ['Role', mention.place.role],
      ['Whose', judgement.claim?.vendor ?? NOTHING],
      ['How sure', judgement.claim?.confidence ?? NOTHING],
      ['Why', judgement.why],
      ['Findings', findings.join(' ') || NOTHING],
      ['Hover', hoverIn(hover?.markdown)],
      ['Completion', [...new Set(items.map(({ vendor }) => vendor))].join(' ') || NOTHING],
      ['Coverage', useIn(document, analysis, index, language.printer?.arms !== undefined)],
    ]);
  };

  it('of each role is there, each reason twice, in most languages', () => {
    const count = (name: string, value: string): number => rows.filter(({ cells }) => cells.get(name) === value).length;
    for (const role of Object.keys(ROLES)) assert.ok(count('Role', role) > 0, role);
    for (const reason of Object.keys(REASONS)) assert.ok(count('Why', reason) > 1, reason);
    const words = new Set(rows.map(({ cells }) => /^`(\w+)`/.exec(cells.get('Code') ?? '')?.[1]));
    assert.ok(words.size > 12, [...words].join(', '));
  });

  for (const row of rows) {
    const code = row.cells.get('Code') ?? '';
    it(`${code} in ${row.cells.get('File')}`, async () => {
      const judged = await judge(row);
      const wanted = [...judged.keys()].map((name) => row.cells.get(name));
      assert.equal([...judged.values()].join(' | '), wanted.join(' | '), `${PAGE}:${row.line}`);
    });
  }
});

/** What the page must have a row for; a type checks that none is left out. */
const ROLES: Readonly<Record<Role, true>> = {
  compared: true,
  arm: true,
  key: true,
  produced: true,
  argument: true,
  listed: true,
  prose: true,
};
const REASONS: Readonly<Record<Reason, true>> = {
  response: true,
  'code name': true,
  typed: true,
  neighbours: true,
  'text alone': true,
  prose: true,
  quantity: true,
  'other product': true,
  commonplace: true,
  'legacy success': true,
  'other list': true,
  'no code': true,
};

function caseOf({ cells, line }: Row) {
  const [, word = '', marked = ''] =
    /^`([^`]+)` `([^`]+)`$/.exec(cells.get('Code') ?? '') ?? assert.fail(`line ${line}: no code`);
  const language = languageOf(word) ?? assert.fail(`line ${line}: no language ${word}`);
  const around = (cells.get('File') ?? '').split(', ').filter((one) => one !== NOTHING);
  const comments = around
    .flatMap((one) => NAMES.get(one) ?? [])
    .map((name) => `${language.comment} ${name}\n`)
    .join('');
  const text = `${comments}${marked.replaceAll('⏎', '\n')}\n`;
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  const vendors = (how: string) => (['thinq', 'nugu'] as const).filter((vendor) => around.includes(`${vendor}${how}`));
  const document: Document = {
    uri: `memory:/${line}/file.${word}`,
    languageId: language.id,
    version: 1,
    text: text.replace(/[«»]/g, ''),
  };
  const facts: ProjectFacts = { ...NO_PROJECT, declared: vendors(''), implied: vendors(' nearby') };
  return { document, start, end, facts };
}

/** The code that a hover is about; `success` for the `0000` that is none. */
function hoverIn(markdown = ''): string {
  const [, name = NOTHING, text] = /^\*\*`(\w+)`\*\* (\w+)/.exec(markdown) ?? [];
  return text === 'Success' ? 'success' : name;
}

function useIn({ uri, text }: Document, analysis: Analysis, index: number, isProgram: boolean): string {
  const only = analysis.judgements.map((judgement, at) => (at === index ? judgement : { ...judgement, counts: false }));
  const { uses } = usesOf(uri, text, { ...analysis, judgements: only }, isProgram);
  // What a fallback catches, no place names.
  const named = uses.filter(({ kind }) => kind !== 'caught');
  return named.map(({ kind }) => kind).join(' ') || NOTHING;
}
