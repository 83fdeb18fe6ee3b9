; What TypeScript adds to JavaScript.
(as_expression . (_) @wrapper.inner) @wrapper
(satisfies_expression . (_) @wrapper.inner) @wrapper
(non_null_expression (_) @wrapper.inner) @wrapper

(variable_declarator
  name: (identifier) @scope.name
  value: [
    (as_expression . (object))
    (satisfies_expression . (object))
    (satisfies_expression . (as_expression . (object)))
  ]) @scope
(variable_declarator
  value: [
    (as_expression . (object
      (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant))
    (satisfies_expression . (object
      (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant))
    (satisfies_expression . (as_expression . (object
      (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant)))
  ])

(enum_declaration name: (_) @scope.name @scope.closed @scope.loose) @scope
(enum_declaration body: (enum_body (enum_assignment name: (_) @scope.member))) @scope
(enum_declaration body: (enum_body (property_identifier) @scope.member)) @scope
; type Known = '1222' | '2304'
(type_alias_declaration
  name: (type_identifier) @scope.name @scope.closed @scope.loose
  value: (union_type) @scope.texts) @scope
(enum_assignment
  name: (_) @constant.name
  value: (_) @constant.value) @constant

(class_declaration name: (_) @scope.name) @scope
(internal_module name: (identifier) @scope.name) @scope
(public_field_definition
  name: (_) @constant.name
  value: [(string) (as_expression)] @constant.value) @constant

(public_field_definition
  name: (_) @binding.name
  value: [(call_expression) (new_expression) (await_expression) (template_string) (binary_expression)] @binding.value) @binding
(required_parameter
  pattern: (identifier) @binding.name
  value: (_) @binding.value) @binding
(required_parameter
  pattern: (identifier) @typed.name
  type: (type_annotation (_) @typed.type)) @typed
(variable_declarator
  name: (identifier) @typed.name
  type: (type_annotation (_) @typed.type)) @typed
(call_expression
  function: (member_expression
    object: (_) @binding.value
    property: (property_identifier) @_then)
  arguments: (arguments . [
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @binding.name)))
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (identifier) @binding.name)))
  ])
  (#eq? @_then "then")) @binding
(call_expression
  function: (member_expression property: (property_identifier) @_catch)
  arguments: (arguments [
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @catch.name)))
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (identifier) @catch.name)))
  ] @catch .)
  (#any-of? @_catch "catch" "then"))
(call_expression
  function: (member_expression property: (property_identifier) @_catch)
  arguments: (arguments [
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (object_pattern) @catch.taken)))
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (object_pattern) @catch.taken)))
  ] @catch .)
  (#any-of? @_catch "catch" "then"))
; Members and what they are declared as
[
  (interface_declaration name: (_) @shape.name)
  (type_alias_declaration name: (_) @shape.name)
  (class_declaration name: (_) @shape.name)
] @shape
(property_signature
  name: (_) @member.name
  type: (type_annotation (_) @member.type)) @member
(public_field_definition
  name: (_) @member.name
  type: (type_annotation (_) @member.type)) @member
(required_parameter
  (accessibility_modifier)
  pattern: (identifier) @member.name
  type: (type_annotation (_) @member.type)) @member
(required_parameter
  "readonly"
  pattern: (identifier) @member.name
  type: (type_annotation (_) @member.type)) @member
(method_definition
  name: (_) @member.name
  return_type: (type_annotation (_) @member.type)) @member
(method_signature
  name: (_) @member.name
  return_type: (type_annotation (_) @member.type)) @member
; (await response.json()) as Body, const body: Body = await response.json(), axios.get<Body>(url)
(as_expression . (_) @taken.value . (_) @taken.type .) @taken
(variable_declarator
  type: (type_annotation (_) @taken.type)
  value: (_) @taken.value) @taken
(call_expression
  function: (_) @_asks
  type_arguments: (_) @taken.type
  (#match? @_asks "\\b(?:json|request|get|post|put|patch|delete|fetch\\w*|parse\\w*)$")) @taken
[
  (arrow_function parameters: (formal_parameters (_ pattern: (_) @function.parameter)))
  (function_expression parameters: (formal_parameters (_ pattern: (_) @function.parameter)))
  (function_declaration parameters: (formal_parameters (_ pattern: (_) @function.parameter)))
  (method_definition parameters: (formal_parameters (_ pattern: (_) @function.parameter)))
] @function

; Names of a function's own
(required_parameter pattern: (identifier) @local.name) @local
(optional_parameter pattern: (identifier) @local.name) @local
(required_parameter pattern: (rest_pattern (identifier) @local.name)) @local
(required_parameter pattern: (object_pattern (shorthand_property_identifier_pattern) @local.name)) @local

; What it gives to others
(export_statement "=" (_) @given.value) @given
