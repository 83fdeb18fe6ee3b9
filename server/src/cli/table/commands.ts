import { FORMAT_NAMES } from '../../coverage/formats/names.ts';
import { CLASS_NAMES, TARGET_NAMES } from '../../generate/names.ts';
import { REPORTER_NAMES } from '../../report/reporters/names.ts';
import { ids as RULE_IDS } from '../../rules/registry.json';
import { SEVERITIES } from '../../settings.ts';

/** An option of a command: what `parseArgs` reads, and what complaints, helps and completions say of it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** What stands for its value in helps: `FILE` and `PATH` are completed with files. */
  readonly value?: string;
  /** The value may be left out: `--changed`. */
  readonly isOptional?: true;
  /** The words that it takes; any text where there are none. */
  readonly words?: readonly string[];
  /** What may stand behind a word and `=`: a file, as in `json=FILE`, or one of these words. */
  readonly behind?: 'file' | readonly string[];
  /** Another name of the option, which only those know who have used it. */
  readonly isAlias?: true;
}

/** A command: what follows its name. */
export interface CommandSpec {
  /** As it stands in helps: `[paths…]`. Empty where nothing but options may follow. */
  readonly operands: string;
  /** What operands are, for completions. */
  readonly takes: 'paths' | 'folders' | 'words' | 'nothing';
  /** The only operands that there are. */
  readonly words?: readonly string[];
  readonly options: { readonly [name: string]: OptionSpec };
}

const LANGUAGES = ['en', 'ko', 'both'] as const;
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** Of all commands that show texts. */
const LANGUAGE = {
  lang: { type: 'string', short: 'l', value: LANGUAGES.join('|'), words: LANGUAGES },
  language: { type: 'string', words: LANGUAGES, isAlias: true },
} as const satisfies CommandSpec['options'];

/** Of all commands that judge a report. */
const THRESHOLD = {
  'max-warnings': { type: 'string', value: 'N' },
  'fail-on': { type: 'string', value: 'SEVERITY', words: SEVERITIES.slice(1) },
} as const satisfies CommandSpec['options'];

const VENDOR = {
  type: 'string',
  multiple: true,
  value: 'thinq|nugu',
  words: ['thinq', 'nugu'],
} as const satisfies OptionSpec;
const CONFIG = { config: { type: 'string', value: 'FILE' } } as const satisfies CommandSpec['options'];

/** Every command with its options: parsing, complaints, helps and completions all read this table. */
export const COMMANDS = {
  check: {
    operands: '[paths…]',
    takes: 'paths',
    options: {
      changed: { type: 'string', value: 'REF', isOptional: true },
      'files-from': { type: 'string', value: 'FILE' },
      stdin: { type: 'boolean' },
      'stdin-filename': { type: 'string', value: 'PATH' },
      'ignore-unknown': { type: 'boolean' },
      'no-ignore': { type: 'boolean' },
      ...CONFIG,
      rule: {
        ...{ type: 'string', multiple: true, value: 'ID=SEVERITY' },
        ...{ words: RULE_IDS, behind: SEVERITIES },
      },
      quiet: { type: 'boolean', short: 'q' },
      baseline: { type: 'string', value: 'FILE' },
      'update-baseline': { type: 'boolean' },
      ...LANGUAGE,
      reporter: {
        ...{ type: 'string', short: 'r', multiple: true, value: 'NAME[=FILE]' },
        ...{ words: REPORTER_NAMES, behind: 'file' },
      },
      verbose: { type: 'boolean', short: 'v' },
      fix: { type: 'boolean' },
      'fix-dry-run': { type: 'boolean' },
      ...THRESHOLD,
    },
  },
  explain: {
    operands: '<query…>',
    takes: 'words',
    options: { format: { type: 'string', value: 'text|json', words: ['text', 'json'] }, ...LANGUAGE },
  },
  export: {
    operands: '',
    takes: 'nothing',
    options: {
      format: { type: 'string', value: 'NAME', words: ['json', ...TARGET_NAMES] },
      vendor: VENDOR,
      class: { type: 'string', multiple: true, value: 'CLASS', words: CLASS_NAMES },
      package: { type: 'string', value: 'PACKAGE' },
      output: { type: 'string', short: 'o', value: 'FILE' },
      force: { type: 'boolean' },
      ...LANGUAGE,
    },
  },
  coverage: {
    operands: '[paths…]',
    takes: 'paths',
    options: {
      reporter: { type: 'string', short: 'r', value: 'NAME', words: FORMAT_NAMES },
      vendor: VENDOR,
      'fail-under': { type: 'string', value: 'N' },
      ...CONFIG,
      ...LANGUAGE,
    },
  },
  init: {
    operands: '[folder]',
    takes: 'folders',
    options: { 'dry-run': { type: 'boolean' }, force: { type: 'boolean' }, ...LANGUAGE },
  },
  merge: {
    operands: '<reports…>',
    takes: 'paths',
    options: {
      reporter: { type: 'string', short: 'r', value: 'NAME', words: REPORTER_NAMES },
      ...THRESHOLD,
      ...LANGUAGE,
    },
  },
  completion: {
    operands: '<shell>',
    takes: 'words',
    words: SHELLS,
    options: LANGUAGE,
  },
  mcp: {
    operands: '',
    takes: 'nothing',
    options: LANGUAGE,
  },
  lsp: {
    operands: '',
    takes: 'nothing',
    // The library that serves reads them itself.
    options: {
      stdio: { type: 'boolean' },
      'node-ipc': { type: 'boolean' },
      socket: { type: 'string', value: 'PORT' },
      pipe: { type: 'string', value: 'NAME' },
    },
  },
} as const satisfies { readonly [name: string]: CommandSpec };

export type CommandName = keyof typeof COMMANDS;
/** The options of a command that helps name. */
export type OptionName<Name extends CommandName> = Exclude<keyof (typeof COMMANDS)[Name]['options'], 'language'>;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** The options of a command as helps and completions show them, in the table's order. */
export function shownOptions(name: CommandName): readonly (readonly [string, OptionSpec])[] {
  const { options }: CommandSpec = COMMANDS[name];
  return Object.entries(options).filter(([, { isAlias }]) => !isAlias);
}
