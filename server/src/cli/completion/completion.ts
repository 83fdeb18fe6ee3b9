import { Failure } from '../../node/failure.ts';
import type { Command } from '../command.ts';
import { SHELLS, type Shell } from '../table/commands.ts';
import { readArguments } from '../table/readArguments.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { type CompletionModel, completionModel } from './model.ts';
import { powershellCompletion } from './powershell.ts';
import { zshCompletion } from './zsh.ts';

const WRITERS: { readonly [shell in Shell]: (model: CompletionModel) => string } = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** `completion <shell>`: a script with which a shell completes what the table of commands has. */
export const completion: Command = ({ args, language }) => {
  const { positionals } = readArguments('completion', args);
  const shell = SHELLS.find((one) => one === positionals[0]);
  if (shell === undefined || positionals.length > 1)
    throw new Failure({
      en: `name one shell: ${SHELLS.join(', ')}.`,
      ko: `셸 하나를 적으세요: ${SHELLS.join(', ')}.`,
    });
  return { exitCode: 0, output: WRITERS[shell](completionModel(language === 'ko' ? 'ko' : 'en')).trimEnd() };
};
