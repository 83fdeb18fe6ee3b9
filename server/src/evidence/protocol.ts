import type { Catalog } from '../catalog/catalog.ts';
import { isSameName } from '../catalog/nearestName.ts';
import type { DirectiveKey, ProtocolKey } from '../catalog/types.ts';
import type { Entry, ObjectLiteral, Span, Value } from '../model/model.ts';
import { type Directives, handlersAt } from './directives.ts';
import type { EvidenceContext } from './file.ts';
import { objectsAbove } from './responses/additions.ts';
import { CURSOR_MARK } from './text/vocabulary.ts';

/** A key of NUGU's, a value of one, or the key of a capability at discovery, in a place that is surely NUGU's. */
export type ProtocolPlace = {
  /** Without quotes. */
  readonly span: Span;
} & (
  | { readonly kind: 'key'; readonly key: ProtocolKey }
  | { readonly kind: 'value'; readonly key: ProtocolKey; readonly value: string }
  | { readonly kind: 'discovery-key'; readonly name: string }
);

/** What an object literal is in NUGU's protocol, which says what its keys may mean. */
export type ProtocolPart =
  /** What a directive needs to know, in a request or in its attributes at discovery. */
  | 'parameters'
  /** What an answer carries with `OK`. */
  | 'properties'
  /** What an answer carries with an error. */
  | 'errorProperties'
  /** What a request asks for. */
  | 'command'
  /** A device, as discovery or a request has it. */
  | 'device';

/** Keys beside which an object called `parameters`, `properties` or `errorProperties` is NUGU's. */
const BESIDE = new Set([
  'resultCode',
  'smartHomeDevice',
  'smartHomeDevices',
  'smartHomeDirective',
  'smartHomeCapability',
  'properties',
  'errorProperties',
]);
const COMMAND = new Set(['smartHomeDirective', 'smartHomeCapability']);
const INSIDE: ReadonlySet<string> = new Set(['parameters', 'properties', 'errorProperties']);
/** Keys of a device that only NUGU has: one with a value of NUGU's, or two of them, prove a text. */
export const KEYS_OF_DEVICE: readonly string[] = [
  'deviceTypeCode',
  'deviceTypeName',
  'deviceModelName',
  'friendlyNameSuggestion',
  'supportedCapabilities',
];
const DEVICES = /^(?:smartHomeDevices?|devices)$/;

/** Finds the keys of NUGU's protocol and the values that are listed for them, where a file or a text is surely NUGU's. */
export function collectProtocolPlaces(context: EvidenceContext, directives: Directives): readonly ProtocolPlace[] {
  const { model, catalog, signals } = context;
  if (signals.legacy.nugu) return [];
  const inLiterals = model.objects.flatMap((object): readonly ProtocolPlace[] => {
    const part = partOf(context, object);
    if (!isSurelyNugus(context, object)) return [];
    if (object.parent?.key === 'supportedCapabilities')
      return object.entries.map(({ key, keySpan }) => ({ kind: 'discovery-key', name: key, span: keySpan }));
    return object.entries.flatMap((entry): readonly ProtocolPlace[] => {
      const served = keysServedAt(directives, entry.keySpan.start, catalog);
      const key = keyOf(entry.key, part, served, context);
      return key ? [{ kind: 'key', key, span: entry.keySpan }, ...valuesIn(entry.value, key)] : [];
    });
  });
  const inTests = model.cases.flatMap(({ text, span, subject, object }): readonly ProtocolPlace[] => {
    const name = object === undefined && context.file.nugu === 'certain' ? subject.at(-1) : undefined;
    const key =
      name === undefined
        ? undefined
        : keyOf(name, partNamed(subject.at(-2)), keysServedAt(directives, span.start, catalog), context);
    return key?.values ? [{ kind: 'value', key, span, value: text }] : [];
  });
  return [...inLiterals, ...inTests];
}

/**
 * What an object literal is in the protocol.
 *
 * @returns undefined where its place does not tell
 */
export function partOf({ model, catalog }: EvidenceContext, object: ObjectLiteral): ProtocolPart | undefined {
  const { parent, entries } = object;
  const around = parent && model.objects[parent.object];
  if (parent && around) {
    const isBeside = around.entries.some(({ key }) => key !== parent.key && BESIDE.has(key));
    if (isPartName(parent.key) && isBeside) return parent.key;
    if (around.parent?.key === 'supportedCapabilities') return 'parameters';
    if (DEVICES.test(parent.key) && entries.some(({ key }) => isDeviceKey(key, catalog))) return 'device';
  }
  if (entries.some(({ key }) => COMMAND.has(key))) return 'command';
  return entries.some(({ key }) => KEYS_OF_DEVICE.includes(key)) ? 'device' : undefined;
}

/** The key that a name stands for in a part of the protocol, where that is certain. */
export function keyOf(
  name: string,
  part: ProtocolPart | undefined,
  served: readonly DirectiveKey[],
  { catalog, file }: EvidenceContext,
): ProtocolKey | undefined {
  const { keys } = catalog.data;
  const key = keys.find((one) => one.name === name) ?? keys.find((one) => isSameName(one.name, name));
  // Discovery has these under older names in some pages: `type`, `modelName`.
  if (!key) return part === 'device' ? catalog.protocolKey(name) : undefined;
  if (part !== undefined || served.some((one) => one.name === key.name)) return key;
  // `mode` and `month` are words of everybody's, and beside ThinQ its keys may be called as NUGU's are.
  if (!/[A-Z]/.test(key.name)) return undefined;
  return file.thinq && !KEYS_OF_DEVICE.includes(key.name) && !/^supported/.test(key.name) ? undefined : key;
}

/** What the directives that are served at an offset carry, in requests and in answers. */
export function keysServedAt(directives: Directives, offset: number, catalog: Catalog): readonly DirectiveKey[] {
  return handlersAt(directives, offset).flatMap(({ directive }) => {
    const known = catalog.directive(directive);
    return known ? [...known.parameters, ...known.properties] : [];
  });
}

/** Whether an object literal is NUGU's for certain: by its file, or since it, or one around it, proves itself. */
export function isSurelyNugus({ model, file, catalog }: EvidenceContext, object: ObjectLiteral): boolean {
  if (file.nugu === 'certain') return true;
  const isProof = object.ofData === true ? isDevice : isDeviceWithType;
  return [object, ...objectsAbove(model.objects, object)].some((one) => isProof(one, catalog));
}

/** A device of NUGU's: two of its own keys, or its type under its own key. */
function isDevice(object: ObjectLiteral, catalog: Catalog): boolean {
  return ownKeysOf(object).length > 1 || hasDeviceType(object, catalog);
}

/** A device of NUGU's in a program, where any names may stand: two of its own keys, with a type of its list or none yet. */
function isDeviceWithType(object: ObjectLiteral, catalog: Catalog): boolean {
  return ownKeysOf(object).length > 1 && hasDeviceType(object, catalog);
}

function ownKeysOf({ entries }: ObjectLiteral): readonly Entry[] {
  return entries.filter(({ key }) => KEYS_OF_DEVICE.includes(key));
}

function hasDeviceType({ entries }: ObjectLiteral, catalog: Catalog): boolean {
  return entries.some(({ key, value }) => key === 'deviceTypeCode' && isDeviceType(value, catalog));
}

function isDeviceType(value: Value, { data }: Catalog): boolean {
  if (value.kind !== 'string') return false;
  return value.text === CURSOR_MARK || data.deviceTypes.some(({ code }) => code === value.text);
}

function isDeviceKey(name: string, catalog: Catalog): boolean {
  return KEYS_OF_DEVICE.includes(name) || KEYS_OF_DEVICE.includes(catalog.protocolKey(name)?.name ?? '');
}

function isPartName(name: string): name is 'parameters' | 'properties' | 'errorProperties' {
  return INSIDE.has(name);
}

/** What members of `request.action.command.parameters` are. */
export function partNamed(name: string | undefined): ProtocolPart | undefined {
  return name !== undefined && isPartName(name) ? name : undefined;
}

function valuesIn(value: Entry['value'], key: ProtocolKey): readonly ProtocolPlace[] {
  if (key.values === undefined) return [];
  if (value.kind === 'string') return [{ kind: 'value', key, span: value.span, value: value.text }];
  return value.kind === 'list' ? value.items.flatMap((item) => valuesIn(item, key)) : [];
}
