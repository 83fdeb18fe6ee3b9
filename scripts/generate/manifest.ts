import { applyEdits, modify } from 'jsonc-parser';
import { wholeText } from '../../server/src/catalog/byVendor.ts';
import type { Localized } from '../../server/src/catalog/types.ts';
import { TELLING_FILES } from '../../server/src/knowledge/sharedEndings.ts';
import type { Language } from '../../server/src/languages/language.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { TOOLS, type ToolDescription } from '../../server/src/service/toolTable.ts';
import { SEVERITIES } from '../../server/src/settings.ts';

const FORMATTING = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * package.json with the languages that start the extension and whose strings are coloured, with one property of the
 * setting `thinqNugu.rules` for each rule, and with the tools for assistants.
 */
export function renderManifest(
  text: string,
  rules: readonly Rule[],
  languages: readonly Pick<Language, 'languageIds'>[],
  scopes: readonly string[],
): string {
  const setting = ['contributes', 'configuration', 'properties', 'thinqNugu.rules'];
  const property = { type: 'string', enum: SEVERITIES };
  const changes: readonly (readonly [path: readonly (string | number)[], value: unknown])[] = [
    [
      ['activationEvents'],
      [
        ...languages.flatMap(({ languageIds }) => languageIds.map((id) => `onLanguage:${id}`)),
        ...TELLING_FILES.map((name) => `workspaceContains:**/${name}`),
      ],
    ],
    [['contributes', 'grammars', 0, 'injectTo'], scopes],
    [['contributes', 'languageModelTools'], TOOLS.map(languageModelTool)],
    [[...setting, 'properties'], entriesOf(rules, ({ id }) => ({ ...property, description: `%rules.${id}%` }))],
    [[...setting, 'additionalProperties'], property],
  ];
  return changes.reduce((changed, [path, value]) => set(changed, path, value), text);
}

/** A tool as VS Code wants it declared. The name that a person writes behind `#` has no blanks and no marks. */
function languageModelTool({ name, description, inputSchema }: ToolDescription): object {
  return {
    name: `thinqNugu_${name}`,
    tags: ['thinq', 'nugu'],
    toolReferenceName: `thinqNugu${name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    canBeReferencedInPrompt: true,
    icon: '$(symbol-enum)',
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    inputSchema,
  };
}

/** The strings of package.json in one language, with one for each rule. */
export function renderStrings(text: string, rules: readonly Rule[], language: keyof Localized): string {
  const strings = Object.entries(JSON.parse(text) as Record<string, string>);
  const first = strings.findIndex(([key]) => key.startsWith('rules.'));
  const kept = strings.filter(([key]) => !key.startsWith('rules.'));
  const own = rules.map((rule) => [`rules.${rule.id}`, describe(rule, language)] as const);
  kept.splice(first < 0 ? kept.length : first, 0, ...(own as [string, string][]));
  return JSON.stringify(Object.fromEntries(kept), undefined, 2);
}

/** The schema of the project file, with one property for each rule. */
export function renderProjectSchema(text: string, rules: readonly Rule[]): string {
  const properties = entriesOf(rules, (rule) => ({
    $ref: '#/definitions/severity',
    description: describe(rule, 'en'),
  }));
  return set(text, ['definitions', 'rules', 'properties'], properties);
}

/** What a rule reports and why, where no Markdown is shown. */
function describe(rule: Rule, language: keyof Localized): string {
  return `${rule.docs.title[language]}. ${wholeText(rule.docs.why)[language]}`.replaceAll('`', '');
}

function entriesOf(rules: readonly Rule[], toValue: (rule: Rule) => unknown): Record<string, unknown> {
  return Object.fromEntries(rules.map((rule) => [rule.id, toValue(rule)]));
}

/** Replaces one value, and leaves the rest of the text as it is. */
function set(text: string, path: readonly (string | number)[], value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: FORMATTING }));
}
