/** The words of a text that may be names; one with a sign in front of it, as in `"$baseUrl/devices"`, also without that. */
export function* wordsIn(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
    yield word;
    if (word.startsWith('$')) yield word.slice(1);
  }
}
