// A client for ThinQ, as programs write or import one.

declare module 'thinq-connect' {
  /** A code that no type was laid over is `any`. */
  export class ThinQApiError<Code = string> extends Error {
    readonly code: Code;
  }
  export class ThinQApi {
    get(id: string): Promise<object>;
    control(id: string, command: object): Promise<void>;
  }
}

declare module '*/thinq' {
  export { ThinQApi, ThinQApiError, ThinQApiError as ApiError } from 'thinq-connect';
}

declare module '*/nugu' {
  export class SmartHomeBackendProxy {}
}

declare module '*/types' {
  export interface SmartHomeDevice {
    readonly id: string;
  }
}

declare module '*/ui' {
  export function notify(text: string): void;
}
