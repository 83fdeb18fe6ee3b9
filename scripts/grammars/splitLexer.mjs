// Splits the lexer of a parser that tree-sitter generated.
//
// The generated `ts_lex` is one function with a case for every state and a jump from each to the next. V8 13.6 (Node 24)
// takes memory for it that grows with the square of its size, gigabytes for a large grammar, and ends the process when
// there is none: see server/grammars/README.md. Here every STATES cases are a function that answers with the next
// state, and `ts_lex` is the loop around them. The cases themselves stay as they are; only their macros change.
const STATES = 64;

const HEAD = `static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
`;
const TAIL = `    default:
      return false;
  }
}
`;
/** Generated parsers ask to be compiled without optimisation, to save time; the wasm is larger and slower for it. */
const UNOPTIMISED = /^#ifdef _MSC_VER\n#pragma optimize[\s\S]*?#endif\n/m;

/**
 * @param {string} parser the text of a parser.c
 * @returns {string} the same with a lexer in pieces
 * @throws where it has no lexer that can be split
 */
export function splitLexer(parser) {
  const source = parser.replace(UNOPTIMISED, '');
  const start = source.indexOf(HEAD);
  const end = source.indexOf(TAIL, start);
  if (start < 0 || end < 0)
    throw new Error('this parser has no ts_lex of the form that tree-sitter 0.20 to 0.26 write');

  const cases = source.slice(start + HEAD.length, end).split(/^(?= {4}case \d+:\n)/m);
  cases.forEach((text, state) => {
    if (!text.startsWith(`    case ${state}:\n`))
      throw new Error(`the case of state ${state} is not where it should be`);
  });
  const pieces = [];
  for (let i = 0; i < cases.length; i += STATES) pieces.push(cases.slice(i, i + STATES).join(''));

  // A second lexer, for keywords, may follow: it keeps the macros it knows.
  const MACROS = ['ADVANCE', 'ADVANCE_MAP', 'SKIP', 'ACCEPT_TOKEN', 'END_STATE'];
  const lexer = `${MACROS.map((name) => `#pragma push_macro("${name}")\n#undef ${name}\n`).join('')}
#define STEP_SKIP 0x10000
#define STEP_END 0x20000
#define ADVANCE(state_value) return (state_value)
#define SKIP(state_value) return (state_value) | STEP_SKIP
#define END_STATE() return STEP_END
#define ACCEPT_TOKEN(symbol_value)     \\
  *result = true;                      \\
  lexer->result_symbol = symbol_value; \\
  lexer->mark_end(lexer);
#define ADVANCE_MAP(...)                                           \\
  {                                                                \\
    static const uint16_t map[] = { __VA_ARGS__ };                 \\
    for (uint32_t i = 0; i < sizeof(map) / sizeof(map[0]); i += 2) \\
      if (map[i] == lookahead) return map[i + 1];                  \\
  }

${pieces
  .map(
    (piece, number) => `__attribute__((noinline))
static uint32_t ts_lex_${number}(TSLexer *lexer, uint32_t state, int32_t lookahead, bool eof, bool *result) {
  switch (state) {
${piece}    default:
      return STEP_END;
  }
}

`,
  )
  .join('')}static bool ts_lex(TSLexer *lexer, TSStateId start) {
  bool result = false;
  for (uint32_t state = start;;) {
    int32_t lookahead = lexer->lookahead;
    bool eof = lexer->eof(lexer);
    uint32_t step = STEP_END;
    switch (state / ${STATES}) {
${pieces
  .map(
    (_, number) => `      case ${number}:
        step = ts_lex_${number}(lexer, state, lookahead, eof, &result);
        break;
`,
  )
  .join('')}    }
    if (step & STEP_END) return result;
    lexer->advance(lexer, (step & STEP_SKIP) != 0);
    state = step & 0xFFFF;
  }
}
${MACROS.map((name) => `#pragma pop_macro("${name}")\n`).join('')}`;
  return source.slice(0, start) + lexer + source.slice(end + TAIL.length);
}
