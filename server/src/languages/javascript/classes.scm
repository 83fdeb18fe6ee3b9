; What only the JavaScript grammar names so.
(class_declaration name: (_) @scope.name) @scope
(field_definition
  property: (_) @constant.name
  value: (string) @constant.value) @constant
(formal_parameters
  (assignment_pattern
    left: (identifier) @binding.name
    right: (_) @binding.value) @binding)
(call_expression
  function: (member_expression
    object: (_) @binding.value
    property: (property_identifier) @_then)
  arguments: (arguments . [
    (arrow_function parameters: (formal_parameters . (identifier) @binding.name))
    (function_expression parameters: (formal_parameters . (identifier) @binding.name))
  ])
  (#eq? @_then "then")) @binding
(call_expression
  function: (member_expression property: (property_identifier) @_catch)
  arguments: (arguments [
    (arrow_function parameters: (formal_parameters . (identifier) @catch.name))
    (function_expression parameters: (formal_parameters . (identifier) @catch.name))
  ] @catch .)
  (#any-of? @_catch "catch" "then"))
(call_expression
  function: (member_expression property: (property_identifier) @_catch)
  arguments: (arguments [
    (arrow_function parameters: (formal_parameters . (object_pattern) @catch.taken))
    (function_expression parameters: (formal_parameters . (object_pattern) @catch.taken))
  ] @catch .)
  (#any-of? @_catch "catch" "then"))
(field_definition
  property: (_) @binding.name
  value: [(call_expression) (new_expression)] @binding.value) @binding
