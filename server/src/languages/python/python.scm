(comment) @comment

(string) @string
(concatenated_string) @text
(integer) @integer

; Names and their values. Python has no constants: capitals say so.
((assignment
  left: (identifier) @constant.name
  right: (_) @constant.value) @constant
  (#match? @constant.name "^_*[A-Z][A-Z0-9_]*$"))
((assignment
  left: (_) @binding.name
  right: (_) @binding.value) @binding
  (#not-match? @binding.name "^_*[A-Z][A-Z0-9_]*$"))
(assignment left: (_) @assignment.name) @assignment
(augmented_assignment left: (_) @assignment.name) @assignment
(keyword_argument
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(default_parameter
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(typed_default_parameter
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(class_definition name: (identifier) @scope.name) @scope
(class_definition
  superclasses: (argument_list) @scope.closed @scope.loose
  body: (block (expression_statement (assignment left: (identifier) @scope.member)))
  (#match? @scope.closed "Enum\\b")) @scope

; Objects
(dictionary) @object
(dictionary (pair) @object.pair) @object
(dictionary (dictionary_splat) @object.spread) @object
(pair
  key: (_) @pair.key
  value: (_) @pair.value) @pair
(call
  function: (identifier) @_dict
  arguments: (argument_list (keyword_argument) @object.pair)
  (#eq? @_dict "dict")) @object
(call
  function: (identifier) @_dict
  arguments: (argument_list (keyword_argument
    name: (identifier) @pair.name
    value: (_) @pair.value) @pair)
  (#eq? @_dict "dict"))
(call
  function: (identifier) @_dict
  arguments: (argument_list [(dictionary_splat) (list_splat) (identifier) (call) (dictionary)] @object.spread)
  (#eq? @_dict "dict")) @object

; Lists
[(list) (set) (tuple)] @list

; Conditions
(comparison_operator . (_) @equals.left . "==" . (_) @equals.right .) @equals
(comparison_operator . (_) @differs.left . "!=" . (_) @differs.right .) @differs
(comparison_operator . (_) @contains.item . "in" . (_) @contains.list .) @contains
(comparison_operator . (_) @lacks.item . "not in" . (_) @lacks.list .) @lacks
(call
  function: (_) @_search
  arguments: (argument_list . (string) @contains.item . (_) @contains.list)
  (#match? @_search "^re\\.(?:search|match|fullmatch)$")) @contains
(boolean_operator
  left: (_) @either.left
  operator: "or"
  right: (_) @either.right) @either
(boolean_operator
  left: (_) @both.left
  operator: "and"
  right: (_) @both.right) @both
(not_operator argument: (_) @not.operand) @not

(call
  function: (attribute
    object: (_) @prefix.subject
    attribute: (identifier) @_starts)
  arguments: (argument_list . (_) @prefix.text .)
  (#eq? @_starts "startswith")) @prefix
(comparison_operator . (_) @between.low . "<=" . (_) @between.subject . "<=" . (_) @between.high .) @between

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(await (_) @wrapper.inner) @wrapper
(call
  function: (identifier) @_same
  arguments: (argument_list . (_) @wrapper.inner .)
  (#any-of? @_same "str" "frozenset" "set" "tuple" "list" "MappingProxyType")) @wrapper
(call
  function: (identifier) @_number
  arguments: (argument_list . (_) @number.inner .)
  (#any-of? @_number "int" "float")) @number
(conditional_expression . (_) @choice.branch . (_) . (_) @choice.branch .) @choice
(boolean_operator
  left: (_) @default.of
  operator: "or"
  right: (_) @default.value) @default

; Texts that are put together
(binary_operator operator: ["+" "%"]) @joined

; Calls and look-ups
(call function: (_) @call.callee) @call
(call arguments: (argument_list) @call.arguments) @call
(call
  function: (_) @call.callee
  arguments: (argument_list [(string) (integer) (conditional_expression)] @call.argument)) @call
(subscript
  value: (_) @lookup.map
  subscript: (_) @lookup.key) @lookup
(call
  function: (attribute
    object: (_) @lookup.map
    attribute: (identifier) @_get)
  arguments: (argument_list . (_) @lookup.key)
  (#eq? @_get "get")) @lookup
(call
  function: (attribute
    object: (_) @lookup.map
    attribute: (identifier) @_get)
  arguments: (argument_list . (_) @lookup.key . (_) @lookup.default)
  (#eq? @_get "get")) @lookup

; Dispatch
(match_statement
  subject: (_) @switch.subject
  body: (block alternative: (case_clause) @switch.arm)) @switch
(match_statement
  subject: (_) @switch.subject
  body: (block alternative: (case_clause . (case_pattern) @_any . ":") @switch.default)
  (#match? @_any "^(_|[a-z][A-Za-z0-9_]*)$")) @switch
(case_clause . (case_pattern) @arm.pattern . ":") @arm
(case_clause
  (case_pattern) @arm.pattern
  guard: (_) @arm.guard) @arm
(case_clause consequence: (_) @arm.body) @arm
(case_pattern . (_) @wrapper.inner .) @wrapper
(union_pattern (_) @alternatives.pattern) @alternatives
(if_statement
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if_statement alternative: (elif_clause) @if.elif) @if
(if_statement alternative: (else_clause body: (_) @if.else)) @if
(elif_clause
  condition: (_) @elif.condition
  consequence: (_) @elif.then) @elif

; Control
(decorator) @decorator
(block) @block
[(return_statement) (raise_statement) (continue_statement) (break_statement)] @leave
(function_definition name: (_) @function.name body: (_) @function.body) @function
(lambda body: (_) @function.body) @function
[
  (function_definition parameters: (parameters [
    (identifier) @function.parameter
    (typed_parameter . (identifier) @function.parameter)
    (default_parameter name: (_) @function.parameter)
    (typed_default_parameter name: (_) @function.parameter)
  ]))
  (lambda parameters: (lambda_parameters [
    (identifier) @function.parameter
    (default_parameter name: (_) @function.parameter)
  ]))
] @function
[(for_statement) (while_statement)] @loop
(for_statement left: (_) @each.item right: (_) @each.list) @each
[
  (list_comprehension (for_in_clause left: (_) @each.item right: (_) @each.list))
  (set_comprehension (for_in_clause left: (_) @each.item right: (_) @each.list))
  (dictionary_comprehension (for_in_clause left: (_) @each.item right: (_) @each.list))
  (generator_expression (for_in_clause left: (_) @each.item right: (_) @each.list))
] @each
[
  (list_comprehension (if_clause (_) @each.condition))
  (set_comprehension (if_clause (_) @each.condition))
  (dictionary_comprehension (if_clause (_) @each.condition))
  (generator_expression (if_clause (_) @each.condition))
] @each
(finally_clause) @final
(call
  function: (attribute
    object: (identifier) @status.subject
    attribute: (identifier) @_raise)
  (#any-of? @_raise "$raises")) @status
(attribute
  object: (identifier) @status.subject
  attribute: (identifier) @_ok
  (#any-of? @_ok "$succeeded")) @status
(comparison_operator
  . (attribute
    object: (identifier) @status.subject
    attribute: (identifier) @_status)
  (_) @_number .
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$|^HTTPStatus\\.|\\.codes\\.")) @status
; requests.get(url).raise_for_status(), (await client.get(url)).status_code == 200
(call
  function: (attribute
    object: [(call) (parenthesized_expression)] @status.subject
    attribute: (identifier) @status.head)
  (#any-of? @status.head "$raises")) @status
(attribute
  object: [(call) (parenthesized_expression)] @status.subject
  attribute: (identifier) @status.head
  (#any-of? @status.head "$succeeded")) @status
(comparison_operator
  . (attribute
    object: [(call) (parenthesized_expression)] @status.subject
    attribute: (identifier) @_status)
  (_) @_number .
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$|^HTTPStatus\\.|\\.codes\\.")) @status
; answer.status in (200, 201), 200 <= answer.status < 300
(comparison_operator
  . (attribute
    object: (identifier) @status.subject
    attribute: (identifier) @_status)
  [(tuple) (list) (set) (call)] @_numbers .
  (#any-of? @_status "$status")
  (#match? @_numbers "^(?:range)?[\\[({]\\s*[2-5]\\d\\d\\b")) @status
(comparison_operator
  . (integer) @_low
  . (attribute
    object: (identifier) @status.subject
    attribute: (identifier) @_status)
  . (integer) .
  (#any-of? @_status "$status")
  (#match? @_low "^[2-5]\\d\\d$")) @status
(attribute
  object: (identifier) @statusOf.subject
  attribute: (identifier) @_status
  (#any-of? @_status "$status")) @statusOf
(with_item
  value: (as_pattern
    (_) @binding.value
    alias: (as_pattern_target (identifier) @binding.name)) @binding)
(except_clause) @catch
(except_clause value: [(identifier) (attribute) (tuple)] @catch.type) @catch
(except_clause
  value: (as_pattern
    (_) @catch.type
    alias: (as_pattern_target (identifier) @catch.name))) @catch
(except_clause
  value: (as_pattern
    (_) @typed.type
    alias: (as_pattern_target (identifier) @typed.name))) @typed
; with suppress(Exception): …
(with_statement
  (with_clause (with_item
    value: (call
      function: (_) @_suppress
      arguments: (argument_list) @catch.type) @catch))
  body: (block) @catch.protected
  (#match? @_suppress "(?:^|\\.)suppress$")) @catch.attempt
(typed_parameter
  (identifier) @typed.name
  type: (type) @typed.type) @typed
(assignment
  left: (identifier) @typed.name
  type: (type) @typed.type) @typed
(call
  function: (identifier) @_isinstance
  arguments: (argument_list . (identifier) @typed.name . (_) @typed.type .)
  (#eq? @_isinstance "isinstance")) @typed
; Members and what they are declared as
(class_definition body: (block (expression_statement (assignment
  left: (identifier) @member.name
  type: (_) @member.type) @member)))
(assignment
  left: (attribute attribute: (identifier) @member.name)
  type: (_) @member.type) @member
(class_definition body: (block (function_definition
  name: (identifier) @member.name
  return_type: (_) @member.type) @member))
(class_definition body: (block (decorated_definition definition: (function_definition
  name: (identifier) @member.name
  return_type: (_) @member.type) @member)))

; What it has from other files
[(import_statement) (import_from_statement)] @import

; Names of a function's own
(parameters (identifier) @local.name) @local
(lambda_parameters (identifier) @local.name) @local
(typed_parameter . (identifier) @local.name) @local
(default_parameter name: (identifier) @local.name) @local
(typed_default_parameter name: (identifier) @local.name) @local
(parameters [(list_splat_pattern (identifier) @local.name) (dictionary_splat_pattern (identifier) @local.name)]) @local
(for_statement left: (identifier) @local.name) @local
(for_statement left: (pattern_list (identifier) @local.name)) @local
(assignment left: (pattern_list (identifier) @local.name)) @local
(as_pattern_target (identifier) @local.name) @local
