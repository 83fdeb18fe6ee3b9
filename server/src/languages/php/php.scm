(comment) @comment

[(string) (encapsed_string) (heredoc) (nowdoc)] @string
(integer) @integer

; Names and their values
(const_element . (name) @constant.name . (_) @constant.value) @constant
(function_call_expression
  function: (name) @_define
  arguments: (arguments
    . (argument (string (string_content) @constant.name))
    . (argument (_) @constant.value) .)
  (#eq? @_define "define")) @constant
(enum_case
  name: (name) @constant.name
  value: (_) @constant.value) @constant
(property_element
  name: (variable_name (name) @binding.name)
  default_value: (_) @binding.value) @binding
(simple_parameter
  name: (variable_name (name) @binding.name)
  default_value: (_) @binding.value) @binding
(property_promotion_parameter
  name: (variable_name (name) @binding.name)
  default_value: (_) @binding.value) @binding
(static_variable_declaration
  name: (variable_name (name) @binding.name)
  value: (_) @binding.value) @binding
(assignment_expression
  left: (variable_name (name) @binding.name)
  right: (_) @binding.value) @binding
(assignment_expression
  left: [
    (member_access_expression)
    (scoped_property_access_expression)
    (subscript_expression)
  ] @binding.name
  right: (_) @binding.value) @binding
(argument
  name: (name) @binding.name
  (_) @binding.value .) @binding
(assignment_expression left: (variable_name (name) @assignment.name)) @assignment
(assignment_expression left: (member_access_expression) @assignment.name) @assignment
(augmented_assignment_expression left: (variable_name (name) @assignment.name)) @assignment

[
  (class_declaration name: (name) @scope.name)
  (interface_declaration name: (name) @scope.name)
  (trait_declaration name: (name) @scope.name)
  (enum_declaration name: (name) @scope.name @scope.closed)
] @scope
(enum_declaration body: (enum_declaration_list (enum_case name: (name) @scope.member))) @scope

; Arrays: with keys they are objects, without they are lists
(array_creation_expression (array_element_initializer . (_) . (_) .) @object.pair) @object
(array_element_initializer . (_) @pair.key . (_) @pair.value .) @pair
(array_creation_expression ["[" "("] . ["]" ")"]) @object
(array_creation_expression
  (array_element_initializer . (_) . (_) .)
  (array_element_initializer (variadic_unpacking)) @object.spread) @object
(array_creation_expression
  (array_element_initializer (variadic_unpacking)) @object.spread
  (array_element_initializer . (_) . (_) .)) @object
(array_creation_expression . (array_element_initializer . (_) .)) @list
(array_element_initializer . (_) @wrapper.inner .) @wrapper

; Conditions
(binary_expression
  left: (_) @equals.left
  operator: ["==" "==="]
  right: (_) @equals.right) @equals
(binary_expression
  left: (_) @differs.left
  operator: ["!=" "!==" "<>"]
  right: (_) @differs.right) @differs
(binary_expression operator: "==" @equals.loose) @equals
(binary_expression operator: ["!=" "<>"] @differs.loose) @differs
(binary_expression
  left: (_) @either.left
  operator: ["||" "or"]
  right: (_) @either.right) @either
(binary_expression
  left: (_) @both.left
  operator: ["&&" "and"]
  right: (_) @both.right) @both
(unary_op_expression
  operator: "!"
  argument: (_) @not.operand) @not
(function_call_expression
  function: (name) @_has
  arguments: (arguments . (argument (_) @contains.item) . (argument (_) @contains.list))
  (#any-of? @_has "in_array" "array_key_exists" "key_exists" "array_search")) @contains
(function_call_expression
  function: (name) @_has
  arguments: (arguments . (argument) . (argument) @contains.loose .)
  (#any-of? @_has "in_array" "array_search")) @contains
(function_call_expression
  function: (name) @_isset
  arguments: (arguments . (argument (subscript_expression . (_) @contains.list . (_) @contains.item .)) .)
  (#any-of? @_isset "isset" "empty")) @contains
; What is looked for in a text
(function_call_expression
  function: (name) @_has
  arguments: (arguments . (argument (_) @contains.list) . (argument (_) @contains.item))
  (#any-of? @_has "str_contains" "strpos" "stripos" "mb_strpos" "strstr")) @contains
(function_call_expression
  function: (name) @_starts
  arguments: (arguments . (argument (_) @prefix.subject) . (argument (_) @prefix.text) .)
  (#eq? @_starts "str_starts_with")) @prefix
(function_call_expression
  function: (name) @_strcmp
  arguments: (arguments . (argument (_) @equals.left) . (argument (_) @equals.right) .)
  (#any-of? @_strcmp "strcmp" "strcasecmp")) @equals
(binary_expression
  left: (function_call_expression function: (name) @_strcmp) @wrapper.inner
  operator: ["==" "==="]
  right: (integer) @_zero
  (#any-of? @_strcmp "strcmp" "strcasecmp")
  (#eq? @_zero "0")) @wrapper
(binary_expression
  left: (binary_expression
    left: (_) @between.subject
    operator: ">="
    right: (_) @between.low)
  operator: ["&&" "and"]
  right: (binary_expression
    operator: "<="
    right: (_) @between.high)) @between

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(cast_expression
  type: (cast_type) @_string
  value: (_) @wrapper.inner
  (#not-any-of? @_string "int" "integer" "float" "double")) @wrapper
(cast_expression
  type: (cast_type) @_number
  value: (_) @number.inner
  (#any-of? @_number "int" "integer" "float" "double")) @number
(function_call_expression
  function: (name) @_same
  arguments: (arguments . (argument (_) @wrapper.inner) .)
  (#any-of? @_same "strval" "trim" "collect")) @wrapper
(function_call_expression
  function: (name) @_number
  arguments: (arguments . (argument (_) @number.inner))
  (#any-of? @_number "intval" "floatval")) @number
; What every exception calls its code is a number of the program's own.
([
  (member_call_expression name: (name) @_code)
  (nullsafe_member_call_expression name: (name) @_code)
] @number (#eq? @_code "getCode"))
; ThinqError::tryFrom($code)
(scoped_call_expression
  name: (name) @_from
  arguments: (arguments . (argument (_) @wrapper.inner) .)
  (#any-of? @_from "from" "tryFrom")) @wrapper
(conditional_expression
  body: (_) @choice.branch
  alternative: (_) @choice.branch) @choice
(conditional_expression
  condition: (_) @default.of
  !body
  alternative: (_) @default.value) @default
(binary_expression
  left: (_) @default.of
  operator: "??"
  right: (_) @default.value) @default

; Texts that are put together
(cast_expression type: (cast_type) @call.callee (#eq? @call.callee "string")) @call
(binary_expression operator: ".") @joined

; Calls and look-ups
[
  (function_call_expression function: (_) @call.callee)
  (object_creation_expression . [(name) (qualified_name)] @call.callee)
] @call
(member_call_expression
  object: (_) @call.receiver
  name: (name) @call.callee) @call
(nullsafe_member_call_expression
  object: (_) @call.receiver
  name: (name) @call.callee) @call
(scoped_call_expression
  scope: (_) @call.receiver
  name: (name) @call.callee) @call
[
  (function_call_expression arguments: (arguments (argument [
    (string) (encapsed_string) (heredoc) (nowdoc) (integer) (conditional_expression)
  ] @call.argument .)))
  (member_call_expression arguments: (arguments (argument [
    (string) (encapsed_string) (heredoc) (nowdoc) (integer) (conditional_expression)
  ] @call.argument .)))
  (nullsafe_member_call_expression arguments: (arguments (argument [
    (string) (encapsed_string) (heredoc) (nowdoc) (integer) (conditional_expression)
  ] @call.argument .)))
  (scoped_call_expression arguments: (arguments (argument [
    (string) (encapsed_string) (heredoc) (nowdoc) (integer) (conditional_expression)
  ] @call.argument .)))
  (object_creation_expression (arguments (argument [
    (string) (encapsed_string) (heredoc) (nowdoc) (integer) (conditional_expression)
  ] @call.argument .)))
] @call
[
  (function_call_expression arguments: (arguments) @call.arguments)
  (member_call_expression arguments: (arguments) @call.arguments)
  (nullsafe_member_call_expression arguments: (arguments) @call.arguments)
  (scoped_call_expression arguments: (arguments) @call.arguments)
  (object_creation_expression (arguments) @call.arguments)
] @call
(subscript_expression . (_) @lookup.map . (_) @lookup.key .) @lookup

; Dispatch
(switch_statement
  condition: (_) @switch.subject
  body: (switch_block (case_statement) @switch.arm)) @switch
(switch_statement body: (switch_block (default_statement) @switch.default)) @switch
(switch_statement condition: (_) @switch.loose) @switch
(case_statement value: (_) @arm.pattern) @arm
(case_statement
  value: (_)
  (statement) @arm.body) @arm
((match_expression
  condition: (_) @switch.subject
  body: (match_block (match_conditional_expression) @switch.arm)) @switch @switch.throws
  (#not-match? @switch.subject "^\\(\\s*(true|TRUE)\\s*\\)$"))
(match_expression body: (match_block (match_default_expression) @switch.default)) @switch
; Nobody takes what it gives.
(expression_statement (match_expression
  body: (match_block (match_default_expression return_expression: (null)) @switch.nothing)) @switch)
(match_conditional_expression
  conditional_expressions: (match_condition_list (_) @arm.pattern)
  return_expression: (_) @arm.body) @arm
(match_expression condition: (parenthesized_expression (scoped_call_expression
  name: (name) @switch.partial
  (#eq? @switch.partial "tryFrom")))) @switch
; match (true) decides by conditions
((match_expression
  condition: (_) @_true
  body: (match_block (match_conditional_expression) @switch.arm)) @switch @switch.throws
  (#match? @_true "^\\(\\s*(true|TRUE)\\s*\\)$"))
(if_statement
  condition: (_) @if.condition
  body: (_) @if.then) @if
(if_statement alternative: (else_if_clause) @if.elif) @if
(if_statement alternative: (else_clause body: (_) @if.else)) @if
(if_statement body: (colon_block)) @if @if.fixed
(else_if_clause
  condition: (_) @elif.condition
  body: (_) @elif.then) @elif

; Control
(attribute_list) @decorator
[(compound_statement) (colon_block) (case_statement) (default_statement)] @block
[(break_statement) (match_conditional_expression)] @break
[
  (return_statement)
  (throw_expression)
  (expression_statement (throw_expression))
  (continue_statement)
  (exit_statement)
] @leave
(function_definition name: (_) @function.name body: (_) @function.body) @function
(method_declaration name: (_) @function.name body: (_) @function.body) @function
(anonymous_function body: (_) @function.body) @function
(arrow_function body: (_) @function.body) @function
[
  (function_definition parameters: (formal_parameters (_ name: (_) @function.parameter)))
  (method_declaration parameters: (formal_parameters (_ name: (_) @function.parameter)))
  (anonymous_function parameters: (formal_parameters (_ name: (_) @function.parameter)))
  (arrow_function parameters: (formal_parameters (_ name: (_) @function.parameter)))
] @function
(function_definition return_type: (optional_type) @function.optional) @function
(method_declaration return_type: (optional_type) @function.optional) @function
[(for_statement) (foreach_statement) (while_statement) (do_statement)] @loop
(finally_clause) @final
(member_call_expression
  object: (variable_name) @status.subject
  name: (name) @_success
  (#any-of? @_success "$succeeded")) @status
(binary_expression
  left: (member_call_expression
    object: (variable_name) @status.subject
    name: (name) @_status)
  right: (integer) @_number
  (#any-of? @_status "$statusCalls")
  (#match? @_number "^[2-5]\\d\\d$")) @status
(binary_expression
  left: (variable_name) @status.subject
  right: (integer) @_number
  (#match? @status.subject "^\\$(?:http)?_?(?:[sS]tatus|[cC]ode)(?:_?[cC]ode)?$")
  (#match? @_number "^[2-5]\\d\\d$")) @status
; Http::get($url)->successful(), $client->get($path)->getStatusCode() === 200
(member_call_expression
  object: [(member_call_expression) (scoped_call_expression)] @status.subject
  name: (name) @status.head
  (#any-of? @status.head "$succeeded")) @status
(binary_expression
  left: (member_call_expression
    object: [(member_call_expression) (scoped_call_expression)] @status.subject
    name: (name) @_status)
  right: (integer) @_number
  (#any-of? @_status "$statusCalls")
  (#match? @_number "^[2-5]\\d\\d$")) @status
(function_call_expression
  function: (name) @_has
  arguments: (arguments
    . (argument (member_call_expression
      object: (variable_name) @status.subject
      name: (name) @_status))
    . (argument (array_creation_expression) @_numbers))
  (#eq? @_has "in_array")
  (#any-of? @_status "$statusCalls")
  (#match? @_numbers "^(?:array\\()?\\[?\\s*[2-5]\\d\\d\\b")) @status
(catch_clause type: (_) @catch.type) @catch
(catch_clause name: (variable_name) @catch.name) @catch
(catch_clause
  type: (_) @typed.type
  name: (variable_name (name) @typed.name)) @typed
(simple_parameter
  type: (_) @typed.type
  name: (variable_name (name) @typed.name)) @typed
(property_promotion_parameter
  type: (_) @typed.type
  name: (variable_name (name) @typed.name)) @typed
(property_declaration
  type: (_) @typed.type
  (property_element name: (variable_name (name) @typed.name)) @typed)
(binary_expression
  left: (variable_name (name) @typed.name)
  operator: "instanceof"
  right: (_) @typed.type) @typed
; Members and what they are declared as
(property_declaration
  type: (_) @member.type
  (property_element name: (variable_name (name) @member.name)) @member)
(property_promotion_parameter
  type: (_) @member.type
  name: (variable_name (name) @member.name)) @member
(method_declaration
  name: (name) @member.name
  return_type: (_) @member.type) @member

; What it has from other files
(namespace_use_declaration) @import
(assignment_expression right: [(require_expression) (require_once_expression) (include_expression) (include_once_expression)]) @import
; return ['1222' => 'offline'];
(program (return_statement (_) @given.value) @given)
(namespace_definition name: (_) @package.name) @package

; Names of a function's own
(simple_parameter name: (variable_name) @local.name) @local
(foreach_statement (variable_name) @local.name) @local
(foreach_statement (pair (variable_name) @local.name)) @local
