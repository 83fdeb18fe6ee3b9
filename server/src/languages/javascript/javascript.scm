; Shared by JavaScript, JSX, TypeScript and TSX: only nodes that all their grammars have.
(comment) @comment

(string) @string
(template_string) @string
(number) @integer

; Names and their values
(lexical_declaration
  kind: "const"
  (variable_declarator
    name: (identifier) @constant.name
    value: (_) @constant.value) @constant)
(lexical_declaration
  kind: "let"
  (variable_declarator
    name: (identifier) @binding.name
    value: (_) @binding.value) @binding)
(variable_declaration
  (variable_declarator
    name: (identifier) @binding.name
    value: (_) @binding.value) @binding)
(variable_declarator
  name: [(array_pattern) (object_pattern)] @binding.name
  value: (_) @binding.value) @binding
(assignment_expression
  left: (_) @binding.name
  right: (_) @binding.value) @binding
(assignment_expression
  left: (_) @assignment.name) @assignment
(augmented_assignment_expression
  left: (_) @assignment.name) @assignment

; const ThinQError = { NOT_CONNECTED_DEVICE: "1222" }, with or without Object.freeze
(variable_declarator
  name: (identifier) @scope.name
  value: [
    (object)
    (call_expression arguments: (arguments . (object) .))
  ]) @scope
(variable_declarator
  value: [
    (object (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant)
    (call_expression
      arguments: (arguments . (object
        (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant) .))
  ])

; Objects
(object) @object
(object (pair) @object.pair) @object
(object (shorthand_property_identifier) @object.pair) @object
(shorthand_property_identifier) @pair @pair.name
(object [(spread_element) (method_definition)] @object.spread) @object
(pair
  key: [(string) (number)] @pair.key
  value: (_) @pair.value) @pair
(pair
  key: (property_identifier) @pair.name
  value: (_) @pair.value) @pair
(pair
  key: (computed_property_name (_) @pair.key)
  value: (_) @pair.value) @pair
(new_expression
  constructor: (identifier) @_map
  arguments: (arguments
    (array
      (array . (_) @pair.key . (_) @pair.value .) @pair))
  (#eq? @_map "Map"))
(new_expression
  constructor: (identifier) @_map
  arguments: (arguments
    (array
      (array) @object.pair) @object)
  (#eq? @_map "Map"))

; Lists
(array) @list
(new_expression
  constructor: (identifier) @_set
  arguments: (arguments . (_) @wrapper.inner .)
  (#any-of? @_set "Set" "Map")) @wrapper

; Conditions
(binary_expression
  left: (_) @equals.left
  operator: ["==" "==="]
  right: (_) @equals.right) @equals
(binary_expression
  left: (_) @differs.left
  operator: ["!=" "!=="]
  right: (_) @differs.right) @differs
(binary_expression operator: "==" @equals.loose) @equals
(binary_expression operator: "!=" @differs.loose) @differs
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
  argument: (_) @not.operand) @not
(call_expression
  function: (member_expression
    object: (_) @contains.list
    property: (property_identifier) @_has)
  arguments: (arguments . (_) @contains.item .)
  (#any-of? @_has "includes" "has" "hasOwnProperty")) @contains
(binary_expression
  left: (_) @contains.item
  operator: "in"
  right: (_) @contains.list) @contains
(call_expression
  function: (member_expression
    object: (identifier) @_object
    property: (property_identifier) @_own)
  arguments: (arguments . (_) @contains.list . (_) @contains.item .)
  (#eq? @_object "Object")
  (#any-of? @_own "hasOwn")) @contains

(call_expression
  function: (member_expression
    object: (_) @prefix.subject
    property: (property_identifier) @_starts)
  arguments: (arguments . (_) @prefix.text .)
  (#eq? @_starts "startsWith")) @prefix
(binary_expression
  left: (binary_expression
    left: (_) @between.subject
    operator: ">="
    right: (_) @between.low)
  operator: "&&"
  right: (binary_expression
    operator: "<="
    right: (_) @between.high)) @between

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(await_expression (_) @wrapper.inner) @wrapper
(call_expression
  function: (identifier) @_string
  arguments: (arguments . (_) @wrapper.inner .)
  (#eq? @_string "String")) @wrapper
(call_expression
  function: (member_expression
    object: (_) @wrapper.inner
    property: (property_identifier) @_same)
  arguments: (arguments)
  (#any-of? @_same "toString" "trim")) @wrapper
(call_expression
  function: (member_expression
    object: (identifier) @_object
    property: (property_identifier) @_freeze)
  arguments: (arguments . (_) @wrapper.inner .)
  (#eq? @_object "Object")
  (#any-of? @_freeze "freeze" "seal")) @wrapper
(call_expression
  function: (identifier) @_number
  arguments: (arguments . (_) @number.inner)
  (#any-of? @_number "Number" "parseInt" "parseFloat")) @number
(unary_expression
  operator: "+"
  argument: (_) @number.inner) @number
(ternary_expression
  consequence: (_) @choice.branch
  alternative: (_) @choice.branch) @choice
(binary_expression
  left: (_) @default.of
  operator: ["??" "||"]
  right: (_) @default.value) @default

; Texts that are put together
(binary_expression operator: "+") @joined

; Calls and look-ups
(call_expression function: (_) @call.callee) @call
(new_expression constructor: (_) @call.callee) @call
(call_expression arguments: (arguments) @call.arguments) @call
(new_expression arguments: (arguments) @call.arguments) @call
(call_expression
  function: (_) @call.callee
  arguments: (arguments [(string) (template_string) (number) (ternary_expression)] @call.argument)) @call
(new_expression
  constructor: (_) @call.callee
  arguments: (arguments [(string) (template_string) (number) (ternary_expression)] @call.argument)) @call
(subscript_expression
  object: (_) @lookup.map
  index: (_) @lookup.key) @lookup
(call_expression
  function: (member_expression
    object: (_) @lookup.map
    property: (property_identifier) @_get)
  arguments: (arguments . (_) @lookup.key .)
  (#eq? @_get "get")) @lookup

; Dispatch
(switch_statement
  value: (_) @switch.subject
  body: (switch_body (switch_case) @switch.arm)) @switch
(switch_statement
  value: (_) @switch.subject
  body: (switch_body (switch_default) @switch.default)) @switch
(switch_case value: (_) @arm.pattern) @arm
; The grammar names only the first statement `body`.
(switch_case
  value: (_)
  (statement) @arm.body) @arm
(if_statement
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if_statement alternative: (else_clause (_) @if.else)) @if

; Control
(decorator) @decorator
[(statement_block) (switch_case) (switch_default)] @block
(break_statement) @break
[(return_statement) (throw_statement) (continue_statement)] @leave
(function_declaration name: (_) @function.name body: (_) @function.body) @function
(function_expression body: (_) @function.body) @function
(generator_function_declaration name: (_) @function.name body: (_) @function.body) @function
(arrow_function body: (_) @function.body) @function
(arrow_function parameter: (_) @function.parameter) @function
(method_definition name: (_) @function.name body: (_) @function.body) @function
[(for_statement) (for_in_statement) (while_statement) (do_statement)] @loop
(for_in_statement left: (_) @each.item right: (_) @each.list) @each
(finally_clause) @final
(member_expression
  object: (identifier) @status.subject
  property: (property_identifier) @_ok
  (#any-of? @_ok "$succeeded")) @status
(binary_expression
  left: (member_expression
    object: (identifier) @status.subject
    property: (property_identifier) @_status)
  right: (number) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$")) @status
; (await fetch(url)).ok, (await client.get(url)).status === 200
(member_expression
  object: [(parenthesized_expression) (await_expression)] @status.subject
  property: (property_identifier) @status.head
  (#any-of? @status.head "$succeeded")) @status
(binary_expression
  left: (member_expression
    object: (parenthesized_expression) @status.subject
    property: (property_identifier) @_status)
  right: (number) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$")) @status
(call_expression
  function: (member_expression object: (array) @_numbers property: (property_identifier) @_has)
  arguments: (arguments . (member_expression
    object: (identifier) @status.subject
    property: (property_identifier) @_status) .)
  (#eq? @_has "includes")
  (#any-of? @_status "$status")
  (#match? @_numbers "^\\[\\s*[2-5]\\d\\d\\b")) @status
(member_expression
  object: (identifier) @statusOf.subject
  property: (property_identifier) @_status
  (#any-of? @_status "$status")) @statusOf
; fetch(…).then((answer) => …)
(call_expression
  function: (member_expression
    object: (_) @binding.value
    property: (property_identifier) @_then)
  arguments: (arguments . (arrow_function parameter: (identifier) @binding.name))
  (#eq? @_then "then")) @binding
(catch_clause) @catch
(catch_clause parameter: (identifier) @catch.name) @catch
(catch_clause parameter: (object_pattern) @catch.taken) @catch
; api.control(…).catch(() => …), api.control(…).then(…, () => …)
(call_expression
  function: (member_expression
    object: (_) @catch.protected
    property: (property_identifier) @catch.head)
  arguments: (arguments . [(arrow_function) (function_expression)] @catch .)
  (#eq? @catch.head "catch"))
(call_expression
  function: (member_expression
    object: (_) @catch.protected
    property: (property_identifier) @catch.head)
  arguments: (arguments . (_) . [(arrow_function) (function_expression)] @catch .)
  (#eq? @catch.head "then"))
(call_expression
  function: (member_expression
    object: (_) @catch.protected
    property: (property_identifier) @catch.head)
  arguments: (arguments . (member_expression object: (identifier) @_console) @catch .)
  (#eq? @catch.head "catch")
  (#eq? @_console "console"))
(call_expression
  function: (member_expression property: (property_identifier) @_catch)
  arguments: (arguments (arrow_function parameter: (identifier) @catch.name) @catch .)
  (#any-of? @_catch "catch" "then"))
(binary_expression
  left: (identifier) @typed.name
  operator: "instanceof"
  right: (_) @typed.type) @typed

; What it has from other files, and gives to others
(import_statement) @import
(export_statement [(export_clause) (namespace_export)]) @import
(export_statement source: (string)) @import
(export_statement "default") @import
(lexical_declaration
  (variable_declarator value: (call_expression function: (identifier) @_require))
  (#eq? @_require "require")) @import
(variable_declaration
  (variable_declarator value: (call_expression function: (identifier) @_require))
  (#eq? @_require "require")) @import
(lexical_declaration
  (variable_declarator value: (member_expression object: (call_expression function: (identifier) @_require)))
  (#eq? @_require "require")) @import
(variable_declaration
  (variable_declarator value: (member_expression object: (call_expression function: (identifier) @_require)))
  (#eq? @_require "require")) @import
; export default { OFFLINE: '1222' }, module.exports = { '1222': 'offline' }
(export_statement "default" value: (_) @given.value) @given
(export_statement "default" @scope.name value: (class) @scope)
(assignment_expression
  left: (member_expression
    object: (identifier) @_module
    property: (property_identifier) @_exports)
  right: (_) @given.value
  (#eq? @_module "module")
  (#eq? @_exports "exports")) @given
; Object.assign(exports, { OFFLINE: '1222' })
(call_expression
  function: (member_expression object: (identifier) @_object property: (property_identifier) @_assign)
  arguments: (arguments
    [(identifier) (member_expression)] @_exports
    (object (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant))
  (#eq? @_object "Object")
  (#eq? @_assign "assign")
  (#any-of? @_exports "exports" "module.exports"))
(assignment_expression
  left: (member_expression) @_exports
  right: (call_expression
    function: (member_expression object: (identifier) @_object property: (property_identifier) @_assign)
    arguments: (arguments
      (object (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant)))
  (#eq? @_object "Object")
  (#eq? @_assign "assign")
  (#eq? @_exports "module.exports"))
(expression_statement (assignment_expression
  left: (member_expression object: (identifier) @_exports)
  (#any-of? @_exports "module" "exports"))) @import
; module.exports = { OFFLINE: '1222' }, exports.OFFLINE = '1222'
(assignment_expression
  left: (member_expression
    object: (identifier) @_module
    property: (property_identifier) @_exports)
  right: (object (pair key: (property_identifier) @constant.name value: (_) @constant.value) @constant)
  (#eq? @_module "module")
  (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression
    object: (identifier) @_exports
    property: (property_identifier) @constant.name)
  right: (_) @constant.value
  (#eq? @_exports "exports")) @constant
(assignment_expression
  left: (member_expression
    object: (member_expression
      object: (identifier) @_module
      property: (property_identifier) @_exports)
    property: (property_identifier) @constant.name)
  right: (_) @constant.value
  (#eq? @_module "module")
  (#eq? @_exports "exports")) @constant

; Names of a function's own
(arrow_function parameter: (identifier) @local.name) @local
(catch_clause parameter: (identifier) @local.name) @local
(for_in_statement left: (identifier) @local.name) @local
(variable_declarator name: (object_pattern (shorthand_property_identifier_pattern) @local.name)) @local
(variable_declarator name: (object_pattern (pair_pattern value: (identifier) @local.name))) @local
(variable_declarator name: (array_pattern (identifier) @local.name)) @local
(variable_declarator name: (identifier) @local.name !value) @local
