import { plainValueOf } from '../../knowledge/emptyValues.ts';
import { HOLE } from '../../knowledge/templates.ts';
import { EMPTY_MODEL, joinModels } from '../../model/compose.ts';
import type { Comment, Entry, FileModel, Mention, ObjectLiteral, Place, Span, Value } from '../../model/model.ts';
import { entryInsertion, unitOf } from '../insertion.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Where an object or a list stands itself. */
interface Around {
  readonly open: number;
  /** The key that it stands under. */
  readonly around: string;
  /** The innermost keys around it, from the outside in. */
  readonly path: readonly string[];
  /** The object and the key that it stands under. */
  readonly parent: ObjectLiteral['parent'];
}

interface ObjectFrame extends Around {
  readonly kind: 'object';
  readonly index: number;
  readonly entries: Entry[];
  key: { readonly text: string; readonly span: Span } | undefined;
  /** A colon stood behind the key: what comes is its value. */
  colon: boolean;
  hasMore: boolean;
  lastStart: number | undefined;
  lastEnd: number | undefined;
  comma: number | undefined;
}

interface ListFrame extends Around {
  readonly kind: 'list';
  readonly items: Value[];
  readonly group: number;
}

type Frame = ObjectFrame | ListFrame;

/** Where a text stands that is no code, and may speak of one. */
const PROSE: Place = { role: 'prose', path: [] };

/** Keys of a path that are told, from the innermost out. */
const PATH_LIMIT_KEYS = 4;

/** Makes a model of the tokens of a JSON file, in the order of the text. */
export class ModelBuilder {
  private readonly objects: ObjectLiteral[] = [];
  private readonly mentions: Mention[] = [];
  private readonly comments: Comment[] = [];
  private readonly embedded: FileModel[] = [];
  /** The objects and lists that are open, the innermost last. */
  private readonly stack: Frame[] = [];
  private readonly unit: string;
  private objectCount = 0;
  private groups = 0;
  private hadErrors = false;

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
    /** Reads a string, between its quotes, as JSON. @returns undefined for one that is none */
    private readonly readInner: (content: Span) => FileModel | undefined,
  ) {
    this.unit = unitOf(text);
  }

  openObject(open: number): void {
    // All at once: an object that gets properties one by one, or loses them, is slow.
    this.stack.push({
      kind: 'object',
      index: this.objectCount++,
      ...this.around(open),
      entries: [],
      key: undefined,
      colon: false,
      hasMore: false,
      lastStart: undefined,
      lastEnd: undefined,
      comma: undefined,
    });
  }

  openList(open: number): void {
    this.stack.push({ kind: 'list', ...this.around(open), items: [], group: this.groups++ });
  }

  /** @param offset of the closing mark */
  close(kind: Frame['kind'], offset: number): void {
    if (this.stack.at(-1)?.kind === kind) this.closeTop(offset, true);
    else this.hadErrors = true;
  }

  addColon(): void {
    const top = this.stack.at(-1);
    if (top?.kind === 'object' && top.key) top.colon = true;
    else this.hadErrors = true;
  }

  /** @param end behind the comma */
  addComma(end: number): void {
    const top = this.stack.at(-1);
    if (top?.kind !== 'object') return;
    if (top.key) this.hadErrors = true;
    top.key = undefined;
    top.colon = false;
    top.comma = end;
  }

  /** A key or a value. @param isClosed it ends with a quote */
  addString(outer: Span, text: string, isClosed: boolean): void {
    if (!isClosed) this.hadErrors = true;
    const span = { start: outer.start + 1, end: isClosed ? outer.end - 1 : outer.end };
    const top = this.stack.at(-1);
    if (top?.kind === 'object' && !top.colon) {
      top.key = { text, span };
      if (text.includes(HOLE)) top.hasMore = true;
      if (this.vocabulary.isCode(text) || this.vocabulary.isNearWord(text))
        this.mention(text, 'string', span, outer, { role: 'key', path: [], object: top.index });
      else if (this.vocabulary.hasProse(text)) this.mention(text, 'string', span, outer, PROSE);
      return;
    }
    if (text.includes(HOLE)) {
      this.attach({ kind: 'other', span, outer }, outer.end);
      return;
    }
    const embedded = this.readInner(span);
    if (embedded) this.embedded.push(embedded);
    else this.mentionString(span, outer, text);
    this.attach({ kind: 'string', span, outer, text }, outer.end);
  }

  /** A place that something else fills in: a value, or entries. */
  addHole(span: Span): void {
    const top = this.stack.at(-1);
    if (top?.kind === 'object' && !top.key) top.hasMore = true;
    else if (top) this.attach({ kind: 'other', span, outer: span }, span.end);
  }

  addInteger(start: number, text: string): void {
    const span = { start, end: start + text.length };
    if (/^\d{4}$/.test(text)) this.mention(text, 'integer', span, span, this.place());
    this.attach({ kind: 'integer', span, outer: span, text }, span.end);
  }

  addComment(span: Span): void {
    this.comments.push({ span });
  }

  /** Something that is no JSON. @param isLeftOut it stands for what is not shown */
  addUnknown(isLeftOut: boolean): void {
    if (!isLeftOut) this.hadErrors = true;
    const top = this.stack.at(-1);
    if (top?.kind === 'object') top.hasMore = true;
  }

  /** A value of which nothing more needs to be known. */
  addOther(span: Span): void {
    const plain = plainValueOf(this.text.slice(span.start, span.end));
    this.attach({ kind: 'other', span, outer: span, ...(plain && { plain }) }, span.end);
  }

  /** Closes what is still open at the end of the text. */
  finish(): FileModel {
    while (this.stack.length > 0) {
      this.hadErrors = true;
      this.closeTop(this.text.length, false);
    }
    const { objects, comments, hadErrors } = this;
    const mentions = this.mentions.sort((a, b) => a.span.start - b.span.start);
    const own: FileModel = { ...EMPTY_MODEL, comments, mentions, objects, hadErrors };
    return this.embedded.length > 0 ? joinModels([own, ...this.embedded]) : own;
  }

  private closeTop(offset: number, isComplete: boolean): void {
    const frame = this.stack.pop();
    if (!frame) return;
    const span = { start: frame.open, end: offset + (isComplete ? 1 : 0) };
    if (frame.kind === 'list') {
      this.attach({ kind: 'list', span, outer: span, items: frame.items }, span.end);
      return;
    }
    const { parent } = frame;
    this.objects[frame.index] = {
      span,
      entries: frame.entries,
      open: frame.hasMore || !isComplete,
      ofData: true,
      ...(parent && { parent }),
      ...(isComplete && { insertion: this.insertion(frame, offset) }),
    };
    this.attach({ kind: 'object', span, outer: span, object: frame.index }, span.end);
  }

  private insertion(frame: ObjectFrame, close: number): ReturnType<typeof entryInsertion> {
    const { open, lastStart, lastEnd, comma } = frame;
    return entryInsertion(this.text, {
      open,
      close,
      ...(lastStart !== undefined && { lastStart }),
      ...(lastEnd !== undefined && { lastEnd }),
      ...(comma !== undefined && { comma }),
      unit: this.unit,
      keys: 'quoted',
      quote: '"',
    });
  }

  /** Gives a value to what it stands in. @param end behind it */
  private attach(value: Value, end: number): void {
    const top = this.stack.at(-1);
    if (top?.kind === 'list') top.items.push(value);
    else if (top?.key) {
      const { text: key, span: keySpan } = top.key;
      const start = keySpan.start - 1;
      top.entries.push({ span: { start, end }, key, keySpan, value });
      top.lastStart = start;
      top.lastEnd = end;
      top.key = undefined;
      top.comma = undefined;
      top.colon = false;
    } else if (top) {
      top.hasMore = true;
      this.hadErrors = true;
    }
  }

  private mentionString(span: Span, outer: Span, text: string): void {
    const { vocabulary } = this;
    const isMeant =
      vocabulary.isCode(text) ||
      /^\d{4}$/.test(text) ||
      vocabulary.isNearWord(text) ||
      (/code$/i.test(this.keyAround()) && /^\w{1,64}$/.test(text));
    // Most strings get no further: their places are not worth the trouble.
    if (isMeant) this.mention(text, 'string', span, outer, this.place());
    else if (vocabulary.hasProse(text)) this.mention(text, 'string', span, outer, PROSE);
  }

  private mention(text: string, value: Mention['value'], span: Span, outer: Span, place: Place): void {
    this.mentions.push({ kind: 'literal', text, value, span, outer, place });
  }

  /** The key that a value stands under, in a list or not. */
  private keyAround(): string {
    const top = this.stack.at(-1);
    return (top?.kind === 'object' && top.key?.text) || (top?.around ?? '');
  }

  /** Kept with each that is open: looking through all around it for each value would take too long. */
  private around(open: number): Around {
    const top = this.stack.at(-1);
    const parent =
      top?.kind === 'object'
        ? top.key && { object: top.index, key: top.key.text, inList: false }
        : top?.parent && { ...top.parent, inList: true };
    return { open, around: this.keyAround(), path: this.path(), parent };
  }

  private path(): readonly string[] {
    const top = this.stack.at(-1);
    return top?.kind === 'object' && top.key ? [...top.path, top.key.text].slice(-PATH_LIMIT_KEYS) : (top?.path ?? []);
  }

  private place(): Place {
    const path = this.path();
    const top = this.stack.at(-1);
    if (top?.kind === 'list') return { role: 'listed', path, group: top.group };
    return { role: 'produced', path, ...(top && { object: top.index }) };
  }
}
