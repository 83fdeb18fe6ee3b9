import assert from 'node:assert/strict';
import type { Diagnostic, Uri, ViewBadge } from 'vscode';
import { countFindings } from '../../client/src/common/countFindings.ts';

describe('the badge of the coverage', () => {
  const view: { badge?: ViewBadge | undefined } = {};
  const listeners = new Set<() => void>();
  let found: readonly string[] = [];
  const counted = countFindings(
    view,
    {
      getDiagnostics: () => [[{} as Uri, found.map((source) => ({ source }) as Diagnostic)]],
      onDidChangeDiagnostics(listener) {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      },
    },
    (count) => `${count} findings`,
  );
  const become = (sources: readonly string[]): void => {
    found = sources;
    for (const tell of listeners) tell();
  };

  it('counts nothing before the workspace was checked', () => {
    become(['thinq', 'nugu']);
    assert.equal(view.badge, undefined);
  });

  it('counts our findings, and no others, as they come and go', () => {
    counted.show(true);
    assert.deepEqual(view.badge, { value: 2, tooltip: '2 findings' });
    become(['thinq', 'ts', 'nugu', 'thinq-nugu', 'eslint']);
    assert.deepEqual(view.badge, { value: 3, tooltip: '3 findings' });
    become(['ts']);
    assert.equal(view.badge, undefined);
  });

  it('is taken away with the findings of the workspace', () => {
    become(['thinq']);
    assert.equal(view.badge?.value, 1);
    counted.show(false);
    assert.equal(view.badge, undefined);
    become(['thinq', 'thinq']);
    assert.equal(view.badge, undefined);
  });

  it('listens no longer than it is wanted', () => {
    counted.dispose();
    assert.equal(listeners.size, 0);
  });
});
