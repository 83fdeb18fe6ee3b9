import type { Printer } from '../language.ts';

/** Writes YAML. */
export const yamlPrinter: Printer = {
  string: (text, quote) => (quote === "'" ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)),
};
