import type { Printer } from '../language.ts';
import { condition, operation, quoted, switchArms, switchFallback } from '../tree/printers.ts';

/** Writes Dart 3. */
export const dartPrinter: Printer = {
  string,
  alternative: () => ' || ',
  arms(request) {
    const {
      form,
      labels,
      insertion: { indent, unit },
      subject,
      note,
    } = request;
    if (form === 'if-chain') {
      const { text, behind } = condition(labels, { indent, unit, or: '||', test: (one) => `${subject} == ${one}` });
      return ` else if (${text}) {${behind}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    return switchArms(request, '||');
  },
  fallback(request) {
    const {
      form,
      insertion: { indent, unit },
      body,
      note,
    } = request;
    return form === 'switch' ? switchFallback(request) : ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`;
  },
  rethrow({ caught, error, isValue }) {
    if (caught !== undefined) return isValue ? `throw ${caught}` : 'rethrow';
    return error && `throw ${error.name}`;
  },
  messageOf: (caught) => `${caught}.toString()`,
  mapEntry: (key, value) => `${key}: ${value}`,
  lookup({ lookup, value, rethrown, isApart }) {
    const otherwise = value ?? (rethrown && `(${rethrown})`);
    return otherwise && operation(`${lookup} ?? ${otherwise}`, isApart);
  },
};

/** A dollar sign would begin a value. */
function string(text: string, quote: string): string {
  return quoted(text, quote).replaceAll('$', '\\$');
}
