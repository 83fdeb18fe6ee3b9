import { anyOf, column, type Part } from './expressions.ts';

/** A library for tests, as its programs show it. */
interface TestLibrary {
  readonly name: string;
  /**
   * What only a test holds: packages and classes of the library, calls and annotations in its own form. No word that a
   * program may call something of its own: `assertOwner`, `stub`, `mockMode`.
   */
  readonly signs?: readonly Part[];
  /** How the names of its calls begin that say what should come out, in any case. */
  readonly expects?: readonly Part[];
}

const TEST_LIBRARIES: readonly TestLibrary[] = [
  {
    name: 'all',
    signs: [
      /\bassert\w{0,40}\s{0,40}\(\s{0,40}["'`]?\w{0,80}\s{0,40}(?:===?|!==?)/,
      /\bassert(?:That|True|False|Null|NotNull|Same|Throws|Raises)\s*[({]/,
    ],
    expects: ['assert', 'verify'],
  },
  {
    name: 'Jest, Vitest',
    signs: [
      /\b(?:jest|vi)\.\w+\(/,
      /["'](?:@jest\/globals|vitest)["']/,
      /\bexpect\(/,
      /\b(?:describe|it|test)(?:\.\w+)?\(\s*["'`]/,
    ],
    expects: ['expect', 'to_?(?:be|eq|match|have|throw|contain|strict)'],
  },
  { name: "Node's own", signs: [/["'](?:node:test|(?:node:)?assert(?:\/strict)?)["']/, /\bassert\.\w+\(/] },
  { name: 'Chai, Sinon', signs: [/["'](?:chai|sinon)["']/], expects: ['expect', 'should'] },
  {
    name: 'MSW, nock',
    signs: [/["'](?:msw(?:\/node)?|nock|fetch-mock|axios-mock-adapter)["']/, /\bsetupServer\(/, /\bnock\(/],
  },
  { name: 'SuperTest', signs: [/["']supertest["']/] },
  {
    name: 'pytest, unittest',
    signs: [
      /\bpytest\b/,
      /\bunittest\b/,
      /^[ \t]*(?:async )?def test_/m,
      /\b(?:respx|aioresponses|requests_mock|httpx_mock)\b/,
    ],
  },
  { name: 'Flask, FastAPI, Django', signs: [/\btest_?client\b/i] },
  { name: "Go's own", signs: [/\bhttptest\b/, /\btesting\.T\b/] },
  { name: 'XCTest', signs: [/\bXCT\w+/], expects: ['xct'] },
  {
    name: 'JUnit',
    signs: [
      /\borg\.junit\b/,
      /@(?:ParameterizedTest|Test)\b/,
      /\bMockito\b/,
      /\bmockk\b/,
      /\bMockWebServer\b/,
      /\bMockMvc\b/,
    ],
  },
  { name: 'xUnit, NUnit', signs: [/\b(?:xunit|nunit)\b/i, /\[(?:Fact|Theory|Test|TestCase)\b/, /\bAssert\.\w+\(/] },
  { name: 'PHPUnit', signs: [/\bPHPUnit\b/i, /\$this->assert\w+\(/] },
  {
    name: 'RSpec, Minitest',
    signs: [/\brspec\b/i, /\bMinitest\b/, /\b(?:describe|context) ["']/],
    expects: ['expect', 'should'],
  },
  { name: "Rust's own", signs: [/#\[(?:cfg\(test\)|(?:\w+::)*test\b)/] },
  { name: "Dart's own", signs: [/\bpackage:(?:flutter_)?test\//] },
  { name: 'WireMock', signs: [/\bwiremock\b/i] },
  { name: 'Spring', signs: [/\bWebTestClient\b/] },
  { name: 'Ktor', signs: [/\btestApplication\b/] },
];

const test = new RegExp(anyOf(column(TEST_LIBRARIES, ({ signs }) => signs)), 'm');
const expectation = new RegExp(`^${anyOf(column(TEST_LIBRARIES, ({ expects }) => expects))}`, 'i');
/** Where the tests begin in a file that holds them below what they test: `#[cfg(test)]`. */
const OWN_PART = /#\[cfg\(test\)\]/;

/** From where on a text is that of a test, which may play the service or play with it, if any of it is. */
export function testsFrom(text: string): number | undefined {
  const own = OWN_PART.exec(text);
  if (test.test(own ? text.slice(0, own.index) : text)) return 0;
  return own?.index;
}

/** Where a test begins, by what stands in front of it in the libraries' languages. */
const TEST_HEADS: readonly Part[] = [
  /\b(?:it|test|specify|scenario|testWidgets)(?:\.\w+)*\s*\(\s*["'`]/,
  /\b(?:it|test|specify|scenario) ["']/,
  /\bdef test_?\w+/,
  /\bfunc [Tt]est\w*/,
  /#\[(?:\w+::)*test\b/,
  /@(?:Test|ParameterizedTest)\b/,
  /\[(?:Fact|Theory|Test|TestCase|TestMethod)\b/,
  /\bfunction test\w+/,
];
/** Texts that the test behind them is run with. */
const TEST_TABLES: readonly Part[] = [
  /@pytest\.mark\.parametrize\b/,
  /@(?:ValueSource|CsvSource)\b/,
  /\b(?:it|test)\.each\b/,
  /#\[(?:case|rstest)\b/,
];
/** What things are called that are wrong on purpose. */
const WRONG: readonly Part[] = [
  ...['invalid', 'unknown', 'wrong', 'typos?(?![a-z])', 'mis_?spel', 'mis_?typ', 'bogus', 'illegal', 'incorrect'],
  ...['malformed', 'not_?a_?code', 'nonsense', 'garbage', 'reject', 'refuse', '오타', '잘못'],
];
/** What a test calls that looks for a failure, or for a no. */
const FAILURE_EXPECTED: readonly Part[] = [
  /\btoThrow\w*/,
  /\b(?:assert|XCTAssert|Assert\.)_?(?:Throws|Raises?|ThrowsError|ThrowsException|False|Null|Nil|None)\w*/i,
  /\braises?(?:_error)?\b/,
  /\bthrowsA?\b/,
  /\bshould_panic\b/,
  /\bexpectException\b/,
  /\bis_?(?:err|none|false|null|nil)\b/i,
  /\b(?:toBe|equal|to eq|be)\W{1,3}(?:false|null|nil|None)\b/i,
  /\btoBe(?:Undefined|Null|Falsy)\b/,
  /\bassert not\b/,
  /\bassert!\(\s*!/,
  /\b4(?:00|22)\b/,
];
const testHead = new RegExp(anyOf([...TEST_HEADS, ...TEST_TABLES]), 'g');
const testTable = new RegExp(anyOf(TEST_TABLES), 'y');
const wrong = new RegExp(anyOf(WRONG), 'i');
const failureExpected = new RegExp(anyOf(FAILURE_EXPECTED));

/** What a text is called that is wrong on purpose; not what is called after an error, such as `INVALID_MODE`. */
const wrongName =
  /^(?:\w*_)?(?:invalid|unknown|wrong|bad|broken)(?:_?(?:result)?_?(?:code|word|value|name|text)s?)?$|typos?(?![a-z])|mis_?spel|mis_?typ|bogus/i;

/** Whether a name says of a text that it is wrong on purpose: `INVALID_CODES`, `typo`. */
export function isWrongOnPurpose(name: string): boolean {
  return wrongName.test(name);
}

/** The tests in which something wrong is sent on purpose: their names say so, or what they expect. UTF-16 offsets. */
export function testsOfWrong(text: string): readonly { readonly start: number; readonly end: number }[] {
  const heads = [...text.matchAll(testHead)].map(({ index }) => index);
  return heads.flatMap((start, number) => {
    testTable.lastIndex = start;
    const end = heads[number + (testTable.test(text) ? 2 : 1)] ?? text.length;
    const body = text.slice(start, end);
    return wrong.test(body) || failureExpected.test(body) ? [{ start, end }] : [];
  });
}

/** Whether a call says what should come out: `expect`, `toEqual`, `assert_response`. */
export function isExpectation(name: string): boolean {
  return expectation.test(name);
}

/** Whether a text ends where something is given to an expectation: `expect(`, `assertEquals(`. */
export function opensExpectation(text: string): boolean {
  return /\b(?:expect|assert\w*)\(\s*$/.test(text);
}

/** What calls are named after that look for a part of something: `toMatchObject`, `objectContaining`, `assertJsonFragment`. */
const IN_PART = /match|contain|subset|fragment|includ|partial|has_?entr/i;

/** Whether a call is given no more than a part of what it looks for. */
export function hasPartOnly(name: string): boolean {
  return IN_PART.test(name);
}
