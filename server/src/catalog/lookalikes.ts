import type { Lookalike } from './types.ts';

/** What is no code or message of a vendor, looked up by what people copy from a log. */
export interface LookalikeIndex {
  /** What a code (`9012`) or a text (`Not support current_job_mode : None`), to the letter, is instead of a vendor's. */
  lookalikeOf(text: string): Lookalike | undefined;
}

/** Indexes codes and texts. */
export function createLookalikeIndex(lookalikes: readonly Lookalike[]): LookalikeIndex {
  return {
    lookalikeOf: (text) =>
      lookalikes.find(({ codes, texts }) => [...codes, ...texts].some((one) => fits(text.trim(), one))),
  };
}

/** Stands at the end of a text for what is filled in there. */
const FILLED_IN = '{}';

function fits(text: string, template: string): boolean {
  if (!template.endsWith(FILLED_IN)) return text === template;
  const before = template.slice(0, -FILLED_IN.length);
  return text.startsWith(before) && text.length > before.length;
}
