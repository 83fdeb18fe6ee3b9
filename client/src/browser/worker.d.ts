// What an extension host in a browser has and Node has not.

declare class Worker {
  /** @param url of a script */
  constructor(url: string);
  postMessage(message: unknown): void;
}
