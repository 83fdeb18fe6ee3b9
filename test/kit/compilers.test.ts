import assert from 'node:assert/strict';
import { type Case, casesOf } from '../compilers/cases.ts';
import { type Compiler, program } from '../compilers/compiler.ts';
import { COMPILERS, unasked } from '../compilers/compilers.ts';
import { byProgram } from '../compilers/layout.ts';
import { ask } from '../compilers/run.ts';
import { typescript } from '../compilers/typescript.ts';
import { asShown } from '../harness/edits.ts';
import { createWorld } from '../harness/host.ts';

/** One that complains of texts with a word in them. */
function complainsOf(word: string): Compiler {
  return {
    name: 'fake',
    languageIds: ['go'],
    asks: 'syntax',
    wrong: program('go', 'wrong.go', 'BROKEN'),
    install: 'nothing',
    version: () => '1',
    check: async (programs) => programs.map(({ text }) => (text.includes(word) ? ['line 1: no'] : [])),
  };
}

const caseOf = (before: string, ...after: readonly string[]): Case => ({
  name: 'page › heading › a.go',
  before: program('go', 'a.go', before),
  fixes: after.map((text) => ({ title: 'Mend it', after: program('go', 'a.go', text) })),
});

describe('asking a compiler about fixes', () => {
  const broken = complainsOf('BROKEN');

  it('is content with what is right', async () =>
    assert.deepEqual(await ask(broken, [caseOf('right', 'mended', 'mended')]), {
      programs: 1,
      fixes: 2,
      passed: 3,
      problems: [],
    }));

  it('blames a fixture for what is wrong before, and counts none of its fixes', async () => {
    const { passed, problems } = await ask(broken, [caseOf('BROKEN', 'mended', 'BROKEN')]);
    assert.equal(passed, 0);
    assert.deepEqual(
      problems.map((problem) => problem.split('\n', 1)[0]),
      ['page › heading › a.go: the program is wrong before any fix'],
    );
  });

  it('blames a fix for what is wrong after', async () => {
    const { passed, problems } = await ask(broken, [caseOf('right', 'mended', 'BROKEN')]);
    assert.equal(passed, 2);
    assert.deepEqual(problems, ['page › heading › a.go: wrong after "Mend it"\n  line 1: no\n     1 | BROKEN']);
  });

  it('leaves the programs of other languages to others', async () =>
    assert.equal((await ask({ ...broken, languageIds: ['php'] }, [caseOf('right')])).programs, 0));

  it('believes no compiler that takes everything', async () => {
    const { passed, problems } = await ask(complainsOf('BANANA'), [caseOf('right', 'mended')]);
    assert.equal(passed, 0);
    assert.match(problems.join('\n'), /^fake says nothing of a program that is wrong/);
  });
});

describe('what a compiler says', () => {
  const LINE = /^(?<file>.+?):(?<line>\d+): (?<text>.*)$/gm;
  const of = (output: string, status = 1): readonly (readonly string[])[] =>
    byProgram(['p0000/a.go', 'p0001/b.go'], { status, output }, LINE);

  it('is sorted by program', () =>
    assert.deepEqual(of('p0001/b.go:2: no\nand more\n./p0001/b.go:3: nor this'), [
      [],
      ['line 2: no', 'line 3: nor this'],
    ]));
  it('may be about what stands beside', () => assert.deepEqual(of('p0001/beside.go:2: no'), [[], []]));
  it('must not be about a stub', () => assert.throws(() => of('/stubs/around.go:2: no'), /around\.go:2: no/));
  it('is heard even where it is not understood', () => assert.throws(() => of('out of memory'), /out of memory/));
  it('is nothing where all is well', () => assert.deepEqual(of('', 0), [[], []]));
});

describe('a fix as an editor shows it', () => {
  const span = { start: 0, end: 0 };
  it('has the first of several choices, or words to type over, where something is to be filled in', () =>
    assert.deepEqual(
      asShown([
        {
          span,
          text: '{"mode": "", "id": ""}',
          stops: [
            { start: 10, end: 10, choices: ['cool', 'dry'] },
            { start: 20, end: 20, shown: 'requestId' },
          ],
        },
      ]),
      [{ span, text: '{"mode": "cool", "id": "requestId"}' }],
    ));
});

describe('compilers', () => {
  it('are asked about the languages that Debian has some for', () =>
    assert.deepEqual(unasked(), ['csharp', 'dart', 'kotlin', 'swift']));
  it('know one language each', () => {
    const languages = COMPILERS.flatMap(({ languageIds }) => languageIds);
    assert.equal(new Set(languages).size, languages.length);
  });

  it('find types right before and after every fix in TypeScript', async () => {
    const cases = await casesOf(new Set(typescript.languageIds), createWorld(), '', 4);
    const { programs, problems } = await ask(typescript, cases);
    assert.ok(programs > 25);
    if (problems.length > 0) assert.fail(`\n${problems.join('\n\n')}\n`);
  }).timeout(60_000);
});
