/** The official SDK, and ports of it that keep its name. */
const SDK = /(?<![\w-])(?:py)?thinq[-_]?connect(?![\w])/i;

/** Whether a manifest's text asks for the ThinQ Connect SDK. */
export function asksForSdk(text: string): boolean {
  return SDK.test(text);
}
