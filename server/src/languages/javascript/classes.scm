; What only the JavaScript grammar names so.
(class_declaration name: (_) @scope.name) @scope
(field_definition
  property: (_) @constant.name
  value: (string) @constant.value) @constant
(formal_parameters
  (assignment_pattern
    left: (identifier) @binding.name
    right: (_) @binding.value) @binding)
