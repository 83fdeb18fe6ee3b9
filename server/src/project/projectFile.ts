import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import { particle } from '../catalog/korean.ts';
import { nearestName } from '../catalog/nearestName.ts';
import type { Code, Localized, Vendor } from '../catalog/types.ts';
import { codeName, didYouMean } from '../catalog/wording.ts';
import { createPatterns, leavesOut, type Patterns } from '../ignore/patterns.ts';
import type { Span } from '../model/model.ts';
import { PRESETS, type Preset, SEVERITIES, type Settings, type Severity } from '../settings.ts';
import type { ProjectFacts } from './facts.ts';
import { createForm, type Form } from './form.ts';
import type { Problem } from './problem.ts';
import { readTeamCodes } from './teamCodes.ts';

/** What a project file may be checked against. */
export interface Known {
  readonly rules: readonly string[];
  isDocumented(vendor: Vendor, code: string): boolean;
}

/** A project file as read. What is wrong in it counts as absent; all else holds. */
export interface ProjectFile {
  /** @param path relative to the project file's folder, with forward slashes */
  factsOf(path: string): ProjectFacts;
  /** Where the team's codes lie, if not in the file itself. */
  readonly catalogFile?: { readonly path: string; readonly span: Span };
  readonly problems: readonly Problem[];
}

/** A part of the project file that speaks of some files. */
interface Section {
  readonly vendors?: readonly Vendor[];
  readonly rules: Settings['rules'];
  readonly preset?: Preset;
}

interface Override extends Section {
  readonly files: Patterns;
}

const PROPERTIES = [
  '$schema',
  'vendors',
  'preset',
  'rules',
  'include',
  'exclude',
  'overrides',
  'catalog',
  'mapping',
] as const;

/**
 * Reads a project file.
 *
 * @param more the team's codes from the file that `catalogFile` names
 */
export function readProjectFile(text: string, known: Known, more: readonly Code[] = []): ProjectFile {
  const form = createForm(text.length);
  const errors: ParseError[] = [];
  const root = parseTolerantly(text, errors);
  const [first] = errors;
  const syntax = first && toProblem(first, text);
  const properties = root && form.object(root, 'the project file', PROPERTIES);
  const at = (name: (typeof PROPERTIES)[number]): Node | undefined => properties?.get(name);
  const patternsAt = (name: 'include' | 'exclude'): Patterns | undefined => {
    const node = at(name);
    return node && readGlobs(node, name, form);
  };

  const own = readSection(properties ?? new Map(), '', form, known);
  const include = patternsAt('include');
  const exclude = patternsAt('exclude');
  const listed = at('overrides');
  const overrides =
    (listed && form.list(listed, 'overrides', (node, name) => readOverride(node, name, form, known))) ?? [];
  const catalog = at('catalog');
  const catalogFile = catalog?.type === 'string' ? readCatalogPath(catalog, form) : undefined;
  const inline =
    catalog && catalog.type !== 'string' ? readTeamCodes(catalog, 'catalog', form, known.isDocumented) : [];
  const codes = [...inline, ...more];
  const mapping = at('mapping');
  const mapped = mapping ? readMapping(mapping, form, known, codes) : {};

  return {
    problems: [...(syntax ? [syntax] : []), ...form.problems],
    ...(catalogFile && { catalogFile }),
    factsOf(path) {
      const sections = [own, ...overrides.filter(({ files }) => leavesOut(files, path))];
      const vendors = sections.findLast((section) => section.vendors)?.vendors;
      return {
        declared: vendors ?? [],
        implied: vendors ? [] : ['thinq', 'nugu'],
        rules: Object.assign({}, ...sections.map(({ rules }) => rules)),
        preset: sections.findLast(({ preset }) => preset)?.preset ?? 'recommended',
        isExcluded:
          (include !== undefined && !leavesOut(include, path)) || (exclude !== undefined && leavesOut(exclude, path)),
        codes,
        mapping: mapped,
      };
    },
  };
}

/** Reads the team's codes from a file of their own: a list, or an object with the list under `codes`. */
export function readCatalogFile(
  text: string,
  known: Known,
): { readonly codes: readonly Code[]; readonly problems: readonly Problem[] } {
  const form = createForm(text.length);
  const errors: ParseError[] = [];
  const root = parseTolerantly(text, errors);
  const [first] = errors;
  const list = root?.type === 'object' ? form.object(root, 'the catalog', ['$schema', 'codes'])?.get('codes') : root;
  const codes = list ? readTeamCodes(list, 'codes', form, known.isDocumented) : [];
  return { codes, problems: [...(first ? [toProblem(first, text)] : []), ...form.problems] };
}

function parseTolerantly(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch {
    // The parser recurses; only a text made to do harm nests that deep.
    errors.push({ error: 1 as ParseErrorCode, offset: 0, length: 1 });
    return undefined;
  }
}

function toProblem({ error, offset, length }: ParseError, text: string): Problem {
  // Words for those that people meet; the parser's own name for the rest.
  const known: Readonly<Record<string, Localized>> = {
    ValueExpected: { en: 'a value is missing here', ko: '여기에 값이 없습니다' },
    PropertyNameExpected: {
      en: 'a property name in quotes is missing here',
      ko: '여기에 따옴표로 묶은 속성 이름이 없습니다',
    },
    ColonExpected: { en: 'a colon is missing here', ko: '여기에 콜론이 없습니다' },
    CommaExpected: { en: 'a comma is missing here', ko: '여기에 쉼표가 없습니다' },
    CloseBraceExpected: { en: 'a closing brace is missing here', ko: '여기에 닫는 중괄호가 없습니다' },
    CloseBracketExpected: { en: 'a closing bracket is missing here', ko: '여기에 닫는 대괄호가 없습니다' },
    EndOfFileExpected: { en: 'the file should end here', ko: '파일이 여기서 끝나야 합니다' },
    InvalidSymbol: { en: 'this is not a JSON value', ko: 'JSON 값이 아닙니다' },
  };
  const name = printParseErrorCode(error);
  const what = known[name] ?? { en: name, ko: name };
  const start = Math.min(offset, text.length);
  return {
    span: { start, end: Math.min(text.length, start + Math.max(1, length)) },
    severity: 'error',
    message: { en: `This is not valid JSON: ${what.en}.`, ko: `올바른 JSON이 아닙니다. ${what.ko}.` },
  };
}

function readSection(properties: ReadonlyMap<string, Node>, path: string, form: Form, known: Known): Section {
  const vendorsAt = properties.get('vendors');
  const vendors =
    vendorsAt &&
    form.list(vendorsAt, `${path}vendors`, (item, name) => form.word(item, name, ['thinq', 'nugu'] as const));
  const presetAt = properties.get('preset');
  const preset = presetAt && form.word(presetAt, `${path}preset`, PRESETS);
  const rulesAt = properties.get('rules');
  return {
    ...(vendors && { vendors }),
    rules: rulesAt ? readSeverities(rulesAt, `${path}rules`, form, known) : {},
    ...(preset && { preset }),
  };
}

function readSeverities(node: Node, path: string, form: Form, known: Known): Settings['rules'] {
  const rules: Record<string, Severity> = {};
  for (const [key, value] of form.entries(node, path) ?? []) {
    const id = key.value as string;
    if (!known.rules.includes(id)) {
      const meant = nearestName(id, known.rules);
      const hint = didYouMean(meant === undefined ? [] : [meant]);
      const { en: written } = codeName(id);
      form.report(key, 'warning', {
        en: `There is no rule ${written}.${hint.en}`,
        ko: `${written} 규칙은 없습니다.${hint.ko}`,
      });
    }
    const severity = form.word(value, `${path}.${id}`, SEVERITIES);
    if (severity) rules[id] = severity;
  }
  return rules;
}

function readOverride(node: Node, path: string, form: Form, known: Known): Override | undefined {
  const properties = form.object(node, path, ['files', 'rules', 'preset', 'vendors']);
  if (!properties) return undefined;
  const section = readSection(properties, `${path}.`, form, known);
  const at = properties.get('files');
  if (!at) {
    form.report(node, 'error', {
      en: `\`${path}\` has no \`files\`. Add patterns for the files that it applies to.`,
      ko: `\`${path}\`에 \`files\`가 없습니다. 적용할 파일의 패턴을 추가하세요.`,
    });
    return undefined;
  }
  const files = readGlobs(at, `${path}.files`, form);
  return files && { ...section, files };
}

/** A list of patterns in the form of `.gitignore`, or a single one. */
function readGlobs(node: Node, name: string, form: Form): Patterns | undefined {
  if (node.type === 'string') return createPatterns([node.value as string]);
  const list = form.list(node, name, (item, path) => form.text(item, path));
  return list && createPatterns(list);
}

/** A path within the project: nothing outside it is ever read. */
function readCatalogPath(node: Node, form: Form): ProjectFile['catalogFile'] {
  const path = (node.value as string).replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (path === '' || path.startsWith('/') || /^[a-z]+:/i.test(path) || path.split('/').includes('..')) {
    form.report(node, 'error', {
      en: '`catalog` must be an array of codes, or the path of a JSON file below this folder.',
      ko: '`catalog`는 코드 배열이거나 이 폴더 아래에 있는 JSON 파일의 경로여야 합니다.',
    });
    return undefined;
  }
  return { path, span: { start: node.offset, end: node.offset + node.length } };
}

function readMapping(node: Node, form: Form, known: Known, codes: readonly Code[]): ProjectFacts['mapping'] {
  const isKnown = (vendor: Vendor, code: string): boolean =>
    known.isDocumented(vendor, code) || codes.some((own) => own.vendor === vendor && own.code === code);
  const mapping: Record<string, string> = {};
  for (const [key, value] of form.entries(node, 'mapping') ?? []) {
    const from = key.value as string;
    const to = form.text(value, `mapping.${from}`);
    if (to === undefined) continue;
    for (const [vendor, code, at] of [
      ['thinq', from, key],
      ['nugu', to, value],
    ] as const) {
      if (isKnown(vendor, code)) continue;
      const name = vendor === 'thinq' ? 'ThinQ' : 'NUGU';
      form.report(at, 'warning', {
        en: `${codeName(code).en} is not a ${name} code in the catalog.`,
        ko: `${codeName(code).ko}${particle(code, '은/는')} 카탈로그에 없는 ${name} 코드입니다.`,
      });
    }
    mapping[from] = to;
  }
  return mapping;
}
