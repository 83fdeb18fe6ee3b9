[(line_comment) (block_comment)] @comment

(string_literal) @string
[(decimal_integer_literal) (octal_integer_literal)] @integer

; Names and their values. What is final and holds a value is a constant.
(field_declaration
  (modifiers "final")
  declarator: (variable_declarator
    name: (identifier) @constant.name
    value: (_) @constant.value) @constant)
(local_variable_declaration
  (modifiers "final")
  declarator: (variable_declarator
    name: (identifier) @constant.name
    value: (_) @constant.value) @constant)
(constant_declaration
  declarator: (variable_declarator
    name: (identifier) @constant.name
    value: (_) @constant.value) @constant)
((field_declaration
  declarator: (variable_declarator
    name: (identifier) @binding.name
    value: (_) @binding.value) @binding) @_field
  (#not-match? @_field "^[^=]*\\bfinal\\b"))
((local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @binding.name
    value: (_) @binding.value) @binding) @_local
  (#not-match? @_local "^[^=]*\\bfinal\\b"))
(assignment_expression
  left: (_) @binding.name
  operator: "="
  right: (_) @binding.value) @binding
(assignment_expression left: (_) @assignment.name) @assignment
; answer.put("resultCode", "OK"), answer.setResultCode("OK")
(method_invocation
  object: (_)
  name: (identifier) @_put
  arguments: (argument_list . (string_literal) @binding.name . (_) @binding.value .)
  (#any-of? @_put "put" "addProperty")) @binding
(method_invocation
  name: (identifier) @binding.name
  arguments: (argument_list . (_) @binding.value .)
  (#match? @binding.name "^(?:code|(?:set|with)?[a-zA-Z]*Code)$")) @binding

(class_declaration name: (identifier) @scope.name) @scope
(interface_declaration name: (identifier) @scope.name) @scope
(record_declaration name: (identifier) @scope.name) @scope
(record_declaration parameters: (formal_parameters (formal_parameter name: (identifier) @scope.parameter))) @scope
(enum_declaration name: (identifier) @scope.name @scope.closed) @scope
(enum_declaration body: (enum_body (enum_constant name: (identifier) @scope.member))) @scope
; NOT_CONNECTED("1222") or NOT_CONNECTED("Not connected device", "1222")
(enum_constant
  name: (identifier) @constant.name
  arguments: (argument_list (string_literal) @constant.value)
  (#match? @constant.value "^\"(?:\\d{4}|OK|(?:[A-Z][a-z]*)+)\"$")) @constant
; NOT_CONNECTED.getCode(), ThinqError.NOT_CONNECTED.code()
(method_invocation
  object: [(identifier) (field_access)] @wrapper.inner
  name: (identifier) @_value
  arguments: (argument_list . ")")
  (#match? @wrapper.inner "(?:^|\\.)[A-Z][A-Z0-9_]*$")
  (#any-of? @_value "getCode" "code" "getValue" "value")) @wrapper

; Objects
(method_invocation
  object: (identifier) @_map
  name: (identifier) @_of
  arguments: (argument_list) @flat
  (#any-of? @_map "Map" "ImmutableMap")
  (#eq? @_of "of"))
(method_invocation
  object: (identifier) @_map
  name: (identifier) @_of
  arguments: (argument_list) @wrapper.inner
  (#any-of? @_map "Map" "ImmutableMap")
  (#eq? @_of "of")) @wrapper
(method_invocation
  object: (identifier) @_map
  name: (identifier) @_of
  arguments: (argument_list (method_invocation
    name: (identifier) @_entry
    arguments: (argument_list . (_) . (_) .)) @object.pair) @object
  (#any-of? @_map "Map" "ImmutableMap")
  (#eq? @_of "ofEntries")
  (#any-of? @_entry "entry" "immutableEntry"))
; Map.ofEntries(entry("a", 1), limits(device)): what is no entry may be any.
(method_invocation
  object: (identifier) @_map
  name: (identifier) @_of
  arguments: (argument_list [(method_invocation) (identifier) (field_access)] @object.spread) @object
  (#any-of? @_map "Map" "ImmutableMap")
  (#eq? @_of "ofEntries")
  (#not-match? @object.spread "^(?:\\w+\\.)*(?:entry|immutableEntry)\\("))
(method_invocation
  object: (identifier) @_map
  name: (identifier) @_of
  arguments: (argument_list) @list
  (#any-of? @_map "Map" "ImmutableMap")
  (#eq? @_of "ofEntries"))
(method_invocation
  object: (identifier) @_map
  name: (identifier) @_of
  arguments: (argument_list) @wrapper.inner
  (#any-of? @_map "Map" "ImmutableMap")
  (#eq? @_of "ofEntries")) @wrapper
(method_invocation
  name: (identifier) @_entry
  arguments: (argument_list . (_) @pair.key . (_) @pair.value .)
  (#any-of? @_entry "entry" "immutableEntry")) @pair

; Objects that are filled: new JSONObject().put("a", 1), builder().put("a", 1).build(), new HashMap<>() {{ put("a", 1); }}
((object_creation_expression
  type: (_) @_type
  arguments: (argument_list "(" . ")")) @seed
  (#match? @_type "^(?:\\w+\\.)*J(?:SON|son)(?:Object|Array)$"))
(method_invocation
  name: (identifier) @_make
  arguments: (argument_list "(" . ")")
  (#any-of? @_make
    "builder" "createObjectNode" "createArrayNode" "objectNode" "arrayNode" "createObjectBuilder" "createArrayBuilder")) @seed
(method_invocation
  object: (_) @link.of
  name: (identifier) @_put
  arguments: (argument_list . (_) @link.key . (_) @link.value .)
  (#any-of? @_put "put" "set" "add" "accumulate")) @link
(method_invocation
  object: (_) @link.of
  name: (identifier) @_put
  arguments: (argument_list . (_) @link.item .)
  (#any-of? @_put "put" "add")) @link
(method_invocation
  object: (method_invocation) @wrapper.inner
  name: (identifier) @_build
  arguments: (argument_list "(" . ")")
  (#any-of? @_build "build" "buildOrThrow")) @wrapper
(object_creation_expression
  (class_body . (block (expression_statement (method_invocation
    !object
    name: (identifier) @_put
    arguments: (argument_list . (_) . (_) .)) @object.pair)) @object @object.block .)
  (#eq? @_put "put"))
(object_creation_expression
  arguments: (argument_list (_) @object.spread)
  (class_body . (block (expression_statement (method_invocation))) @object .))
(object_creation_expression (class_body . (block) @wrapper.inner .)) @wrapper
(expression_statement (method_invocation
  !object
  name: (identifier) @_put
  arguments: (argument_list . (_) @pair.key . (_) @pair.value .)
  (#eq? @_put "put")) @pair)

; Lists
[(array_initializer) (element_value_array_initializer)] @list
(array_creation_expression value: (_) @wrapper.inner) @wrapper
(method_invocation
  object: (identifier) @_list
  name: (identifier) @_of
  arguments: (argument_list) @list
  (#any-of? @_list "List" "Set" "Stream" "ImmutableSet" "ImmutableList" "Arrays" "Sets" "Lists")
  (#any-of? @_of "of" "asList" "newHashSet" "newArrayList"))
(method_invocation
  object: (identifier) @_list
  name: (identifier) @_of
  arguments: (argument_list) @wrapper.inner
  (#any-of? @_list "List" "Set" "Stream" "ImmutableSet" "ImmutableList" "Arrays" "Sets" "Lists")
  (#any-of? @_of "of" "asList" "newHashSet" "newArrayList")) @wrapper
(object_creation_expression
  type: (_) @_type
  arguments: (argument_list . (method_invocation) @wrapper.inner .)
  (#match? @_type "^(?:Hash|LinkedHash|Tree)(?:Set|Map)\\b|^ArrayList\\b")) @wrapper
(method_invocation
  object: (identifier) @_collections
  name: (identifier) @_same
  arguments: (argument_list . (_) @wrapper.inner .)
  (#any-of? @_collections "Collections" "Set" "List" "Map")
  (#match? @_same "^(?:unmodifiable(?:Set|List|Map|Collection)|copyOf)$")) @wrapper

; Conditions
(binary_expression
  left: (_) @equals.left
  operator: "=="
  right: (_) @equals.right) @equals
(binary_expression
  left: (_) @differs.left
  operator: "!="
  right: (_) @differs.right) @differs
(method_invocation
  object: (_) @equals.left
  name: (identifier) @_equals
  arguments: (argument_list . (_) @equals.right .)
  (#any-of? @_equals "equals" "equalsIgnoreCase" "contentEquals")) @equals
(method_invocation
  object: (identifier) @_objects
  name: (identifier) @_equals
  arguments: (argument_list . (_) @equals.left . (_) @equals.right .)
  (#any-of? @_objects "Objects" "StringUtils")
  (#eq? @_equals "equals")) @equals
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
(method_invocation
  object: (_) @contains.list
  name: (identifier) @_contains
  arguments: (argument_list . (_) @contains.item .)
  (#any-of? @_contains "contains" "containsKey")) @contains
(method_invocation
  object: (_) @prefix.subject
  name: (identifier) @_starts
  arguments: (argument_list . (_) @prefix.text .)
  (#eq? @_starts "startsWith")) @prefix
; code.compareTo("1200") >= 0 && code.compareTo("1299") <= 0
(binary_expression
  left: (binary_expression
    left: (method_invocation
      object: (_) @between.subject
      name: (identifier) @_compare
      arguments: (argument_list . (string_literal) @between.low .))
    operator: ">=")
  operator: "&&"
  right: (binary_expression
    left: (method_invocation arguments: (argument_list . (string_literal) @between.high .))
    operator: "<=")
  (#eq? @_compare "compareTo")) @between

; Stream.of("1222", "1223").anyMatch(code -> text.contains(code)), and a loop over them
(method_invocation
  object: (_) @ranging.list
  name: (identifier) @_any
  arguments: (argument_list . (lambda_expression parameters: (identifier) @ranging.name) .)
  (#any-of? @_any "anyMatch" "allMatch" "noneMatch" "filter")) @ranging
(method_invocation
  object: (_) @wrapper.inner
  name: (identifier) @_stream
  arguments: (argument_list . ")")
  (#eq? @_stream "stream")) @wrapper
(enhanced_for_statement
  name: (identifier) @ranging.name
  value: (_) @ranging.list) @ranging

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(cast_expression value: (_) @wrapper.inner) @wrapper
(method_invocation
  object: (_) @wrapper.inner
  name: (identifier) @_same
  arguments: (argument_list . ")")
  (#any-of? @_same "toString" "trim" "strip" "intern" "asText" "textValue" "getAsString")) @wrapper
(method_invocation
  object: (identifier) @_string
  name: (identifier) @_same
  arguments: (argument_list . (_) @wrapper.inner .)
  (#eq? @_string "String")
  (#eq? @_same "valueOf")) @wrapper
(method_invocation
  object: (identifier) @_type
  name: (identifier) @_number
  arguments: (argument_list . (_) @number.inner .)
  (#any-of? @_type "Integer" "Long" "Short")
  (#any-of? @_number "parseInt" "parseLong" "parseShort" "valueOf")) @number
(ternary_expression
  consequence: (_) @choice.branch
  alternative: (_) @choice.branch) @choice
(switch_expression
  body: (switch_block (switch_rule (expression_statement (string_literal) @choice.branch)))) @choice
(method_invocation
  object: (identifier) @_objects
  name: (identifier) @_else
  arguments: (argument_list . (_) @default.of . (_) @default.value .) @default
  (#eq? @_objects "Objects")
  (#any-of? @_else "requireNonNullElse" "requireNonNullElseGet"))
(method_invocation
  object: (identifier) @_objects
  name: (identifier) @_else
  arguments: (argument_list) @wrapper.inner
  (#eq? @_objects "Objects")
  (#any-of? @_else "requireNonNullElse" "requireNonNullElseGet")) @wrapper
(method_invocation
  object: (identifier) @_optional
  name: (identifier) @_of
  arguments: (argument_list . (_) @default.of .) @default
  (#eq? @_optional "Optional")
  (#eq? @_of "ofNullable"))

; Texts that are put together
(binary_expression operator: "+") @joined

; Calls and look-ups
(method_invocation name: (identifier) @call.callee) @call
(method_invocation
  object: (_) @call.receiver
  name: (identifier) @call.callee) @call
(object_creation_expression type: (_) @call.callee) @call
(method_invocation arguments: (argument_list) @call.arguments) @call
(object_creation_expression arguments: (argument_list) @call.arguments) @call
(method_invocation
  name: (identifier) @call.callee
  arguments: (argument_list [(string_literal) (decimal_integer_literal) (ternary_expression)] @call.argument)) @call
(object_creation_expression
  type: (_) @call.callee
  arguments: (argument_list [(string_literal) (decimal_integer_literal) (ternary_expression)] @call.argument)) @call
(explicit_constructor_invocation
  constructor: (_) @call.callee
  arguments: (argument_list [(string_literal) (ternary_expression)] @call.argument)) @call
(method_invocation
  object: (_) @lookup.map
  name: (identifier) @_get
  arguments: (argument_list . (_) @lookup.key .)
  (#eq? @_get "get")) @lookup
(method_invocation
  object: (_) @lookup.map
  name: (identifier) @_get
  arguments: (argument_list . (_) @lookup.key . (_) @lookup.default .)
  (#eq? @_get "getOrDefault")) @lookup

; Dispatch
(switch_expression
  condition: (_) @switch.subject
  body: (switch_block [(switch_block_statement_group) (switch_rule)] @switch.arm)) @switch
(switch_expression
  condition: (_) @switch.subject
  body: (switch_block [
    (switch_block_statement_group (switch_label "default"))
    (switch_rule (switch_label "default"))
  ] @switch.default)) @switch
(switch_block_statement_group
  (switch_label [
    (string_literal) (identifier) (field_access) (scoped_identifier)
    (decimal_integer_literal) (pattern) (parenthesized_expression) (binary_expression)
  ] @arm.pattern)) @arm
(switch_block_statement_group (switch_label (guard) @arm.guard)) @arm
(switch_rule
  (switch_label [
    (string_literal) (identifier) (field_access) (scoped_identifier)
    (decimal_integer_literal) (pattern) (parenthesized_expression) (binary_expression)
  ] @arm.pattern)) @arm
(switch_rule (switch_label (guard) @arm.guard)) @arm
(switch_block_statement_group (statement) @arm.body) @arm
(switch_rule [(expression_statement) (throw_statement) (block)] @arm.body) @arm
; case ThinQApiException error when …, case ThinQError(String code, String text) when …
[(pattern (_) @wrapper.inner) (guard (_) @wrapper.inner)] @wrapper
(type_pattern . (_) @taking.type) @taking
(record_pattern . (_) @taking.type) @taking
(if_statement
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if

; Control
[(annotation) (marker_annotation)] @decorator
(annotation name: (_) @decorator.callee arguments: (_) @decorator.arguments) @decorator
(marker_annotation name: (_) @decorator.callee) @decorator
[(block) (constructor_body) (switch_block_statement_group)] @block
[(break_statement) (switch_rule)] @break
[(return_statement) (throw_statement) (continue_statement) (yield_statement)] @leave
(method_declaration name: (identifier) @function.name body: (_) @function.body) @function
(method_declaration
  (modifiers (marker_annotation name: (_) @_nullable) @function.optional)
  (#any-of? @_nullable "Nullable" "CheckForNull")) @function
(constructor_declaration body: (_) @function.body) @function
(compact_constructor_declaration body: (_) @function.body) @function
(lambda_expression body: (_) @function.body) @function
(lambda_expression parameters: (identifier) @function.parameter) @function
(lambda_expression parameters: (inferred_parameters (identifier) @function.parameter)) @function
(lambda_expression parameters: (formal_parameters (formal_parameter name: (identifier) @function.parameter))) @function
(method_declaration parameters: (formal_parameters (formal_parameter name: (identifier) @function.parameter))) @function
(static_initializer (block) @function.body) @function
[(for_statement) (enhanced_for_statement) (while_statement) (do_statement)] @loop
(finally_clause) @final
(method_invocation
  object: (identifier) @status.subject
  name: (identifier) @_success
  (#any-of? @_success "$succeeded")) @status
(method_invocation
  object: (method_invocation object: (identifier) @status.subject name: (identifier) @_status)
  name: (identifier) @_success
  (#any-of? @_status "getStatusCode" "statusCode")
  (#any-of? @_success "$statusTests")) @status
(binary_expression
  left: (method_invocation
    object: (identifier) @status.subject
    name: (identifier) @_status)
  right: (_) @_number
  (#any-of? @_status "$statusCalls")
  (#match? @_number "^[2-5]\\d\\d$|HTTP_OK$|HttpStatus\\.")) @status
; http.newCall(request).execute().isSuccessful()
(method_invocation
  object: [(method_invocation) (parenthesized_expression)] @status.subject
  name: (identifier) @_success
  (#any-of? @_success "$succeeded")) @status
(binary_expression
  left: (method_invocation
    object: [(method_invocation) (parenthesized_expression)] @status.subject
    name: (identifier) @_status)
  right: (_) @_number
  (#any-of? @_status "$statusCalls")
  (#match? @_number "^[2-5]\\d\\d$|HTTP_OK$|HttpStatus\\.")) @status
(binary_expression
  left: (binary_expression
    left: (method_invocation object: (_) @status.subject name: (identifier) @_status)
    operator: "/")
  right: (_) @_number
  (#any-of? @_status "$statusCalls")
  (#match? @_number "^[2-5]$")) @status
(method_invocation
  object: (identifier) @statusOf.subject
  name: (identifier) @_status
  (#any-of? @_status "$statusCalls")) @statusOf
(resource
  name: (identifier) @binding.name
  value: (_) @binding.value) @binding
(catch_clause
  (catch_formal_parameter
    (catch_type) @catch.type
    name: (identifier) @catch.name)) @catch
(catch_formal_parameter
  (catch_type) @typed.type
  name: (identifier) @typed.name) @typed
(formal_parameter
  type: [(type_identifier) (scoped_type_identifier) (generic_type)] @typed.type
  name: (identifier) @typed.name) @typed
(field_declaration
  type: [(type_identifier) (scoped_type_identifier) (generic_type)] @typed.type
  declarator: (variable_declarator name: (identifier) @typed.name) @typed)
(local_variable_declaration
  type: [(type_identifier) (scoped_type_identifier) (generic_type)] @typed.type
  declarator: (variable_declarator name: (identifier) @typed.name) @typed)
(enhanced_for_statement
  type: [(type_identifier) (scoped_type_identifier) (generic_type)] @typed.type
  name: (identifier) @typed.name) @typed
(instanceof_expression
  left: (identifier) @typed.name
  right: (_) @typed.type) @typed
(instanceof_expression
  right: (_) @typed.type
  name: (identifier) @typed.name) @typed
(instanceof_expression
  left: (_) @binding.value
  name: (identifier) @binding.name) @binding
; Members and what they are declared as
(field_declaration
  type: (_) @member.type
  declarator: (variable_declarator name: (identifier) @member.name) @member)
(record_declaration parameters: (formal_parameters (formal_parameter
  type: (_) @member.type
  name: (identifier) @member.name) @member))
(method_declaration
  type: (_) @member.type
  name: (identifier) @member.name) @member

; What it has from other files
(import_declaration) @import
(package_declaration (_) @package.name) @package

; Names of a function's own
(formal_parameter name: (identifier) @local.name) @local
(spread_parameter (variable_declarator name: (identifier) @local.name)) @local
(lambda_expression parameters: (identifier) @local.name) @local
(inferred_parameters (identifier) @local.name) @local
(local_variable_declaration declarator: (variable_declarator name: (identifier) @local.name)) @local
(enhanced_for_statement name: (identifier) @local.name) @local
(instanceof_expression name: (identifier) @local.name) @local

; What has the members of others
(class_declaration superclass: (superclass (type_identifier) @scope.base)) @scope
(class_declaration interfaces: (super_interfaces (type_list (type_identifier) @scope.base))) @scope
(interface_declaration (extends_interfaces (type_list (type_identifier) @scope.base))) @scope
(enum_declaration interfaces: (super_interfaces (type_list (type_identifier) @scope.base))) @scope
