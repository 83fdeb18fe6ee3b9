import type { Localized } from '../catalog/types.ts';

/** Why something could not be done, in words for whoever called the program. */
abstract class Told extends Error {
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}

/** Why the work could not be done. The program ends with 2. */
export class Failure extends Told {}

/** Why a file is left as it is, in words that follow "was not written:". */
export class Refusal extends Told {}
