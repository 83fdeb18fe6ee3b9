import type { InsertionPoint, Place, Remedy, SiteKind, Span } from '../../../../model/model.ts';
import type { Node } from '../../syntax/node.ts';
import type { Constants } from '../constants.ts';
import type { MentionTable } from '../mentions.ts';
import type { PlainTextsIn } from '../plainTexts.ts';
import type { Source } from '../source.ts';
import type { Types } from '../types.ts';
import type { Tested } from './conditions.ts';
import type { Enumerations } from './enumerations.ts';
import type { Givers } from './givers.ts';

/** The remedies that are called in a range. */
export type RemediesIn = (range: Span) => readonly Remedy[];

/** What the site collectors share. */
export interface SiteContext {
  readonly source: Source;
  readonly constants: Constants;
  readonly types: Types;
  readonly mentions: MentionTable;
  readonly plainTextsIn: PlainTextsIn;
  readonly remediesIn: RemediesIn;
  givers(): Givers;
}

/** What those that read switches and if-chains share besides. */
export interface BranchContext extends SiteContext {
  readonly enumerations: Enumerations;
}

/** An arm of a switch, or a branch of an if-chain. */
export interface Branch {
  readonly node: Node;
  /** What lets control into it. */
  readonly tested: Tested;
  readonly body: Node | undefined;
  /** Control does not run on behind it. */
  readonly leaves: boolean;
  /** All of its body, up to the mark that closes it. */
  readonly does: Span | undefined;
  /** Control runs on from it into the next one. */
  readonly runsOn?: boolean;
}

/** What becomes of what no branch takes: an arm of its own acts on it, or does nothing, or there is none. */
export type Otherwise = 'acts' | 'idle' | 'absent';

/** A switch or an if-chain as it was read, before it is known whether it decides on codes. */
export interface Draft {
  readonly kind: SiteKind;
  readonly statement: Node;
  /** The last statement it is made of, where that is another one. */
  readonly end?: Node;
  /** What is decided on as it is written, and what that is without conversions. */
  readonly head: Node;
  readonly subject: Node;
  /** What a finding underlines, where that is not the subject: `true` of `switch (true)`. */
  readonly mark?: Span;
  /** For what patterns name as a member: its place, and how an expression would name it. */
  readonly member?: Pick<Place, 'path' | 'types'> & { readonly text: string };
  /** Its arms hold more than codes: what is added beside them would be of another form. */
  readonly hasOwnArms?: boolean;
  readonly branches: readonly Branch[];
  /** What is written for all that no branch takes, and where. */
  readonly otherwise: Otherwise;
  readonly otherwiseAt: readonly Node[];
  /** The compiler sees to it that some arm takes every value. */
  readonly isExhaustive?: boolean;
  /** What is no member of an enumeration gets here all the same, as nothing. */
  readonly isPartial?: boolean;
  /** What no arm takes is thrown: control does not get behind it. */
  readonly throws?: boolean;
  readonly runsOn?: boolean;
  readonly insertion?: InsertionPoint;
}
