import type { DirectiveKey, Localized, ProtocolKey } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { directivesAnswered } from '../../evidence/answeredDirectives.ts';
import { isSurelyNugus, keyOf, keysServedAt, partNamed, partOf } from '../../evidence/protocol.ts';
import { CURSOR_MARK } from '../../evidence/text/vocabulary.ts';
import type { ObjectLiteral, Value } from '../../model/model.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { describeKeyTypes } from '../describe/protocol.ts';
import type { CompletionItem } from './item.ts';
import type { Probe } from './probes.ts';

/** What there is to say about an item. */
interface Offer {
  readonly name: string;
  readonly detail: string;
  /** 0 for what belongs there, 1 for what may as well be meant. */
  readonly rank: 0 | 1;
}

/**
 * The words that a key takes: device types under `deviceTypeCode`, modes under `mode`; where something is compared with
 * one, too.
 *
 * @param analysis the model of the probe's text
 */
export function wordItemsAt(analysis: Analysis, probe: Probe, language: DocsLanguage): readonly CompletionItem[] {
  const { model, catalog, directives } = analysis;
  const mention = model.mentions.find(({ text }) => text === CURSOR_MARK);
  if (!mention || mention.place.role === 'key' || mention.place.role === 'prose') return [];
  const { path } = mention.place;
  const { object, name } = holderIn(model.objects) ?? { object: undefined, name: path.at(-1) };
  if (name === undefined || !(object ? isSurelyNugus(analysis, object) : analysis.file.nugu === 'certain')) return [];
  const part = object ? partOf(analysis, object) : partNamed(path.at(-2));
  const key = keyOf(name, part, keysServedAt(directives, mention.span.start, catalog), analysis);
  return key ? itemsOf(wordsOf(key, analysis, language), probe, probe.quote) : [];
}

/** The object literal in which the mark stands for a value, alone or in a list, and the key that it stands under. */
function holderIn(
  objects: readonly ObjectLiteral[],
): { readonly object: ObjectLiteral; readonly name: string } | undefined {
  for (const object of objects) {
    const entry = object.entries.find(
      ({ value }) => isMark(value) || (value.kind === 'list' && value.items.some(isMark)),
    );
    if (entry) return { object, name: entry.key };
  }
  return undefined;
}

function isMark(value: Value): boolean {
  return value.kind === 'string' && value.text === CURSOR_MARK;
}

/** The words of a key; a colour of ChangeColor is `#rrggbb`, and may be looked for by its name. */
function wordsOf(key: ProtocolKey, { catalog }: Analysis, language: DocsLanguage): readonly Offer[] {
  const { data } = catalog;
  const words = catalog.valuesOf(key).map(({ text, names, isOutsideTable }): Offer => {
    const type = key.values === 'deviceType' ? data.deviceTypes.find(({ code }) => code === text) : undefined;
    const outside = isOutsideTable ? [oneOf(IN_SAMPLES, language)] : [];
    return {
      name: text,
      detail: [...(type ? [oneOf(type.title, language)] : names), ...outside].join(' · '),
      rank: isOutsideTable ? 1 : 0,
    };
  });
  if (key.name !== 'colorType') return words;
  const colors = data.words.flatMap(({ rgb, word }) => (rgb === undefined ? [] : [{ rgb, word }]));
  return [
    ...colors.map(({ rgb, word }): Offer => ({ name: rgb, detail: word, rank: 0 })),
    ...words.map((offer): Offer => ({ ...offer, rank: 1 })),
  ];
}

const IN_SAMPLES: Localized = { en: 'in samples only', ko: '예시에만 있음' };

/**
 * The keys that belong in an object of NUGU's: in `properties` those of the directive that is answered there, in
 * `errorProperties` those of the code beside it, in `parameters` those of the directive that is asked for.
 *
 * @param analysis the model of the probe's text
 */
export function keyItemsAt(analysis: Analysis, probe: Probe): readonly CompletionItem[] {
  const { objects } = analysis.model;
  const index = objects.findIndex(({ entries }) => entries.some(({ key }) => key === CURSOR_MARK));
  const object = objects[index];
  if (!object || !isSurelyNugus(analysis, object)) return [];
  const taken = new Set(object.entries.map(({ key }) => key));
  const offers = keysOf(analysis, object, index).filter(({ name }) => !taken.has(name));
  const around = object.parent && objects[object.parent.object];
  // Alone in its object, the mark is written as it had to be; keys around it show how they are.
  const keys = (object.entries.length > 1 ? object : (around ?? object)).insertion?.keys;
  return itemsOf(offers, probe, keys === 'bare' || keys === 'keyword' ? '' : probe.quote);
}

function keysOf(analysis: Analysis, object: ObjectLiteral, index: number): readonly Offer[] {
  const { catalog, model } = analysis;
  const { data } = catalog;
  const { parent } = object;
  const around = parent && model.objects[parent.object];
  if (parent?.key === 'supportedCapabilities')
    return data.capabilities.map(({ name, discoveryKey }) => ({ name: discoveryKey.name, detail: name, rank: 0 }));
  if (around?.parent?.key === 'supportedCapabilities')
    return offersOf(
      data.capabilities.filter(({ discoveryKey }) => discoveryKey.name === parent?.key),
      ({ attributes }) => attributes,
    );
  switch (partOf(analysis, object)) {
    case 'properties': {
      const served = directivesAnswered(analysis, index);
      return offersOf(served.length > 0 ? served : data.directives, ({ properties }) => properties);
    }
    case 'parameters': {
      const asked = around?.entries.find(({ key }) => key === 'smartHomeDirective')?.value;
      const directive = asked?.kind === 'string' ? catalog.directive(asked.text) : undefined;
      return offersOf(directive ? [directive] : data.directives, ({ parameters }) => parameters);
    }
    case 'errorProperties': {
      const code = around?.entries.find(({ key }) => key === 'resultCode')?.value;
      const known = code?.kind === 'string' ? catalog.find('nugu', code.text) : undefined;
      const needing = known ? [known] : data.codes.filter(({ errorProperties }) => errorProperties.length > 0);
      const names = needing.flatMap((one) => one.errorProperties.map(({ name }) => ({ name, code: one.code })));
      return unique(names.map(({ name, code }): Offer => ({ name, detail: code, rank: 0 })));
    }
    default:
      return [];
  }
}

/** The keys of some directives or capabilities, each once, with the names of those that have it. */
function offersOf<Owner extends { readonly name: string }>(
  owners: readonly Owner[],
  keysIn: (owner: Owner) => readonly DirectiveKey[],
): readonly Offer[] {
  return unique(
    owners.flatMap((owner) =>
      keysIn(owner).map(
        (key): Offer => ({ name: key.name, detail: [owner.name, describeKeyTypes(key)].join(' · '), rank: 0 }),
      ),
    ),
  );
}

function unique(offers: readonly Offer[]): readonly Offer[] {
  const byName = new Map<string, Offer>();
  for (const offer of offers) if (!byName.has(offer.name)) byName.set(offer.name, offer);
  return [...byName.values()];
}

function itemsOf(offers: readonly Offer[], probe: Probe, quote: string): readonly CompletionItem[] {
  return offers.map(({ name, detail, rank }, position) => ({
    vendor: 'nugu',
    code: name,
    label: name,
    detail,
    filter: `${name} ${detail}`,
    // Ahead of the words that editors gather from the file.
    sort: `!${rank}${String(position).padStart(3, '0')}`,
    edit: { span: probe.replaced, text: quote + name + quote },
    more: [],
  }));
}
