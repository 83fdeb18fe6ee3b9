import { csharp } from './languages/csharp.ts';
import { dart } from './languages/dart.ts';
import { go } from './languages/go.ts';
import { java } from './languages/java.ts';
import { kotlin } from './languages/kotlin.ts';
import { php } from './languages/php.ts';
import { python } from './languages/python.ts';
import { ruby } from './languages/ruby.ts';
import { rust } from './languages/rust.ts';
import { swift } from './languages/swift.ts';
import { typescript } from './languages/typescript.ts';
import { TARGET_NAMES, type TargetName } from './names.ts';
import type { Target } from './target.ts';

const BY_NAME: { readonly [name in TargetName]: Target } = {
  typescript,
  python,
  java,
  kotlin,
  go,
  csharp,
  swift,
  dart,
  php,
  ruby,
  rust,
};

/** Every language that codes are written in. */
export const TARGETS: readonly Target[] = TARGET_NAMES.map((name) => BY_NAME[name]);

/** The language that editors call so, or that `--format` does; undefined for one that no codes are written in. */
export function targetOf(language: string): Target | undefined {
  return TARGETS.find(({ id, languageIds }) => id === language || languageIds.includes(language));
}
