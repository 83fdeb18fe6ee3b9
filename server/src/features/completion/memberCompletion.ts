import { harmless } from '../../catalog/harmless.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import { codeDetail, filterOf, glossOf } from './detail.ts';
import type { CompletionItem } from './item.ts';
import { openQuote } from './probes.ts';
import type { CompletionRequest } from './request.ts';

const VENDORS: readonly Vendor[] = ['thinq', 'nugu'];
/** UTF-16 units in front of the cursor in which the name of an owner is looked for. */
const LIMIT_UNITS = 200;
/** What a member is being written of: `ThinQErrorCode.`, `codes::Code::OFF`. */
const MEMBER =
  /(?<![\p{L}\p{N}_$.])(?<owner>[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\?\.|->|::|\.|\\)[\p{L}_$][\p{L}\p{N}_$]*)*)(?:\?\.|->|::|\.|\\)(?<begun>[\p{L}\p{N}_$]*)$/u;

/** The codes under the names that a type of another file has for them. */
export async function memberItemsAt({
  text,
  offset,
  language,
  docsLanguage,
  catalog,
  outside: { names },
  analysis,
}: CompletionRequest): Promise<readonly CompletionItem[]> {
  if (names.size === 0) return [];
  const line = text.slice(Math.max(0, offset - LIMIT_UNITS), offset).replace(/^[\s\S]*[\r\n]/, '');
  const { owner, begun = '' } = MEMBER.exec(line)?.groups ?? {};
  if (owner === undefined || openQuote(line, language)) return [];
  const prefix = `${owner.replace(/\?\.|->|::|\\/g, '.')}.`;
  const members = [...names].flatMap(([name, outside]) => {
    const member = name.slice(prefix.length);
    const isMember = name.startsWith(prefix) && !member.includes('.');
    return isMember && outside?.kind === 'constant' ? [{ member, text: outside.text }] : [];
  });
  const file = members.length > 0 && (await analysis())?.file;
  if (!file) return [];
  const found = members.flatMap(({ member, text }) => {
    const code = VENDORS.flatMap((vendor) => (file[vendor] ? (catalog.find(vendor, text) ?? []) : []))[0];
    return code ? [{ member, code }] : [];
  });
  const order = (code: Code): number => catalog.codes.indexOf(code);
  return found
    .sort((a, b) => order(a.code) - order(b.code))
    .map(({ member, code }, position) => ({
      vendor: code.vendor,
      code: code.code,
      label: member,
      detail: [code.code, ...codeDetail(code, catalog)].join(' · '),
      gloss: glossOf(code, docsLanguage),
      filter: harmless(filterOf(`${member} ${code.code}`, code.description, catalog.textOf(code))),
      sort: `!0${String(position).padStart(3, '0')}`,
      edit: { span: { start: offset - begun.length, end: offset }, text: member },
      more: [],
    }));
}
