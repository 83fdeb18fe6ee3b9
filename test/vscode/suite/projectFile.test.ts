import * as assert from 'node:assert/strict';
import { appearing, completionLabels, open, place } from './editor.ts';

const FILE = 'service/.thinq-nugu.json';

describe('The project file', () => {
  it('is checked', async () => {
    const document = await open(FILE);
    assert.equal(document.languageId, 'jsonc');
    const { message, source } = await appearing(document.uri, 'project-file');
    assert.equal(source, 'thinq-nugu');
    assert.match(message, /quiet/);
  });

  it('is completed from its schema', async () => {
    const document = await open(FILE);
    const labels = await completionLabels(document, place(document, '"unknown-code": "|"'));
    for (const severity of ['off', 'hint', 'information', 'warning', 'error'])
      assert.ok(
        labels.some((label) => label.includes(severity)),
        `${severity} in: ${labels.join(', ')}`,
      );
  });
});
