import {
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  Message,
  type MessageStrategy,
  ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver';

/** Keeps a server within the protocol's states. */
export interface Lifecycle {
  /** Passes a message on, unless it comes too early or too late. */
  readonly admit: MessageStrategy['handleMessage'];
  /** Answers every request that nobody else answers. @throws ResponseError always */
  refuse(method: string, params: unknown): never;
}

/** A method that nobody has a handler for; who asks for it gets the refusal that it carries. */
const REFUSED = 'refused';

/**
 * Before `initialize` and after `shutdown` requests are refused and notifications dropped, but `exit`. The library answers
 * requests by their method alone, so a refused one is passed on under a method of ours, with the refusal as what is asked:
 * no client can send one, since it is no JSON.
 */
export function createLifecycle(): Lifecycle {
  let state: 'fresh' | 'running' | 'shut down' = 'fresh';
  const refusalOf = (method: string): ResponseError<void> | undefined => {
    if (state === 'shut down') return new ResponseError(ErrorCodes.InvalidRequest, `${method} after shutdown`);
    if (method === InitializeRequest.method)
      return state === 'fresh' ? undefined : new ResponseError(ErrorCodes.InvalidRequest, 'initialized already');
    return state === 'running'
      ? undefined
      : new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before initialize`);
  };
  return {
    admit(message, next) {
      if (Message.isRequest(message)) {
        const refusal = refusalOf(message.method);
        if (refusal) return next({ ...message, method: REFUSED, params: refusal } as Message);
        if (message.method === InitializeRequest.method) state = 'running';
        if (message.method === ShutdownRequest.method) state = 'shut down';
        return next(message);
      }
      if (Message.isNotification(message) && state !== 'running' && message.method !== ExitNotification.method) return;
      return next(message);
    },
    refuse(method, params) {
      throw params instanceof ResponseError
        ? params
        : new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
    },
  };
}
