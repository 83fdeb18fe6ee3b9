import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const page = readFileSync('docs/editors.md', 'utf8');
const [, ...sections] = page.split(/^## /m);
const snippetsIn = (section: string) =>
  [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));

/** Of those that `npm run test:editors` does not drive, a mistake would be found by nobody but their users. */
describe('the set-ups of other editors', () => {
  it('are those that the table and the readme name', () => {
    const headings = sections.map((section) => section.split('\n', 1).join()).slice(0, -1);
    const [, table = ''] = page.split('| --- | --- | --- |\n');
    for (const heading of headings) {
      assert.ok(table.split('\n\n', 1).join().includes(`[${heading}](#`), `the table: ${heading}`);
      assert.ok(readFileSync('README.md', 'utf8').includes(heading.replace('Sublime Text', 'Sublime')), heading);
    }
    assert.equal(headings.length, 8);
  });

  it('are JSON where they say so', () => {
    const written = sections.flatMap(snippetsIn).filter(({ language }) => language === 'json');
    assert.equal(written.length, 4);
    for (const { text } of written) JSON.parse(text);
  });

  it('call the server by its command', () => {
    const calls = sections.slice(0, -1).filter((section) => /thinq-nugu\b.{0,40}\blsp\b/s.test(section));
    assert.equal(calls.length, sections.length - 1);
  });
});
