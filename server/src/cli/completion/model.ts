import type { Localized } from '../../catalog/types.ts';
import { COMMAND_TEXTS, HELP_OPTION, PROGRAM } from '../help/texts.ts';
import { COMMAND_NAMES, COMMANDS, type CommandName, type CommandSpec, shownOptions } from '../table/commands.ts';

/** What is completed, as every shell needs it. Texts are in one language. */
export interface CompletionModel {
  readonly commands: readonly CompletedCommand[];
  /** Of the program itself. */
  readonly options: readonly CompletedOption[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly text: string;
  readonly options: readonly CompletedOption[];
  readonly operands: { readonly of: CommandSpec['takes']; readonly words: readonly string[] };
}

export interface CompletedOption {
  /** With their dashes: `-l`, `--lang`. */
  readonly flags: readonly string[];
  readonly text: string;
  readonly isRepeated: boolean;
  /** Absent where it takes none. */
  readonly value?: CompletedValue;
}

export interface CompletedValue {
  /** As helps show it. */
  readonly name: string;
  readonly isOptional: boolean;
  readonly isFile: boolean;
  /** None where it may be anything. */
  readonly words: readonly string[];
  /** What may stand behind a word and `=`. */
  readonly behind?: 'file' | readonly string[];
}

/** The table of commands with its texts. */
export function completionModel(language: 'en' | 'ko'): CompletionModel {
  const say = (text: Localized | undefined): string => briefly(text?.[language] ?? '');
  const help: CompletedOption = { flags: ['-h', '--help'], text: say(HELP_OPTION), isRepeated: false };
  const optionsOf = (name: CommandName): readonly CompletedOption[] => {
    const texts: Readonly<Record<string, Localized>> = COMMAND_TEXTS[name].options;
    const own = shownOptions(name).map(([option, spec]): CompletedOption => {
      const flags = [...(spec.short === undefined ? [] : [`-${spec.short}`]), `--${option}`];
      const common = { flags, text: say(texts[option]), isRepeated: spec.multiple ?? false };
      if (spec.type === 'boolean') return common;
      const value: CompletedValue = {
        name: spec.value ?? '',
        isOptional: spec.isOptional ?? false,
        isFile: spec.value === 'FILE' || spec.value === 'PATH',
        words: spec.words ?? [],
        ...(spec.behind && { behind: spec.behind }),
      };
      return { ...common, value };
    });
    return [...own, help];
  };
  return {
    commands: COMMAND_NAMES.map((name) => {
      const { takes, words = [] }: CommandSpec = COMMANDS[name];
      return {
        name,
        text: say(COMMAND_TEXTS[name].brief),
        options: optionsOf(name),
        operands: { of: takes, words },
      };
    }),
    options: [help, { flags: ['--version'], text: say(PROGRAM.version), isRepeated: false }],
  };
}

/** The first sentence, or what stands before its first semicolon or colon: a shell shows it on one line. */
function briefly(text: string): string {
  return text.split(/[.;:](?=\s|$)/, 1)[0] ?? '';
}
