import type { Piece, ProseDescription } from './description.ts';
import { linesOf } from './lines.ts';

/** Files of requests and answers, as REST clients in editors read and write them. */
export const http: ProseDescription = {
  id: 'http',
  name: 'HTTP requests and answers',
  languageIds: ['http'],
  extensions: ['.http', '.rest'],
  scopes: [],
  comment: { line: '#' },
  embeds: ['json'],
  pieces,
};

/** What ends a body: the next request or answer, a file to send or save, a script. */
const BEHIND_BODY =
  /^(?:#{3}|HTTP\/\d|[<>](?:[ <>@]|$)|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)[ \t]+\S)/;

function* pieces(text: string): Generator<Piece> {
  let body: number | undefined;
  let blank = true;
  for (const line of linesOf(text)) {
    if (body !== undefined && BEHIND_BODY.test(line.text)) {
      yield { kind: 'embedded', span: { start: body, end: line.start }, language: 'json' };
      body = undefined;
    }
    if (body === undefined) {
      if (blank && /^[ \t]*[[{]/.test(line.text)) body = line.start;
      else if (/^[ \t]*(?:#|\/\/)/.test(line.text))
        yield { kind: 'comment', span: { start: line.start, end: line.end } };
    }
    blank = line.text.trim() === '';
  }
  if (body !== undefined) yield { kind: 'embedded', span: { start: body, end: text.length }, language: 'json' };
}
