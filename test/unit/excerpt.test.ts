import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { analyse } from '../../server/src/evidence/analysis.ts';
import { SearchedText } from '../../server/src/evidence/text/searchedText.ts';
import { createSignalReader } from '../../server/src/evidence/text/signals.ts';
import { createVocabulary } from '../../server/src/evidence/text/vocabulary.ts';
import { codeHover } from '../../server/src/features/hover/codeHover.ts';
import { isTree } from '../../server/src/languages/description.ts';
import type { Language } from '../../server/src/languages/language.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { createExcerpts, type Made } from '../../server/src/languages/tree/excerpt/excerpt.ts';
import type { FunctionLayout } from '../../server/src/languages/tree/excerpt/functionLayout.ts';
import { createTreeLanguage } from '../../server/src/languages/tree/reader.ts';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import type { Cue } from '../../server/src/languages/vocabulary.ts';
import { changeBetween } from '../../server/src/model/change.ts';
import { createLines } from '../../server/src/model/lines.ts';
import { NO_PROJECT } from '../../server/src/project/facts.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { Document } from '../../server/src/service/api.ts';
import { CUES } from '../../server/src/service/cues.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createSuppressions } from '../../server/src/suppressions/suppressions.ts';
import { runs, TRIES_ALL } from '../harness/extent.ts';
import { type FixtureFile, readFixtures } from '../harness/fixtures.ts';
import { grammars } from '../harness/host.ts';
import { freshServices, PART, shown, strokes, textsAfter } from '../harness/strokes.ts';
import { fixturePages } from '../harness/updateFixtures.ts';

const JAVASCRIPT = `/** Nothing of note. */
export class Basket extends Store {
  items = [];

  constructor(options = { url: '/api', limit: 20 }) {
    super(options);
  }

  async load(code) {
    const response = await this.fetch(\`\${this.url}/\${code}\`);
    if (response.status === 404) return [];
    switch (response.kind) {
      case 'list':
        return response.items;
    }
    try {
      return await response.json();
    } catch (error) {
      log(error.message);
    }
  }
}

export const pick = (error) => {
  if (error.code === 'ENOENT') return 'missing';
  return error.message;
};

function render(message, codes = []) {
  // A brace } in a comment, and a "quote.
  const text = { title: message, items: codes.map((code) => ({ code })) };
  return text.items.length > 3 ? text : undefined;
}

describe('a basket', () => {
  it('holds items', async () => {
    const api = { post: () => ({ code: 'x' }) };
    expect(await new Basket().load(api)).toEqual([]);
  });
});
`;

const PYTHON = `# Nothing of note.
@dataclass
class Basket(Store):
    """Holds items.

    def not_a_function():
    """

    items: list = field(default_factory=list)

    async def load(self, code):
        response = await self.fetch(f"{self.url}/{code}")
        if response.status == 404:
            return []
# A comment in the first column.
        try:
            return response.json()
        except ValueError as problem:
            log(problem.message)
        return None


def pick(
    error,
    default="missing",
):
    if error.code == "ENOENT":
        return default
    return error.message


@cached
# between
def render(message, codes=()):
    text = {"title": message, "items": [{"code": code} for code in codes]}
    return """
def render():
    """ if text else None
`;

const TYPESCRIPT = `${JAVASCRIPT}
interface Answer<T> {
  code: string;
  error?: { message: string };
  items: T[];
}

type State = 'open' | 'closed';
`;
const JAVA = `class Basket extends Store {
    private final List<String> items = new ArrayList<>();

    @Override
    public String load(String code, Api api) throws IOException {
        var response = api.get("/items/" + code);
        if (response.status() == 404) return "";
        try {
            return response.body();
        } catch (IllegalStateException problem) {
            log.info(problem.getMessage());
        }
        return switch (response.kind()) {
            case "list" -> response.first();
            default -> "";
        };
    }

    private static int size(Map<String, String> error) {
        return error.containsKey("code") ? error.size() : 0;
    }
}
`;

const CSHARP = `class Basket : Store
{
    private readonly List<string> items = new();

    public async Task<string> Load(string code, Api api)
    {
        var response = await api.Get("/items/" + code);
        if (response.Status == 404) return "";
        try
        {
            return response.Body;
        }
        catch (InvalidOperationException problem)
        {
            Log(problem.Message);
        }
        return response.Kind switch { "list" => response.First, _ => "" };
    }

    private static int Size(Dictionary<string, string> error) {
        return error.ContainsKey("code") ? error.Count : 0;
    }
}
`;

const KOTLIN = `// Nothing of note.
suspend fun load(code: String, api: Api): String {
    val response = api.get("/items/$code")
    if (response.status == 404) return ""
    return try {
        response.body
    } catch (problem: IllegalStateException) {
        log(problem.message)
        ""
    }
}

class Basket {
    private fun size(error: Map<String, String>): Int {
        return when (error["code"]) {
            "list" -> error.size
            else -> 0
        }
    }
}
`;

const GO = `// Load gets items.
func Load(code string, api Getter) (string, error) {
	response, err := api.Get("/items/" + code)
	if err != nil {
		return "", err
	}
	switch response.Kind {
	case "list":
		return response.First, nil
	}
	return response.Body, nil
}

type Answer struct {
	Code    string
	Message string
}
`;

const RUST = `/// Nothing of note.
#[must_use]
pub async fn load(code: &str, api: &Api) -> Result<String, Problem> {
    let response = api.get(code).await?;
    match response.kind.as_str() {
        "list" => Ok(response.first),
        _ => Ok(response.body),
    }
}

impl Basket {
    fn size(&self, error: &Answer) -> usize {
        if error.code == "missing" { 0 } else { self.items.len() }
    }
}
`;

const SWIFT = `/// Nothing of note.
func load(code: String, api: Getter) async throws -> String {
    let response = try await api.get(code)
    switch response.kind {
    case "list": return response.first
    default: return response.body
    }
}

final class Basket {
    private func size(error: Answer) -> Int {
        do {
            return try count(error.code)
        } catch {
            log(error.localizedDescription)
        }
        return 0
    }
}
`;

const DART = `/// Nothing of note.
Future<String> load(String code, Api api) async {
  final response = await api.get('/items/$code');
  try {
    return response.body;
  } on FormatException catch (problem) {
    log(problem.message);
  }
  return '';
}

class Basket extends Store {
  @override
  int size(Map<String, String> error) {
    switch (error['code']) {
      case 'list':
        return error.length;
    }
    return 0;
  }
}
`;

const PHP = `<?php
function load(string $code, Api $api): string
{
    $response = $api->get("/items/" . $code);
    try {
        return $response->body;
    } catch (RuntimeException $problem) {
        error_log($problem->getMessage());
    }
    return "";
}

class Basket extends Store {
    public function size(array $error): int {
        return match ($error["code"]) {
            "list" => count($error),
            default => 0,
        };
    }
}
`;

const RUBY = `# Nothing of note.
def load(code, api)
  response = api.get("/items/#{code}")
  return "" if response.status == 404
  response.body
rescue IOError => problem
  log(problem.message)
end

class Basket < Store
  def size(error)
    case error[:code]
    when "list" then error.size
    else 0
    end
  end
end
`;

/** As `excerpt.ts` draws it. */
const DRAWN = `const RETRY = ['1222'];

function sum(items) {
  return items.reduce(add);
}

function send(order) {
  return RETRY.includes(order);
}

class Orders {
  total(items) {
    return items.length;
  }
  has(order) {
    return order.code === '1205';
  }
}
`;

/** Code that is about no code, in words that code about codes uses as well. */
const ORDINARY: Readonly<Record<string, string>> = {
  javascript: JAVASCRIPT,
  typescript: TYPESCRIPT,
  tsx: TYPESCRIPT,
  python: PYTHON,
  java: JAVA,
  csharp: CSHARP,
  kotlin: KOTLIN,
  go: GO,
  rust: RUST,
  swift: SWIFT,
  dart: DART,
  php: PHP,
  ruby: RUBY,
};

const FIXTURES = 'test/fixtures';
const SETTINGS = readSettings({ codeLens: true }, 'en');

describe('what is left out before parsing', function () {
  this.timeout(TRIES_ALL ? 600_000 : 120_000);
  const catalog = createCatalog(loadCatalogData());
  const vocabulary = createVocabulary(catalog, CUES);
  const readSignals = createSignalReader(catalog);
  const treeSitter = createTreeSitter(grammars);
  const project = { ...NO_PROJECT, declared: ['thinq', 'nugu'] } as const;
  const fresh = freshServices();
  const files = readFiles();
  /** The different texts in a language. */
  const textsIn = (languageIds: readonly string[]): readonly string[] => [
    ...new Set(files.filter(({ languageId }) => languageIds.includes(languageId)).map(({ text }) => text)),
  ];

  /** Everything that is found, and what is explained wherever the whole text says something. */
  function ask(language: Language, text: string, offsets?: readonly number[]) {
    const model = language.read(text, vocabulary);
    assert.ok(model);
    const analysis = analyse({
      model,
      signals: readSignals(new SearchedText(text, language.comment)),
      project,
      along: {},
      catalog,
    });
    const lines = createLines(text);
    const suppressions = createSuppressions(text, model.comments, lines);
    const context = { analysis, catalog, lines, suppressions, ruleIds: RULES.map(({ id }) => id) };
    const findings = RULES.flatMap((rule) =>
      [...rule.check(context)].map((finding) => {
        const { start, end } = finding.span;
        return `${start}-${end} ${rule.id} ${text.slice(start, end)}: ${rule.message(finding, context).en}`;
      }),
    );
    const places = offsets ?? model.mentions.map(({ span }) => span.start);
    const hovers = places.map((offset) => {
      const found = codeHover({ analysis, text, offset, language: 'en' });
      const named = found?.markdown.match(/^\*\*`[^`]+`\*\*/gm) ?? [];
      return found && `${found.span.start}-${found.span.end} ${named.join()}`;
    });
    return { findings: findings.sort(), hovers, places };
  }

  const layoutOf = (id: string): FunctionLayout => {
    const layout = LANGUAGES.filter(isTree).find((language) => language.id === id)?.layout;
    assert.ok(layout);
    return layout;
  };

  it('is what the page about it draws, and offsets map back as it says', () => {
    const { text, startOf, endOf } = createExcerpts(layoutOf('javascript')).of(DRAWN, vocabulary, [], false);
    const kept = DRAWN.replace(/function sum[^}]*}\n/, '').replace('    return items.length;\n', '');
    assert.equal(text, kept);
    assert.deepEqual([startOf(24), endOf(24)], [24, 24]);
    assert.deepEqual([startOf(25), endOf(25)], [77, 25]);
    assert.deepEqual([startOf(116), endOf(116)], [193, 168]);
    for (const line of text.split('\n').filter((line) => line.length > 4)) {
      const [at, from] = [text.indexOf(line), DRAWN.indexOf(line)];
      assert.deepEqual([startOf(at), endOf(at + line.length)], [from, from + line.length], line);
    }
  });

  it('holds a filler where there must be a body, which has no length in the text', () => {
    const whole = 'def f(x):\n    # Nothing.\n    return x\n\ndef g(x):\n    return "1222"\n';
    const inClass = `class A:\n${whole.replace(/^(?=.)/gm, '    ')}    CODE = "1205"\n`;
    const { text, startOf, endOf } = createExcerpts(layoutOf('python')).of(inClass, vocabulary, [], false);
    const body = inClass.indexOf('        # Nothing.');
    assert.equal(text, inClass.replace('        # Nothing.\n        return x\n', '        pass\n'));
    const filler = text.indexOf('        pass\n');
    for (let offset = filler; offset < filler + 13; offset++) assert.equal(startOf(offset), body);
    assert.equal(endOf(filler + 13), body);
    assert.equal(startOf(filler + 13), inClass.indexOf('\n    def g'));
  });

  it('depends on the codes that are known, not on those of an earlier reader of the same text', () => {
    const text = "function a(error) {\n  return error.code === 'TEAM_7';\n}\n\nconst known = ['1222'];\n";
    const { of: excerptOf } = createExcerpts(layoutOf('javascript'));
    const team = { cues: (piece: string) => [...cuesOf(piece, 'TEAM_7'), ...vocabulary.cues(piece)] };
    assert.ok(!excerptOf(text, vocabulary, [], false).text.includes('TEAM_7'));
    assert.equal(excerptOf(text, team, [], false).text, text);
    assert.ok(!excerptOf(text, vocabulary, [], false).text.includes('TEAM_7'));
  });

  it('may become another one where what is left out seems to name what holds a cue', () => {
    const excerpts = createExcerpts(layoutOf('python'));
    // A comment in the first column of a body that is left out is the line above a cue.
    const use = 'def send(order):\n    return order in retry\n';
    const text = `class A:\n    def f(self):\n        x = 1\n# Nothing.\n        y = 2\n    CODE = "1205"\n\n\n${use}`;
    const made = excerpts.of(text, vocabulary, [], false);
    assert.equal(made.text, 'class A:\n    def f(self):\n        pass\n    CODE = "1205"\n\n\n');
    const excerptAfter = (found: string, put: string): string | undefined => {
      const changed = text.replace(found, put);
      return excerpts.after(made, changed, changeBetween(text, changed))?.text;
    };
    assert.equal(excerptAfter('y = 2', 'y = 3'), made.text);
    assert.equal(excerptAfter('# Nothing.', '# retry = 1'), undefined);
    assert.ok(excerpts.of(text.replace('# Nothing.', '# retry = 1'), vocabulary, [], false).text.includes('retry'));
  });

  for (const description of LANGUAGES.filter(isTree)) {
    const { layout, id } = description;
    if (!layout) continue;
    const ordinary = ORDINARY[id];

    it(`changes nothing in ${id}`, async () => {
      const pruned = createTreeLanguage(description, treeSitter);
      const { layout: _, ...rest } = description;
      const whole = createTreeLanguage(rest, treeSitter);
      await pruned.prepare('');
      await whole.prepare('');
      const { of: excerptOf } = createExcerpts(layout);
      let compared = 0;
      const texts = textsIn(description.languageIds).flatMap((own, index) => {
        const forms = [own, `${ordinary}\n${own}`, `${own}\n${ordinary}`, `${own}\n${own}`];
        // One text in twenty-four, and of these each in another form than the one before.
        return forms.filter((_, form) => TRIES_ALL || (index % 24 === 0 && form === (index / 24 + 1) % forms.length));
      });
      for (const text of texts) {
        // Where nothing is left out, both would read the same text by the same code.
        if (excerptOf(text, vocabulary, [], false).text === text) continue;
        compared++;
        const wanted = ask(whole, text);
        const found = ask(pruned, text, wanted.places);
        assert.deepEqual(found.findings, wanted.findings, text);
        assert.deepEqual(found.hovers, wanted.hovers, text);
      }
      assert.ok(compared > 0 && compared >= texts.length / 3, `${compared} comparisons of ${texts.length} texts`);
    });

    it(`is the same after edits in ${id}`, async () => {
      const used = createTreeLanguage(description, treeSitter);
      await used.prepare('');
      const texts = textsIn(description.languageIds).map((text) => `${ordinary}\n${text}\n${ordinary}`);
      const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
      const edit = fc.record({
        at: PART,
        remove: fc.nat(60),
        insert: pick(['', 'x', '\n', '}', '{', '"1222"', '`', '"""', '\n}\n', 'code', '/*', '# ', '한', 'end\n']),
      });
      await fc.assert(
        fc.asyncProperty(pick(texts), fc.array(edit, { minLength: 1, maxLength: 6 }), async (from, edits) => {
          let text = from;
          let found = used.read(text, vocabulary);
          for (const { at, remove, insert } of edits) {
            const offset = Math.floor(at * text.length);
            text = text.slice(0, offset) + insert + text.slice(offset + remove);
            found = used.read(text, vocabulary);
          }
          const fresh = createTreeLanguage(description, treeSitter);
          await fresh.prepare('');
          assert.deepEqual(found, fresh.read(text, vocabulary), text);
        }),
        { seed: 20_240_229, numRuns: runs(1) },
      );
    });

    it(`is made again as at first after strokes in what is left out in ${id}`, () => {
      const words = [...new Set(ordinary?.match(/[\p{L}_]{4,}/gu) ?? [])];
      const texts = textsIn(description.languageIds).map((text) => `${ordinary}\n${text}\n${ordinary}`);
      let kept = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...texts),
          fc.oneof(fc.constant([]), fc.subarray(words, { maxLength: 2 })),
          fc.array(fc.tuple(fc.nat(), strokes), { minLength: 1, maxLength: 4 }),
          (from, names, made) => {
            const excerpts = createExcerpts(layout);
            let [before, last] = [from, excerpts.of(from, vocabulary, names, false)];
            for (const [which, stroke] of made) {
              // In a gap, or at its borders; now and then anywhere.
              const gap = last.gaps[which % (last.gaps.length + 1)] ?? { start: 0, end: before.length };
              const offset = gap.start - 3 + stroke.where * (gap.end - gap.start + 6);
              const where = Math.min(1, Math.max(0, offset / before.length));
              const text = textsAfter(before, [{ ...stroke, where, removed: stroke.removed % 100 }])[0]?.text ?? before;
              const after = excerpts.after(last, text, changeBetween(before, text));
              if (after) kept++;
              last = after ?? excerpts.of(text, vocabulary, names, false);
              before = text;
              const wanted = createExcerpts(layout).of(text, vocabulary, names, false);
              assert.deepEqual(said(last), said(wanted), text);
            }
          },
        ),
        { seed: 20_240_229, numRuns: runs(25) },
      );
      assert.ok(kept > 1, `the same excerpt ${kept} times`);
    });

    it(`shows the same after strokes as in a text that nobody has seen in ${id}`, async () => {
      const texts = textsIn(description.languageIds).map((text) => `${ordinary}\n${text}\n${ordinary}\n${text}\n`);
      const extension = description.extensions[0] ?? '';
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...texts),
          fc.array(strokes, { minLength: 1, maxLength: 8 }),
          async (from, made) => {
            const [editor, afresh] = [fresh(), fresh()];
            const uri = `file:///a${extension}`;
            await editor.diagnose({ uri, version: 0, text: from }, SETTINGS);
            const asked: { readonly document: Document; readonly offset: number; readonly found: unknown }[] = [];
            for (const [index, { text, offset }] of textsAfter(from, made).entries()) {
              const document = { uri, version: index + 1, text };
              asked.push({ document, offset, found: await shown(editor, document, offset) });
            }
            for (const { document, offset, found } of asked.toReversed()) {
              afresh.forget(uri);
              assert.deepEqual(found, await shown(afresh, document, offset), document.text);
            }
          },
        ),
        { seed: 20_240_229, numRuns: runs(1) },
      );
    });

    it(`is most of ordinary code in ${id}`, () => {
      assert.ok(ordinary, 'no ordinary code to try it on');
      const { text } = createExcerpts(layout).of(ordinary.repeat(3), vocabulary, [], false);
      assert.ok(text.length < ordinary.length * 1.6, text);
    });
  }
});

/** All that an excerpt is made of. */
function said({ startOf: _, endOf: __, ...made }: Made): unknown {
  return made;
}

/** The cue that a text is in another one. */
function cuesOf(text: string, word: string): readonly Cue[] {
  const at = text.indexOf(word);
  return at < 0 ? [] : [{ at, isCommon: false, isBare: false }];
}

/** The files of all fixtures, in an order that does not depend on the machine. */
function readFiles(): readonly FixtureFile[] {
  return fixturePages(FIXTURES)
    .flatMap((page) => readFixtures(readFileSync(join(FIXTURES, page), 'utf8')))
    .flatMap(({ files }) => files);
}
