import type { Localized } from '../../catalog/types.ts';
import { CLASS_NAMES, TARGET_NAMES } from '../../generate/names.ts';
import type { CommandName, OptionName } from '../table/commands.ts';

/** What a help says of a command. That every option has its text, the compiler sees to. */
interface CommandTexts<Name extends CommandName> {
  /** For the list of all commands, in a few words. */
  readonly brief: Localized;
  /** What it does, in paragraphs. */
  readonly about: Localized;
  /** What its operands are, where that is not plain. */
  readonly operands?: Localized;
  readonly examples: readonly (readonly [call: string, meaning: Localized])[];
  /** Options below a heading; those that stand in no group come last. */
  readonly groups?: readonly { readonly title: Localized; readonly options: readonly OptionName<Name>[] }[];
  readonly options: { readonly [option in OptionName<Name>]: Localized };
  readonly exitCodes: Localized;
}

const LANG: Localized = {
  en: 'The language of what people read; that of LC_ALL, LC_MESSAGES or LANG if not given, and English in formats for programs.',
  ko: '사람이 읽는 글의 언어. 정하지 않으면 LC_ALL, LC_MESSAGES, LANG을 따르며, 프로그램이 읽는 형식은 영어입니다.',
};
const CONFIG: Localized = {
  en: 'The project file for all files, as if it lay in the current folder; no other project file counts.',
  ko: '모든 파일에 적용할 프로젝트 파일. 현재 폴더에 있는 것처럼 적용하고 다른 프로젝트 파일은 무시합니다.',
};
const MAX_WARNINGS: Localized = {
  en: 'Warnings that do not fail the run; any number if N is -1. 0 if not given.',
  ko: '실패로 보지 않을 경고 수. N이 -1이면 제한이 없습니다. 기본값은 0입니다.',
};
const FAIL_ON: Localized = {
  en: 'The lowest severity that counts: hint, information, warning or error; warning if not given.',
  ko: '실패로 볼 가장 낮은 심각도: hint, information, warning, error. 기본값은 warning입니다.',
};

export const COMMAND_TEXTS: { readonly [name in CommandName]: CommandTexts<name> } = {
  check: {
    brief: {
      en: 'Codes that are misspelt, incomplete, of the wrong type, handled twice or not handled, in all files below the paths.',
      ko: '경로 아래 모든 파일에서 철자가 틀렸거나, 빠진 값이 있거나, 타입이 틀렸거나, 두 번 처리되거나 처리되지 않는 코드를 찾습니다.',
    },
    about: {
      en: 'Checks files for what an editor with the extension would underline.',
      ko: '확장을 설치한 편집기가 밑줄로 표시할 문제를 찾습니다.',
    },
    operands: {
      en: 'Files and folders; the current folder if none is given, and - for a text from standard input.',
      ko: '파일과 폴더. 적지 않으면 현재 폴더를 검사하고, -는 표준 입력의 글을 검사합니다.',
    },
    examples: [
      ['thinq-nugu check', { en: 'everything below this folder', ko: '이 폴더 아래 전부' }],
      [
        'thinq-nugu check --changed main',
        { en: 'what a branch has changed since it left main', ko: 'main에서 갈라진 뒤 바뀐 파일' },
      ],
      [
        'thinq-nugu check -r github -r sarif=codes.sarif',
        { en: 'annotations, and a file for code scanning', ko: '주석과 코드 스캔용 파일' },
      ],
      [
        'git diff --name-only -z | thinq-nugu check --files-from -',
        { en: 'the files of a list', ko: '목록에 있는 파일' },
      ],
    ],
    groups: [
      {
        title: { en: 'What to look at', ko: '검사할 파일' },
        options: ['changed', 'files-from', 'stdin', 'stdin-filename', 'ignore-unknown', 'no-ignore'],
      },
      {
        title: { en: 'What to report', ko: '알릴 문제' },
        options: ['config', 'rule', 'quiet', 'baseline', 'update-baseline', 'lang'],
      },
      { title: { en: 'How to report', ko: '알리는 방법' }, options: ['reporter', 'verbose'] },
      { title: { en: 'What to do', ko: '고치기' }, options: ['fix', 'fix-dry-run'] },
      { title: { en: 'When to fail', ko: '실패 조건' }, options: ['max-warnings', 'fail-on'] },
    ],
    options: {
      changed: {
        en: 'Only files that differ from REF (from HEAD if not given), and new ones.',
        ko: 'REF와 다른 파일과 새 파일만 검사합니다. REF를 적지 않으면 HEAD와 비교합니다.',
      },
      'files-from': {
        en: 'The files that FILE lists, by line or by NUL; - for standard input.',
        ko: 'FILE에 줄 또는 NUL로 나누어 적은 파일. -는 표준 입력입니다.',
      },
      stdin: {
        en: 'A text from standard input, as - does. It needs --stdin-filename.',
        ko: '표준 입력의 글을 검사합니다. -와 같으며 --stdin-filename이 필요합니다.',
      },
      'stdin-filename': {
        en: 'What file the text from standard input is checked as.',
        ko: '표준 입력의 글을 어느 파일로 보고 검사할지 정합니다.',
      },
      'ignore-unknown': {
        en: 'Says nothing of named files that are in no supported language or excluded, for hooks that hand over whatever has changed.',
        ko: '이름을 적은 파일 중 지원하지 않는 언어이거나 제외된 것은 말없이 건너뜁니다. 바뀐 파일을 모두 넘기는 훅을 위한 옵션입니다.',
      },
      'no-ignore': {
        en: 'Also what .gitignore leaves out, node_modules, build output and minified files. A file that is named is always looked at.',
        ko: '.gitignore로 제외한 파일, node_modules, 빌드 결과, 압축한 파일도 검사합니다. 이름을 적은 파일은 언제나 검사합니다.',
      },
      config: CONFIG,
      rule: {
        en: 'Another severity for a rule, whatever project files say: off, hint, information, warning or error. May be repeated.',
        ko: '프로젝트 파일과 관계없이 규칙의 심각도를 정합니다: off, hint, information, warning, error. 여러 번 쓸 수 있습니다.',
      },
      quiet: { en: 'Only warnings and errors.', ko: '경고와 오류만 알립니다.' },
      baseline: { en: 'Only what is not in the baseline.', ko: '기준 파일에 없는 문제만 알립니다.' },
      'update-baseline': {
        en: 'Write all that is found now to the baseline.',
        ko: '지금 찾은 문제를 모두 기준 파일에 적습니다.',
      },
      lang: LANG,
      reporter: {
        en: 'pretty, json, sarif, github, gitlab or junit, to a file if one is given. May be repeated.',
        ko: 'pretty, json, sarif, github, gitlab, junit 중 하나. 파일을 적으면 그 파일에 씁니다. 여러 번 쓸 수 있습니다.',
      },
      verbose: { en: 'Also what was skipped, and why.', ko: '건너뛴 것과 그 이유도 보여 줍니다.' },
      fix: {
        en: 'Apply the fixes that are safe without review. A file that has changed meanwhile, is read-only, has hard links, or lies behind a link that leads outside is left as it is, which is said, and the run ends with 2.',
        ko: '검토 없이도 안전한 수정을 적용합니다. 그 사이에 바뀌었거나, 읽기 전용이거나, 하드 링크가 있거나, 밖으로 이어지는 링크 너머의 파일은 그대로 두고 알리며, 종료 코드는 2입니다.',
      },
      'fix-dry-run': {
        en: 'Print them as a diff instead, for "git apply".',
        ko: '수정하는 대신 "git apply"에 쓸 diff를 출력합니다.',
      },
      'max-warnings': MAX_WARNINGS,
      'fail-on': FAIL_ON,
    },
    exitCodes: {
      en: '0 nothing that counts, 1 findings, 2 wrong usage, or it could not be done, also for a single file that was named.',
      ko: '0 실패로 볼 문제 없음, 1 문제 있음, 2 사용법이 틀렸거나 이름을 적은 파일 하나라도 검사하지 못함.',
    },
  },
  explain: {
    brief: { en: 'What a code means and what to do about it.', ko: '코드의 뜻과 할 일을 설명합니다.' },
    about: {
      en: `What a code means and what to do about it. The query is a code (2305), a NUGU result code (TemperatureOutofRange), a name of the SDK (NOT_CONNECTED_DEVICE), a message, a line of a log or a JSON response; a directive (TurnOn), an HTTP status (416, 4xx), a range of codes (12xx), a key of a response (messageId), a key, a word or a device type of NUGU's (temperatureLevel, AIR_CLEANER), a rule (code-type), or words in English or Korean (offline, 온도).`,
      ko: '코드의 뜻과 할 일을 설명합니다. 코드(2305), NUGU 결과 코드(TemperatureOutofRange), SDK 이름(NOT_CONNECTED_DEVICE), 메시지, 로그 한 줄, JSON 응답, 디렉티브(TurnOn), HTTP 상태(416, 4xx), 코드 범위(12xx), 응답의 키(messageId), NUGU의 키, 단어, 기기 타입(temperatureLevel, AIR_CLEANER), 규칙(code-type), 영어나 한국어 낱말(offline, 온도)을 물을 수 있습니다.',
    },
    operands: {
      en: 'What is asked for; - reads it from standard input, a query on each line, and a JSON response over as many as it takes.',
      ko: '물을 것. -는 표준 입력에서 읽으며, 한 줄이 질문 하나이고 JSON 응답은 여러 줄이어도 됩니다.',
    },
    examples: [
      ['thinq-nugu explain 2305', { en: 'a code', ko: '코드' }],
      ['tail app.log | thinq-nugu explain -', { en: 'the lines of a log', ko: '로그의 줄' }],
      [
        'thinq-nugu explain --format json TurnOn',
        { en: 'for a program, in both languages', ko: '프로그램용, 두 언어 모두' },
      ],
    ],
    options: {
      format: {
        en: 'text if not given; json has a list with an entry for each query, in both languages.',
        ko: '기본값은 text입니다. json은 질문마다 항목이 하나인 목록이며 두 언어를 모두 담습니다.',
      },
      lang: LANG,
    },
    exitCodes: {
      en: '0 explained, 1 nothing found for any query, 2 wrong usage.',
      ko: '0 설명함, 1 어느 질문에도 찾은 것이 없음, 2 사용법이 틀림.',
    },
  },
  export: {
    brief: {
      en: 'All codes for other programs: as JSON, or as source code in eleven languages.',
      ko: '모든 코드를 다른 프로그램이 쓸 수 있게 JSON이나 11개 언어의 소스 코드로 출력합니다.',
    },
    about: {
      en: 'All codes, directives, keys and words as JSON, with what each source says about them; or the codes as source code: a typed enumeration, what to do about each code, and what it means in English and Korean. What to do is our judgement.',
      ko: '모든 코드, 디렉티브, 키, 단어를 문서별 내용과 함께 JSON으로 출력하거나, 코드를 소스 코드로 출력합니다. 소스 코드에는 열거형, 코드별 조치, 영어와 한국어 설명이 들어갑니다. 조치는 자체 판단입니다.',
    },
    examples: [
      ['thinq-nugu export > codes.json', { en: 'the catalog as a file', ko: '카탈로그를 파일로' }],
      [
        'thinq-nugu export --format kotlin --vendor thinq -o ThinQCode.kt',
        { en: 'the codes of ThinQ, for a program', ko: '프로그램에서 쓸 ThinQ 코드' },
      ],
    ],
    options: {
      format: {
        en: `json if not given; or a language: ${TARGET_NAMES.slice(0, -1).join(', ')} or ${TARGET_NAMES.at(-1)}.`,
        ko: `기본값은 json입니다. 언어로는 ${TARGET_NAMES.join(', ')}를 쓸 수 있습니다.`,
      },
      vendor: {
        en: 'Whose codes; those of both if not given. May be repeated.',
        ko: '어느 플랫폼의 코드인지 정합니다. 정하지 않으면 둘 다입니다. 여러 번 쓸 수 있습니다.',
      },
      class: {
        en: `Only codes for which this is to be done: ${CLASS_NAMES.slice(0, -1).join(', ')} or ${CLASS_NAMES.at(-1)}. May be repeated.`,
        ko: `조치가 이것인 코드만 출력합니다: ${CLASS_NAMES.join(', ')}. 여러 번 쓸 수 있습니다.`,
      },
      package: {
        en: 'The package or namespace, in Java, Kotlin, Go, C# and PHP.',
        ko: 'Java, Kotlin, Go, C#, PHP의 패키지나 네임스페이스.',
      },
      output: {
        en: 'A file to write. One that was written so before is replaced where it differs.',
        ko: '출력할 파일. 전에 이렇게 만든 파일은 내용이 다르면 바꿉니다.',
      },
      force: {
        en: 'Replaces a file that somebody else has written, too.',
        ko: '직접 작성한 파일이어도 바꿉니다.',
      },
      lang: { en: 'The language of complaints.', ko: '오류 메시지의 언어.' },
    },
    exitCodes: {
      en: '0 done, 2 wrong usage, or it could not be written.',
      ko: '0 완료, 2 사용법이 틀렸거나 쓰지 못함.',
    },
  },
  coverage: {
    brief: {
      en: 'What the program does with every documented code.',
      ko: '문서에 있는 코드마다 프로그램이 어떻게 다루는지 보여 줍니다.',
    },
    about: {
      en: 'What the program does with every documented code: handled, reported, left to a fallback, to do, only mentioned, or not at all; by action, range or served directive, and folder.',
      ko: '문서에 있는 코드마다 프로그램이 어떻게 다루는지 보여 줍니다. 처리, 응답에 사용, 기본 처리, TODO, 언급만, 없음으로 나누고, 조치, 범위나 디렉티브, 폴더별로 셉니다.',
    },
    operands: {
      en: 'Files and folders; the current folder if none is given.',
      ko: '파일과 폴더. 적지 않으면 현재 폴더입니다.',
    },
    examples: [
      ['thinq-nugu coverage src', { en: 'what the programs in src do', ko: 'src의 프로그램' }],
      ['thinq-nugu coverage -r html > codes.html', { en: 'a page to look at', ko: '보기 위한 페이지' }],
    ],
    options: {
      reporter: {
        en: 'pretty, json, markdown or html; pretty if not given, and html is one page to look at.',
        ko: 'pretty, json, markdown, html 중 하나. 기본값은 pretty이고 html은 한 페이지로 된 보고서입니다.',
      },
      vendor: {
        en: 'Whose codes; those that are used if not given. May be repeated.',
        ko: '어느 플랫폼의 코드인지 정합니다. 정하지 않으면 사용하는 것 모두입니다. 여러 번 쓸 수 있습니다.',
      },
      'fail-under': {
        en: 'Ends with 1 where fewer than N per cent are covered: dealt with by name or in a fallback.',
        ko: '따로 다루거나 기본 처리가 적용되는 코드가 N 퍼센트보다 적으면 종료 코드가 1입니다.',
      },
      config: CONFIG,
      lang: LANG,
    },
    exitCodes: {
      en: '0 done, 1 below --fail-under, 2 wrong usage, or it could not be done, also for a single file that was named.',
      ko: '0 완료, 1 --fail-under에 못 미침, 2 사용법이 틀렸거나 이름을 적은 파일 하나라도 읽지 못함.',
    },
  },
  init: {
    brief: {
      en: 'Writes a commented .thinq-nugu.json for the vendors that the files mention.',
      ko: '파일에 나오는 플랫폼에 맞추어 주석이 달린 프로젝트 파일(.thinq-nugu.json)을 만듭니다.',
    },
    about: {
      en: 'Writes a commented .thinq-nugu.json for the vendors that the files of the folder mention, and says so where none does.',
      ko: '폴더의 파일에 나오는 플랫폼에 맞추어 주석이 달린 프로젝트 파일(.thinq-nugu.json)을 만듭니다. 아무 플랫폼도 나오지 않으면 알려 줍니다.',
    },
    operands: { en: 'The current folder if none is given.', ko: '적지 않으면 현재 폴더입니다.' },
    examples: [['thinq-nugu init --dry-run', { en: 'look at it first', ko: '먼저 살펴보기' }]],
    options: {
      'dry-run': { en: 'Prints it instead.', ko: '만들지 않고 출력만 합니다.' },
      force: { en: 'Replaces an existing one.', ko: '이미 있는 파일을 바꿉니다.' },
      lang: LANG,
    },
    exitCodes: {
      en: '0 done, 2 wrong usage, or it could not be written.',
      ko: '0 완료, 2 사용법이 틀렸거나 쓰지 못함.',
    },
  },
  merge: {
    brief: {
      en: 'The reports of several runs, written with --reporter json, as one.',
      ko: '--reporter json으로 쓴 여러 실행의 보고서를 하나로 합칩니다.',
    },
    about: {
      en: 'The reports of several runs of check, written with --reporter json, as one.',
      ko: 'check를 여러 번 실행해 --reporter json으로 쓴 보고서를 하나로 합칩니다.',
    },
    operands: { en: 'Files; - for a report from standard input.', ko: '파일. -는 표준 입력의 보고서입니다.' },
    examples: [
      ['thinq-nugu merge part-*.json -r sarif', { en: 'those of several machines', ko: '여러 컴퓨터의 보고서' }],
    ],
    options: {
      reporter: {
        en: 'pretty, json, sarif, github, gitlab or junit; pretty if not given.',
        ko: 'pretty, json, sarif, github, gitlab, junit 중 하나. 기본값은 pretty입니다.',
      },
      'max-warnings': MAX_WARNINGS,
      'fail-on': FAIL_ON,
      lang: LANG,
    },
    exitCodes: {
      en: '0 nothing that counts, 1 findings, 2 wrong usage, or a report cannot be read.',
      ko: '0 실패로 볼 문제 없음, 1 문제 있음, 2 사용법이 틀렸거나 보고서를 읽지 못함.',
    },
  },
  completion: {
    brief: { en: 'Completions for a shell.', ko: '셸의 자동 완성을 출력합니다.' },
    about: {
      en: 'Prints a script with which a shell completes commands, options and their values.',
      ko: '명령, 옵션, 옵션 값을 셸이 자동 완성하게 하는 스크립트를 출력합니다.',
    },
    operands: { en: 'bash, zsh, fish or powershell.', ko: 'bash, zsh, fish, powershell 중 하나.' },
    examples: [
      ['source <(thinq-nugu completion bash)', { en: 'in ~/.bashrc', ko: '~/.bashrc에' }],
      ['source <(thinq-nugu completion zsh)', { en: 'in ~/.zshrc, behind compinit', ko: '~/.zshrc의 compinit 뒤에' }],
      [
        'thinq-nugu completion fish | source',
        { en: 'in ~/.config/fish/config.fish', ko: '~/.config/fish/config.fish에' },
      ],
      ['thinq-nugu completion powershell | Out-String | Invoke-Expression', { en: 'in $PROFILE', ko: '$PROFILE에' }],
    ],
    options: {
      lang: {
        en: 'The language of the descriptions that shells show; that of LC_ALL, LC_MESSAGES or LANG if not given.',
        ko: '셸이 보여 주는 설명의 언어. 정하지 않으면 LC_ALL, LC_MESSAGES, LANG을 따릅니다.',
      },
    },
    exitCodes: { en: '0 done, 2 wrong usage.', ko: '0 완료, 2 사용법이 틀림.' },
  },
  mcp: {
    brief: {
      en: 'Tools for assistants, over the Model Context Protocol. They only read.',
      ko: 'AI 도우미를 위한 도구. Model Context Protocol로 통신하며 읽기만 합니다.',
    },
    about: {
      en: 'Tools for assistants, over the Model Context Protocol on standard input and output: explain a code, validate a response, list where code names codes. They only read, and only below the current folder.',
      ko: 'AI 도우미를 위한 도구. 표준 입력과 출력에서 Model Context Protocol로 통신하며, 코드 설명, 응답 검사, 코드가 나오는 곳 찾기를 제공합니다. 읽기만 하고, 현재 폴더 아래만 읽습니다.',
    },
    examples: [['npx --no-install thinq-nugu mcp', { en: 'what an assistant starts', ko: '도우미가 실행할 명령' }]],
    options: { lang: { en: 'The language of explanations.', ko: '설명의 언어.' } },
    exitCodes: { en: '0 ended by the assistant, 2 wrong usage.', ko: '0 도우미가 끝냄, 2 사용법이 틀림.' },
  },
  lsp: {
    brief: {
      en: 'The language server, for editors, on standard input and output.',
      ko: '편집기를 위한 언어 서버. 표준 입력과 출력으로 통신합니다.',
    },
    about: {
      en: 'The language server, for editors. It speaks the Language Server Protocol on standard input and output, if not told otherwise.',
      ko: '편집기를 위한 언어 서버. 따로 정하지 않으면 표준 입력과 출력으로 Language Server Protocol을 주고받습니다.',
    },
    examples: [['thinq-nugu lsp', { en: 'what an editor starts', ko: '편집기가 실행할 명령' }]],
    options: {
      stdio: {
        en: 'Standard input and output, as without any option.',
        ko: '표준 입력과 출력. 옵션이 없을 때와 같습니다.',
      },
      'node-ipc': { en: 'The channel of Node that has started it.', ko: '실행한 Node의 IPC 채널.' },
      socket: { en: 'A socket on which the editor listens.', ko: '편집기가 기다리는 소켓.' },
      pipe: { en: 'A pipe on which the editor listens.', ko: '편집기가 기다리는 파이프.' },
    },
    exitCodes: { en: '0 ended by the editor, 1 ended otherwise.', ko: '0 편집기가 끝냄, 1 다른 이유로 끝남.' },
  },
};

/** Of every command. */
export const HELP_OPTION: Localized = { en: 'Show this help.', ko: '이 도움말을 보여 줍니다.' };

/** Of the program without a command. */
export const PROGRAM = {
  about: {
    en: 'Checks and explains the error codes of LG ThinQ Connect and NUGU smart home.',
    ko: 'LG ThinQ Connect와 NUGU 스마트홈의 오류 코드를 검사하고 설명합니다.',
  },
  command: { en: '<command> [options]', ko: '<명령> [옵션]' },
  more: {
    en: '"thinq-nugu <command> --help" shows the options of a command.',
    ko: '명령별 옵션은 "thinq-nugu <명령> --help"에 나옵니다.',
  },
  help: { en: 'Show this help, or that of a command.', ko: '이 도움말이나 명령별 도움말을 보여 줍니다.' },
  version: { en: 'Show the version.', ko: '버전을 보여 줍니다.' },
  exitCodes: {
    en: '0 done, 1 nothing found (check, merge: findings; coverage: below --fail-under), 2 wrong usage, or it could not be done, also for a single file that was named.',
    ko: '0 완료, 1 찾은 것 없음(check, merge: 문제 있음, coverage: --fail-under에 못 미침), 2 사용법이 틀렸거나 이름을 적은 파일 하나라도 다루지 못함.',
  },
  colours: {
    en: 'NO_COLOR and FORCE_COLOR control colours; a pipe gets plain text. Lines are as wide as the terminal, else COLUMNS, else 80 columns.',
    ko: '색은 NO_COLOR와 FORCE_COLOR로 정하며, 파이프에는 색이 없습니다. 줄 너비는 터미널 너비를 따르고, 없으면 COLUMNS, 그것도 없으면 80칸입니다.',
  },
} as const satisfies { readonly [text: string]: Localized };

export const HEADINGS = {
  usage: { en: 'Usage', ko: '사용법' },
  commands: { en: 'Commands', ko: '명령' },
  examples: { en: 'Examples', ko: '예' },
  options: { en: 'Options', ko: '옵션' },
  shown: { en: '[options]', ko: '[옵션]' },
  exitCodes: { en: 'Exit codes', ko: '종료 코드' },
} as const satisfies { readonly [text: string]: Localized };
