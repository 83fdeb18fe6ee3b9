import { EMPTY_MODEL, joinModels, moveModel } from '../../model/compose.ts';
import type { FileModel, Span } from '../../model/model.ts';
import type { FileNames } from '../../model/names.ts';
import type { Language, NamesOfText } from '../language.ts';
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
    read(text, vocabulary, outside) {
      const { programs, comments, insides, prose } = description.contents(text);
      const models: FileModel[] = [];
      for (const program of programs) {
        const model = languageOf(program)?.read(program.text, vocabulary, outside);
        if (model) models.push(program.move ? moveModel(model, program.move) : model);
      }
      const lines = prose.map((span) =>
        proseModel(text, span, vocabulary, { role: 'prose', path: [], lineOf: 'document' }),
      );
      const own: FileModel = {
        ...EMPTY_MODEL,
        comments: comments.map((span) => ({ span })),
        opaque: withoutComments(insides, text.length),
      };
      return joinModels([...models, ...lines, own]);
    },
    ...(description.modules && { modules: description.modules }),
    names(text, vocabulary, asked) {
      const { programs, comments } = description.contents(text);
      const said = programs.flatMap((program): readonly NamesOfText[] => {
        const language = languageOf(program);
        const isFound = language?.modules !== undefined && language.modules === description.modules;
        const names = isFound ? language.names?.(program.text, vocabulary, asked) : undefined;
        return names ? [{ ...names, comments: names.comments.map((span) => moved(span, program)) }] : [];
      });
      return {
        names: joinNames(said.map(({ names }) => names)),
        comments: [...comments, ...said.flatMap((one) => one.comments)],
      };
    },
  };
}

function moved({ start, end }: Span, { move }: EmbeddedProgram): Span {
  return move ? { start: move.startOf(start), end: move.endOf(end) } : { start, end };
}

/** What several programs of one file give and take. A name that two of them declare may mean either. */
function joinNames(all: readonly FileNames[]): FileNames {
  const declared = new Map<string, ReturnType<FileNames['declared']['get']>>();
  for (const names of all)
    for (const [name, meaning] of names.declared) declared.set(name, declared.has(name) ? undefined : meaning);
  return {
    declared,
    imports: all.flatMap(({ imports }) => imports),
    given: all.flatMap(({ given }) => given),
  };
}

/** Where no comment may be written; before the first line as well. */
function withoutComments(insides: readonly Span[], length: number): readonly Span[] {
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
