import type * as vscode from 'vscode';

/** Asks the server something that the protocol has no request for. @param method such as `thinqNugu/page` */
export type Ask = <Answer>(method: string, params: unknown, token?: vscode.CancellationToken) => Promise<Answer>;
