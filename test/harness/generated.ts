import { type Catalog, createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Selection } from '../../server/src/generate/codeSet.ts';
import { generateFile } from '../../server/src/generate/generate.ts';
import { TARGET_TITLES } from '../../server/src/generate/names.ts';
import type { Target } from '../../server/src/generate/target.ts';

export const ALL: Selection = { vendors: [], classes: [] };
/** Few enough to be read in a fixture, of both vendors, with numbers without a name. */
const FEW: Selection = { vendors: [], classes: ['re-authenticate', 'back-off'] };

/** Where the few lie as each language writes them. */
export const GOLDEN_FOLDER = 'test/fixtures/generate';

/** What a text must not end, begin or fill in, in any of the languages. */
export const HOSTILE_TEXTS: readonly string[] = [
  'a "quote", a \'quote\', a `quote`, """three""", \'\'\'three\'\'\'',
  'ends with a backslash \\',
  'two \\\\ and \\n, \\u0041, \\u{41}, \\x41, \\u, \\uZZZZ, \\0, \\(name)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: in other languages it is one in such quotes.
  '$name ${name} {$name} #{name} #@name #$name \\(name) %s {0} `id`',
  'a line\nand another\r\nand\rone\u2028and\u2029one\u0085and\u000bone\u000cend',
  'comments */ /* // /** # <!-- --> --%> {- -} =begin <# #> /*/ **/ */*',
  '<?php ?> <b>&amp;</b> ]]> <script>',
  'invisible \0 \u0001 \u001b[31m \u007f \u200b \u202e \u2066 \ufeff \u{e0041} end',
  'beyond \u{1f600} 한국어 é 𝒳',
  'half \ud83d and \udc00',
  '',
  '   ',
  "';DROP TABLE codes;--",
  '@{name} @"verbatim" r"raw" R"(x)" <<<EOT EOT; __END__',
];

/** The catalog. */
export function wholeCatalog(): Catalog {
  return createCatalog(loadCatalogData());
}

/** The catalog's codes, under their names, which mean hostile texts and go over the wire as such. */
export function hostileCodes({ codes }: Catalog): Pick<Catalog, 'codes'> {
  return {
    codes: codes.map((code, index) => {
      const text = HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '';
      return { ...code, description: { en: text, ko: `${text}한국어` } };
    }),
  };
}

/** What a file of a language is called: in Java it has the name of its class. */
export function fileNameOf({ id, ending }: Target): string {
  return `${id === 'java' ? 'DeviceCodes' : 'codes'}${ending}`;
}

/** The few codes of the fixture of a language. */
export function goldenOf(target: Target): string {
  const text = generateFile(wholeCatalog(), target, FEW);
  if (text === undefined) throw new Error(`${TARGET_TITLES[target.id]}: the fixture's codes are no more.`);
  return text;
}
