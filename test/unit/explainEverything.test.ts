import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { factsOf } from '../../server/src/catalog/text.ts';
import { explainQuery } from '../../server/src/features/explain/explain.ts';
import { RULES } from '../../server/src/rules/registry.ts';

const catalog = createCatalog(loadCatalogData());
const { data } = catalog;

/** What there is to be asked for, by kind: the question, and what line 1 of one of its answers must begin with. */
const QUESTIONS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  code: catalog.codes.map(({ code }) => [code, code]),
  'name of the SDK': catalog.codes.flatMap(({ code, sdkName }) => (sdkName === undefined ? [] : [[sdkName, code]])),
  message: catalog.codes.flatMap((code) =>
    factsOf(code).flatMap(([, { text }]) => (text === undefined ? [] : [[text, code.code] as const])),
  ),
  status: data.http.map(({ status }) => [String(status), String(status)]),
  'status with its word': data.http.map(({ status }) => [`HTTP ${status}`, String(status)]),
  'status line': data.http.map(({ status, text }) => [`HTTP/1.1 ${status} ${text}`, String(status)]),
  'name of a status': data.http.map(({ status, text }) => [text, String(status)]),
  'class of statuses': data.httpClasses.map(({ pattern }) => [pattern, pattern]),
  range: data.ranges.map(({ pattern }) => [pattern, pattern]),
  'key of a response': data.fields.map(({ path }) => [path, path]),
  'key of a response by its last word': data.fields.map(({ path }) => [path.slice(path.lastIndexOf('.') + 1), path]),
  'key of a response as a source spells it': data.fields.flatMap((field) =>
    factsOf(field).map(([, { path }]) => [path, field.path] as const),
  ),
  capability: data.capabilities.map(({ name }) => [name, name]),
  directive: data.capabilities.flatMap((capability) =>
    catalog.spellingsOf(capability).map((name) => [name, name] as const),
  ),
  'directive with its capability': data.directives.map(({ capability, name }) => [`${capability}.${name}`, name]),
  'path of a directive': data.directives.map(({ capability, name }) => [
    `POST /nugu/v1/capabilities/${capability}/directives/${name}`.slice('POST '.length),
    name,
  ]),
  "key of NUGU's": data.keys.flatMap(({ name }) => (/[A-Z]/.test(name) ? [[name, name] as const] : [])),
  "key of NUGU's by its path": data.keys.map(({ name }) => [`data[].properties.${name}`, name] as const),
  "word of NUGU's": data.words.flatMap((word) =>
    factsOf(word).map(([, { spelling }]) => [spelling, word.word] as const),
  ),
  'device type': data.deviceTypes.map(({ code }) => [code, code]),
  'key at discovery': data.capabilities.map(({ discoveryKey: { name } }) => [name, name]),
  "other API's code": data.lookalikes.flatMap(({ codes }) => codes.map((code) => [code, code] as const)),
  "SDK's own text": data.lookalikes.flatMap(({ texts }) =>
    texts.map((text) => [text.replace('{}', 'x : None'), text.replace('{}', 'x : None')] as const),
  ),
  rule: RULES.map(({ id }) => [id, id]),
};

describe('everything that the pages hold can be asked for', () => {
  for (const [kind, questions] of Object.entries(QUESTIONS)) {
    for (const language of ['en', 'ko'] as const) {
      it(`every ${kind} (${language})`, () => {
        assert.ok(questions.length > 0);
        for (const [query, name] of questions) {
          const { found, markdown } = explainQuery(query, { catalog, rules: RULES }, language);
          assert.ok(found, query);
          const heads = markdown.split('\n\n---\n\n').map((answer) => answer.split('\n')[0] ?? '');
          const listed = markdown.split('\n').some((line) => line.startsWith(`- ${name} `));
          assert.ok(listed || heads.some((head) => head.startsWith(`**\`${name}\`**`)), `${query}:\n${markdown}`);
          assert.equal(/[가-힣]/.test(withoutFacts(markdown)), language === 'ko', `${query}:\n${markdown}`);
        }
      });
    }
  }
});

/** An answer without what is said in the page's own words, whatever the language: NUGU's messages are Korean. */
function withoutFacts(markdown: string): string {
  const names = data.words.flatMap((word) => factsOf(word).flatMap(([, facts]) => facts.names ?? []));
  const isName = new RegExp(
    names
      .sort((a, b) => b.length - a.length)
      .join('|')
      .replaceAll(/[()]/g, '\\$&'),
    'g',
  );
  return markdown
    .replaceAll(isName, '')
    .replaceAll(/Too many requests, \S+ \S+ \S+|Service Unavailable, \S+ \S+ \S+/g, '')
    .replaceAll(/\("넘었니다"\)/g, '');
}

describe('a status names all codes that come with it', () => {
  for (const { status } of data.http) {
    it(String(status), () => {
      const { markdown } = explainQuery(`HTTP ${status}`, { catalog, rules: RULES }, 'en');
      const own = markdown.split('\n\n---\n\n')[0] ?? '';
      const coming = catalog.codes.filter((code) => code.vendor === 'thinq' && catalog.httpOf(code).includes(status));
      for (const { code } of coming) assert.match(own, new RegExp(`\`${code}\`(?: |$)`, 'm'));
      assert.equal(own.includes('Codes that come with it'), coming.length > 0);
    });
  }
});
