import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(file, 'utf8'));
const bundle = read('l10n/bundle.l10n.ko.json');

/** Every text that the client shows by VS Code's own means, with the file that has it. */
const used = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(`client/src/${file}`, 'utf8');
    const calls = text.match(/\bl10n\.t\(/g)?.length ?? 0;
    const keys = [...text.matchAll(/\bl10n\.t\(\s*'((?:\\.|[^'\\])*)'/g)].map(([, key = '']) =>
      key.replaceAll("\\'", "'"),
    );
    return [{ file, calls, keys }];
  });

/** Words that stay as they are in Korean: names, examples of what is typed, what stands in the file. */
const NAMES = /ThinQ|NUGU|HTML|TurnOn|\{\d\}/g;

describe('the texts of the client', () => {
  const keys = new Set(used.flatMap((one) => one.keys));

  it('are written as literals, so that they can be translated', () => {
    for (const { file, calls, keys: own } of used) assert.equal(own.length, calls, file);
    assert.ok(keys.size > 40, `${keys.size}`);
  });

  it('are all there in Korean, and no others', () => assert.deepEqual([...keys].sort(), Object.keys(bundle).sort()));

  it('have no English word left in Korean', () => {
    for (const [key, korean] of Object.entries(bundle)) {
      assert.match(korean, /[가-힣]/, key);
      assert.deepEqual(korean.replace(NAMES, '').match(/[A-Za-z]+/g) ?? [], [], `${key}: ${korean}`);
    }
  });

  it('have the same places to fill in', () => {
    const places = (text: string): readonly string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    for (const [key, korean] of Object.entries(bundle)) assert.deepEqual(places(korean), places(key), key);
  });
});

describe('the texts of the manifest', () => {
  const english = read('package.nls.json');
  const korean = read('package.nls.ko.json');
  const manifest = readFileSync('package.json', 'utf8');

  it('are there in both languages, as many as the manifest names', () => {
    assert.deepEqual(Object.keys(korean).sort(), Object.keys(english).sort());
    const named = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key));
    assert.deepEqual([...named].sort(), Object.keys(english).sort());
  });

  it('have titles without an English word in Korean', () => {
    const titles = Object.entries(korean).filter(([key]) => /^(?:command|view|tool)\./.test(key));
    assert.ok(titles.length > 20);
    for (const [key, title] of titles) {
      assert.match(title, /[가-힣]/, key);
      assert.deepEqual(title.replace(NAMES, '').match(/[A-Za-z]+/g) ?? [], [], `${key}: ${title}`);
    }
  });
});
