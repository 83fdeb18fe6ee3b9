; What only the JavaScript grammar names so.
(class_declaration name: (_) @scope.name) @scope
(field_definition
  property: (_) @constant.name
  value: (string) @constant.value) @constant
(field_definition
  property: (_) @binding.name
  value: [(call_expression) (new_expression) (await_expression) (template_string) (binary_expression)] @binding.value) @binding
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
[
  (arrow_function parameters: (formal_parameters [(identifier) (object_pattern)] @function.parameter))
  (function_expression parameters: (formal_parameters [(identifier) (object_pattern)] @function.parameter))
  (function_declaration parameters: (formal_parameters [(identifier) (object_pattern)] @function.parameter))
  (method_definition parameters: (formal_parameters [(identifier) (object_pattern)] @function.parameter))
] @function
; Parameters
(formal_parameters (identifier) @local.name) @local
(formal_parameters (object_pattern (shorthand_property_identifier_pattern) @local.name)) @local
(formal_parameters (rest_pattern (identifier) @local.name)) @local
