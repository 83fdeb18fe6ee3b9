import { withCrlf } from '../../fixes/fix.ts';
import { completionsAt } from './codeCompletion.ts';
import { directiveItemsAt, pathItemsAt } from './directiveCompletion.ts';
import type { CompletionItem } from './item.ts';
import { memberItemsAt } from './memberCompletion.ts';
import { keyProbesAt, probesAt } from './probes.ts';
import { keyItemsAt, wordItemsAt } from './protocolCompletion.ts';
import type { CompletionRequest } from './request.ts';

/**
 * What belongs at the cursor: codes, capabilities, directives, keys and words of NUGU's protocol. A placeholder is put there, and what the text then says
 * about it tells what is wanted; first as typed, then with what may be missing behind it.
 */
export async function completeAt(request: CompletionRequest): Promise<readonly CompletionItem[]> {
  const { text, offset, language } = request;
  const inPath = await pathItemsAt(request);
  if (inPath.length > 0) return inPath;
  const members = await memberItemsAt(request);
  // Behind a point stands a member, or nothing of ours.
  if (members.length > 0 || text[offset - 1] === '.') return members;
  // A slash ends many things; only paths of directives are waited for.
  if (text[offset - 1] === '/' && !request.hasDirectives) return [];
  for (const probe of keyProbesAt(text, offset, language)) {
    const probed = await request.analyseInstead(probe.text);
    const keys = probed ? keyItemsAt(probed, probe) : [];
    if (keys.length > 0) return keys;
  }
  for (const probe of probesAt(text, offset, language)) {
    const probed = await request.analyseInstead(probe.text);
    if (!probed) return [];
    const names = directiveItemsAt(probed, probe, text);
    if (names.length > 0) return names;
    const words = wordItemsAt(probed, probe, request.docsLanguage);
    if (words.length > 0) return words;
    const items = completionsAt(probed, probe, request.writerFor(probed, probe.text), request.docsLanguage, text);
    if (items.length > 0)
      return text.includes('\r\n') ? items.map((item) => ({ ...item, more: withCrlf(item.more) })) : items;
  }
  return [];
}
