/** A query of tree-sitter, bundled as its path from the root of the repository and its text. */
declare module '*.scm' {
  const query: { readonly path: string; readonly text: string };
  export default query;
}

/** A small module of WebAssembly, bundled as bytes. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** What we use of it: Node and browsers have it, the language's own library does not describe it. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: { readonly [module: string]: { readonly [name: string]: unknown } });
    readonly exports: { readonly [name: string]: unknown };
  }
}
