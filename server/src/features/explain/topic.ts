import type { Catalog } from '../../catalog/catalog.ts';
import type { PageRow } from '../../catalog/pages.ts';
import type { ProtocolRow } from '../../catalog/protocol.ts';
import type { Code, Localized, Lookalike } from '../../catalog/types.ts';
import { describeCode, describeInLine, describeName } from '../describe/describe.ts';
import type { DocsLanguage } from '../describe/language.ts';
import {
  describeLookalike,
  describeRule,
  describeSuccess,
  describeUnlisted,
  NOT_LISTED_BY_SDK,
  type RuleWords,
} from '../describe/others.ts';
import { describePageRow, pageRowInLine } from '../describe/pageRow.ts';
import { describeProtocolRow, protocolRowInLine } from '../describe/protocol.ts';

/**
 * Something that can be explained:
 *
 * - `code`: a code; `unnamed` where the SDK's log gives it no name of its own, as in `UNKNOWN_ERROR (1314)`
 * - `unlisted`: a number that the SDK's log shows to be a code, and that no source lists: `UNKNOWN_ERROR (1399)`
 * - `name`: a capability or directive of NUGU, in the spelling that was found
 * - `row`: an HTTP status, a range of codes, a key of a response
 * - `protocol`: a key, a word or a device type of NUGU's
 * - `lookalike`: a text that is taken for a vendor's and is none
 * - `success`: `0000` under `resultCode` and its like
 * - `rule`: a rule of ours
 */
export type Topic =
  | { readonly kind: 'code'; readonly code: Code; readonly unnamed?: boolean }
  | { readonly kind: 'unlisted'; readonly number: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'row'; readonly row: PageRow }
  | { readonly kind: 'protocol'; readonly row: ProtocolRow }
  | { readonly kind: 'lookalike'; readonly text: string; readonly lookalike: Lookalike }
  | { readonly kind: 'success' }
  | { readonly kind: 'rule'; readonly rule: RuleWords };

/** Markdown about a topic. @param notes about a code where it stands, below the answer */
export function describeTopic(
  topic: Topic,
  catalog: Catalog,
  language: DocsLanguage,
  notes: (code: Code) => readonly Localized[] = () => [],
): string {
  switch (topic.kind) {
    case 'code': {
      const { code, unnamed } = topic;
      return describeCode(code, catalog, language, [...(unnamed ? [NOT_LISTED_BY_SDK] : []), ...notes(code)]);
    }
    case 'unlisted':
      return describeUnlisted(topic.number, catalog, language);
    case 'name':
      return describeName(topic.name, catalog, language) ?? '';
    case 'row':
      return describePageRow(topic.row, catalog, language);
    case 'protocol':
      return describeProtocolRow(topic.row, catalog, language);
    case 'lookalike':
      return describeLookalike(topic.text, topic.lookalike, catalog, language);
    case 'success':
      return describeSuccess(language);
    case 'rule':
      return describeRule(topic.rule, language);
  }
}

/** A topic as one line of plain text, for lists; in English where both languages are asked for. */
export function topicInLine(topic: Topic, catalog: Catalog, language: DocsLanguage): string {
  switch (topic.kind) {
    case 'code':
      return describeInLine(topic.code, catalog, language);
    case 'row':
      return pageRowInLine(topic.row, language);
    case 'protocol':
      return protocolRowInLine(topic.row, language);
    case 'unlisted':
      return topic.number;
    case 'name':
      return topic.name;
    case 'lookalike':
      return topic.text;
    case 'success':
      return '0000';
    case 'rule':
      return topic.rule.id;
  }
}

/** Topics without those that stand in a list twice. */
export function unique(topics: readonly Topic[]): readonly Topic[] {
  const found = new Map<unknown, Topic>();
  for (const topic of topics) if (!found.has(identityOf(topic))) found.set(identityOf(topic), topic);
  return [...found.values()];
}

function identityOf(topic: Topic): unknown {
  switch (topic.kind) {
    case 'code':
      return topic.code;
    case 'row':
    case 'protocol':
      return topic.row;
    case 'unlisted':
      return `unlisted ${topic.number}`;
    case 'name':
      return `name ${topic.name}`;
    case 'lookalike':
      return topic.lookalike;
    case 'success':
      return 'success';
    case 'rule':
      return topic.rule;
  }
}
