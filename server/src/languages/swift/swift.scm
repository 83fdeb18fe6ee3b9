[(comment) (multiline_comment)] @comment

[(line_string_literal) (multi_line_string_literal) (raw_string_literal)] @string
(integer_literal) @integer
(regex_literal) @regex

; Names and their values
(property_declaration
  (value_binding_pattern "let")
  name: (pattern . (simple_identifier) @constant.name .)
  value: (_) @constant.value) @constant
(property_declaration
  (value_binding_pattern "var")
  name: (pattern . (simple_identifier) @binding.name .)
  value: (_) @binding.value) @binding
; let (data, response) = …
(property_declaration
  name: (pattern (pattern (simple_identifier) @binding.name) @binding)
  value: (_) @binding.value)
(guard_statement
  (simple_identifier) @binding @binding.name
  . "=" . (_) @binding.value)
(if_statement
  (simple_identifier) @binding @binding.name
  . "=" . (_) @binding.value)
(assignment
  target: (directly_assignable_expression (_) @binding.name)
  result: (_) @binding.value) @binding
(assignment target: (directly_assignable_expression (_) @assignment.name)) @assignment
(function_declaration
  (parameter name: (simple_identifier) @binding.name) @binding
  . default_value: (_) @binding.value)
(init_declaration
  (parameter name: (simple_identifier) @binding.name) @binding
  . default_value: (_) @binding.value)
(value_argument
  name: (value_argument_label (simple_identifier) @binding.name)
  value: (_) @binding.value) @binding

(class_declaration name: (_) @scope.name) @scope
(class_declaration body: (enum_class_body (enum_entry name: (simple_identifier) @scope.member)) @scope.closed) @scope
; case notConnected = "1222", powerOff = "2304"
(enum_entry
  name: (simple_identifier) @constant @constant.name
  . raw_value: (_) @constant.value)

; Objects
(dictionary_literal) @object
(dictionary_literal key: (_) @object.pair) @object
(dictionary_literal
  key: (_) @pair @pair.key
  . value: (_) @pair.value)

; Lists
(array_literal) @list

; Conditions
(equality_expression
  lhs: (_) @equals.left
  op: ["==" "==="]
  rhs: [
    (line_string_literal) (multi_line_string_literal) (raw_string_literal) (integer_literal) (simple_identifier)
    (navigation_expression) (call_expression) (prefix_expression) (postfix_expression) (tuple_expression) (as_expression)
  ] @equals.right) @equals
(equality_expression
  lhs: (_) @differs.left
  op: ["!=" "!=="]
  rhs: [
    (line_string_literal) (multi_line_string_literal) (raw_string_literal) (integer_literal) (simple_identifier)
    (navigation_expression) (call_expression) (prefix_expression) (postfix_expression) (tuple_expression) (as_expression)
  ] @differs.right) @differs
(infix_expression
  lhs: (_) @differs.left
  op: (custom_operator) @_operator
  rhs: (_) @differs.right
  (#any-of? @_operator "!=" "!==")) @differs
(disjunction_expression
  lhs: (_) @either.left
  rhs: (_) @either.right) @either
(conjunction_expression
  lhs: (_) @both.left
  rhs: (_) @both.right) @both
; The grammar has `a == "1" || b` as `a == ("1" || b)`: the comparison is noted at its right side.
(equality_expression
  lhs: (_) @equals.left
  op: ["==" "==="]
  rhs: [
    (disjunction_expression lhs: (_) @equals @equals.right)
    (conjunction_expression lhs: (_) @equals @equals.right)
  ])
(equality_expression
  lhs: (_) @differs.left
  op: ["!=" "!=="]
  rhs: [
    (disjunction_expression lhs: (_) @differs @differs.right)
    (conjunction_expression lhs: (_) @differs @differs.right)
  ])
(equality_expression rhs: (disjunction_expression
  lhs: (_) @either.left
  rhs: (_) @either.right)) @either
(equality_expression rhs: (conjunction_expression
  lhs: (_) @both.left
  rhs: (_) @both.right)) @both
(prefix_expression operation: (bang) target: (_) @not.operand) @not
(call_expression
  (navigation_expression
    target: (_) @contains.list
    suffix: (navigation_suffix suffix: (simple_identifier) @_contains))
  (call_suffix (value_arguments . (value_argument value: (_) @contains.item) .))
  (#eq? @_contains "contains")) @contains
; text.range(of: "…", options: .caseInsensitive) != nil
(call_expression
  (navigation_expression
    target: (_) @contains.list
    suffix: (navigation_suffix suffix: (simple_identifier) @_range))
  (call_suffix (value_arguments . (value_argument value: (line_string_literal) @contains.item)))
  (#any-of? @_range "range" "firstRange")) @contains
(call_expression
  (navigation_expression
    target: (_) @prefix.subject
    suffix: (navigation_suffix suffix: (simple_identifier) @_starts))
  (call_suffix (value_arguments . (value_argument value: (_) @prefix.text) .))
  (#any-of? @_starts "hasPrefix" "starts")) @prefix
(range_expression
  start: (_) @between.low
  end: (_) @between.high) @between

; ["1222", "1223"].contains { text.contains($0) }, and a loop over them
(call_expression
  (navigation_expression
    target: (_) @ranging.list
    suffix: (navigation_suffix suffix: (simple_identifier) @_any))
  (call_suffix [(lambda_literal) (value_arguments (value_argument value: (lambda_literal)))])
  (#any-of? @_any "contains" "allSatisfy" "first" "filter")) @ranging
(call_expression
  (navigation_expression
    target: (_) @ranging.list
    suffix: (navigation_suffix suffix: (simple_identifier) @_any))
  (call_suffix [
    (lambda_literal type: (lambda_function_type (lambda_function_type_parameters (lambda_parameter name: (_) @ranging.name))))
    (value_arguments (value_argument value: (lambda_literal
      type: (lambda_function_type (lambda_function_type_parameters (lambda_parameter name: (_) @ranging.name))))))
  ])
  (#any-of? @_any "contains" "allSatisfy" "first" "filter")) @ranging
(for_statement
  item: (pattern . (simple_identifier) @ranging.name .)
  collection: (_) @ranging.list) @ranging

; Values behind something that keeps them
(tuple_expression . value: (_) @wrapper.inner .) @wrapper
(await_expression expr: (_) @wrapper.inner) @wrapper
(try_expression expr: (_) @wrapper.inner) @wrapper
(as_expression expr: (_) @wrapper.inner) @wrapper
(postfix_expression target: (_) @wrapper.inner operation: (bang)) @wrapper
(navigation_expression
  target: (_) @wrapper.inner
  suffix: (navigation_suffix suffix: (simple_identifier) @_raw)
  (#any-of? @_raw "rawValue" "description" "lowercased" "uppercased")) @wrapper
(call_expression
  (simple_identifier) @_same
  (call_suffix (value_arguments "(" . (value_argument value: (_) @wrapper.inner) .))
  (#any-of? @_same "String" "Set" "Array" "Optional")) @wrapper
(pattern
  . [
    (line_string_literal) (multi_line_string_literal) (raw_string_literal) (integer_literal) (navigation_expression)
    (range_expression)
  ] @wrapper.inner .) @wrapper
(pattern
  . (simple_identifier) @_some
  . (pattern) @wrapper.inner .
  (#eq? @_some "some")) @wrapper
(call_expression
  (simple_identifier) @_number
  (call_suffix (value_arguments "(" . (value_argument value: (_) @number.inner)))
  (#any-of? @_number "Int" "UInt" "Int32" "Int64" "Double")) @number
(ternary_expression
  if_true: (_) @choice.branch
  if_false: (_) @choice.branch) @choice
(nil_coalescing_expression
  value: (_) @default.of
  if_nil: (_) @default.value) @default

; Texts that are put together
(additive_expression) @joined

; Calls and look-ups
(call_expression
  . [(simple_identifier) (navigation_expression)] @call.callee
  (call_suffix)) @call
(call_expression
  . [(simple_identifier) (navigation_expression)]
  (call_suffix (value_arguments "(") @call.arguments)) @call
(call_expression
  . [(simple_identifier) (navigation_expression)]
  (call_suffix (lambda_literal) @call.block)) @call
; let task = session.dataTask(with: url) { … }, where the grammar has a call of a call
(call_expression
  . (call_expression
    . [(simple_identifier) (navigation_expression)] @call.callee
    (call_suffix (value_arguments "(") @call.arguments))
  (call_suffix (lambda_literal) @call.block)) @call
(call_expression
  . [(simple_identifier) (navigation_expression)] @call.callee
  (call_suffix (value_arguments "("
    (value_argument !name value: [
      (line_string_literal) (raw_string_literal) (integer_literal) (ternary_expression)
    ] @call.argument)))) @call
; What is not there is not left out of account but with a word that ends the program.
(call_expression
  . (_) @lookup.map
  (call_suffix (value_arguments "[" . (value_argument value: (_) @lookup.key)) @lookup.default)) @lookup
; handlers[code]?(error): what is not there is not called.
(call_expression
  . (call_expression
    . (_) @lookup.map
    (call_suffix (value_arguments "[" . (value_argument value: (_) @lookup.key))))
  (call_suffix (value_arguments "("))) @lookup
(postfix_expression
  target: (call_expression
    . (_) @lookup.map
    (call_suffix (value_arguments "[" . (value_argument !name value: (_) @lookup.key) .)))
  operation: (bang)) @lookup

; Dispatch
(switch_statement expr: (_) @switch.subject) @switch @switch.exhaustive
; ThinQErrorCode(rawValue: code) is nothing at all for what is no member
(switch_statement expr: (call_expression
  (call_suffix (value_arguments . (value_argument name: (value_argument_label) @_raw) .))) @switch.partial
  (#eq? @_raw "rawValue")) @switch
(switch_statement (switch_entry (switch_pattern)) @switch.arm) @switch
(switch_statement (switch_entry (default_keyword)) @switch.default) @switch
(switch_statement (switch_entry
  . (switch_pattern) @_any
  . (statements)) @switch.default
  (#match? @_any "^(?:_|(?:let|var)\\s+\\w+)$")) @switch
(switch_entry (switch_pattern (pattern) @arm.pattern)) @arm
(switch_entry (where_keyword) . (_) @arm.guard) @arm
(switch_entry (statements) @arm.body) @arm
; case .api(code: "1222"), case let error as ThinQError
(pattern . (simple_identifier) @taking.type (pattern) @taking.value) @taking
(pattern (simple_identifier) @taking.name . (pattern) @taking.value) @taking
(pattern name: (user_type) @taking.type) @taking
(guard_statement . condition: (_) @unless.condition) @unless
(guard_statement (statements) @unless.then) @unless
(if_statement . condition: (_) @if.condition) @if
(if_statement . condition: (_) . condition: (_) @if.guard) @if
(if_statement condition: (_) . "{" . [(comment) (multiline_comment)]* . (statements) @if.then) @if
(if_statement condition: (_) . "{" . [(comment) (multiline_comment)]* . (statements)? . [(comment) (multiline_comment)]* . "}" @if.end) @if
(if_statement (else) . [(if_statement) (statements)] @if.else) @if
(if_statement (else) . "{" . "}" @if.else) @if
(if_statement (else) . "{" . [(comment) (multiline_comment)]* . (statements) @if.else) @if

; Control
(statements) @block
(control_transfer_statement "break") @break
(control_transfer_statement ["return" "continue"]) @leave
(control_transfer_statement (throw_keyword)) @leave
(call_expression
  . (simple_identifier) @_never
  (#any-of? @_never "fatalError" "preconditionFailure" "exit")) @leave
(function_declaration name: (simple_identifier) @function.name body: (_) @function.body) @function
(function_declaration name: (optional_type) @function.optional) @function
(init_declaration body: (_) @function.body) @function
(deinit_declaration body: (_) @function.body) @function
[(lambda_literal) (computed_property)] @function
(lambda_literal
  type: (lambda_function_type (lambda_function_type_parameters
    (lambda_parameter . name: (simple_identifier) @function.parameter)))) @function
[(for_statement) (while_statement) (repeat_while_statement)] @loop
(navigation_expression
  target: (simple_identifier) @status.subject
  suffix: (navigation_suffix suffix: (simple_identifier) @_status)
  (#any-of? @_status "$status")) @status
(navigation_expression
  target: (tuple_expression value: (as_expression expr: (simple_identifier) @status.subject))
  suffix: (navigation_suffix suffix: (simple_identifier) @_status)
  (#any-of? @_status "$status")) @status
(navigation_expression
  target: (simple_identifier) @statusOf.subject
  suffix: (navigation_suffix suffix: (simple_identifier) @_status)
  (#any-of? @_status "$status")) @statusOf
(navigation_expression
  target: (tuple_expression value: (as_expression expr: (simple_identifier) @statusOf.subject))
  suffix: (navigation_suffix suffix: (simple_identifier) @_status)
  (#any-of? @_status "$status")) @statusOf
(catch_block) @catch
(catch_block
  error: (pattern
    (pattern (value_binding_pattern) (simple_identifier) @catch.name)
    name: (_) @catch.type)) @catch
(catch_block
  error: (pattern (value_binding_pattern) . (simple_identifier) @catch.name .)) @catch
(catch_block error: (pattern) @catch.taken) @catch
(catch_block (where_clause) @catch.guard) @catch
(try_expression
  (try_operator) @catch
  expr: (_) @catch.protected
  (#eq? @catch "try?"))
; switch result { case .failure(let error): … }
(switch_statement
  expr: (_) @catch.protected
  (switch_entry (switch_pattern (pattern (simple_identifier) @_failed) @catch.head)) @catch
  (#any-of? @_failed "$failed")) @catch.attempt
(switch_entry
  (switch_pattern (pattern
    (simple_identifier) @_failed
    . (pattern [(simple_identifier) @catch.name (pattern bound_identifier: (simple_identifier) @catch.name)] .)))
  (#any-of? @_failed "$failed")) @catch
(switch_entry
  (switch_pattern (pattern
    (simple_identifier) @_failed
    . (pattern bound_identifier: (simple_identifier) @catch.name)))
  (#any-of? @_failed "$failed")) @catch
; case .failure(.offline): …
(switch_entry
  (switch_pattern (pattern . (simple_identifier) @_failed . (pattern . (simple_identifier)) @catch.taken))
  (#any-of? @_failed "$failed")) @catch
(switch_entry
  (switch_pattern (pattern
    (simple_identifier) @_failed
    . (pattern name: (_) @catch.type)))
  (#any-of? @_failed "$failed")) @catch
(switch_entry
  (switch_pattern (pattern (simple_identifier) @_failed))
  (where_keyword) . (_) @catch.guard
  (#any-of? @_failed "$failed")) @catch
(switch_statement
  expr: (_) @binding.value
  (switch_entry (switch_pattern (pattern
    (simple_identifier) @_failed
    . (pattern (simple_identifier) @binding.name .) @binding)))
  (#any-of? @_failed "$failed"))
; What it is about is a result, and no code.
(switch_statement
  (switch_entry (switch_pattern (pattern (simple_identifier) @switch.opened)))
  (#any-of? @switch.opened "$failed")) @switch
; if case .failure(let error) = result { … }
(if_statement
  "case"
  (simple_identifier) @_failed
  "=" . (_) @catch.protected
  (#any-of? @_failed "$failed")) @catch @catch.attempt
(if_statement
  "case"
  (simple_identifier) @_failed
  . (pattern (simple_identifier) @catch.name .)
  (#any-of? @_failed "$failed")) @catch
(if_statement
  "case"
  (simple_identifier) @_failed
  . (pattern (simple_identifier) @binding.name .) @binding
  "=" . (_) @binding.value
  (#any-of? @_failed "$failed"))
; if case .success(let value) = result { … }, which does nothing else
(if_statement
  "case"
  (simple_identifier) @_went
  "=" . (_) @catch.protected
  (#any-of? @_went "$went")) @catch @catch.attempt
(guard_statement
  "case"
  (simple_identifier) @_went
  "=" . (_) @catch.protected
  (#any-of? @_went "$went")) @catch @catch.attempt
(catch_block
  error: (pattern
    (pattern (value_binding_pattern) (simple_identifier) @typed.name)
    name: (_) @typed.type)) @typed
(parameter
  name: (simple_identifier) @typed.name
  (user_type) @typed.type) @typed
(parameter
  name: (simple_identifier) @typed.name
  (optional_type) @typed.type) @typed
(property_declaration
  name: (pattern . (simple_identifier) @typed.name .)
  (type_annotation (_) @typed.type)) @typed
(if_statement
  bound_identifier: (simple_identifier) @typed.name
  . condition: (as_expression (as_operator) . (_) @typed.type)) @typed
; Members and what they are declared as
(class_body (property_declaration
  name: (pattern . (simple_identifier) @member.name .)
  (type_annotation (_) @member.type)) @member)
(class_declaration
  (inheritance_specifier inherits_from: (_) @member.wire)
  body: (class_body (property_declaration) @member)
  (#any-of? @member.wire "Codable" "Decodable"))
; init(from decoder: Decoder) makes of it what it likes.
(class_body
  (property_declaration) @member @member.converts
  (init_declaration (parameter) @_from)
  (#match? @_from "^from\\b"))
(class_body
  (init_declaration (parameter) @_from)
  (property_declaration) @member @member.converts
  (#match? @_from "^from\\b"))

; What it has from other files
(import_declaration) @import

; Names of a function's own
(parameter name: (simple_identifier) @local.name) @local
(lambda_parameter name: (simple_identifier) @local.name) @local
(for_statement item: (pattern (simple_identifier) @local.name)) @local
(property_declaration name: (pattern (pattern (simple_identifier) @local.name))) @local
(property_declaration name: (pattern . (simple_identifier) @local.name .)) @local
(for_statement item: (pattern (pattern (simple_identifier) @local.name))) @local
(if_statement bound_identifier: (simple_identifier) @local.name) @local
(guard_statement bound_identifier: (simple_identifier) @local.name) @local
