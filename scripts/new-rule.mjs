// Writes a rule that works, its page of fixtures and a line of the changelog: npm run new:rule -- id
//   id  what the rule finds, in kebab-case: unread-error-code
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGELOG, withAddition } from './changelog.mjs';
import { ensureDependencies, root } from './setup.mjs';

/** The rule under which the service reports what is wrong with a project file. */
const RESERVED = ['project-file'];

const [id, ...others] = process.argv.slice(2);
const rule = `server/src/rules/${id}.ts`;
const fixtures = `test/fixtures/rules/${id}.md`;
const problem = problemWith(id, others);
if (problem) {
  console.error(problem);
  process.exit(1);
}

ensureDependencies();
const changelog = readFileSync(join(root, CHANGELOG), 'utf8');
const files = {
  [rule]: renderRule(),
  [fixtures]: renderFixtures(),
  [CHANGELOG]: withAddition(changelog, `The rule \`${id}\`.`),
};
for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
run('scripts/generate.mjs');
console.log(`
${id} is a rule now, which finds a key of its own name. To make it yours:
1. ${fixtures}: what is found, and what is not; the first test is the example of the docs.
2. ${rule}: see "TODO". Its \`cues\` are what it lives on.
3. npm run generate
4. npm run test:unit -- --grep=${id}
5. ${CHANGELOG}: what users will see.
docs/contributing/rules.md says more.`);

/** @returns {string | undefined} why there can be no such rule */
function problemWith(name, more) {
  if (name === undefined || more.length > 0) return 'One rule at a time: npm run new:rule -- unread-error-code';
  // The name is also that of a variable, which a single word may not be: "default".
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(name))
    return `"${name}" is no id of a rule: two or more words of small letters with hyphens between, as in unread-error-code.`;
  if (RESERVED.includes(name)) return `"${name}" is taken by what is found in project files.`;
  const taken = [rule, fixtures].find((path) => existsSync(join(root, path)));
  return taken && `"${name}" is there already: ${taken}`;
}

/** The key that the new rule finds: its own name in camelCase, which stands in nobody's text. */
function key() {
  return id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

function renderRule() {
  return `import type { Entry } from '../model/model.ts';
import { defineRule } from './rule.ts';

/** What message and fixes are made of. */
interface Data {
  readonly entry: Entry;
}

/** TODO: a key that stands for whatever the rule looks for. */
const KEY = '${key()}';

// TODO: 'nugu' where it is about NUGU's codes; no second type where it is about both.
export default defineRule<Data, 'thinq'>({
  id: '${id}',
  since: '${nextVersion()}',
  docs: {
    title: { en: 'TODO: what is wrong', ko: 'TODO: 무엇이 잘못되었는지' },
    why: { en: 'TODO: why that matters.', ko: 'TODO: 왜 중요한지 적습니다.' },
  },
  severity: { thinq: 'hint' },
  // TODO: the sets and words that the rule lives on; nothing is found in what holds none of them.
  cues: { words: [KEY] },

  *check({ analysis }) {
    if (analysis.file.thinq !== 'certain') return;
    for (const { entries } of analysis.model.objects) {
      const entry = entries.find(({ key }) => key === KEY);
      if (entry) yield { span: entry.keySpan, vendor: 'thinq', data: { entry } };
    }
  },

  message({ data: { entry } }) {
    return { en: \`TODO: \\\`\${entry.key}\\\` is wrong.\`, ko: \`TODO: \\\`\${entry.key}\\\` 항목이 잘못되었습니다.\` };
  },
});
`;
}

/** What is found stands in a function behind another: that alone is left out of what is parsed where a cue is missing. */
function renderFixtures() {
  const name = key();
  return `# ${id}

TODO: what the rule is about.

## TODO: what is found

\`\`\`py client.py
from thinqconnect import ThinQApi

def begin():
    return ThinQApi()

def options():
    return {"${name}": 1}
#            ${'^'.repeat(name.length)} [${id}] hint "\`${name}\` is wrong"
\`\`\`

## TODO: what is not, in a file that is about somebody else

\`\`\`py other.py
options = {"${name}": 1}
\`\`\`
`;
}

/** The version that comes next: the changelog's latest, and one more feature. */
function nextVersion() {
  const [, major, minor] = /^## \[?(\d+)\.(\d+)\./m.exec(changelog) ?? [undefined, 0, 0];
  return `${major}.${Number(minor) + 1}.0`;
}

/** @param {string[]} args a script of this repository, and what it is given */
function run(...args) {
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
}
