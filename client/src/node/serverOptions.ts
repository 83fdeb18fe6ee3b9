import type { ServerOptions, TransportKind } from 'vscode-languageclient/node';

/** Where a debugger finds the server; `.vscode/launch.json` attaches to it. */
export const DEBUG_PORT = 6009;

/**
 * How the server is started. In an extension host that is itself debugged, it waits for a debugger on `DEBUG_PORT`,
 * without stopping for it. Where the port is taken, as by a second window, Node says so and the server runs without.
 *
 * @param module absolute path of the server's bundle
 * @param compiled that of the folder in which Node keeps it compiled
 */
export function serverOptions(module: string, transport: TransportKind, compiled: string): ServerOptions {
  const options = { env: { NODE_COMPILE_CACHE: compiled } };
  const run = { module, transport, options };
  return { run, debug: { ...run, options: { ...options, execArgv: [`--inspect=${DEBUG_PORT}`] } } };
}
