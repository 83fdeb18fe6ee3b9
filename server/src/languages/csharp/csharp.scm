(comment) @comment

[(string_literal) (verbatim_string_literal) (raw_string_literal)] @string
(interpolated_string_expression) @text
(integer_literal) @integer

; Names and their values
((field_declaration
  (variable_declaration
    (variable_declarator name: (identifier) @constant.name "=" . (_) @constant.value) @constant)) @_field
  (#match? @_field "(^|\\s)(const|readonly)\\s[^=;\"]*="))
((field_declaration
  (variable_declaration
    (variable_declarator name: (identifier) @binding.name "=" . (_) @binding.value) @binding)) @_field
  (#not-match? @_field "(^|\\s)(const|readonly)\\s[^=;\"]*="))
((local_declaration_statement
  (modifier) @_const
  (variable_declaration
    (variable_declarator name: (identifier) @constant.name "=" . (_) @constant.value) @constant))
  (#eq? @_const "const"))
(local_declaration_statement
  . (variable_declaration
    (variable_declarator name: (identifier) @binding.name "=" . (_) @binding.value) @binding))
(using_statement
  (variable_declaration
    (variable_declarator name: (identifier) @binding.name "=" . (_) @binding.value) @binding))
(property_declaration
  name: (identifier) @constant.name
  value: (arrow_expression_clause
    [(string_literal) (verbatim_string_literal) (raw_string_literal)] @constant.value)) @constant
(property_declaration
  name: (identifier) @binding.name
  value: [(string_literal) (integer_literal) (conditional_expression)] @binding.value) @binding
(enum_member_declaration
  name: (identifier) @constant.name
  value: (_) @constant.value) @constant
; [EnumMember(Value = "1222")] NotConnected
(enum_member_declaration
  (attribute_list
    (attribute
      (attribute_argument_list
        (attribute_argument [
          (string_literal) @constant.value
          (assignment_expression right: (string_literal) @constant.value)
        ]))))
  name: (identifier) @constant.name
  !value) @constant
(assignment_expression
  left: [(identifier) (member_access_expression) (element_access_expression)] @binding.name
  right: (_) @binding.value) @binding
(assignment_expression
  left: [(identifier) (member_access_expression)] @assignment.name) @assignment
(parameter
  name: (identifier) @binding.name
  "=" . (_) @binding.value) @binding
(argument
  name: (identifier) @binding.name
  (_) @binding.value .) @binding

[
  (class_declaration name: (identifier) @scope.name)
  (struct_declaration name: (identifier) @scope.name)
  (record_declaration name: (identifier) @scope.name)
  (interface_declaration name: (identifier) @scope.name)
  (enum_declaration name: (identifier) @scope.name @scope.closed)
] @scope
(enum_declaration
  body: (enum_member_declaration_list (enum_member_declaration name: (identifier) @scope.member))) @scope
(record_declaration (parameter_list (parameter name: (identifier) @scope.parameter))) @scope
(class_declaration (parameter_list (parameter name: (identifier) @scope.parameter))) @scope

; Objects: new { a = b }, and initialisers { A = b }, { ["a"] = b }, { { "a", b } }
(anonymous_object_creation_expression) @object
(anonymous_object_creation_expression
  (identifier) @object.pair . "=") @object
(anonymous_object_creation_expression
  (identifier) @pair @pair.name . "=" . (_) @pair.value)
(anonymous_object_creation_expression
  ["{" ","] . (identifier) @object.pair . ["," "}"]) @object
(anonymous_object_creation_expression
  ["{" ","] . (identifier) @pair @pair.name . ["," "}"])
(anonymous_object_creation_expression
  ["{" ","] . (member_access_expression) @object.pair . ["," "}"]) @object
(anonymous_object_creation_expression
  ["{" ","] . (member_access_expression name: (identifier) @pair.name) @pair . ["," "}"])
(initializer_expression (assignment_expression) @object.pair) @object
(initializer_expression
  (assignment_expression
    left: (identifier) @pair.name
    right: (_) @pair.value) @pair)
(initializer_expression
  (assignment_expression
    left: (element_binding_expression . (argument . (_) @pair.key .) .)
    right: (_) @pair.value) @pair)
(initializer_expression
  (initializer_expression . (_) . (_) .) @object.pair) @object
(initializer_expression
  (initializer_expression . (_) @pair.key . (_) @pair.value .) @pair)
; new Dictionary<…>(other) { … } holds the other's entries too; a comparer has none
((object_creation_expression
  arguments: (argument_list (argument . [(identifier) (member_access_expression) (invocation_expression)] @object.spread .))
  initializer: (initializer_expression [(assignment_expression) (initializer_expression)]) @object)
  (#not-match? @object.spread "Comparer"))
((implicit_object_creation_expression
  (argument_list (argument . [(identifier) (member_access_expression) (invocation_expression)] @object.spread .))
  (initializer_expression [(assignment_expression) (initializer_expression)]) @object)
  (#not-match? @object.spread "Comparer"))

; Lists
(initializer_expression . [
  (string_literal)
  (verbatim_string_literal)
  (raw_string_literal)
  (integer_literal)
  (identifier)
  (member_access_expression)
  (object_creation_expression)
  (implicit_object_creation_expression)
  (anonymous_object_creation_expression)
  (initializer_expression)
]) @list
(element_binding_expression) @list
(element_binding_expression (argument . (_) @wrapper.inner .) @wrapper)
; ImmutableHashSet.Create("1222", "1205")
((invocation_expression
  function: (member_access_expression
    expression: (identifier) @_immutable
    name: [(identifier) (generic_name)])
  arguments: (argument_list) @wrapper.inner) @wrapper
  (#match? @_immutable "^(Immutable|Frozen)"))
((invocation_expression
  function: (member_access_expression
    expression: (identifier) @_immutable
    name: [(identifier) (generic_name)])
  arguments: (argument_list) @list)
  (#match? @_immutable "^(Immutable|Frozen)"))
((invocation_expression
  function: (member_access_expression
    expression: (identifier) @_immutable
    name: [(identifier) (generic_name)])
  arguments: (argument_list (argument . (_) @wrapper.inner .) @wrapper))
  (#match? @_immutable "^(Immutable|Frozen)"))

; Conditions
(binary_expression
  left: (_) @equals.left
  operator: "=="
  right: (_) @equals.right) @equals
(binary_expression
  left: (_) @differs.left
  operator: "!="
  right: (_) @differs.right) @differs
(is_pattern_expression
  expression: (_) @equals.left
  pattern: (constant_pattern (_) @equals.right)) @equals
(is_pattern_expression
  expression: (_) @differs.left
  pattern: (negated_pattern (constant_pattern (_) @differs.right))) @differs
(is_pattern_expression
  expression: (_) @contains.item
  pattern: [(or_pattern) (parenthesized_pattern)] @contains.list) @contains
(is_pattern_expression
  expression: (_) @lacks.item
  pattern: (negated_pattern (parenthesized_pattern) @lacks.list)) @lacks
(subpattern
  . (identifier) @equals.left
  . (constant_pattern (_) @equals.right) .) @equals
(subpattern
  . (identifier) @contains.item
  . (or_pattern) @contains.list .) @contains
(invocation_expression
  function: (member_access_expression
    expression: (_) @equals.left
    name: (identifier) @_equals)
  arguments: (argument_list . (argument . (_) @equals.right .))
  (#eq? @_equals "Equals")
  (#not-any-of? @equals.left "string" "String" "object" "Object")) @equals
(invocation_expression
  function: (member_access_expression
    expression: (_) @_string
    name: (identifier) @_equals)
  arguments: (argument_list
    . (argument . (_) @equals.left .)
    . (argument . (_) @equals.right .))
  (#eq? @_equals "Equals")
  (#any-of? @_string "string" "String" "object" "Object")) @equals
(binary_expression
  left: (_) @either.left
  operator: "||"
  right: (_) @either.right) @either
(binary_expression
  left: (_) @both.left
  operator: "&&"
  right: (_) @both.right) @both
(prefix_unary_expression "!" (_) @not.operand) @not
(invocation_expression
  function: (member_access_expression
    expression: (_) @contains.list
    name: (identifier) @_has)
  arguments: (argument_list . (argument . (_) @contains.item .))
  (#any-of? @_has "Contains" "ContainsKey" "TryGetValue")) @contains
(invocation_expression
  function: (member_access_expression
    expression: (_) @prefix.subject
    name: (identifier) @_starts)
  arguments: (argument_list . (argument . (_) @prefix.text .))
  (#eq? @_starts "StartsWith")) @prefix

; new[] { "1222", "1223" }.Any(code => text.Contains(code)), and a loop over them
(invocation_expression
  function: (member_access_expression
    expression: (_) @ranging.list
    name: (identifier) @_any)
  arguments: (argument_list . (argument (lambda_expression parameters: (_) @ranging.name)) .)
  (#any-of? @_any "Any" "All" "Exists" "FirstOrDefault" "Where")) @ranging
(foreach_statement
  left: (identifier) @ranging.name
  right: (_) @ranging.list) @ranging

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(parenthesized_pattern (_) @wrapper.inner) @wrapper
(constant_pattern . (_) @wrapper.inner .) @wrapper
(await_expression (_) @wrapper.inner) @wrapper
(postfix_unary_expression (_) @wrapper.inner "!") @wrapper
(cast_expression
  type: (_) @_string
  value: (_) @wrapper.inner
  (#any-of? @_string "string" "String" "string?" "object")) @wrapper
(binary_expression
  left: (_) @wrapper.inner
  operator: "as") @wrapper
(as_expression left: (_) @wrapper.inner) @wrapper
(invocation_expression
  function: (member_access_expression
    expression: (_) @wrapper.inner
    name: (identifier) @_same)
  (#any-of? @_same
    "ToString" "Trim" "GetString" "ToHashSet" "ToFrozenSet" "ToImmutableHashSet" "ToImmutableArray" "ToList"
    "ToArray" "AsReadOnly" "ToFrozenDictionary" "ToImmutableDictionary")) @wrapper
(object_creation_expression initializer: (initializer_expression) @wrapper.inner) @wrapper
(implicit_object_creation_expression (initializer_expression) @wrapper.inner) @wrapper
(array_creation_expression (initializer_expression) @wrapper.inner) @wrapper
(implicit_array_creation_expression (initializer_expression) @wrapper.inner) @wrapper
(object_creation_expression
  type: (generic_name)
  arguments: (argument_list
    . (argument . [
      (array_creation_expression)
      (implicit_array_creation_expression)
      (object_creation_expression)
      (element_binding_expression)
    ] @wrapper.inner .))
  !initializer) @wrapper
(invocation_expression
  function: (member_access_expression
    expression: (_) @_type
    name: (identifier) @_parse)
  arguments: (argument_list . (argument . (_) @number.inner .))
  (#any-of? @_type "int" "Int32" "long" "Int64" "short" "Convert")
  (#any-of? @_parse "Parse" "TryParse" "ToInt32" "ToInt64" "ToInt16")) @number
(cast_expression
  type: (_) @_number
  value: (_) @number.inner
  (#any-of? @_number "int" "long" "short" "int?" "long?")) @number
(conditional_expression
  consequence: (_) @choice.branch
  alternative: (_) @choice.branch) @choice
(binary_expression
  left: (_) @default.of
  operator: "??"
  right: (_) @default.value) @default

; Texts that are put together
(binary_expression operator: "+") @joined

; Calls and look-ups
(invocation_expression function: (_) @call.callee) @call
(object_creation_expression type: (_) @call.callee) @call
(invocation_expression arguments: (argument_list) @call.arguments) @call
(object_creation_expression arguments: (argument_list) @call.arguments) @call
; Item Off(object device) => new("DeviceTurnedOff", device): what is made is what the method gives.
(method_declaration
  returns: (_) @call.callee
  body: (arrow_expression_clause (implicit_object_creation_expression (argument_list) @call.arguments) @call))
(method_declaration
  returns: (_) @call.callee
  body: (block (return_statement (implicit_object_creation_expression (argument_list) @call.arguments) @call)))
(implicit_object_creation_expression
  (argument_list (argument (string_literal) @call.argument))) @call
(invocation_expression
  function: (_) @call.callee
  arguments: (argument_list (argument . [
    (string_literal)
    (verbatim_string_literal)
    (raw_string_literal)
    (interpolated_string_expression)
    (integer_literal)
    (conditional_expression)
  ] @call.argument .))) @call
(object_creation_expression
  type: (_) @call.callee
  arguments: (argument_list (argument . [
    (string_literal)
    (verbatim_string_literal)
    (raw_string_literal)
    (interpolated_string_expression)
    (integer_literal)
    (conditional_expression)
  ] @call.argument .))) @call
(element_access_expression
  expression: (_) @lookup.map
  subscript: (bracketed_argument_list . (argument . (_) @lookup.key .) .)) @lookup
(invocation_expression
  function: (member_access_expression
    expression: (_) @lookup.map
    name: (identifier) @_get)
  arguments: (argument_list . (argument . (_) @lookup.key .) .)
  (#eq? @_get "GetValueOrDefault")) @lookup
(invocation_expression
  function: (member_access_expression
    expression: (_) @lookup.map
    name: (identifier) @_get)
  arguments: (argument_list . (argument . (_) @lookup.key .) . (argument (_) @lookup.default))
  (#any-of? @_get "GetValueOrDefault" "TryGetValue")) @lookup

; Dispatch
(switch_statement
  value: (_) @switch.subject
  body: (switch_body (switch_section) @switch.arm)) @switch
(switch_statement
  body: (switch_body (switch_section "default") @switch.default)) @switch
(switch_statement
  body: (switch_body (switch_section "case" . [(declaration_pattern) (discard) (var_pattern)] . ":") @switch.default)) @switch
(switch_section "case" . (_) @arm.pattern) @arm
(switch_section (when_clause) @arm.guard) @arm
(switch_section (statement) @arm.body) @arm
(switch_expression
  . (_) @switch.subject
  (switch_expression_arm) @switch.arm) @switch @switch.throws
(switch_expression
  (switch_expression_arm . [(discard) (declaration_pattern) (var_pattern)] . "=>") @switch.default) @switch
(switch_expression_arm . (_) @arm.pattern) @arm
(switch_expression_arm (when_clause) @arm.guard) @arm
(switch_expression_arm "=>" . (_) @arm.body) @arm
(or_pattern
  left: (_) @alternatives.pattern
  right: (_) @alternatives.pattern) @alternatives
; case ThinQApiException { Code: "1222" }, error is { Code: "1222" }
(recursive_pattern) @taking
(recursive_pattern type: (_) @taking.type) @taking
(recursive_pattern (property_pattern_clause (subpattern . (_) @taking.name . (_) @taking.value .))) @taking
(declaration_pattern type: (_) @taking.type) @taking
(when_clause (_) @wrapper.inner) @wrapper
(is_pattern_expression
  expression: (_) @fits.subject
  pattern: (recursive_pattern) @fits.pattern) @fits
(if_statement
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if

; Control
(attribute_list) @decorator
[(block) (switch_section)] @block
[(break_statement) (switch_expression_arm)] @break
[(return_statement) (throw_statement) (throw_expression) (continue_statement) (yield_statement "break")] @leave
(method_declaration name: (identifier) @function.name body: (_) @function.body) @function
(method_declaration returns: (nullable_type) @function.optional) @function
(local_function_statement name: (identifier) @function.name body: (_) @function.body) @function
(local_function_statement type: (nullable_type) @function.optional) @function
(constructor_declaration body: (_) @function.body) @function
(accessor_declaration body: (_) @function.body) @function
(property_declaration value: (arrow_expression_clause) @function.body) @function
(lambda_expression body: (_) @function.body) @function
(anonymous_method_expression (block) @function.body) @function
(lambda_expression parameters: (implicit_parameter) @function.parameter) @function
(lambda_expression parameters: (parameter_list (parameter name: (identifier) @function.parameter))) @function
(anonymous_method_expression parameters: (parameter_list (parameter name: (identifier) @function.parameter))) @function
(method_declaration parameters: (parameter_list (parameter name: (identifier) @function.parameter))) @function
(local_function_statement parameters: (parameter_list (parameter name: (identifier) @function.parameter))) @function
[(for_statement) (foreach_statement) (while_statement) (do_statement)] @loop
(finally_clause) @final
(member_access_expression
  expression: (identifier) @status.subject
  name: (identifier) @_success
  (#any-of? @_success "$succeeded" "$raises")) @status
(binary_expression
  left: (member_access_expression
    expression: (identifier) @status.subject
    name: (identifier) @_status)
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$|HttpStatusCode\\.")) @status
; (await http.GetAsync(url)).EnsureSuccessStatusCode(), http.GetAsync(url).Result.IsSuccessStatusCode
(member_access_expression
  expression: [(parenthesized_expression) (invocation_expression) (member_access_expression)] @status.subject
  name: (identifier) @status.head
  (#any-of? @status.head "$succeeded" "$raises")) @status
(invocation_expression
  function: (member_access_expression name: [
    (identifier) @status.head
    (generic_name (identifier) @status.head)
  ])
  (#any-of? @status.head "$unwraps")) @status @status.subject
(binary_expression
  left: (member_access_expression
    expression: (parenthesized_expression) @status.subject
    name: (identifier) @_status) @status.head
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$|HttpStatusCode\\.")) @status
(member_access_expression
  expression: (identifier) @statusOf.subject
  name: (identifier) @_status
  (#any-of? @_status "$status")) @statusOf
(is_pattern_expression
  expression: (_) @binding.value
  pattern: [(declaration_pattern name: (identifier) @binding.name) (recursive_pattern name: (identifier) @binding.name)]) @binding
(catch_clause) @catch
(catch_clause (catch_filter_clause) @catch.guard) @catch
(catch_clause (catch_declaration type: (_) @catch.type)) @catch
(catch_clause (catch_declaration name: (identifier) @catch.name)) @catch
(catch_declaration
  type: (_) @typed.type
  name: (identifier) @typed.name) @typed
(declaration_pattern
  type: (_) @typed.type
  name: (identifier) @typed.name) @typed
(parameter
  type: (_) @typed.type
  name: (identifier) @typed.name) @typed
(variable_declaration
  type: [(identifier) (qualified_name) (nullable_type)] @typed.type
  (variable_declarator name: (identifier) @typed.name) @typed)
; Members and what they are declared as
(field_declaration (variable_declaration
  type: (_) @member.type
  (variable_declarator name: (identifier) @member.name) @member))
(property_declaration
  type: (_) @member.type
  name: (identifier) @member.name) @member
(record_declaration (parameter_list (parameter
  type: (_) @member.type
  name: (identifier) @member.name) @member))
(method_declaration
  returns: (_) @member.type
  name: (identifier) @member.name) @member
; JsonSerializer.Deserialize<Body>(text): as it stands, it reads no number from a text; with options, it may
[
  (class_declaration name: (identifier) @shape.name)
  (record_declaration name: (identifier) @shape.name)
  (struct_declaration name: (identifier) @shape.name)
] @shape
(invocation_expression
  function: (member_access_expression
    expression: (_) @_serializer
    name: (generic_name (identifier) @_reads (type_argument_list (_) @taken.type)))
  arguments: (argument_list . (argument) .)
  (#match? @_serializer "\\bJsonSerializer$")
  (#any-of? @_reads "Deserialize" "DeserializeAsync")) @taken
(property_declaration
  (attribute_list) @member.converts
  (#match? @member.converts "\\bJson(?:NumberHandling|Converter)\\b")) @member

; What it has from other files
(using_directive) @import
[
  (file_scoped_namespace_declaration name: (_) @package.name)
  (namespace_declaration name: (_) @package.name)
] @package

; Names of a function's own
(parameter name: (identifier) @local.name) @local
(local_declaration_statement (variable_declaration (variable_declarator name: (identifier) @local.name))) @local
(foreach_statement left: (identifier) @local.name) @local
(declaration_expression name: (identifier) @local.name) @local
(tuple_pattern name: (identifier) @local.name) @local
(declaration_pattern name: (identifier) @local.name) @local
(implicit_parameter) @local @local.name

; What has the members of others
(class_declaration (base_list [(identifier) (qualified_name)] @scope.base)) @scope
