import { type Conflict, keyConflictsOf, spellingConflictsOf, wordConflictsOf } from './conflicts.ts';
import { factsOf } from './text.ts';
import type {
  Capability,
  CatalogData,
  Code,
  DeviceType,
  Directive,
  DirectiveKey,
  ProtocolKey,
  ProtocolWord,
} from './types.ts';

/** A key, a word or a device type of NUGU's, with what its sources do not agree on. */
export type ProtocolRow =
  | {
      readonly kind: 'key';
      readonly key: ProtocolKey;
      readonly uses: KeyUses;
      readonly conflicts: readonly Conflict[];
      /** What it was asked for by, where that is not a name of NUGU's. */
      readonly alias?: string;
    }
  | { readonly kind: 'word'; readonly word: ProtocolWord; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'device-type'; readonly deviceType: DeviceType; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'discovery-key'; readonly capability: Capability; readonly conflicts: readonly Conflict[] };

/** Where a key occurs. */
export interface KeyUses {
  readonly parametersOf: readonly Directive[];
  readonly propertiesOf: readonly Directive[];
  /** Capabilities that say it at discovery. */
  readonly attributesOf: readonly Capability[];
  /** Codes that need it in `errorProperties`. */
  readonly errorPropertiesOf: readonly Code[];
  /** What the sources say of it in all of these places. */
  readonly facts: readonly DirectiveKey[];
}

/** NUGU's keys, and the words that they take for values, looked up by name. */
export interface ProtocolIndex {
  /** The key of this name, in any spelling that a page prints. */
  protocolKey(name: string): ProtocolKey | undefined;
  /** The rows that a name or a value stands for, whatever key it is found under: `AUTO` is a mode and an airflow. */
  protocolRows(name: string): readonly ProtocolRow[];
  /** The row of a value of a key, in any spelling: `AIR_CLEANER` of `deviceTypeCode`. */
  valueRow(key: ProtocolKey, value: string): ProtocolRow | undefined;
  /** What the pages list for a key, in the order of their tables; samples go beyond it. Empty where nothing is listed. */
  listedValues(key: string): readonly string[];
  /** What the pages list or show for a key: as they spell it, and what it is called or stands for. */
  valuesOf(key: ProtocolKey): readonly ProtocolValue[];
}

/** A value of a key. */
export interface ProtocolValue {
  readonly text: string;
  /** What the Korean page calls it; none for what needs no name. */
  readonly names: readonly string[];
  /** A sample alone has it: the table does not. */
  readonly isOutsideTable: boolean;
}

/** Indexes the keys and the words. */
export function createProtocolIndex(data: CatalogData): ProtocolIndex {
  const { keys, words, deviceTypes } = data;
  const byName = new Map<string, ProtocolKey>();
  // A name of its own comes before a page's other spelling of another key.
  for (const key of keys) byName.set(key.name, key);
  for (const key of keys) for (const spelling of spellingsOf(key)) if (!byName.has(spelling)) byName.set(spelling, key);
  let rows: ReadonlyMap<string, readonly ProtocolRow[]> | undefined;
  const rowsOf = (name: string): readonly ProtocolRow[] => {
    rows ??= indexRows(data, byName);
    return rows.get(name) ?? [];
  };
  const valuesOf: ProtocolIndex['valuesOf'] = ({ values }) => {
    if (values === undefined) return [];
    if (values === 'deviceType')
      return deviceTypes.map(({ code, title }) => ({ text: code, names: [title.ko], isOutsideTable: false }));
    if (typeof values !== 'string') return values.map((text) => ({ text, names: [], isOutsideTable: false }));
    return words.filter(({ kind }) => kind === values).flatMap(valuesOfWord);
  };
  return {
    protocolKey: (name) => byName.get(name),
    protocolRows: rowsOf,
    valueRow: ({ values }, value) =>
      rowsOf(/^#/.test(value) ? value.toLowerCase() : value).find(
        (row) =>
          (row.kind === 'word' && row.word.kind === values && isSpelt(row.word, value)) ||
          (row.kind === 'device-type' && values === 'deviceType' && isSpelt(row.deviceType, value)),
      ),
    listedValues(name) {
      const key = byName.get(name);
      return key ? valuesOf(key).flatMap(({ text, isOutsideTable }) => (isOutsideTable ? [] : text)) : [];
    },
    valuesOf,
  };
}

/** @param byName which key a spelling belongs to */
function indexRows(
  data: CatalogData,
  byName: ReadonlyMap<string, ProtocolKey>,
): ReadonlyMap<string, readonly ProtocolRow[]> {
  const rows = new Map<string, readonly ProtocolRow[]>();
  const add = (names: readonly string[], row: ProtocolRow): void => {
    for (const name of new Set(names)) rows.set(name, [...(rows.get(name) ?? []), row]);
  };
  for (const key of data.keys) {
    const uses = usesOf(key, data);
    const row = { kind: 'key', key, uses, conflicts: keyConflictsOf(key, uses.facts) } as const;
    add([key.name, ...spellingsOf(key).filter((spelling) => byName.get(spelling) === key)], row);
    for (const alias of key.alsoCalled ?? []) add([alias], { ...row, alias });
  }
  for (const word of data.words) {
    const names = factsOf(word).flatMap(([, facts]) => facts.names ?? []);
    const rgb = word.rgb === undefined ? [] : [word.rgb];
    add([word.word, ...spellingsOf(word), ...names, ...rgb], { kind: 'word', word, conflicts: wordConflictsOf(word) });
  }
  for (const deviceType of data.deviceTypes) {
    const { code, title } = deviceType;
    const row = { kind: 'device-type', deviceType, conflicts: deviceTypeConflicts(deviceType) } as const;
    add([code, ...spellingsOf(deviceType), title.en, title.ko], row);
  }
  for (const capability of data.capabilities) {
    const { discoveryKey } = capability;
    const conflicts = spellingConflictsOf(discoveryKey);
    add([discoveryKey.name, ...spellingsOf(discoveryKey)], { kind: 'discovery-key', capability, conflicts });
  }
  return rows;
}

function valuesOfWord(word: ProtocolWord): readonly ProtocolValue[] {
  const table = word.sources['nugu/attributes'];
  const names = factsOf(word).flatMap(([, facts]) => facts.names ?? []);
  const own = { text: word.word, names, isOutsideTable: table === undefined };
  const others = spellingsOf(word).filter((spelling) => spelling !== word.word);
  return [own, ...new Set(others)].map((one) =>
    typeof one === 'string' ? { text: one, names, isOutsideTable: true } : one,
  );
}

function isSpelt(entry: ProtocolWord | DeviceType, value: string): boolean {
  return spellingsOf(entry).includes(value) || ('rgb' in entry && entry.rgb === value.toLowerCase());
}

function spellingsOf(entry: Parameters<typeof spellingConflictsOf>[0]): readonly string[] {
  return factsOf(entry).map(([, { spelling }]) => spelling);
}

function usesOf({ name }: ProtocolKey, { directives, capabilities, codes }: CatalogData): KeyUses {
  const has = (keys: readonly DirectiveKey[]): boolean => keys.some((key) => key.name === name);
  const parametersOf = directives.filter(({ parameters }) => has(parameters));
  const propertiesOf = directives.filter(({ properties }) => has(properties));
  const attributesOf = capabilities.filter(({ attributes }) => has(attributes));
  const all = [
    ...parametersOf.flatMap(({ parameters }) => parameters),
    ...propertiesOf.flatMap(({ properties }) => properties),
    ...attributesOf.flatMap(({ attributes }) => attributes),
  ];
  return {
    parametersOf,
    propertiesOf,
    attributesOf,
    errorPropertiesOf: codes.filter(({ errorProperties }) => errorProperties.some((one) => one.name === name)),
    facts: all.filter((key) => key.name === name),
  };
}

/** The sources that list device types: the overview has 16 of the 22. */
const LISTS_OF_TYPES = ['nugu/device-types', 'nugu/device-type-list'] as const;

function deviceTypeConflicts(deviceType: DeviceType): readonly Conflict[] {
  const presences = LISTS_OF_TYPES.map((source) => ({ source, value: deviceType.sources[source] !== undefined }));
  return [
    ...(presences.some(({ value }) => !value) ? [{ field: 'presence', values: presences } as const] : []),
    ...spellingConflictsOf(deviceType),
  ];
}
