; JSX, where the grammar has it.
[(jsx_element) (jsx_self_closing_element)] @markup
; {code === '1222' && <Offline />}, {code === '1222' ? <Offline /> : null}
(jsx_expression (binary_expression
  left: (_) @shown.condition
  operator: "&&"
  right: (_) @shown.value) @shown)
(jsx_expression (ternary_expression
  condition: (_) @shown.condition
  consequence: (_) @shown.value
  alternative: (_) @shown.otherwise) @shown)
(ternary_expression alternative: (ternary_expression
  condition: (_) @shown.condition
  consequence: (_) @shown.value
  alternative: (_) @shown.otherwise) @shown)
(ternary_expression
  condition: (_) @shown.condition
  consequence: [(jsx_element) (jsx_self_closing_element)] @shown.value
  alternative: (_) @shown.otherwise) @shown
