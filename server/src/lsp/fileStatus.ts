import { plainIn } from '../features/describe/language.ts';
import { aboutInSentences, aboutInShort, SILENT } from '../features/standing.ts';
import type { Diagnosis, Document, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import type { FileStatus } from './protocol.ts';

/** Where a document stands, for people and for programs. @returns undefined for one that there is nothing to say of */
export async function statusOf(
  document: Document,
  { skipped }: Diagnosis,
  service: LanguageService,
  { docsLanguage }: Settings,
): Promise<FileStatus | undefined> {
  const { uri } = document;
  if (skipped) return { uri, state: 'skipped', about: [], reason: plainIn(skipped.reason, docsLanguage) };
  const standing = await service.standing(document);
  if (!standing) return undefined;
  const { state, about } = standing;
  const named = about.length > 0 && { title: plainIn(aboutInShort(about), docsLanguage) };
  if (state === 'checked')
    return { uri, state, about, ...named, reason: plainIn(aboutInSentences(about), docsLanguage) };
  const sentences = [SILENT[standing.why], ...(about.length > 0 ? [aboutInSentences(about)] : [])];
  const reason = sentences.map((sentence) => plainIn(sentence, docsLanguage)).join(' ');
  return { uri, state, about, why: standing.why, ...named, reason };
}
