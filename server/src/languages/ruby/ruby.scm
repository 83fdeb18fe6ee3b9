(comment) @comment

[(string) (bare_string)] @string
[(chained_string) (heredoc_body)] @text
(pair key: (simple_symbol) @string)
(integer) @integer
(regex) @regex

; Names and their values
(assignment
  left: (constant) @constant.name
  right: (_) @constant.value) @constant
(assignment
  left: [
    (identifier) (instance_variable) (class_variable) (global_variable) (call) (element_reference)
  ] @binding.name
  right: (_) @binding.value) @binding
(operator_assignment
  left: (_) @binding.name
  operator: "||="
  right: (_) @binding.value) @binding
(assignment left: [(identifier) (instance_variable) (call)] @assignment.name) @assignment
(operator_assignment left: (_) @assignment.name) @assignment
(keyword_parameter
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(optional_parameter
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(argument_list
  (pair
    key: (hash_key_symbol) @binding.name
    value: (_) @binding.value) @binding)
(class name: [(constant) (scope_resolution name: (constant) @scope.name)]) @scope
(class name: (constant) @scope.name) @scope
(module name: (constant) @scope.name) @scope

; Objects
(hash) @object
(hash (pair) @object.pair) @object
(hash (hash_splat_argument) @object.spread) @object
(pair
  key: (hash_key_symbol) @pair.name
  value: (_) @pair.value) @pair
(pair
  key: (hash_key_symbol) @pair.name
  !value) @pair
(pair
  key: [(string) (simple_symbol) (integer) (constant) (scope_resolution)] @pair.key
  "=>"
  value: (_) @pair.value) @pair
; "resultCode": value is a symbol in quotes
(pair
  key: (string . (string_content) @pair.name .)
  ":"
  value: (_) @pair.value
  (#match? @pair.name "^[A-Za-z_]")) @pair
(pair
  key: (string . (string_content) @_digits .) @pair.key
  ":"
  value: (_) @pair.value
  (#match? @_digits "^[0-9]")) @pair

; Lists
[(array) (string_array)] @list
((element_reference
  object: (constant) @_set
  [(string) (constant) (scope_resolution) (splat_argument)] @list.item) @list
  (#eq? @_set "Set"))
(call
  receiver: (constant) @_set
  method: (identifier) @_new
  arguments: (argument_list . (_) @wrapper.inner .)
  (#any-of? @_set "Set" "Hash" "SortedSet")
  (#any-of? @_new "new" "[]")) @wrapper

; Conditions
(binary
  left: (_) @equals.left
  operator: ["==" "==="]
  right: (_) @equals.right) @equals
(binary
  left: (_) @differs.left
  operator: "!="
  right: (_) @differs.right) @differs
(call
  receiver: (_) @equals.left
  method: (identifier) @_equals
  arguments: (argument_list . (_) @equals.right .)
  (#any-of? @_equals "eql?" "equal?")) @equals
(binary
  left: (_) @either.left
  operator: ["||" "or"]
  right: (_) @either.right) @either
(binary
  left: (_) @both.left
  operator: ["&&" "and"]
  right: (_) @both.right) @both
(unary
  operator: ["!" "not"]
  operand: (_) @not.operand) @not
(call
  receiver: (_) @contains.list
  method: (identifier) @_has
  arguments: (argument_list . (_) @contains.item .)
  (#any-of? @_has "include?" "member?" "key?" "has_key?" "cover?")) @contains
(call
  receiver: (_) @contains.item
  method: (identifier) @_in
  arguments: (argument_list . (_) @contains.list .)
  (#any-of? @_in "in?")) @contains
(call
  receiver: (_) @prefix.subject
  method: (identifier) @_starts
  arguments: (argument_list . (_) @prefix.text .)
  (#any-of? @_starts "start_with?" "starts_with?")) @prefix
(call
  receiver: (_) @between.subject
  method: (identifier) @_between
  arguments: (argument_list . (_) @between.low . (_) @between.high .)
  (#eq? @_between "between?")) @between
(range
  begin: (_) @between.low
  operator: ".."
  end: (_) @between.high) @between

; %w[1222 1223].any? { |code| text.include?(code) }
(call
  receiver: (_) @ranging.list
  method: (identifier) @_any
  block: [
    (block parameters: (block_parameters . (identifier) @ranging.name .))
    (do_block parameters: (block_parameters . (identifier) @ranging.name .))
  ]
  (#any-of? @_any "any?" "all?" "none?" "find" "detect" "each" "select")) @ranging

; Values behind something that keeps them
(parenthesized_statements . (_) @wrapper.inner .) @wrapper
(call
  receiver: (_) @wrapper.inner
  method: (identifier) @_same
  !arguments
  (#any-of? @_same "freeze" "to_s" "to_str" "strip" "to_set" "to_a" "presence" "dup")) @wrapper
(call
  method: [(constant) (identifier)] @_string
  arguments: (argument_list . (_) @wrapper.inner .)
  !receiver
  (#any-of? @_string "String" "Array")) @wrapper
(call
  receiver: (_) @number.inner
  method: (identifier) @_number
  (#any-of? @_number "to_i" "to_f")) @number
(call
  method: [(constant) (identifier)] @_number
  arguments: (argument_list . (_) @number.inner)
  !receiver
  (#any-of? @_number "Integer" "Float")) @number
(conditional
  consequence: (_) @choice.branch
  alternative: (_) @choice.branch) @choice
(binary
  left: (_) @default.of
  operator: ["||" "or"]
  right: (_) @default.value) @default
(rescue_modifier
  body: (_) @default.of
  handler: (_) @default.value) @default

; Texts that are put together
(binary operator: ["+" "%"]) @joined

; Calls and look-ups
(call
  receiver: (_) @call.receiver
  method: (_) @call.callee) @call
(call
  method: (_) @call.callee
  !receiver) @call
(call arguments: (argument_list) @call.arguments) @call
(call block: (_) @call.block) @call
(call
  arguments: (argument_list [(string) (integer) (conditional)] @call.argument)) @call
; raise ThinQError, "0001" and ThinQError.new("0001") make the same object
(call
  method: (identifier) @_raise
  arguments: (argument_list
    . [(constant) (scope_resolution)] @call.receiver
    . (string) @call.argument)
  (#eq? @_raise "raise")) @call
(element_reference
  object: (_) @lookup.map
  . (_) @lookup.key .) @lookup
(call
  receiver: (_) @lookup.map
  method: (identifier) @_get
  arguments: (argument_list . (_) @lookup.key .)
  !block
  (#any-of? @_get "fetch" "dig")) @lookup
(call
  receiver: (_) @lookup.map
  method: (identifier) @_get
  arguments: (argument_list . (_) @lookup.key . (_) @lookup.default .)
  (#eq? @_get "fetch")) @lookup
(call
  receiver: (_) @lookup.map
  method: (identifier) @_get
  arguments: (argument_list . (_) @lookup.key .)
  block: (_) @lookup.default
  (#eq? @_get "fetch")) @lookup

; Dispatch
(case
  value: (_) @switch.subject
  (when) @switch.arm) @switch
(case
  !value
  (when) @switch.arm) @switch
(case (else) @switch.default) @switch
(when pattern: (pattern . [(string) (integer) (constant) (scope_resolution) (range) (call) (binary)] @arm.pattern .)) @arm
(when pattern: (pattern . (splat_argument (_) @arm.pattern) .)) @arm
(when pattern: (pattern . [(regex) (lambda) (identifier) (simple_symbol)] @arm.pattern .)) @arm
(when body: (then) @arm.body) @arm
(case_match
  value: (_) @switch.subject
  clauses: (in_clause) @switch.arm) @switch @switch.throws
(case_match (else) @switch.default) @switch
(case_match clauses: (in_clause pattern: (identifier) !guard) @switch.default) @switch
(in_clause pattern: (_) @arm.pattern) @arm
(in_clause guard: (_) @arm.guard) @arm
(in_clause body: (_) @arm.body) @arm
; in ThinQApiError[code: "1222"], in { code: "1222" }
(hash_pattern) @taking
(hash_pattern class: (_) @taking.type) @taking
(hash_pattern (keyword_pattern
  key: (_) @taking.name
  value: (_) @taking.value)) @taking
(as_pattern value: (_) @wrapper.inner) @wrapper
; then OFFLINE; return OFFLINE
(then . [(constant) (scope_resolution)] @wrapper.inner .) @wrapper
(return (argument_list . [(constant) (scope_resolution)] @wrapper.inner .) @wrapper)
(if_guard condition: (_) @wrapper.inner) @wrapper
(test_pattern
  value: (_) @fits.subject
  pattern: (hash_pattern) @fits.pattern) @fits
(alternative_pattern alternatives: (_) @alternatives.pattern) @alternatives
(if
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if alternative: (_) @if.else) @if
(elsif
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(elsif alternative: (_) @if.else) @if
(unless
  condition: (_) @unless.condition
  consequence: (_) @unless.then) @unless
(unless_modifier
  body: (_) @unless.then
  condition: (_) @unless.condition) @unless
(if_modifier
  body: (_) @if.then
  condition: (_) @if.condition) @if @if.fixed

; Control
[(then) (else) (body_statement) (block_body) (begin) (do) (ensure)] @block
[(return) (next) (break) (redo) (retry)] @leave
((call method: (identifier) @_leave !receiver) @leave
  (#any-of? @_leave "raise" "fail" "abort" "exit" "throw"))
([
  (then (identifier) @leave)
  (else (identifier) @leave)
  (body_statement (identifier) @leave)
  (begin (identifier) @leave)
  (if_modifier body: (identifier) @leave)
] (#any-of? @leave "raise" "abort" "exit"))
(method name: (_) @function.name body: (_) @function.body) @function
(singleton_method name: (_) @function.name body: (_) @function.body) @function
(lambda body: (_) @function.body) @function
(do_block body: (_) @function.body) @function
(block body: (_) @function.body) @function
[
  (method parameters: (method_parameters (identifier) @function.parameter))
  (singleton_method parameters: (method_parameters (identifier) @function.parameter))
  (lambda parameters: (lambda_parameters (identifier) @function.parameter))
  (do_block parameters: (block_parameters (identifier) @function.parameter))
  (block parameters: (block_parameters (identifier) @function.parameter))
] @function
[(while) (until) (for)] @loop
(ensure) @final
(call
  receiver: (identifier) @status.subject
  method: (identifier) @_success
  (#any-of? @_success "$succeeded")) @status
(call
  receiver: (call receiver: (identifier) @status.subject method: (identifier) @_status)
  method: (identifier) @_success
  (#eq? @_status "status")
  (#any-of? @_success "$statusTests")) @status
(call
  receiver: (identifier) @status.subject
  method: (identifier) @_is
  arguments: (argument_list . (scope_resolution) @_success .)
  (#any-of? @_is "is_a?" "kind_of?")
  (#match? @_success "HTTP(?:Success|OK)$")) @status
(binary
  left: (call receiver: (identifier) @status.subject method: (identifier) @_status)
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^['\"]?[2-5]\\d\\d['\"]?$")) @status
(binary
  left: (call receiver: (call
    receiver: (identifier) @status.subject
    method: (identifier) @_status))
  right: (integer) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$")) @status
; connection.get(path).success?
(call
  receiver: (call arguments: (_)) @status.subject
  method: (identifier) @status.head
  (#any-of? @status.head "$succeeded")) @status
(binary
  left: (call receiver: (call arguments: (_)) @status.subject method: (identifier) @_status)
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^['\"]?[2-5]\\d\\d['\"]?$")) @status
(call
  receiver: (_) @_numbers
  method: (identifier) @_has
  arguments: (argument_list . (call
    receiver: (identifier) @status.subject
    method: (identifier) @_status
    !arguments) .)
  (#any-of? @_has "include?" "cover?" "===")
  (#any-of? @_status "$status")
  (#match? @_numbers "^[\\[(]\\s*[2-5]\\d\\d\\b")) @status
(call
  receiver: (identifier) @statusOf.subject
  method: (identifier) @_status
  !arguments
  (#any-of? @_status "$status")) @statusOf
; api.status('d-1') rescue nil
(rescue_modifier
  body: (_) @catch.protected
  "rescue" @catch.head
  handler: (_) @catch)
(begin (rescue) @catch) @catch.protected
(body_statement (rescue) @catch) @catch.protected
(rescue exceptions: (exceptions) @catch.type) @catch
(rescue variable: (exception_variable (identifier) @catch.name)) @catch
(rescue
  exceptions: (exceptions) @typed.type
  variable: (exception_variable (identifier) @typed.name)) @typed
(call
  receiver: (identifier) @typed.name
  method: (identifier) @_is
  arguments: (argument_list . (_) @typed.type .)
  (#any-of? @_is "is_a?" "kind_of?" "instance_of?")) @typed

; Names of a function's own
(method_parameters (identifier) @local.name) @local
(block_parameters (identifier) @local.name) @local
(lambda_parameters (identifier) @local.name) @local
(keyword_parameter name: (identifier) @local.name) @local
(optional_parameter name: (identifier) @local.name) @local
