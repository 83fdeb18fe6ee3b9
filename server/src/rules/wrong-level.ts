import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { ResponseItem, ResponseLiteral } from '../evidence/responses/responses.ts';
import { blankProperty } from '../fixes/errorProperties.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { NewEntry } from '../fixes/objectWriter.ts';
import { isFailureStatus } from '../knowledge/numbers.ts';
import type { Entry, ObjectLiteral, Span, Value } from '../model/model.ts';
import { defineRule } from './rule.ts';

/** What stands on the wrong level, and what would stand in its place. */
interface Data {
  readonly kind: 'word in error' | 'status in item' | 'error in item';
  readonly text: string;
  /** The entry to replace, where the whole response is at hand. */
  readonly change?: { readonly object: number; readonly entry: Entry; readonly replacement: NewEntry };
}

export default defineRule<Data, 'nugu'>({
  id: 'wrong-level',
  since: '0.2.0',
  docs: {
    title: { en: 'A NUGU error on the wrong level', ko: '위치가 잘못된 NUGU 오류' },
    why: {
      en: 'Errors of a device are words in `data[].resultCode`, errors of the whole request are HTTP statuses in `error.code`. NUGU does not understand one in the place of the other.',
      ko: '기기 오류는 `data[].resultCode`에 단어로, 요청 전체 오류는 `error.code`에 HTTP 상태로 씁니다. 자리를 바꾸어 쓰면 NUGU가 이해하지 못합니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis, catalog }) {
    const seen = new Set<number>();
    for (const response of analysis.responses) {
      if (response.vendor !== 'nugu' || response.confidence === 'weak') continue;
      for (const found of [...inError(response, analysis, catalog), ...inItems(response, analysis)]) {
        seen.add(found.span.start);
        yield { ...found, vendor: 'nugu' };
      }
    }
    // An item by itself, where the response around it is made elsewhere.
    for (const { kind, whole, confidence, code } of analysis.envelopes) {
      if (kind !== 'nugu-item' || !whole || confidence === 'weak' || seen.has(code.value.span.start)) continue;
      const status = statusOf(code.value);
      if (status) yield { span: code.value.span, vendor: 'nugu', data: { kind: 'status in item', text: status } };
    }
  },

  message({ data: { kind, text } }) {
    switch (kind) {
      case 'word in error':
        return {
          en: `\`${text}\` is a device-level error, which belongs in \`data[].resultCode\`. \`error.code\` takes an HTTP status.`,
          ko: `\`${text}\`${particle(text, '은/는')} 기기 오류이므로 \`data[].resultCode\`에 두어야 합니다. \`error.code\`에는 HTTP 상태가 들어갑니다.`,
        };
      case 'status in item':
        return {
          en: `\`${text}\` is an HTTP status, which belongs in \`error.code\` of the whole response. \`resultCode\` takes a word such as \`OK\`.`,
          ko: `\`${text}\`${particle(text, '은/는')} HTTP 상태이므로 응답 전체의 \`error.code\`에 두어야 합니다. \`resultCode\`에는 \`OK\` 같은 단어가 들어갑니다.`,
        };
      case 'error in item':
        return {
          en: 'An error of the whole request does not belong inside `data`. It takes the place of `data`, beside `requestId`.',
          ko: '요청 전체 오류는 `data` 안에 두지 않습니다. `data` 대신 `requestId` 옆에 `error`를 두세요.',
        };
    }
  },

  fixes({ data: { change } }, { analysis }, writer) {
    const object = change && analysis.model.objects[change.object];
    if (!object) return [];
    const [key] = change.replacement;
    return wholeFix(
      { en: `Answer with \`${key}\` instead`, ko: `\`${key}\`${particle(key, '으로/로')} 응답하기` },
      [writer.replaceEntry(object, change.entry, change.replacement)],
      { preferred: true },
    );
  },
});

interface Found {
  readonly span: Span;
  readonly data: Data;
}

function inError(
  { object, parts, error }: ResponseLiteral,
  { model: { objects } }: Analysis,
  catalog: Catalog,
): readonly Found[] {
  const value = error?.parts.get('code')?.entry.value;
  const code = value?.kind === 'string' ? catalog.find('nugu', value.text) : undefined;
  const entry = parts.get('error')?.entry;
  if (code?.level !== 'device-level' || !value || !entry) return [];
  const written = objects[error?.object ?? -1]?.entries ?? [];
  const wanted = code.errorProperties.map((property): NewEntry => {
    const own = written.find(({ key }) => key === property.name);
    return own ? [own.key, { kind: 'source', span: own.value.outer }] : blankProperty(property, catalog);
  });
  const properties: readonly NewEntry[] =
    wanted.length > 0 ? [['errorProperties', { kind: 'object', entries: wanted }]] : [];
  // An item has no place for a message, or for whatever else was written there.
  const isLost = written.some(({ key }) => key !== 'code' && !wanted.some(([name]) => name === key));
  const item: readonly NewEntry[] = [
    ['resultCode', { kind: 'string', text: code.code }],
    ['smartHomeDevice', { kind: 'object', entries: [] }],
    ...properties,
  ];
  const replacement: NewEntry = ['data', { kind: 'list', items: [{ kind: 'object', entries: item }] }];
  const change = parts.has('data') || isLost ? undefined : { object, entry, replacement };
  return [{ span: value.span, data: { kind: 'word in error', text: code.code, ...(change && { change }) } }];
}

function inItems(response: ResponseLiteral, { model: { objects } }: Analysis): readonly Found[] {
  const entry = response.parts.get('data')?.entry;
  const isOnly = response.items.length === 1 && !response.parts.has('error');
  /** Only where nothing but one entry would go with the item. */
  const instead = (item: ResponseItem, replacement: NewEntry) =>
    entry && isOnly && holdsOne(objects[item.object], objects)
      ? { change: { object: response.object, entry, replacement } }
      : {};
  return response.items.flatMap((item): readonly Found[] => {
    const code = item.parts.get('resultCode')?.entry.value;
    const status = code && statusOf(code);
    if (code && status) {
      const error: NewEntry = [
        'error',
        {
          kind: 'object',
          entries: [
            ['code', { kind: 'number', text: status }],
            ['message', { kind: 'blank' }],
          ],
        },
      ];
      return [{ span: code.span, data: { kind: 'status in item', text: status, ...instead(item, error) } }];
    }
    const inner = code ? undefined : errorIn(item, objects);
    if (!inner) return [];
    const replacement: NewEntry = ['error', { kind: 'source', span: inner.outer }];
    return [{ span: inner.span, data: { kind: 'error in item', text: '', ...instead(item, replacement) } }];
  });
}

/** The error of a whole request that stands in an item: under `error`, where it has a status. */
function errorIn({ object }: ResponseItem, objects: readonly ObjectLiteral[]) {
  const entry = objects[object]?.entries.find(({ key }) => key === 'error');
  const inner = entry?.value.kind === 'object' ? objects[entry.value.object] : undefined;
  const code = inner?.entries.find(({ key }) => key === 'code')?.value;
  return entry && code && statusOf(code) ? { span: entry.keySpan, outer: entry.value.outer } : undefined;
}

/** An HTTP status that tells of an error, as a number or a text. */
function statusOf(value: Value): string | undefined {
  return (value.kind === 'integer' || value.kind === 'string') && isFailureStatus(value.text) ? value.text : undefined;
}

/** Whether an item says one thing only; a device is nothing to an error of the whole request, unless it is written out. */
function holdsOne(item: ObjectLiteral | undefined, objects: readonly ObjectLiteral[]): boolean {
  const said = item?.entries.filter(({ key, value }) =>
    value.kind === 'object' ? objects[value.object]?.entries.length !== 0 : key !== 'smartHomeDevice',
  );
  return said?.length === 1;
}
