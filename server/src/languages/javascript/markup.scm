; JSX, where the grammar has it.
[(jsx_element) (jsx_self_closing_element)] @markup
