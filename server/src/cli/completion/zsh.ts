import type { CompletedCommand, CompletedOption, CompletedValue, CompletionModel } from './model.ts';

/** For zsh, with its own `_arguments`: to be sourced behind `compinit`, or saved as `_thinq-nugu` in a folder of `fpath`. */
export function zshCompletion({ commands, options }: CompletionModel): string {
  const described = commands.map(({ name, text }) => quoted(`${name}:${text.replaceAll(':', '\\:')}`)).join(' ');
  return `#compdef thinq-nugu
_thinq_nugu() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a commands=(${described})
  _arguments -C ${options.flatMap(specsOf).join(' ')} '1: :->command' '*:: :->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
        help) _arguments '1: :(${commands.map(({ name }) => name).join(' ')})' ;;
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _thinq_nugu ]]; then _thinq_nugu "$@"; else compdef _thinq_nugu thinq-nugu; fi
`;
}

function commandCase({ name, options, operands }: CompletedCommand): string {
  const specs = [...options.flatMap(specsOf), ...operandSpec(operands)];
  return `        ${name}) _arguments -s -S \\\n${specs.map((spec) => `          ${spec}`).join(' \\\n')} ;;`;
}

function operandSpec({ of, words }: CompletedCommand['operands']): readonly string[] {
  if (of === 'paths') return [`'*: :_files'`];
  if (of === 'folders') return [`'1: :_files -/'`];
  return words.length > 0 ? [`'1: :(${words.join(' ')})'`] : [];
}

/** An option as `_arguments` takes it; one that may not be repeated is gone after its first use, by either name. */
function specsOf({ flags, text, isRepeated, value }: CompletedOption): readonly string[] {
  const others = isRepeated ? '*' : `(${flags.join(' ')})`;
  const behind = value === undefined ? '' : `${value.isOptional ? '::' : ':'}${escaped(value.name)}:${actionOf(value)}`;
  return flags.map((flag) => {
    // The value stands behind `=` or in a word of its own; that of a letter also right behind it.
    const joint = value === undefined ? '' : flag.startsWith('--') ? '=' : '+';
    return quoted(`${others}${flag}${joint}[${escaped(text)}]${behind}`);
  });
}

function actionOf({ words, behind, isFile }: CompletedValue): string {
  if (isFile) return '_files';
  if (behind === undefined) return words.length > 0 ? `(${words.join(' ')})` : ' ';
  const more = behind === 'file' ? '_files' : `compadd -- ${behind.join(' ')}`;
  return `{ if compset -P 1 "*="; then ${more}; else compadd ${behind === 'file' ? '' : '-q -S = '}-- ${words.join(' ')}; fi }`;
}

/** A text within a spec: brackets end a description, and colons what they stand in. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
