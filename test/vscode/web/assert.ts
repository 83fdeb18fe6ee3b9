// What the tests use of Node's assertions, where there is no Node.

/** A text of any value; two values are the same when their texts are. */
function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

export function ok(value: unknown, message = `${show(value)} should be true`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message = ''): void {
  ok(Object.is(actual, expected), `${message} ${show(actual)} should be ${show(expected)}`);
}

export function notEqual(actual: unknown, expected: unknown, message = ''): void {
  ok(!Object.is(actual, expected), `${message} ${show(actual)} should be anything else`);
}

export function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  ok(show(actual) === show(expected), `${message} ${show(actual)} should be ${show(expected)}`);
}

export function match(actual: string, expected: RegExp, message = ''): void {
  ok(expected.test(actual), `${message} ${show(actual)} should match ${expected}`);
}

export function doesNotMatch(actual: string, expected: RegExp, message = ''): void {
  ok(!expected.test(actual), `${message} ${show(actual)} should not match ${expected}`);
}
