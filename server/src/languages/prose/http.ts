import type { Span } from '../../model/model.ts';
import type { Piece, ProseDescription } from './description.ts';
import { type Line, linesOf } from './lines.ts';

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

/** What ends a body: the next request or answer, a file to send or save, a script, the last of its chunks. */
const BEHIND_BODY =
  /^(?:#{3}|HTTP\/\d|[<>](?:[ <>@]|$)|0[ \t]*$|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)[ \t]+\S)/;
/** `POST {{host}}/devices HTTP/1.1`, `https://example.com/devices` */
const REQUEST = /^(?:[A-Z]+[ \t]+)?(?=https?:\/\/|\{\{|(?<=[ \t])\/)(\S+)/;
const STATUS = /^HTTP\/[\d.]+[ \t]+(\d{3})(?!\d)/;
/** How long the piece of a body is that follows. */
const CHUNK = /^[\da-f]{1,8}[ \t]*(?:;|$)/i;

function* pieces(text: string): Generator<Piece> {
  let body: number | undefined;
  let blank = true;
  let isMeasured = false;
  let status: { readonly status: number; readonly span: Span } | undefined;
  const bodyUpTo = (end: number): Piece => ({
    kind: 'embedded',
    span: { start: body ?? end, end },
    language: 'json',
    ...(status && { status }),
    isMeasured,
  });
  for (const line of linesOf(text)) {
    if (body !== undefined && BEHIND_BODY.test(line.text)) {
      yield bodyUpTo(line.start);
      body = undefined;
    }
    if (body === undefined) {
      const [, address] = REQUEST.exec(line.text) ?? [];
      if (blank && /^[ \t]*(?:\[|\{(?!\{))/.test(line.text)) body = line.start;
      else if (/^[ \t]*(?:#|\/\/)/.test(line.text))
        yield { kind: 'comment', span: { start: line.start, end: line.end } };
      else if (address !== undefined) {
        status = undefined;
        const start = line.start + line.text.indexOf(address);
        yield { kind: 'address', span: { start, end: start + address.length } };
      } else status = statusOf(line) ?? status;
    }
    const isChunk: boolean = body === undefined && blank && CHUNK.test(line.text);
    isMeasured = isChunk || (isMeasured && body !== undefined);
    blank = line.text.trim() === '' || isChunk;
  }
  if (body !== undefined) yield bodyUpTo(text.length);
}

function statusOf({ text, start }: Line): { readonly status: number; readonly span: Span } | undefined {
  const [whole, number] = STATUS.exec(text) ?? [];
  if (whole === undefined || number === undefined) return undefined;
  const end = start + whole.length;
  return { status: Number(number), span: { start: end - number.length, end } };
}
