/** How loudly a finding is shown. `off` drops it. */
export const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How much is reported where no severity is set: what is surely wrong, each rule's own choice, or all of it as warnings. */
export const PRESETS = ['quiet', 'recommended', 'strict'] as const;
export type Preset = (typeof PRESETS)[number];

/** The severity of a rule that nobody has set one for. @param own what the rule itself asks for */
export function severityIn(preset: Preset, own: Severity): Severity {
  if (preset === 'recommended' || own === 'off' || own === 'warning' || own === 'error') return own;
  if (preset === 'quiet') return 'off';
  return own === 'information' ? 'warning' : 'information';
}

/** How the user wants things. */
export interface Settings {
  /** Severity by rule id; a rule that is not named keeps its own. */
  readonly rules: { readonly [rule: string]: Severity };
  readonly docsLanguage: 'en' | 'ko' | 'both';
  /** Whether lines above dispatch sites sum them up. */
  readonly codeLens: boolean;
  /** Whether a few words behind each code say what it means; not, where nobody says so. */
  readonly inlayHints?: boolean;
}

/**
 * Reads settings as an editor sends them; what has the wrong form counts as not set.
 *
 * @param displayLanguage the editor's own, for `auto`
 */
export function readSettings(raw: unknown, displayLanguage: string): Settings {
  const section = asRecord(raw);
  const language = asRecord(section.docs).language;
  const automatic = displayLanguage.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  return {
    rules: readRules(section.rules),
    docsLanguage: language === 'en' || language === 'ko' || language === 'both' ? language : automatic,
    codeLens: section.codeLens !== false,
    inlayHints: section.inlayHints === true,
  };
}

/** Reads severities by rule id, leaving out what is none. */
function readRules(raw: unknown): Settings['rules'] {
  return Object.fromEntries(
    Object.entries(asRecord(raw)).filter((entry): entry is [string, Severity] =>
      (SEVERITIES as readonly unknown[]).includes(entry[1]),
    ),
  );
}

/** An object as one, anything else as an empty one. */
export function asRecord(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { [key: string]: unknown })
    : {};
}
