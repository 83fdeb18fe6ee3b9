import assert from 'node:assert/strict';
import { bashCompletion } from '../../server/src/cli/completion/bash.ts';
import { fishCompletion } from '../../server/src/cli/completion/fish.ts';
import { completionModel } from '../../server/src/cli/completion/model.ts';
import { powershellCompletion } from '../../server/src/cli/completion/powershell.ts';
import { zshCompletion } from '../../server/src/cli/completion/zsh.ts';
import { commandHelp, programHelp } from '../../server/src/cli/help/help.ts';
import { COMMAND_TEXTS, HEADINGS, HELP_OPTION, PROGRAM } from '../../server/src/cli/help/texts.ts';
import { languageIn, languagesOf } from '../../server/src/cli/language.ts';
import { COMMAND_NAMES, COMMANDS, shownOptions } from '../../server/src/cli/table/commands.ts';
import { readArguments } from '../../server/src/cli/table/readArguments.ts';
import { columnsOf } from '../../server/src/report/columns.ts';
import { columnsFor } from '../../server/src/report/screen.ts';
import { flawsOf } from '../harness/sentences.ts';

const LANGUAGES = ['en', 'ko'] as const;

describe('the table of commands', () => {
  for (const name of COMMAND_NAMES) {
    it(`gives ${name} a help with every option, in both languages`, () => {
      for (const language of LANGUAGES) {
        const help = commandHelp(name, { language, columns: 80 });
        for (const [option, { short, value }] of shownOptions(name)) {
          const left = `${short ? `-${short}, ` : ''}--${option}`;
          assert.ok(help.includes(left), `${language}: ${left}`);
          if (value !== undefined) assert.ok(help.includes(value), `${language}: ${value}`);
        }
        assert.ok(!help.includes('--language'), 'an alias is not shown');
      }
    });

    it(`gives ${name} lines that are as long as there is room for`, () => {
      for (const columns of [60, 80, 120]) {
        for (const language of LANGUAGES) {
          const help = commandHelp(name, { language, columns });
          for (const line of help.split('\n')) {
            // What somebody may copy is not broken: a call, and an option with what stands for its value.
            const isCall = /^ {2,6}(?:\S+ )*\S*thinq-nugu |^ +-/.test(line);
            assert.ok(columnsOf(line) <= columns || isCall, `${columns}: ${line}`);
          }
        }
      }
    });
  }

  it('gives the program a help with every command', () => {
    for (const language of LANGUAGES) {
      const help = programHelp({ language, columns: 80 });
      for (const name of COMMAND_NAMES) assert.match(help, new RegExp(`^ {2}${name}\\b`, 'm'));
      for (const line of help.split('\n')) assert.ok(columnsOf(line) <= 80, line);
    }
  });

  it('has texts that are short and well-formed in both languages', () => {
    const texts = [
      HELP_OPTION,
      PROGRAM.about,
      ...COMMAND_NAMES.flatMap((name) => {
        const { brief, about, operands, options } = COMMAND_TEXTS[name];
        return [
          brief,
          ...(name === 'explain' ? [] : [about]),
          ...(operands ? [operands] : []),
          ...Object.values(options),
        ];
      }),
    ];
    assert.ok(texts.length > 50, `${texts.length} texts`);
    // A help names what programs call by English words, and is longer than a message.
    const allowed = /^(?:a first sentence that is too long|a list or an aside|an English word|too many sentences)/;
    assert.deepEqual(
      texts.flatMap(flawsOf).filter((flaw) => !allowed.test(flaw)),
      [],
    );
    for (const { en, ko } of Object.values(HEADINGS)) assert.ok(/[가-힣]/.test(ko) && !/[가-힣]/.test(en));
  });

  for (const [shell, write] of [
    ['bash', bashCompletion],
    ['zsh', zshCompletion],
    ['fish', fishCompletion],
    ['powershell', powershellCompletion],
  ] as const) {
    it(`gives ${shell} every command, option and word`, () => {
      const script = write(completionModel('en'));
      for (const name of COMMAND_NAMES) {
        assert.ok(script.includes(name), name);
        for (const [option, { words = [] }] of shownOptions(name)) {
          assert.ok(script.includes(shell === 'fish' ? `-l ${option}` : `--${option}`), option);
          for (const word of words) assert.ok(script.includes(word), word);
        }
      }
    });

    it(`describes them to ${shell} in Korean, too`, () => {
      const isKorean = /[가-힣]/.test(write(completionModel('ko')));
      // bash shows words only.
      assert.equal(isKorean, shell !== 'bash');
    });
  }

  it('is what arguments are read by', () => {
    const { values, positionals } = readArguments('check', [
      '-q',
      'a.ts',
      '--max-warnings=-1',
      '-r',
      'json=b.json',
      '--',
      '-q',
    ]);
    assert.deepEqual({ ...values }, { quiet: true, 'max-warnings': '-1', reporter: ['json=b.json'] });
    assert.deepEqual(positionals, ['a.ts', '-q']);
  });

  for (const [args, en, ko] of [
    [
      ['--reportr'],
      /unknown option "--reportr"; did you mean --reporter\?/,
      /"--reportr"입니다. --reporter 아닌가요\?/,
    ],
    [['--lang'], /the value is missing: --lang en\|ko\|both/, /값이 빠졌습니다/],
    [['--lang', '--fix'], /write --lang=--fix/, /--lang=--fix처럼/],
    [['--fix=yes'], /--fix takes no value/, /값을 쓸 수 없는/],
    [['-r', 'jsno'], /-r "jsno": use .* or junit\. Did you mean json\?/, /-r "jsno": .* 또는 junit 중에서/],
    [['--rule', 'code-tipe=off'], /Did you mean code-type\?/, /code-type 아닌가요/],
    [['--__proto__'], /unknown option "--__proto__"/, /알 수 없는 옵션/],
  ] as const) {
    it(`refuses check ${args.join(' ')} in both languages`, () => {
      assert.throws(
        () => readArguments('check', args),
        ({ text }: { readonly text: { readonly en: string; readonly ko: string } }) =>
          en.test(text.en) && ko.test(text.ko),
      );
    });
  }

  it('says which commands take no operands', () => {
    assert.throws(() => readArguments('export', ['everything']), /"everything": nothing but options may follow/);
    assert.throws(() => readArguments('completion', ['tcsh']), /use bash, zsh, fish or powershell/);
  });

  it('has no option whose letter another one has', () => {
    for (const name of COMMAND_NAMES) {
      const letters = Object.values(COMMANDS[name].options).flatMap((option) =>
        'short' in option ? option.short : [],
      );
      assert.equal(new Set(letters).size, letters.length, name);
    }
  });
});

describe('the language of a call', () => {
  for (const [environment, language] of [
    [{}, 'en'],
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko' }, 'ko'],
    [{ LANG: 'kok_IN.UTF-8' }, 'en'],
    [{ LANG: 'ko_KR.UTF-8', LC_MESSAGES: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_MESSAGES: 'ko_KR', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LC_ALL: '', LANG: 'ko_KR.eucKR' }, 'ko'],
  ] as const) {
    it(`is ${language} with ${JSON.stringify(environment)}`, () => assert.equal(languageIn(environment), language));
  }

  it('is the one asked for, and programs get English where none is', () => {
    const korean = { LANG: 'ko_KR.UTF-8' };
    assert.deepEqual(languagesOf('check', ['a.ts'], korean), { language: 'ko', formatLanguage: 'en' });
    assert.deepEqual(languagesOf('check', ['-len'], korean), { language: 'en', formatLanguage: 'en' });
    assert.deepEqual(languagesOf('check', ['--nope', '--lang=ko'], {}), { language: 'ko', formatLanguage: 'ko' });
    assert.deepEqual(languagesOf('check', ['--lang', 'fr'], korean), { language: 'ko', formatLanguage: 'en' });
  });
});

describe('the width of lines', () => {
  for (const [columns, environment, expected] of [
    [132, {}, 132],
    [132, { COLUMNS: '60' }, 132],
    [undefined, { COLUMNS: '60' }, 60],
    [undefined, {}, 80],
    [0, {}, 80],
    [undefined, { COLUMNS: 'wide' }, 80],
    [3, {}, 20],
  ] as const) {
    it(`is ${expected} where the terminal has ${columns} and the environment ${JSON.stringify(environment)}`, () =>
      assert.equal(columnsFor(columns, environment), expected));
  }
});
