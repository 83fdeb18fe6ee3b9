import { EMPTY_MODEL, joinModels, shiftModel } from '../../model/compose.ts';
import type { FileModel, Mention, Place, Route, Span } from '../../model/model.ts';
import { segmentsOf } from '../../model/pathSegments.ts';
import type { Language } from '../language.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Piece, ProseDescription } from './description.ts';
import { linesOf, partsOf } from './lines.ts';

/** UTF-16 units that are read in about a second, long logs among them. */
const LIMIT_UNITS = 8_000_000;

/**
 * Makes a language out of its description: its lines are prose, and what it embeds is read by the languages for it.
 *
 * @param find gives a language by a word such as `json`, be it an id of VS Code or a file name's ending
 */
export function createProseLanguage(
  description: ProseDescription,
  find: (word: string) => Language | undefined,
): Language {
  const embedded = (piece: Piece): Language | undefined => {
    const language = piece.kind === 'embedded' ? find(piece.language) : undefined;
    const length = piece.span.end - piece.span.start;
    return language && description.embeds.includes(language.id) && length <= language.limit ? language : undefined;
  };
  const place: Place = { role: 'prose', path: [], lineOf: description.isLog ? 'log' : 'document' };
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    isProgram: false,
    comment: description.comment,
    quote: '"',
    limit: LIMIT_UNITS,
    ...(description.embeds.length === 0 && { isNeverChecked: true }),
    // Double quotes are right in all that is embedded.
    ...(description.embeds.length > 0 && { printer: { string: (text: string) => JSON.stringify(text) } }),
    async prepare(text) {
      const needed = new Map<Language, string[]>();
      for (const piece of description.pieces(text)) {
        const language = embedded(piece);
        if (language) needed.set(language, [...(needed.get(language) ?? []), textOf(text, piece.span)]);
      }
      await Promise.all([...needed].map(([language, texts]) => language.prepare(texts.join('\n'))));
    },
    read(text, vocabulary) {
      const models: FileModel[] = [];
      const routes: Route[] = [];
      let at = 0;
      for (const piece of description.pieces(text)) {
        if (piece.kind === 'address') {
          routes.push(routeOf(text, piece.span));
          continue;
        }
        const language = embedded(piece);
        const inner = textOf(text, piece.span);
        const model = language && mayMatter(inner, vocabulary) ? language.read(inner, vocabulary) : undefined;
        if (piece.kind === 'embedded' && !model) continue;
        models.push(proseModel(text, { start: at, end: piece.span.start }, vocabulary, place));
        models.push(
          model
            ? {
                ...withStatus(shiftModel(model, piece.span.start), piece),
                opaque: [{ start: piece.span.start - 1, end: piece.span.end }],
                ...(piece.kind === 'embedded' &&
                  piece.isMeasured && { texts: [{ span: piece.span, writes: 'nothing' as const }] }),
              }
            : { ...EMPTY_MODEL, comments: [{ span: piece.span }] },
        );
        at = piece.span.end;
      }
      models.push(proseModel(text, { start: at, end: text.length }, vocabulary, place));
      return joinModels([...models, { ...EMPTY_MODEL, routes }]);
    },
  };
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** An address, whoever serves it. */
function routeOf(text: string, span: Span): Route {
  const path = textOf(text, span);
  return { path, span, segments: segmentsOf({ text: path, content: span }), handlers: [] };
}

/** A body with the status that it is sent with. */
function withStatus(model: FileModel, piece: Piece): FileModel {
  if (piece.kind !== 'embedded' || !piece.status) return model;
  const objects = model.objects.flatMap(({ parent }, index) => (parent ? [] : [index]));
  return { ...model, statuses: [{ ...piece.status, isNumber: true, objects, mentions: [] }] };
}

/** Whether a text may hold a code or a directive, or a place for one. */
function mayMatter(text: string, vocabulary: Vocabulary): boolean {
  return /code/i.test(text) || vocabulary.hasDirectives(text) || vocabulary.hasDocumentProse(text);
}

/** Whatever of these lines is worth explaining: a mention for each line, since a hover looks through a whole one. */
export function proseModel(text: string, span: Span, vocabulary: Vocabulary, place: Place): FileModel {
  const mentions: Mention[] = [];
  for (const line of linesOf(text, span)) {
    for (const part of partsOf(text, line)) {
      const content = textOf(text, part);
      if (!vocabulary.hasDocumentProse(content)) continue;
      mentions.push({
        kind: 'literal',
        text: content,
        value: 'string',
        span: part,
        outer: part,
        place,
      });
    }
  }
  return { ...EMPTY_MODEL, mentions };
}
