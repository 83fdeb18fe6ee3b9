import type { Template } from './corpus.ts';
import { capital } from './words.ts';

/** What every file begins with. */
export const TYPESCRIPT_HEAD = `import { EventEmitter } from 'node:events';
import { ThinQApiError } from './thinq';
`;

/** Code as most code is. */
export const TYPESCRIPT_ORDINARY: readonly [Template, ...Template[]] = [
  ({ noun, other, number }) => `
/** What is known of one ${noun}. */
export interface ${capital(noun)}${number} {
  readonly id: string;
  readonly ${other}Ids: readonly string[];
  readonly createdAt: number;
  /** Absent until it has been seen for the first time. */
  readonly state?: 'open' | 'closed' | 'unknown';
}
`,
  ({ noun, verb, other, number, amount }) => `
export function ${verb}${capital(noun)}${number}(items: readonly { id: string; size: number }[], limit = ${amount}) {
  const found = new Map<string, number>();
  for (const { id, size } of items) {
    if (size > limit || id.startsWith('${other}-')) continue;
    const before = found.get(id) ?? 0;
    found.set(id, before + size);
  }
  // The longest come first, since nobody reads on behind the tenth.
  return [...found].sort(([, a], [, b]) => b - a).map(([id, total]) => ({ id, total, label: \`\${id}: \${total}\` }));
}
`,
  ({ noun, other, verb, number, amount }) => `
export class ${capital(noun)}Store${number} extends EventEmitter {
  private readonly ${other}s: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: { url: string; timeout: number } = { url: '/api/${noun}', timeout: ${amount} }) {
    super();
  }

  async ${verb}(query: string): Promise<string[]> {
    const response = await fetch(\`\${this.options.url}?q=\${encodeURIComponent(query)}\`);
    if (response.status === 404) return [];
    if (!response.ok) throw new Error(\`${noun} \${query}: \${response.statusText}\`);
    const body = (await response.json()) as { items: string[] };
    this.${other}s.push(...body.items.filter((item) => item !== ''));
    this.emit('change', this.${other}s.length);
    return body.items;
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.removeAllListeners();
  }
}
`,
  ({ noun, verb, number, amount }) => `
export function ${verb}${capital(noun)}State${number}(state: { page: number; items: string[] }, action: { type: string; payload?: string }) {
  switch (action.type) {
    case '${noun}/added':
      return { ...state, items: [...state.items, action.payload ?? ''] };
    case '${noun}/removed':
      return { ...state, items: state.items.filter((item) => item !== action.payload) };
    case '${noun}/paged':
      return { ...state, page: Math.min(state.page + 1, ${amount}) };
    default:
      return state;
  }
}
`,
  ({ noun, other, verb, number, amount }) => `
describe('${noun} ${number}', () => {
  it('can ${verb} one ${other}', async () => {
    const given = { id: '${noun}-${number}', width: ${amount}, tags: ['a', 'b'], nested: { left: 1, right: [2, 3] } };
    const result = Object.entries(given).map(([key, value]) => [key, typeof value] as const);
    expect(result.length).toBe(4);
    expect(given.nested.right.reduce((sum, value) => sum + value, 0)).toEqual(5);
  });
});
`,
];

/** Code that deals with ThinQ's codes, with something to find in it. */
export const TYPESCRIPT_THINQ: readonly [Template, ...Template[]] = [
  ({ noun, number, codes }) => `
export function report${capital(noun)}${number}(error: ThinQApiError): void {
  switch (error.code) {
    case '${codes[0]}':
      console.warn('The ${noun} is offline.');
      break;
    case '${codes[1]}':
      console.warn('The ${noun} cannot do that now.');
      break;
  }
}
`,
  ({ noun, number, codes }) => `
const ADVICE_${number}: Record<string, string> = {
  '${codes[0]}': 'Check the Wi-Fi of the ${noun}.',
  '${codes[1]}': 'This ${noun} is not supported.',
  '${codes[2]}': 'Try again in a moment.',
};

export function advise${number}(error: ThinQApiError): string {
  return ADVICE_${number}[error.code] ?? error.message;
}
`,
  ({ noun, verb, number, codes }) => `
export async function ${verb}ThinQ${capital(noun)}${number}(api: { post(id: string): Promise<void> }): Promise<boolean> {
  try {
    await api.post('${noun}');
    return true;
  } catch (error) {
    if (error instanceof ThinQApiError && error.code === ${codes[0]}) return false;
    throw error;
  }
}
`,
];
