import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { Language } from '../../languages/language.ts';
import type { OutsideNames } from '../../model/names.ts';
import { detailOf } from './codeCompletion.ts';
import type { CompletionItem } from './item.ts';
import { openQuote } from './probes.ts';

/** A dotted name up to the cursor, in the styles of all languages, and what is written of its last word. */
const MEMBER =
  /(?<owner>[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\.|::|->)[\p{L}_$][\p{L}\p{N}_$]*)*)(?:\.|::|->)(?<typed>[\p{L}\p{N}_$]*)$/u;

/**
 * The codes that another file declares as members of what stands before the cursor: `ThinQErrorCode.`.
 *
 * @param offset UTF-16 offset into `text`
 */
export function memberItemsAt(
  text: string,
  offset: number,
  analysis: Analysis,
  outside: OutsideNames,
  language: Language,
): readonly CompletionItem[] {
  if (outside.names.size === 0) return [];
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const { owner, typed = '' } = MEMBER.exec(before)?.groups ?? {};
  if (owner === undefined || openQuote(before, language)) return [];
  const prefix = `${owner.replace(/->|::/g, '.')}.`;
  const tail = /^[\p{L}\p{N}_$]*/u.exec(text.slice(offset))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + tail.length };
  return [...outside.names].flatMap(([name, one]) => {
    const member = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (member === '' || member.includes('.') || one?.kind !== 'constant' || one.value !== 'string') return [];
    const code = codeOf(one.text, analysis);
    return code ? [itemOf(member, code, analysis.catalog, span)] : [];
  });
}

/** The code that a text is, where the file is about its vendor. */
function codeOf(text: string, { file, catalog }: Analysis): Code | undefined {
  const vendors: readonly Vendor[] = ['thinq', 'nugu'];
  return vendors.flatMap((vendor) => (file[vendor] && catalog.find(vendor, text)) ?? [])[0];
}

function itemOf(member: string, code: Code, catalog: Catalog, span: CompletionItem['edit']['span']): CompletionItem {
  return {
    vendor: code.vendor,
    code: code.code,
    label: member,
    detail: [code.code, ...detailOf(code, catalog)].join(' · '),
    filter: `${member} ${code.code}`,
    // Ahead of the words that editors gather from the file.
    sort: `!${code.code}`,
    edit: { span, text: member },
    more: [],
  };
}
