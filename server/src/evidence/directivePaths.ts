import type { Catalog } from '../catalog/catalog.ts';
import type { FileModel } from '../model/model.ts';
import { routesOf } from './routes.ts';

/** Whether a file serves a directive under its capability's name: nobody else has such paths. */
export function servesDirectives(model: FileModel, catalog: Catalog): boolean {
  return routesOf(model).some(({ segments }) => {
    const [capability, directive] = namedBy(segments.map(({ text }) => text));
    return directive !== undefined && catalog.capabilityOf(directive)?.name === capability;
  });
}

/** The capability and the directive in `…/capabilities/PowerControl/directives/TurnOn`. */
function namedBy(path: readonly string[]): readonly [capability: string | undefined, directive: string | undefined] {
  const at = path.findIndex((word, index) => word === 'directives' && path[index - 2] === 'capabilities');
  return at < 0 ? [undefined, undefined] : [path[at - 1], path[at + 1]];
}
