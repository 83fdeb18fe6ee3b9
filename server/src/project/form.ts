import type { Node } from 'jsonc-parser';
import { particle } from '../catalog/korean.ts';
import { nearestName } from '../catalog/nearestName.ts';
import type { Localized } from '../catalog/types.ts';
import { codeName, didYouMean, listed, shortened } from '../catalog/wording.ts';
import type { Problem } from './problem.ts';

/** Reads values out of a JSON tree, and notes what has another form than expected. What is wrong counts as absent. */
export interface Form {
  readonly problems: readonly Problem[];
  /** Notes a problem at a node. */
  report(node: Node, severity: Problem['severity'], message: Localized): void;
  /** The value, where it is one of the words. */
  word<Word extends string>(node: Node, name: string, words: readonly Word[]): Word | undefined;
  /** The value, where it is a text that is not empty. */
  text(node: Node, name: string): string | undefined;
  /** The items that `read` can make something of. */
  list<Item>(node: Node, name: string, read: (item: Node, name: string) => Item | undefined): Item[] | undefined;
  /** The properties; those of a name that is not expected are noted, with the name that was meant. */
  object(node: Node, name: string, names: readonly string[]): ReadonlyMap<string, Node> | undefined;
  /** All properties, whatever their names. */
  entries(node: Node, name: string): readonly (readonly [key: Node, value: Node])[] | undefined;
}

/** Starts reading the tree of a text. @param units the text's length: a value that a comment never ends in goes beyond it */
export function createForm(units: number): Form {
  const problems: Problem[] = [];
  const report: Form['report'] = ({ offset, length }, severity, message) => {
    problems.push({
      span: { start: Math.min(offset, units), end: Math.min(offset + length, units) },
      severity,
      message,
    });
  };
  const expect = (node: Node, name: string, what: Localized): undefined => {
    const kind = KINDS[node.type];
    report(node, 'error', {
      en: `\`${name}\` must be ${what.en}, not ${kind.en}.`,
      ko: `\`${name}\`${particle(name, '은/는')} ${kind.ko}${particle(kind.ko, '이/가')} 아니라 ${what.ko}${particle(what.ko, '이어야/여야')} 합니다.`,
    });
    return undefined;
  };
  const entries: Form['entries'] = (node, name) => {
    if (node.type !== 'object') return expect(node, name, { en: 'an object', ko: '객체' });
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => (key && value ? [[key, value]] : []));
  };
  return {
    problems,
    report,
    entries,
    word(node, name, words) {
      if (node.type !== 'string') {
        const list = listed(words.map(quoted), 'or');
        return expect(node, name, { en: list.en, ko: `${list.ko} 중 하나` });
      }
      const found = words.find((word) => word === node.value);
      if (found === undefined) {
        const list = listed(words.map(quoted), 'or');
        const written = shortened(String(node.value));
        report(node, 'error', {
          en: `\`${name}\` must be ${list.en}, not "${written}".`,
          ko: `\`${name}\`에는 "${written}"${particle(written, '이/가')} 아니라 ${list.ko} 중 하나를 써야 합니다.`,
        });
      }
      return found;
    },
    text(node, name) {
      if (node.type === 'string' && node.value !== '') return node.value as string;
      return expect(node, name, { en: 'a string', ko: '문자열' });
    },
    list(node, name, read) {
      if (node.type !== 'array') return expect(node, name, { en: 'an array', ko: '배열' });
      return (node.children ?? []).flatMap((item, index) => {
        const value = read(item, `${name}[${index}]`);
        return value === undefined ? [] : [value];
      });
    },
    object(node, name, names) {
      const found = entries(node, name);
      if (!found) return undefined;
      for (const [key] of found) {
        if (names.includes(key.value)) continue;
        const meant = nearestName(key.value, names);
        const hint = didYouMean(meant === undefined ? [] : [meant]);
        const { en: written } = codeName(key.value);
        report(key, 'warning', {
          en: `There is no property ${written} here.${hint.en}`,
          ko: `여기에는 ${written} 속성이 없습니다.${hint.ko}`,
        });
      }
      return new Map(found.map(([key, value]) => [key.value as string, value]));
    },
  };
}

function quoted(word: string): Localized {
  return { en: `"${word}"`, ko: `"${word}"` };
}

const KINDS: Readonly<Record<Node['type'], Localized>> = {
  object: { en: 'an object', ko: '객체' },
  array: { en: 'an array', ko: '배열' },
  property: { en: 'a property', ko: '속성' },
  string: { en: 'a string', ko: '문자열' },
  number: { en: 'a number', ko: '숫자' },
  boolean: { en: 'true or false', ko: 'true 또는 false' },
  null: { en: 'null', ko: 'null' },
};
