import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Localized } from '../catalog/types.ts';
import { plainIn } from '../features/describe/language.ts';
import type { Settings } from '../settings.ts';
import { MOST_FILES, MOST_PLACES } from './codeSearch.ts';
import { createLog } from './log.ts';

/** Tells the user that a change over many files leaves some of them out, which the change itself does not show. */
export function tellOfCut(connection: Connection, { docsLanguage }: Settings): void {
  // Not a request: nothing is to be chosen, and not every client answers one.
  const params = { type: MessageType.Warning, message: plainIn(CUT, docsLanguage) };
  connection.sendNotification(ShowMessageNotification.method, params).catch(createLog(connection).warn);
}

const PLACES = MOST_PLACES.toLocaleString('en');
const CUT: Localized = {
  en: `There is more to change: at most ${MOST_FILES} files and ${PLACES} places are changed at once. Do it once more for the rest.`,
  ko: `바꿀 곳이 더 있습니다. 한 번에 파일 ${MOST_FILES}개, ${PLACES}곳까지만 바꿉니다. 나머지는 한 번 더 실행하세요.`,
};
