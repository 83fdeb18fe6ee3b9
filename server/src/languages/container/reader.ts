import { EMPTY_MODEL, joinModels, moveModel } from '../../model/compose.ts';
import type { FileModel, Span } from '../../model/model.ts';
import type { Language } from '../language.ts';
import { proseModel } from '../prose/reader.ts';
import type { ContainerDescription, EmbeddedProgram } from './description.ts';

/**
 * Makes a language out of its description: the programs that a file holds are read by their languages, where they stand,
 * and what is written for people is prose. A file without a program costs no more than looking for one.
 *
 * @param find gives a language by a word such as `ts`, be it an id of VS Code or a file name's ending
 */
export function createContainerLanguage(
  description: ContainerDescription,
  find: (word: string) => Language | undefined,
): Language {
  const languageOf = ({ language: word, text }: EmbeddedProgram): Language | undefined => {
    const language = find(word);
    return language && description.embeds.includes(language.id) && text.length <= language.limit ? language : undefined;
  };
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    isProgram: true,
    comment: description.comment,
    quote: description.quote,
    limit: description.limit,
    ...(description.isEncoded && { isEncoded: true }),
    ...(description.printer && { printer: description.printer }),
    async prepare(text) {
      const { programs } = description.contents(text);
      await Promise.all(programs.map((program) => languageOf(program)?.prepare(program.text)));
    },
    read(text, vocabulary) {
      const { programs, comments, insides, prose } = description.contents(text);
      const models: FileModel[] = [];
      for (const program of programs) {
        const model = languageOf(program)?.read(program.text, vocabulary);
        if (model) models.push(program.move ? moveModel(model, program.move) : model);
      }
      const lines = prose.map((span) =>
        proseModel(text, span, vocabulary, { role: 'prose', path: [], lineOf: 'document' }),
      );
      const own: FileModel = {
        ...EMPTY_MODEL,
        comments: comments.map((span) => ({ span })),
        opaque: outside(insides, text.length),
      };
      return joinModels([...models, ...lines, own]);
    },
  };
}

/** Where no comment may be written; before the first line as well. */
function outside(insides: readonly Span[], length: number): readonly Span[] {
  return around(insides, length).map(({ start, end }) => ({ start: start - 1, end }));
}

/** All of a text but some pieces of it, given in order. */
export function around(pieces: readonly Span[], length: number): readonly Span[] {
  const starts = [0, ...pieces.map(({ end }) => end)];
  const ends = [...pieces.map(({ start }) => start), length];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? length;
    return start < end ? [{ start, end }] : [];
  });
}
