(comment) @comment

[(interpreted_string_literal) (raw_string_literal)] @string
(int_literal) @integer

; Names and their values. The constants of one block belong together.
(const_declaration) @scope
(const_spec
  . name: (identifier) @constant.name
  value: (expression_list . (_) @constant.value)) @constant
; var ErrNotConnected = &Error{Code: "1222"}, var ErrNotConnected = newError("1222")
(var_declaration) @scope
(var_spec
  . name: (identifier) @constant.name
  value: (expression_list . [
    (unary_expression operand: (composite_literal body: (literal_value (keyed_element
      key: (literal_element (identifier) @_key)
      value: (literal_element (interpreted_string_literal) @constant.value)))))
    (composite_literal body: (literal_value (keyed_element
      key: (literal_element (identifier) @_key)
      value: (literal_element (interpreted_string_literal) @constant.value))))
  ] .)
  (#match? @_key "(?:^c|C)ode$")) @constant
(var_spec
  . name: (identifier) @constant.name
  value: (expression_list . (call_expression
    arguments: (argument_list (interpreted_string_literal) @constant.value)) .)
  (#match? @constant.value "^\"\\d{4}\"$")) @constant
(var_spec
  . name: (identifier) @binding.name
  value: (expression_list . (_) @binding.value .) @binding)
(short_var_declaration
  left: (expression_list . (identifier) @binding.name .)
  right: (expression_list . (_) @binding.value .) @binding)
(short_var_declaration
  left: (expression_list . (identifier) @binding.name . (identifier))
  right: (expression_list . [(call_expression) (type_assertion_expression)] @binding.value .) @binding)
; state, err := client.State(id)
(short_var_declaration
  left: (expression_list (_) . (identifier) @failing.name .)
  right: (expression_list . (call_expression) @failing.value .)) @failing
(assignment_statement
  left: (expression_list (_) . (identifier) @failing.name .)
  right: (expression_list . (call_expression) @failing.value .)) @failing
; errors.As(err, &failure)
(call_expression
  function: (selector_expression field: (field_identifier) @_as)
  arguments: (argument_list . (_) @binding.value . (unary_expression operand: (identifier) @binding.name) .)
  (#eq? @_as "As")) @binding
(assignment_statement
  left: (expression_list . (_) @binding.name .)
  operator: "="
  right: (expression_list . (_) @binding.value .) @binding)
(assignment_statement left: (expression_list . (_) @assignment.name)) @assignment

; Objects: maps, structs, and the elements of their slices
(composite_literal
  type: (map_type value: (_) @_value)
  body: (literal_value) @object
  (#not-match? @_value "^(?:bool$|struct\\s*\\{\\s*\\})"))
(composite_literal
  type: (map_type value: (_) @_value)
  body: (literal_value (keyed_element) @object.pair) @object
  (#not-match? @_value "^(?:bool$|struct\\s*\\{\\s*\\})"))
(composite_literal
  type: [(type_identifier) (qualified_type) (generic_type)]
  body: (literal_value) @object)
(composite_literal
  type: [(type_identifier) (qualified_type) (generic_type)]
  body: (literal_value (keyed_element) @object.pair) @object)
(literal_element (literal_value (keyed_element) @object.pair) @object)
(composite_literal body: (_) @wrapper.inner) @wrapper
(unary_expression
  operator: "&"
  operand: (composite_literal) @wrapper.inner) @wrapper
(keyed_element
  key: (literal_element [(interpreted_string_literal) (raw_string_literal) (int_literal)] @pair.key)
  value: (literal_element (_) @pair.value)) @pair
(composite_literal
  type: (map_type)
  body: (literal_value (keyed_element
    key: (literal_element [(identifier) (selector_expression)] @pair.key)
    value: (literal_element (_) @pair.value)) @pair))
(composite_literal
  type: [(type_identifier) (qualified_type) (generic_type)]
  body: (literal_value (keyed_element
    key: (literal_element (identifier) @pair.name)
    value: (literal_element (_) @pair.value)) @pair))
(literal_element (literal_value (keyed_element
  key: (literal_element (identifier) @pair.name)
  value: (literal_element (_) @pair.value)) @pair))

; Lists
(composite_literal
  type: [(slice_type) (array_type) (implicit_length_array_type)]
  body: (literal_value) @list)
(literal_value (literal_element
  [(interpreted_string_literal) (raw_string_literal) (identifier) (selector_expression) (composite_literal) (literal_value)] @wrapper.inner) @wrapper)
; A set: its keys are what counts.
(composite_literal
  type: (map_type value: (_) @_mark)
  body: (literal_value) @list
  (#match? @_mark "^(?:bool$|struct\\s*\\{\\s*\\})"))
(composite_literal
  type: (map_type value: (_) @_mark)
  body: (literal_value (keyed_element key: (literal_element (_) @wrapper.inner)) @wrapper)
  (#match? @_mark "^(?:bool$|struct\\s*\\{\\s*\\})"))

; Conditions
(binary_expression
  left: (_) @equals.left
  operator: "=="
  right: (_) @equals.right) @equals
(binary_expression
  left: (_) @differs.left
  operator: "!="
  right: (_) @differs.right) @differs
(call_expression
  function: (selector_expression operand: (identifier) @_strings field: (field_identifier) @_fold)
  arguments: (argument_list . (_) @equals.left . (_) @equals.right .)
  (#eq? @_strings "strings")
  (#eq? @_fold "EqualFold")) @equals
(call_expression
  function: (selector_expression operand: (identifier) @_errors field: (field_identifier) @_is)
  arguments: (argument_list . (_) @equals.left . (_) @equals.right .)
  (#eq? @_errors "errors")
  (#eq? @_is "Is")) @equals
(binary_expression
  left: (_) @either.left
  operator: "||"
  right: (_) @either.right) @either
(binary_expression
  left: (_) @both.left
  operator: "&&"
  right: (_) @both.right) @both
(unary_expression
  operator: "!"
  operand: (_) @not.operand) @not
(call_expression
  function: (selector_expression operand: (identifier) @_slices field: (field_identifier) @_contains)
  arguments: (argument_list . (_) @contains.list . (_) @contains.item .)
  (#any-of? @_slices "slices" "strings" "lo")
  (#eq? @_contains "Contains")) @contains
; A set is asked by what it gives: if Gone[code] { … }
(if_statement
  condition: (index_expression operand: (_) @contains.list index: (_) @contains.item) @contains)
(binary_expression
  ["||" "&&"]
  right: (index_expression operand: (_) @contains.list index: (_) @contains.item) @contains)
(binary_expression
  left: (index_expression operand: (_) @contains.list index: (_) @contains.item) @contains
  operator: ["||" "&&"])
(unary_expression
  operator: "!"
  operand: (index_expression operand: (_) @contains.list index: (_) @contains.item) @contains)
(call_expression
  function: (selector_expression operand: (identifier) @_strings field: (field_identifier) @_prefix)
  arguments: (argument_list . (_) @prefix.subject . (_) @prefix.text .)
  (#eq? @_strings "strings")
  (#eq? @_prefix "HasPrefix")) @prefix
(binary_expression
  left: (binary_expression
    left: (_) @between.subject
    operator: ">="
    right: (interpreted_string_literal) @between.low)
  operator: "&&"
  right: (binary_expression
    operator: "<="
    right: (interpreted_string_literal) @between.high)) @between

; for _, code := range []string{"1222", "1223"}
(for_statement (range_clause
  left: (expression_list . (identifier) . (identifier) @ranging.name .)
  right: (_) @ranging.list)) @ranging

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(return_statement (expression_list . [(identifier) (selector_expression)] @wrapper.inner .) @wrapper)
(unary_expression
  operator: "*"
  operand: (_) @wrapper.inner) @wrapper
(call_expression
  function: (identifier) @_string
  arguments: (argument_list . (_) @wrapper.inner .)
  (#eq? @_string "string")) @wrapper
(call_expression
  function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_same)
  arguments: (argument_list . (_) @wrapper.inner .)
  (#any-of? @_package "strings" "fmt")
  (#any-of? @_same "TrimSpace" "Sprint")) @wrapper
(call_expression
  function: (selector_expression operand: (identifier) @_strconv field: (field_identifier) @_number)
  arguments: (argument_list . (_) @number.inner)
  (#eq? @_strconv "strconv")
  (#any-of? @_number "Atoi" "ParseInt")) @number

; Texts that are put together
(binary_expression operator: "+") @joined

; Calls and look-ups
(call_expression function: (_) @call.callee) @call
(call_expression arguments: (argument_list) @call.arguments) @call
(call_expression
  function: (_) @call.callee
  arguments: (argument_list [(interpreted_string_literal) (raw_string_literal) (int_literal)] @call.argument)) @call
(index_expression
  operand: (_) @lookup.map
  index: (_) @lookup.key) @lookup
; cmp.Or(ADVICE[code], err.Error())
(call_expression
  function: (selector_expression operand: (identifier) @_cmp field: (field_identifier) @_or)
  arguments: (argument_list . (_) @default.of . (_) @default.value) @default
  (#eq? @_cmp "cmp")
  (#eq? @_or "Or"))
; advice, ok := ADVICE[code]
(short_var_declaration
  left: (expression_list . (_) . (_) .)
  right: (expression_list . (index_expression) @default.of .) @default)
(assignment_statement
  left: (expression_list . (_) . (_) .)
  right: (expression_list . (index_expression) @default.of .) @default)

; Dispatch
(expression_switch_statement (expression_case) @switch.arm) @switch
(expression_switch_statement value: (_) @switch.subject) @switch
(expression_switch_statement (default_case) @switch.default) @switch
(expression_case value: (expression_list (_) @arm.pattern)) @arm
(expression_case (statement_list) @arm.body) @arm
(if_statement
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if

; Control
[(block) (statement_list)] @block
(break_statement) @break
[(return_statement) (continue_statement) (goto_statement)] @leave
(expression_statement
  (call_expression function: (identifier) @_panic)
  (#eq? @_panic "panic")) @leave
(expression_statement
  (call_expression function: (selector_expression) @_exit)
  (#match? @_exit "^(?:os\\.Exit|runtime\\.Goexit|log\\.(?:Fatal|Panic)(?:f|ln)?)$")) @leave
(function_declaration name: (_) @function.name body: (_) @function.body) @function
(method_declaration name: (_) @function.name body: (_) @function.body) @function
(method_declaration
  receiver: (parameter_list (parameter_declaration type: [
    (type_identifier) @function.of
    (pointer_type (type_identifier) @function.of)
  ]))) @function
(func_literal body: (_) @function.body) @function
(func_literal parameters: (parameter_list (parameter_declaration name: (identifier) @function.parameter))) @function
(for_statement) @loop
(defer_statement) @final
(binary_expression
  left: (selector_expression
    operand: (identifier) @status.subject
    field: (field_identifier) @_status)
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$|^http\\.Status")) @status
(binary_expression
  left: (binary_expression
    left: (selector_expression
      operand: (identifier) @status.subject
      field: (field_identifier) @_status)
    operator: "/")
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]$")) @status
(expression_switch_statement
  value: (selector_expression
    operand: (identifier) @status.subject
    field: (field_identifier) @_status) @status
  (#any-of? @_status "$status"))
(selector_expression
  operand: (identifier) @statusOf.subject
  field: (field_identifier) @_status
  (#any-of? @_status "$status")) @statusOf
; A test of the error that the statement before it gave
(statement_list
  [(short_var_declaration) (assignment_statement) (var_declaration)] @catch.protected @catch.attempt
  . (if_statement
    condition: (binary_expression left: (identifier) @catch.name operator: "!=" right: (nil)) @catch.head
    consequence: (block) @catch)
  (#match? @catch.name "^(?:e|ex|(?:[a-z]\\w*)?[eE]rr(?:or)?)$"))
(if_statement
  initializer: (_) @catch.protected @catch.attempt
  condition: (binary_expression left: (identifier) @catch.name operator: "!=" right: (nil)) @catch.head
  consequence: (block) @catch
  (#match? @catch.name "^(?:e|ex|(?:[a-z]\\w*)?[eE]rr(?:or)?)$"))
(parameter_declaration
  name: (identifier) @typed.name
  type: (_) @typed.type) @typed
(var_spec
  . name: (identifier) @typed.name
  type: (_) @typed.type) @typed
(field_declaration
  name: (field_identifier) @typed.name
  type: [(type_identifier) (qualified_type) (pointer_type)] @typed.type) @typed
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list . (type_assertion_expression type: (_) @typed.type) .)) @typed
(type_switch_statement
  alias: (expression_list (identifier) @typed.name)
  (type_case type: (_) @typed.type) @typed)
; Members and what they are declared as
(field_declaration
  name: (field_identifier) @member.name
  type: (_) @member.type) @member
(method_declaration
  name: (field_identifier) @member.name
  result: (_) @member.type) @member
(field_declaration
  tag: (_) @member.wire
  (#match? @member.wire "\\bjson:")) @member
(field_declaration
  type: (struct_type (field_declaration_list (field_declaration) @member))
  tag: (_) @member.wire
  (#match? @member.wire "\\bjson:"))
; Code int `json:"code,string"`
(field_declaration
  tag: (_) @member.converts
  (#match? @member.converts "\\bjson:\"[^\"]*,string\\b")) @member

; errors.As(err, &failure), straight behind the call that gave the error
(statement_list
  [(short_var_declaration) (assignment_statement)]
  . (if_statement
    condition: [
      (call_expression
        function: (selector_expression field: (field_identifier) @_as)
        arguments: (argument_list . (identifier) @catch.protected @catch.name . (unary_expression operand: (identifier) @catch.name) .))
      (binary_expression left: (call_expression
        function: (selector_expression field: (field_identifier) @_as)
        arguments: (argument_list . (identifier) @catch.protected @catch.name . (unary_expression operand: (identifier) @catch.name) .)))
    ]) @catch @catch.attempt
  (#eq? @_as "As"))
(statement_list
  [(short_var_declaration) (assignment_statement)]
  . (var_declaration)
  . (if_statement
    condition: [
      (call_expression
        function: (selector_expression field: (field_identifier) @_as)
        arguments: (argument_list . (identifier) @catch.protected @catch.name . (unary_expression operand: (identifier) @catch.name) .))
      (binary_expression left: (call_expression
        function: (selector_expression field: (field_identifier) @_as)
        arguments: (argument_list . (identifier) @catch.protected @catch.name . (unary_expression operand: (identifier) @catch.name) .)))
    ]) @catch @catch.attempt
  (#eq? @_as "As"))
(statement_list
  (var_declaration (var_spec type: (_) @catch.type))
  . (if_statement condition: [
      (call_expression function: (selector_expression field: (field_identifier) @_as))
      (binary_expression left: (call_expression function: (selector_expression field: (field_identifier) @_as)))
    ]) @catch
  (#eq? @_as "As"))
(if_statement
  initializer: (_)
  condition: (call_expression
    function: (selector_expression field: (field_identifier) @_as)
    arguments: (argument_list . (identifier) @catch.protected @catch.name . (unary_expression operand: (identifier) @catch.name) .))
  (#eq? @_as "As")) @catch @catch.attempt
(expression_switch_statement
  (expression_case value: (expression_list (call_expression
    function: (selector_expression field: (field_identifier) @_as)
    arguments: (argument_list . (identifier) @catch.protected @catch.name . (unary_expression operand: (identifier) @catch.name) .)))) @catch
  (#eq? @_as "As")) @catch.attempt
; if failure, ok := err.(*ThinQError); ok { … }
(statement_list
  [(short_var_declaration) (assignment_statement)]
  . (if_statement
    initializer: (short_var_declaration
      left: (expression_list . (identifier) @catch.name . (identifier))
      right: (expression_list (type_assertion_expression
        operand: (identifier) @catch.protected @catch.name
        type: (_) @catch.type)))) @catch @catch.attempt
  (#match? @catch.protected "^(?:e|ex|(?:[a-z]\\w*)?[eE]rr(?:or)?)$"))
; _ = client.Control(id), state, _ := client.State(id)
([
  (assignment_statement
    left: (expression_list (identifier) @catch .)
    operator: "="
    right: (expression_list . (call_expression function: (_) @_name) @catch.protected @catch.only .))
  (short_var_declaration
    left: (expression_list (identifier) @catch .)
    right: (expression_list . (call_expression function: (_) @_name) @catch.protected @catch.only .))
  (var_spec
    name: (identifier)
    name: (identifier) @catch
    value: (expression_list . (call_expression function: (_) @_name) @catch.protected @catch.only .))
 ] @catch.attempt
  (#eq? @catch "_")
  ; What looks a value up says whether there is one.
  (#not-match? @_name "(?:^|\\.)(?:Cached?|Lookup|Load|Peek|Known)[A-Za-z]*$"))
; if state, err := client.State(id); err == nil { … }
(if_statement
  initializer: (_) @catch.protected @catch.attempt
  condition: (binary_expression left: (identifier) @_error operator: "==" right: (nil)) @catch
  !alternative
  (#match? @_error "^(?:e|ex|(?:[a-z]\\w*)?[eE]rr(?:or)?)$"))
(if_statement
  initializer: (_) @catch.protected @catch.attempt
  condition: (binary_expression left: (identifier) @catch.name operator: "==" right: (nil)) @catch.head
  alternative: (block) @catch
  (#match? @catch.name "^(?:e|ex|(?:[a-z]\\w*)?[eE]rr(?:or)?)$"))
; What it has from other files
(import_declaration) @import
(package_clause (package_identifier) @package.name) @package

; What others may have from it
(type_declaration (type_spec name: (type_identifier) @type.name) @type)

; Names of a function's own
(parameter_declaration name: (identifier) @local.name) @local
(short_var_declaration left: (expression_list (identifier) @local.name)) @local
(range_clause left: (expression_list (identifier) @local.name)) @local
(var_spec name: (identifier) @local.name) @local
