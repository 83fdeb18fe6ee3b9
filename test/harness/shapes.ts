import { inQuotes, SYNTAXES, type Syntax } from './syntaxes.ts';

/** A file that can be made as long as one likes. */
export interface Shape {
  readonly name: string;
  readonly path: string;
  /** @param size how often what it is made of is repeated */
  write(size: number): string;
}

const times = (size: number, make: (index: number) => string): string[] =>
  Array.from({ length: size }, (_, index) => make(index));
const CODES = ['1222', '2305', '1205', '2207', '1301'];
const codeAt = (index: number): string => inQuotes(CODES[index % CODES.length] ?? '');
/** Another one each time: some are codes, and most are not. */
const numberAt = (index: number): string => inQuotes(String(1000 + ((index * 367) % 1500)));
const wordAt = (index: number): string => (index % 3 === 0 ? inQuotes('OK') : inQuotes('DeviceTurnedOf'));

/** What files of every language can be long of. */
const OF_PROGRAMS: { readonly [name: string]: (syntax: Syntax, size: number) => string } = {
  'an array': ({ file, list, test, branch }, size) =>
    file(
      [
        list(
          'listed',
          times(size, (i) => (i % 10 === 0 ? codeAt(i) : inQuotes(`word${i}`))),
        ),
      ],
      [branch(test('"1222"'))],
    ),
  'a map of codes': ({ file, map, test, branch }, size) =>
    file(
      [
        map(
          'texts',
          times(size, numberAt).map((code, i) => [code, inQuotes(`text ${i}`)] as const),
        ),
      ],
      [branch(test('"1222"'))],
    ),
  'a switch': ({ file, choice }, size) => file([], [choice(times(size, numberAt))]),
  'an if-chain': ({ file, chain, test }, size) => file([], [chain(times(size, (i) => test(numberAt(i))))]),
  'ifs in a row': ({ file, branch, test }, size) =>
    file(
      [],
      times(size, (i) => branch(test(numberAt(i)))),
    ),
  'one condition': ({ file, branch, either, test }, size) =>
    file([], [branch(either(times(size, (i) => test(numberAt(i)))))]),
  'brackets within brackets': ({ file, constant, nested }, size) =>
    file(
      [
        constant(
          'deep',
          times(size, () => '').reduce((inner) => nested(inner), '"1222"'),
        ),
      ],
      [],
    ),
  'a string': ({ file, constant }, size) =>
    file([constant('text', inQuotes('1222 device is offline, '.repeat(size)))], []),
  constants: ({ file, constant, branch, test }, size) =>
    file(
      times(size, (i) => constant(`C${i}`, numberAt(i))),
      times(size, (i) => branch(test(`C${i}`))),
    ),
  handlers: ({ file, handler }, size) =>
    file(
      times(size, (i) => handler(`f${i}`, numberAt(i))),
      [],
    ),
  responses: ({ file, answer }, size) =>
    file(
      times(size, (i) => answer(`answer${i}`, wordAt(i))),
      [],
    ),
  calls: ({ file, call }, size) =>
    file(
      [],
      times(size, (i) => call(codeAt(i))),
    ),
  'calls behind one another': ({ file, calls }, size) => file([], [calls(times(size, codeAt))]),
  comments: ({ file, comment, constant }, size) =>
    file([...times(size, (i) => comment(`code 1222 is said here, ${i}`)), constant('code', '"1222"')], []),
};

/** Those that need line ends say so by them. */
const NEEDS_LINES = /^(?:Python|Ruby|Go|Swift|Kotlin|PHP)$/;

function onOneLine(syntax: Syntax): readonly Shape[] {
  if (NEEDS_LINES.test(syntax.name)) return [];
  const write = (size: number): string =>
    syntax
      .file(
        times(size, (i) => syntax.answer(`answer${i}`, wordAt(i))),
        times(size, (i) => syntax.branch(syntax.test(numberAt(i)))),
      )
      .replace(/^\/\/.*\n/, '/* ThinQAPIException smartHomeDevice */')
      .replaceAll('\n', ' ');
  return [{ name: 'all on one line', path: syntax.path, write }];
}

const JSON_ANSWER = (i: number): string => `{"resultCode":${wordAt(i)},"smartHomeDevice":{"id":"${i}","state":[1,2]}}`;

const OF_DATA: readonly Shape[] = [
  { name: 'a list of answers', path: 'a.json', write: (size) => `[${times(size, JSON_ANSWER).join(',\n')}]` },
  { name: 'answers on one line', path: 'a.json', write: (size) => `[${times(size, JSON_ANSWER).join(',')}]` },
  { name: 'a list of texts', path: 'a.json', write: (size) => `["smartHomeDevice",${times(size, codeAt).join(',')}]` },
  {
    name: 'a map of codes',
    path: 'a.json',
    write: (size) => `{"smartHomeDevice":{},${times(size, (i) => `${numberAt(i)}:"text ${i}"`).join(',\n')}}`,
  },
  {
    name: 'objects within objects',
    path: 'a.json',
    write: (size) => `{"smartHomeDevice":{},"a":${'{"resultCode":'.repeat(size)}"1222"${'}'.repeat(size)}}`,
  },
  {
    name: 'objects within many lists',
    path: 'a.json',
    write: (size) => `{"a":${'['.repeat(size)}${times(size, JSON_ANSWER).join(',')}${']'.repeat(size)}}`,
  },
  {
    name: 'JSON in texts',
    path: 'a.json',
    write: (size) => `[${times(size, (i) => JSON.stringify(JSON_ANSWER(i))).join(',\n')}]`,
  },
  {
    name: 'what is about nothing',
    path: 'a.json',
    write: (size) => `[${times(size, (i) => `{"id":${i},"name":"n${i}","size":[1,2]}`).join(',')},${JSON_ANSWER(1)}]`,
  },
  {
    name: 'a list of answers',
    path: 'a.yaml',
    write: (size) => times(size, (i) => `- resultCode: ${wordAt(i)}\n  smartHomeDevice:\n    id: "${i}"\n`).join(''),
  },
  {
    name: 'a map of codes',
    path: 'a.yaml',
    write: (size) => `smartHomeDevice: {}\ntexts:\n${times(size, (i) => `  ${numberAt(i)}: text ${i}\n`).join('')}`,
  },
];

const SENTENCE = (i: number): string =>
  `ThinQ answered ${CODES[i % CODES.length]} Not connected device, and \`error.code\` was "2305".`;

const OF_PROSE: readonly Shape[] = [
  { name: 'lines', path: 'a.md', write: (size) => times(size, SENTENCE).join('\n') },
  { name: 'one line', path: 'a.md', write: (size) => times(size, SENTENCE).join(' ') },
  {
    name: 'fences',
    path: 'a.md',
    write: (size) => times(size, (i) => `\`\`\`json\n${JSON_ANSWER(i)}\n\`\`\`\n`).join(''),
  },
  {
    name: 'a table',
    path: 'a.md',
    write: (size) => `| a | b |\n| - | - |\n${times(size, (i) => `| ${CODES[i % 5]} | ThinQ |\n`).join('')}`,
  },
  { name: 'lines', path: 'a.log', write: (size) => times(size, SENTENCE).join('\n') },
  { name: 'one line', path: 'a.log', write: (size) => times(size, SENTENCE).join(' ') },
  {
    name: 'requests',
    path: 'a.http',
    write: (size) =>
      times(size, (i) => `### ${i}\nPOST https://api-kic.lgthinq.com/devices HTTP/1.1\n\n${JSON_ANSWER(i)}\n`).join(
        '\n',
      ),
  },
  {
    name: 'texts',
    path: 'a.groovy',
    write: (size) =>
      `// ThinQ\n${times(size, (i) => `log.warn "device said ${CODES[i % 5]}" // code 1222`).join('\n')}`,
  },
  {
    name: 'scripts',
    path: 'a.html',
    write: (size) =>
      times(
        size,
        (i) =>
          `<p>${SENTENCE(i)}</p>\n<script>const a${i} = { resultCode: ${wordAt(i)}, smartHomeDevice: {} };</script>`,
      ).join('\n'),
  },
  {
    name: 'cells',
    path: 'a.ipynb',
    write: (size) =>
      JSON.stringify({
        cells: times(size, String).map((i) => ({
          cell_type: 'code',
          source: [`a${i} = {"resultCode": "DeviceTurnedOf", "smartHomeDevice": {}}\n`],
        })),
        metadata: { language_info: { name: 'python' } },
        nbformat: 4,
      }),
  },
];

/** Every shape in every language. */
export const SHAPES: readonly Shape[] = [
  ...SYNTAXES.flatMap((syntax) => [
    ...Object.entries(OF_PROGRAMS).map(([name, write]) => ({
      name,
      path: syntax.path,
      write: (size: number) => write(syntax, size),
    })),
    ...onOneLine(syntax),
  ]),
  ...OF_DATA,
  ...OF_PROSE,
];
