import { HANDLER_METHODS, type HandlerMethod } from '../../../../knowledge/channels.ts';
import { isSelf } from '../../../../knowledge/keywords.ts';
import { isThinqName } from '../../../../knowledge/vendors.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { around, type Source } from '../source.ts';
import { errorTypesIn, namesIn } from './names.ts';

/** A method that deals with errors because a library calls it: `toResponse` of an `ExceptionMapper`. */
export interface HandlingMethod {
  /** As if the language had a statement for it. */
  readonly handler: Construct<'catch'>;
  /** Under which member of what it gets the error is, if it is not that. */
  readonly member?: string;
}

/** UTF-16 units of a class in which its head is looked for. */
const HEAD_LIMIT_UNITS = 300;

/** Reads the methods that deal with errors, as `HANDLER_METHODS` has them. */
export function handlingMethods(source: Source): readonly HandlingMethod[] {
  const language = librariesOf(source.description);
  const rows = HANDLER_METHODS.filter(({ languages }) => languages.includes(language));
  if (rows.length === 0) return [];
  return source.constructs.all('function').flatMap((method) => {
    const name = part(method, 'name');
    const owner = name && around(source, method.node.parent ?? method.node, 'scope');
    if (!name || !owner) return [];
    const head = headOf(source, owner.node);
    const row = rows.find((one) => one.method === name.text && one.of.test(head));
    if (!row) return [];
    const { member } = row;
    return { handler: handlerOf(source, method, name, owner.node, row), ...(member !== undefined && { member }) };
  });
}

function headOf({ text }: Source, owner: Node): string {
  const end = Math.min(owner.endIndex, owner.startIndex + HEAD_LIMIT_UNITS);
  return /^[^{]*/.exec(text.slice(owner.startIndex, end))?.[0] ?? '';
}

function handlerOf(
  source: Source,
  method: Construct<'function'>,
  head: Node,
  owner: Node,
  { parameter }: HandlerMethod,
): Construct<'catch'> {
  const error = parameter === undefined ? selfIn(method) : parts(method, 'parameter').at(parameter);
  return {
    kind: 'catch',
    node: method.node,
    parts: {
      head: [head],
      attempt: [method.node],
      protected: [head],
      name: error ? [error] : [],
      type: typesFor(source, method, owner, error),
    },
  };
}

/** The object at hand, as a method has it among its parameters. */
function selfIn({ node }: Construct<'function'>): Node | undefined {
  return [...node.walk()].find(({ firstChild, text }) => !firstChild && isSelf(text));
}

/** What says whose errors they are: the type of the parameter, the head of the class, and the types that are asked for. */
function typesFor(
  source: Source,
  method: Construct<'function'>,
  owner: Node,
  error: Node | undefined,
): readonly Node[] {
  const typed = error && around(source, error, 'typed');
  const declared = typed && part(typed, 'type');
  if (declared && isThinqName(declared.text)) return [declared];
  const head = owner.startIndex + headOf(source, owner).length;
  const ofClass = [...namesIn(source, owner)].filter(({ endIndex }) => endIndex <= head);
  return [...ofClass, ...errorTypesIn(source, method.node)];
}
