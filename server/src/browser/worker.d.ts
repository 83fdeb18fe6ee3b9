// What a web worker has and Node has not. The library that declares all of it would offer it to what is pure, too.

declare const self: {
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: { readonly grammars: string } }) => void,
    options: { readonly once: boolean },
  ): void;
  /** Ends the worker. */
  close(): void;
};
