import { parseArgs } from 'node:util';
import type { DocsLanguage } from '../features/describe/language.ts';
import { COMMANDS, type CommandName, type CommandSpec } from './table/commands.ts';

/** What of the environment says which language somebody reads, the strongest first, as POSIX has it. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The languages of a call. */
export interface CallLanguages {
  /** Of what a person reads: the one asked for, or that of the environment. */
  readonly language: DocsLanguage;
  /** Of what programs read: the one asked for, or English, whatever the environment says. */
  readonly formatLanguage: DocsLanguage;
}

/**
 * The languages of a call, also of one that is wrong otherwise: its complaint is read as well.
 *
 * @param name none where the call names no command
 */
export function languagesOf(
  name: CommandName | undefined,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CallLanguages {
  const { options }: CommandSpec = COMMANDS[name ?? 'explain'];
  const { values } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const asked = [values.lang, values.language].find((one) => one !== undefined);
  const language = asked === 'en' || asked === 'ko' || asked === 'both' ? asked : undefined;
  return { language: language ?? languageIn(environment), formatLanguage: language ?? 'en' };
}

/** The language of the environment: Korean for `ko`, `ko_KR.UTF-8` and the like, else English. */
export function languageIn(environment: Readonly<Record<string, string | undefined>>): 'en' | 'ko' {
  const locale = VARIABLES.map((variable) => environment[variable]).find((one) => one !== undefined && one !== '');
  return /^ko(?:$|[_.@-])/i.test(locale ?? '') ? 'ko' : 'en';
}
