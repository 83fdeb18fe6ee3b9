/** A tree-sitter query, bundled as text. */
declare module '*.scm' {
  const query: string;
  export default query;
}
