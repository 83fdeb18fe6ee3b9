import { channelsOf, type Holding } from '../../../../knowledge/channels.ts';
import type { Handler } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { around, calledName, type Source, unwrap } from '../source.ts';
import { ErrorUses, type Use } from './errorUses.ts';
import { isMember, namesIn, readsCodeIn } from './names.ts';
import type { SettledCall } from './settledCalls.ts';

/**
 * Reads the calls that give what holds an error, as `ERROR_CHANNELS` has them, where the program looks whether there is
 * one: `const { data, isError } = useQuery(…)`. Who asks for neither may leave errors to something further up.
 */
export function holdingCalls(source: Source): readonly SettledCall[] {
  const rows = channelsOf(librariesOf(source.description), source.text).holding;
  if (rows.length === 0) return [];
  return source.constructs.all('call').flatMap((call) => {
    const row = rows.find(({ calls }) => calls.includes(calledName(call)));
    const callee = part(call, 'callee');
    const name = row && nameGiven(source, call);
    if (!row || !callee || !name) return [];
    const held = new Held(source, call, name, row);
    const outcome = held.outcome();
    const head = [...callee.walk()].findLast((leaf) => !leaf.firstChild && leaf.isNamed) ?? callee;
    return outcome ? { call, head: held.asked() ?? head, outcome } : [];
  });
}

/** The name, or the pattern, that what a call gives has. */
function nameGiven({ constructs, ...source }: Source, { node }: Construct<'call'>): Node | undefined {
  const given = (['constant', 'binding'] as const).flatMap((kind) => constructs.all(kind));
  return given.flatMap((one) => {
    const value = part(one, 'value');
    return value && unwrap({ constructs, ...source }, value).id === node.id ? (part(one, 'name') ?? []) : [];
  })[0];
}

/** Follows what one call gives. */
class Held {
  private readonly scope: Node;
  private readonly uses: ErrorUses;

  constructor(
    private readonly source: Source,
    private readonly call: Construct<'call'>,
    private readonly name: Node,
    private readonly row: Holding,
  ) {
    this.scope = around(source, call.node.parent ?? call.node, 'function')?.node ?? source.root;
    this.uses = new ErrorUses(source, this.scope);
  }

  /** What becomes of the error; nothing where nobody asks for it there. */
  outcome(): Handler['outcome'] | undefined {
    const { source, call } = this;
    if (readsCodeIn(source, this.scope)) return 'read';
    if (parts(call, 'arguments').some((given) => readsCodeIn(source, given))) return 'read';
    const uses = /^[{[]/.test(this.name.text) ? this.usesOfPattern() : this.usesOfName();
    if (!uses) return undefined;
    if (uses.includes('read')) return 'read';
    return uses.includes('passed') ? 'passed' : 'dropped';
  }

  /** The first place that asks whether there is an error. */
  asked(): Node | undefined {
    const { source, scope, name, call, row } = this;
    const isPattern = /^[{[]/.test(name.text);
    const words = new Set([...row.asks, ...row.error, ...(isPattern ? this.errorsTaken() : [])]);
    for (const leaf of namesIn(source, scope)) {
      if (leaf.startIndex < call.node.endIndex || !words.has(leaf.text)) continue;
      if (!isMember(source, leaf)) {
        if (isPattern) return leaf;
      } else if (!isPattern && leaf.parent?.text.startsWith(name.text)) return leaf.parent;
    }
    return undefined;
  }

  /** What a pattern calls the error: `{ error: failure }` names it otherwise. */
  private errorsTaken(): readonly string[] {
    const { source, name, row } = this;
    const taken = [...namesIn(source, name)];
    return taken.flatMap((leaf, index) => {
      if (!row.error.includes(leaf.text)) return [];
      const isRenamed = /^\s*:/.test(source.text.slice(leaf.endIndex, name.endIndex));
      return (isRenamed ? taken[index + 1]?.text : leaf.text) ?? [];
    });
  }

  /** What becomes of the error that a pattern takes out. */
  private usesOfPattern(): readonly Use[] | undefined {
    const { source, name, row, scope } = this;
    const taken = [...namesIn(source, name)];
    const errors = this.errorsTaken();
    if (errors.length === 0 && !taken.some(({ text }) => row.asks.includes(text))) return undefined;
    const isOwn = (leaf: Node): boolean => leaf.startIndex >= this.call.node.endIndex;
    return errors.map((error) =>
      this.uses.useOf(error, 'whole', { where: scope, isOwn, atEdge: { whole: 'passed', text: undefined } }),
    );
  }

  /** What becomes of the error that is a member of a name. */
  private usesOfName(): readonly Use[] | undefined {
    const { source, name, row, scope, call } = this;
    const asked = [...namesIn(source, scope)].flatMap((leaf) => {
      if (leaf.text !== name.text || leaf.startIndex < call.node.endIndex || isMember(source, leaf)) return [];
      return (
        /^\s*\??\.\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(source.text.slice(leaf.endIndex, leaf.endIndex + 60))?.[1] ?? ''
      );
    });
    // Whoever gets all of it may look at the error.
    if (asked.includes('')) return ['passed'];
    if (!asked.some((member) => row.error.includes(member) || row.asks.includes(member))) return undefined;
    const isOwn = (leaf: Node): boolean => leaf.parent?.text.startsWith(name.text) === true;
    return row.error.flatMap((error) => this.uses.usesOfMember(error, scope, isOwn));
  }
}
