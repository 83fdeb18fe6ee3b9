import { parseArgs } from 'node:util';
import { nearestName } from '../../catalog/nearestName.ts';
import { Failure } from '../../node/failure.ts';
import { unknownWord } from '../words.ts';
import { COMMANDS, type CommandName, type CommandSpec, type OptionSpec } from './commands.ts';

/** What a command is called with, as the table has its options. */
export type Arguments<Name extends CommandName> = ReturnType<
  typeof parseArgs<{ options: (typeof COMMANDS)[Name]['options']; allowPositionals: true }>
>;

/** The words on a command line that `parseArgs` has told apart. */
type Token = NonNullable<ReturnType<typeof parseArgs<{ tokens: true; strict: false }>>['tokens']>[number];

/**
 * Reads the arguments of a command by its row of the table.
 *
 * @throws Failure for what is not in it, with what was meant or what there is
 */
export function readArguments<Name extends CommandName>(name: Name, args: readonly string[]): Arguments<Name> {
  const spec: CommandSpec = COMMANDS[name];
  // What is wrong is said in our words, so that is looked for here.
  const config = {
    args: [...args],
    options: spec.options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  } as const;
  const { values, positionals, tokens } = parseArgs(config);
  for (const token of tokens) refuse(token, spec);
  // What has passed has the types that the table says.
  return { values, positionals } as unknown as Arguments<Name>;
}

function refuse(token: Token, spec: CommandSpec): void {
  if (token.kind === 'positional') refuseOperand(token.value, spec);
  if (token.kind !== 'option') return;
  const option = Object.hasOwn(spec.options, token.name) ? spec.options[token.name] : undefined;
  if (option === undefined) throw unknownOption(token.rawName, Object.keys(spec.options));
  refuseValue(token.rawName, token.value, token.inlineValue ?? false, option);
}

function refuseOperand(text: string, { operands, words }: CommandSpec): void {
  if (operands === '')
    throw new Failure({
      en: `"${text}": nothing but options may follow.`,
      ko: `"${text}": 이 명령에는 옵션만 쓸 수 있습니다.`,
    });
  if (words !== undefined && !words.includes(text)) throw unknownWord(operands, text, words);
}

function refuseValue(name: string, value: string | undefined, isInline: boolean, option: OptionSpec): void {
  if (option.type === 'boolean') {
    if (value !== undefined)
      throw new Failure({ en: `${name} takes no value.`, ko: `${name}: 값을 쓸 수 없는 옵션입니다.` });
    return;
  }
  const shown = option.value ?? option.words?.join('|') ?? 'TEXT';
  if (value === undefined)
    throw new Failure({
      en: `${name}: the value is missing: ${name} ${shown}`,
      ko: `${name}: 값이 빠졌습니다: ${name} ${shown}`,
    });
  // Somebody has forgotten the value, and this is the next option; but "-" is standard input.
  if (!isInline && value.startsWith('-') && value.length > 1)
    throw new Failure({
      en: `${name}: write ${name}=${value} if that is its value.`,
      ko: `${name}: 그 값이 맞다면 ${name}=${value}처럼 쓰세요.`,
    });
  const word = option.behind ? (value.split('=')[0] ?? '') : value;
  if (option.words !== undefined && !option.words.includes(word)) throw unknownWord(name, word, option.words);
}

function unknownOption(name: string, options: readonly string[]): Failure {
  const meant = nearestName(name.replace(/^-+/, ''), options);
  return new Failure({
    en: `unknown option "${name}"${meant ? `; did you mean --${meant}?` : '.'}`,
    ko: `알 수 없는 옵션 "${name}"입니다.${meant ? ` --${meant} 아닌가요?` : ''}`,
  });
}
