[(comment) (documentation_comment)] @comment

(string_literal) @string
(decimal_integer_literal) @integer

; Names and their values
(static_final_declaration
  . (identifier) @constant.name
  . (_) @constant.value .) @constant
(initialized_variable_definition
  [(const_builtin) (final_builtin)]
  name: (identifier) @constant.name
  value: (_) @constant.value) @constant
(initialized_variable_definition
  [(inferred_type) (type_identifier)]
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(declaration
  (final_builtin)
  (initialized_identifier_list (initialized_identifier
    . (identifier) @constant.name
    . (_) @constant.value .) @constant))
(declaration
  [(inferred_type) (type_identifier)]
  (initialized_identifier_list (initialized_identifier
    . (identifier) @binding.name
    . (_) @binding.value .) @binding))
(assignment_expression
  left: (assignable_expression (_) @binding.name)
  right: (_) @binding.value) @binding
(assignment_expression left: (assignable_expression (_) @assignment.name)) @assignment
(assignment_expression_without_cascade
  left: (cascade_selector (identifier) @binding.name)
  right: (_) @binding.value) @binding
(optional_formal_parameters
  (formal_parameter name: (identifier) @binding.name) @binding
  . ["=" ":"]
  . (_) @binding.value)
(optional_formal_parameters
  (formal_parameter (constructor_param (identifier) @binding.name)) @binding
  . ["=" ":"]
  . (_) @binding.value)
(named_argument
  (label (identifier) @binding.name)
  (_) @binding.value .) @binding

(class_definition name: (identifier) @scope.name) @scope
(class_definition body: (class_body (declaration
  (constructor_signature parameters: (formal_parameter_list
    (formal_parameter (constructor_param (identifier) @scope.parameter))))))) @scope
(class_definition body: (class_body (declaration
  (constructor_signature parameters: (formal_parameter_list
    (formal_parameter name: (identifier) @scope.parameter)))))) @scope
(enum_declaration name: (identifier) @scope.name @scope.closed) @scope
(enum_declaration body: (enum_body (enum_constant name: (identifier) @scope.member))) @scope
(mixin_declaration (identifier) @scope.name) @scope
(extension_declaration name: (identifier) @scope.name) @scope
; notConnected('1222') or notConnected('Not connected device', code: '1222')
(enum_constant
  name: (identifier) @constant.name
  (argument_part (arguments [
    (argument (string_literal) @constant.value)
    (named_argument (string_literal) @constant.value)
  ]))
  (#match? @constant.value "^['\"](?:\\d{4}|OK|(?:[A-Z][a-z]*)+)['\"]$")) @constant

; @JsonValue('1222') notConnected
(enum_constant
  (annotation (arguments (argument (string_literal) @constant.value)))
  name: (identifier) @constant.name
  (#match? @constant.value "^['\"](?:\\d{4}|OK|(?:[A-Z][a-z]*)+)['\"]$")) @constant

; Objects
(set_or_map_literal (pair) @object.pair) @object
(set_or_map_literal "{" . "}") @object
(set_or_map_literal
  (pair)
  [(spread_element) (if_element) (for_element)] @object.spread) @object
(set_or_map_literal
  [(spread_element) (if_element) (for_element)] @object.spread
  (pair)) @object
(pair
  key: (_) @pair.key
  value: (_) @pair.value) @pair

; Lists
(list_literal) @list
(list_literal [
  (string_literal) (decimal_integer_literal) (identifier) (unconditional_assignable_selector) (dot_shorthand)
  (set_or_map_literal) (list_literal) (method_invocation) (const_object_expression) (conditional_expression)
  (spread_element) (if_element) (for_element)
] @list.item) @list
(set_or_map_literal
  [
    (string_literal) (decimal_integer_literal) (identifier) (unconditional_assignable_selector) (dot_shorthand)
  ] @list.item) @list
(set_or_map_literal
  [(string_literal) (identifier) (unconditional_assignable_selector)]
  [(spread_element) (if_element) (for_element)] @list.item) @list
(set_or_map_literal
  [(spread_element) (if_element) (for_element)] @list.item
  [(string_literal) (identifier) (unconditional_assignable_selector)]) @list

; Conditions
(equality_expression
  . (_) @equals.left
  . (equality_operator) @_operator
  . (_) @equals.right
  (#eq? @_operator "==")) @equals
(equality_expression
  . (_) @differs.left
  . (equality_operator) @_operator
  . (_) @differs.right
  (#eq? @_operator "!=")) @differs
(logical_or_expression
  . (_) @either.left
  . (logical_or_operator)
  . (_) @either.right) @either
(logical_and_expression
  . (_) @both.left
  . (logical_and_operator)
  . (_) @both.right) @both
(unary_expression (prefix_operator (negation_operator)) . (_) @not.operand) @not
(method_invocation
  function: (unconditional_assignable_selector . (_) @contains.list (identifier) @_contains .)
  arguments: (argument_part (arguments . (argument (_) @contains.item) .))
  (#any-of? @_contains "contains" "containsKey")) @contains
(method_invocation
  function: (unconditional_assignable_selector . (_) @prefix.subject (identifier) @_starts .)
  arguments: (argument_part (arguments . (argument (_) @prefix.text) .))
  (#eq? @_starts "startsWith")) @prefix

; ['1222', '1223'].any((code) => text.contains(code))
(method_invocation
  function: (unconditional_assignable_selector . (_) @ranging.list (identifier) @_any .)
  arguments: (argument_part (arguments . (argument (function_expression
    parameters: (formal_parameter_list . (formal_parameter (identifier) @ranging.name .) .))) .))
  (#any-of? @_any "any" "every" "firstWhere" "where")) @ranging

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(await_expression (_) @wrapper.inner) @wrapper
(unary_expression . (await_expression) @wrapper.inner .) @wrapper
(null_assertion_expression . (_) @wrapper.inner) @wrapper
(type_cast_expression . (_) @wrapper.inner) @wrapper
(constant_pattern (_) @wrapper.inner .) @wrapper
(null_check_pattern . (_) @wrapper.inner) @wrapper
(null_assert_pattern . (_) @wrapper.inner) @wrapper
(method_invocation
  function: (unconditional_assignable_selector . (_) @wrapper.inner (identifier) @_same .)
  arguments: (argument_part (arguments . ")"))
  (#any-of? @_same "toString" "trim" "toSet" "toList")) @wrapper
(method_invocation
  function: (unconditional_assignable_selector . (identifier) @_type (identifier) @_of .)
  arguments: (argument_part (arguments . (argument (_) @wrapper.inner) .))
  (#any-of? @_type "Map" "HashMap" "LinkedHashMap" "Set" "HashSet" "List")
  (#any-of? @_of "of" "from" "unmodifiable")) @wrapper
(method_invocation
  function: (identifier) @_view
  arguments: (argument_part (arguments . (argument (_) @wrapper.inner) .))
  (#match? @_view "^Unmodifiable(?:Map|Set|List)View$")) @wrapper
(method_invocation
  function: (unconditional_assignable_selector . (identifier) @_int (identifier) @_parse .)
  arguments: (argument_part (arguments . (argument (_) @number.inner)))
  (#any-of? @_int "int" "num" "double")
  (#any-of? @_parse "parse" "tryParse")) @number
(if_null_expression
  first: (method_invocation
    function: (unconditional_assignable_selector . (identifier) @_int (identifier) @_parse .)) @number.inner
  (#any-of? @_int "int" "num" "double")
  (#eq? @_parse "tryParse")) @number
(conditional_expression
  consequence: (_) @choice.branch
  alternative: (_) @choice.branch) @choice
(if_null_expression
  first: (_) @default.of
  second: (_) @default.value) @default

; Texts that are put together
(additive_expression) @joined

; Calls and look-ups
(method_invocation function: (_) @call.callee) @call
(method_invocation arguments: (argument_part (arguments) @call.arguments)) @call
(method_invocation
  function: (_) @call.callee
  arguments: (argument_part (arguments
    (argument [(string_literal) (decimal_integer_literal) (conditional_expression)] @call.argument)))) @call
(new_expression
  . (_) @call.callee
  (arguments (argument [(string_literal) (decimal_integer_literal) (conditional_expression)] @call.argument))) @call
(const_object_expression
  (type_identifier) @call.callee
  (arguments (argument [(string_literal) (decimal_integer_literal) (conditional_expression)] @call.argument))) @call
(unconditional_assignable_selector
  . (_) @lookup.map
  . (index_selector (_) @lookup.key) .) @lookup

; Dispatch
(switch_statement
  condition: (_) @switch.subject
  body: (switch_block)) @switch
(switch_statement body: (switch_block (switch_statement_case) @switch.arm)) @switch
(switch_statement body: (switch_block (switch_statement_default) @switch.default)) @switch
(switch_expression condition: (_) @switch.subject) @switch @switch.exhaustive
(switch_expression body: (switch_expression_case) @switch.arm) @switch
(switch_statement body: (switch_block
  (switch_statement_case
    pattern: [(variable_pattern) (constant_pattern)] @_any
    guard: (_)? @_guard) @switch.default)
  (#match? @_any "^(?:_|(?:var|final)\\s+\\w+)$")
  (#not-match? @_guard ".")) @switch
(switch_expression
  body: (switch_expression_case
    pattern: [(variable_pattern) (constant_pattern)] @_any
    guard: (_)? @_guard) @switch.default
  (#match? @_any "^(?:_|(?:var|final)\\s+\\w+)$")
  (#not-match? @_guard ".")) @switch
; Only the first of several alternatives has a field.
(switch_statement_case
  [(constant_pattern) (variable_pattern) (null_check_pattern) (object_pattern) (list_pattern)] @arm.pattern) @arm
(switch_statement_case (relational_operator) @arm.guard) @arm
(switch_statement_case guard: (_) @arm.guard) @arm
(switch_statement_case [
  (block) (expression_statement) (return_statement) (break_statement) (continue_statement) (if_statement)
  (for_statement) (while_statement) (do_statement) (switch_statement) (try_statement) (local_variable_declaration)
  (assert_statement) (yield_statement)
] @arm.body) @arm
(switch_expression_case
  [(constant_pattern) (variable_pattern) (null_check_pattern) (object_pattern) (list_pattern)] @arm.pattern) @arm
(switch_expression_case (relational_operator) @arm.guard) @arm
(switch_expression_case guard: (_) @arm.guard) @arm
(switch_expression_case "=>" . (_) @arm.body) @arm
; case ThinQApiException(code: '1222'), case {'error': {'code': '1222'}}
[(object_pattern) (map_pattern)] @taking
(object_pattern (type_identifier) @taking.type) @taking
(object_pattern (identifier) @taking.name . (_) @taking.value) @taking
(object_pattern (logical_or_operator) . (_) @taking.value) @taking
(map_pattern (string_literal) @taking.name . (_) @taking.value) @taking
(variable_pattern (type_identifier) @taking.type) @taking
(if_statement
  . (_) @fits.subject
  pattern: [(object_pattern) (map_pattern) (constant_pattern)] @fits.pattern) @fits
; [if (code == '1222') const Offline()]
(if_element
  . (_) @shown.condition
  consequence: (_) @shown.value) @shown
(if_element alternative: (_) @shown.otherwise) @shown
(if_statement
  . (_) @if.condition
  consequence: (_) @if.then) @if
(if_statement guard: (_) @if.guard) @if
(if_statement alternative: (_) @if.else) @if

; Control
[(block) (switch_statement_case) (switch_statement_default)] @block
[(break_statement) (switch_expression_case)] @break
[(return_statement) (continue_statement) (throw_expression) (rethrow_expression)] @leave
(expression_statement [(throw_expression) (rethrow_expression)]) @leave
(expression_statement (method_invocation
  function: (identifier) @_never
  (#eq? @_never "exit"))) @leave
(function_declaration body: (_) @function.body) @function
(function_declaration signature: (function_signature (nullable_type) @function.optional)) @function
(method_declaration body: (_) @function.body) @function
(method_declaration signature: (method_signature (function_signature (nullable_type) @function.optional))) @function
(lambda_expression body: (_) @function.body) @function
(lambda_expression parameters: (function_signature (nullable_type) @function.optional)) @function
(function_expression body: (_) @function.body) @function
(function_expression parameters: (formal_parameter_list
  (formal_parameter (identifier) @function.parameter .))) @function
(function_declaration signature: (function_signature name: (_) @function.name)) @function
(method_declaration signature: (method_signature (function_signature name: (_) @function.name))) @function
(function_declaration signature: (function_signature (formal_parameter_list
  (formal_parameter (identifier) @function.parameter .)))) @function
(method_declaration signature: (method_signature (function_signature (formal_parameter_list
  (formal_parameter (identifier) @function.parameter .))))) @function
(function_declaration signature: (function_signature (formal_parameter_list (optional_formal_parameters
  (formal_parameter name: (identifier) @function.parameter))))) @function
(method_declaration signature: (method_signature (function_signature (formal_parameter_list (optional_formal_parameters
  (formal_parameter name: (identifier) @function.parameter)))))) @function
[(for_statement) (while_statement) (do_statement)] @loop
(finally_clause) @final
(unconditional_assignable_selector
  . (identifier) @status.subject
  (identifier) @_status .
  (#any-of? @_status "$status")) @status
(unconditional_assignable_selector
  . (identifier) @statusOf.subject
  (identifier) @_status .
  (#any-of? @_status "$status")) @statusOf
; (await http.get(url)).statusCode
(unconditional_assignable_selector
  . (parenthesized_expression) @status.subject
  (identifier) @status.head .
  (#any-of? @status.head "$status")) @status
; What a clause catches stands beside its block.
(try_statement
  (catch_clause (catch_parameters . (identifier) @catch.name)) @catch.head
  . (block) @catch)
(try_statement
  (type_identifier) @catch.type
  . (catch_clause (catch_parameters . (identifier) @catch.name)) @catch.head
  . (block) @catch)
(try_statement
  (type_identifier) @catch.type @catch.head
  . (block) @catch)
(try_statement
  (type_identifier) @typed.type
  . (catch_clause (catch_parameters . (identifier) @typed.name))) @typed
; http.get(…).then((answer) { … })
(method_invocation
  function: (unconditional_assignable_selector . (_) @binding.value (identifier) @_then .)
  arguments: (argument_part (arguments
    . (argument (function_expression
      parameters: (formal_parameter_list . (formal_parameter (identifier) @binding.name .))))))
  (#eq? @_then "then")) @binding
; api.control(…).catchError((error) { … })
(method_invocation
  function: (unconditional_assignable_selector
    . (_) @catch.protected
    (identifier) @catch.head .)
  arguments: (argument_part (arguments
    . (argument (function_expression) @catch)))
  (#any-of? @catch.head "$handlers"))
; api.control(…).catchError((error) { … }, test: (error) => error.code == …)
(method_invocation
  function: (unconditional_assignable_selector (identifier) @_failed .)
  arguments: (argument_part (arguments
    . (argument (function_expression) @catch)
    (named_argument (label (identifier) @_test) (function_expression body: (_) @catch.guard))))
  (#any-of? @_failed "$handlers")
  (#eq? @_test "test"))
(method_invocation
  function: (unconditional_assignable_selector (identifier) @_failed .)
  arguments: (argument_part (arguments . (argument (function_expression
    parameters: (formal_parameter_list . (formal_parameter (identifier) @catch.name .))) @catch)))
  (#any-of? @_failed "$handlers"))
; api.control(…).then(…, onError: (error) { … })
(method_invocation
  function: (unconditional_assignable_selector . (_) @catch.protected (identifier) @_then .)
  arguments: (argument_part (arguments (named_argument
    (label (identifier) @catch.head)
    (function_expression) @catch)))
  (#eq? @_then "then")
  (#eq? @catch.head "onError"))
(named_argument
  (label (identifier) @_failed)
  (function_expression parameters: (formal_parameter_list . (formal_parameter (identifier) @catch.name .))) @catch
  (#eq? @_failed "onError"))
(formal_parameter
  (type_identifier) @typed.type
  name: (identifier) @typed.name) @typed
(initialized_variable_definition
  (type_identifier) @typed.type
  name: (identifier) @typed.name) @typed
(type_test_expression
  . (identifier) @typed.name
  . (type_test (_) @typed.type .)) @typed
; Members and what they are declared as
(declaration
  (type_identifier) @member.type
  (initialized_identifier_list (initialized_identifier . (identifier) @member.name) @member))
(getter_signature
  (type_identifier) @member.type
  name: (identifier) @member.name) @member
(function_signature
  (type_identifier) @member.type
  name: (identifier) @member.name) @member

; What it has from other files
[(library_import) (library_export) (part_directive) (part_of_directive)] @import

; Names of a function's own
(formal_parameter name: (identifier) @local.name) @local
(for_loop_parts name: (identifier) @local.name) @local
