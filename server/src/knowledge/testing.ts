import { anyOf, column, type Part } from './expressions.ts';

/** A library for tests, as its programs show it. */
interface TestLibrary {
  readonly name: string;
  /** Words that only a test holds, in any case. */
  readonly signs?: readonly Part[];
  /** How the names of its calls begin that say what should come out, in any case. */
  readonly expects?: readonly Part[];
}

const TEST_LIBRARIES: readonly TestLibrary[] = [
  { name: 'all', signs: ['mock\\w*', 'stub\\w*', 'fake\\w*', 'assert\\w*'], expects: ['assert', 'verify'] },
  {
    name: 'Jest, Vitest',
    signs: ['jest', 'vitest'],
    expects: ['expect', 'to_?(?:be|eq|match|have|throw|contain|strict)'],
  },
  { name: 'Chai', expects: ['expect', 'should'] },
  { name: 'MSW, nock', signs: ['msw', 'setupServer', 'nock'] },
  { name: 'SuperTest', signs: ['supertest'] },
  { name: 'pytest, unittest', signs: ['pytest', 'unittest'] },
  { name: 'Flask, FastAPI, Django', signs: ['test_?client'] },
  { name: "Go's own", signs: ['httptest', /testing\.T/] },
  { name: 'XCTest', signs: ['XCTest'], expects: ['xct'] },
  { name: 'xUnit, NUnit', signs: ['xunit', 'nunit'] },
  { name: 'PHPUnit', signs: ['PHPUnit'] },
  { name: 'RSpec', signs: ['rspec'], expects: ['expect', 'should'] },
  { name: 'WireMock', signs: ['wiremock'] },
  { name: 'Spring', signs: ['WebTestClient'] },
  { name: 'Ktor', signs: ['testApplication'] },
];

/** `expect(…)`, and `describe("…")` with the name of what is tested. */
const test = new RegExp(
  `\\b${anyOf(column(TEST_LIBRARIES, ({ signs }) => signs))}\\b|\\bexpect\\(|\\bdescribe\\(\\s*['"\`]`,
  'i',
);
const expectation = new RegExp(`^${anyOf(column(TEST_LIBRARIES, ({ expects }) => expects))}`, 'i');

/** Whether a text is that of a test, which may play the service or play with it. */
export function isTest(text: string): boolean {
  return test.test(text);
}

/** Whether a call says what should come out: `expect`, `toEqual`, `assert_response`. */
export function isExpectation(name: string): boolean {
  return expectation.test(name);
}

/** Whether a text ends where something is given to an expectation: `expect(`, `assertEquals(`. */
export function opensExpectation(text: string): boolean {
  return /\b(?:expect|assert\w*)\(\s*$/.test(text);
}
