/**
 * Walks a tree of the parser. Its own `TreeCursor` puts its state into the memory of WebAssembly before each call and
 * fetches it afterwards, word by word, which takes five times as long as the calls: here it stays there.
 */
export interface Cursor {
  /** Begins at the root of the tree at an address. Until `leave` nobody else may ask the runtime anything. */
  enter(tree: number): void;
  /** Number of the current node's type. */
  type(): number;
  /** UTF-16 offset. */
  start(): number;
  /** UTF-16 offset. */
  end(): number;
  /** Number of the field that the current node is in; 0 for none. */
  field(): number;
  /** Whether the current node, or anything in it, is an error or missing. */
  hasError(): boolean;
  toFirstChild(): boolean;
  toNextSibling(): boolean;
  toParent(): boolean;
  /** Frees what `enter` took. */
  leave(): void;
}

type Call = (tree: number) => number;

/** What web-tree-sitter puts into the options that it is started with: the functions of its WebAssembly module. */
export interface Runtime {
  /** @returns the address at which arguments and results are handed over */
  readonly _ts_init: () => number;
  readonly _ts_tree_root_node_wasm: Call;
  readonly _ts_tree_cursor_new_wasm: Call;
  readonly _ts_tree_cursor_delete_wasm: Call;
  readonly _ts_tree_cursor_goto_first_child_wasm: Call;
  readonly _ts_tree_cursor_goto_next_sibling_wasm: Call;
  readonly _ts_tree_cursor_goto_parent_wasm: Call;
  readonly _ts_tree_cursor_current_node_type_id_wasm: Call;
  readonly _ts_tree_cursor_current_field_id_wasm: Call;
  readonly _ts_tree_cursor_current_node_wasm: Call;
  readonly _ts_tree_cursor_start_index_wasm: Call;
  readonly _ts_tree_cursor_end_index_wasm: Call;
  readonly _ts_node_has_error_wasm: Call;
  readonly getValue: (address: number, type: 'i32') => number;
  readonly setValue: (address: number, value: number, type: 'i32') => void;
}

/** Words of a cursor's state, and their addresses behind that of the first. */
const STATE = [0, 4, 8, 12];

/** @param runtime the options that web-tree-sitter was started with, as it left them */
export function createCursor(runtime: Runtime): Cursor {
  const buffer = runtime._ts_init();
  const type = runtime._ts_tree_cursor_current_node_type_id_wasm;
  const field = runtime._ts_tree_cursor_current_field_id_wasm;
  const start = runtime._ts_tree_cursor_start_index_wasm;
  const end = runtime._ts_tree_cursor_end_index_wasm;
  const toFirstChild = runtime._ts_tree_cursor_goto_first_child_wasm;
  const toNextSibling = runtime._ts_tree_cursor_goto_next_sibling_wasm;
  const toParent = runtime._ts_tree_cursor_goto_parent_wasm;
  let tree = 0;
  return {
    enter(entered) {
      tree = entered;
      runtime._ts_tree_root_node_wasm(tree);
      runtime._ts_tree_cursor_new_wasm(tree);
    },
    type: () => type(tree),
    start: () => start(tree),
    end: () => end(tree),
    field: () => field(tree),
    hasError() {
      const state = STATE.map((word) => runtime.getValue(buffer + word, 'i32'));
      runtime._ts_tree_cursor_current_node_wasm(tree);
      const hasError = runtime._ts_node_has_error_wasm(tree) === 1;
      for (const [index, word] of STATE.entries()) runtime.setValue(buffer + word, state[index] ?? 0, 'i32');
      return hasError;
    },
    toFirstChild: () => toFirstChild(tree) === 1,
    toNextSibling: () => toNextSibling(tree) === 1,
    toParent: () => toParent(tree) === 1,
    leave() {
      runtime._ts_tree_cursor_delete_wasm(tree);
    },
  };
}
