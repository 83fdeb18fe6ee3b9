[(line_comment) (block_comment)] @comment

[(string_literal) (multiline_string_literal)] @string
(number_literal) @integer

; Names and their values
(property_declaration
  "val"
  (variable_declaration (identifier) @constant.name)
  "=" . (_) @constant.value) @constant
(property_declaration
  "var"
  (variable_declaration (identifier) @binding.name)
  "=" . (_) @binding.value) @binding
(assignment
  left: (_) @binding.name
  operator: "="
  right: (_) @binding.value) @binding
(assignment left: (_) @assignment.name) @assignment
(class_parameter
  (identifier) @binding.name
  "=" . (_) @binding.value) @binding
(function_value_parameters
  (parameter (identifier) @binding.name) @binding
  . "=" . (_) @binding.value)
(value_argument
  (identifier) @binding.name
  "=" . (_) @binding.value) @binding
; put("resultCode", "OK")
(call_expression
  [(identifier) @_put (navigation_expression (identifier) @_put .)]
  (value_arguments
    . (value_argument . (string_literal) @binding.name .)
    . (value_argument . (_) @binding.value .) .)
  (#any-of? @_put "put" "addProperty")) @binding

(class_declaration name: (identifier) @scope.name) @scope
(class_declaration (primary_constructor (class_parameters (class_parameter . [(modifiers) "val" "var"]* (identifier) @scope.parameter)))) @scope
(class_declaration (enum_class_body (enum_entry . (identifier) @scope.member)) @scope.closed) @scope
(object_declaration name: (identifier) @scope.name) @scope
; NOT_CONNECTED("1222") or NOT_CONNECTED("Not connected device", "1222")
(enum_entry
  (identifier) @constant.name
  (value_arguments (value_argument (string_literal) @constant.value))
  (#match? @constant.value "^\"(?:\\d{4}|OK|(?:[A-Z][a-z]*)+)\"$")) @constant
; object NotConnected : ThinqError("1222")
(object_declaration
  name: (identifier) @constant.name
  (delegation_specifiers (delegation_specifier (constructor_invocation
    (value_arguments (value_argument (string_literal) @constant.value)))))
  (#match? @constant.value "^\"(?:\\d{4}|OK|(?:[A-Z][a-z]*)+)\"$")) @constant

; Objects
(call_expression
  (identifier) @_map
  (value_arguments) @object
  (#match? @_map "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?[mM]apOf|emptyMap|bundleOf|jsonObjectOf)$"))
(call_expression
  (identifier) @_map
  (value_arguments) @wrapper.inner
  (#match? @_map "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?[mM]apOf|emptyMap|bundleOf|jsonObjectOf)$")) @wrapper
(value_arguments (value_argument
  (infix_expression . (_) . (identifier) @_to)) @object.pair
  (#eq? @_to "to")) @object
(value_argument
  (infix_expression . (_) @pair.key . (identifier) @_to . (_) @pair.value .)
  (#eq? @_to "to")) @pair
(value_arguments (value_argument
  (call_expression (identifier) @_pair (value_arguments . (value_argument) . (value_argument) .))) @object.pair
  (#eq? @_pair "Pair")) @object
(value_argument
  (call_expression
    (identifier) @_pair
    (value_arguments . (value_argument (_) @pair.key) . (value_argument (_) @pair.value) .))
  (#eq? @_pair "Pair")) @pair
(call_expression
  (identifier) @_map
  (value_arguments (value_argument [
    (spread_expression) (identifier) (navigation_expression)
    ; "a" to limits<Int>(m), which the grammar takes for two comparisons, or for a call of all that stands before its <
    (binary_expression) (call_expression . (navigation_expression))
  ] @object.spread)) @object
  (#match? @_map "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?[mM]apOf|bundleOf|jsonObjectOf)$"))
(call_expression
  (identifier) @_map
  (value_arguments (value_argument (call_expression . (infix_expression)) @object.spread)) @object
  (#match? @_map "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?[mM]apOf|bundleOf|jsonObjectOf)$")
  (#not-match? @object.spread "\\sto\\s+(?:emptyMap|(?:mutable|hash|linked|sorted)?[mM]apOf)<[^(){};\"]*>\\(\\s*\\)$"))
; "errorProperties" to emptyMap<String, Any>(): of such a call the value begins with its last word
(value_arguments (value_argument
  (call_expression
    . (infix_expression . (_) . (identifier) @_to . (identifier) @_made .)
    (type_arguments)
    (value_arguments "(" . ")"))) @object.pair
  (#eq? @_to "to")
  (#match? @_made "^(?:emptyMap|(?:mutable|hash|linked|sorted)?[mM]apOf)$")) @object
(value_argument
  (call_expression
    . (infix_expression . (_) @pair.key . (identifier) @_to . (identifier) @pair.value .)
    (type_arguments)
    (value_arguments "(" . ")"))
  (#eq? @_to "to")
  (#match? @pair.value "^(?:emptyMap|(?:mutable|hash|linked|sorted)?[mM]apOf)$")) @pair
(call_expression
  (identifier) @_map
  (value_arguments (value_argument (call_expression . (identifier)) @object.spread)) @object
  (#match? @_map "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?[mM]apOf|bundleOf|jsonObjectOf)$")
  (#not-match? @object.spread "^Pair\\("))
; Objects that are filled: JSONObject().put("a", 1), buildJsonObject { put("a", 1) }, JSONObject().apply { put("a", 1) }
(call_expression
  (identifier) @_type
  (value_arguments "(" . ")")
  (#any-of? @_type "JSONObject" "JSONArray")) @seed
(call_expression
  (navigation_expression . (_) @link.of (identifier) @_put .)
  (value_arguments . (value_argument (_) @link.key) . (value_argument (_) @link.value) .)
  (#any-of? @_put "put" "accumulate")) @link
(call_expression
  (navigation_expression . (_) @link.of (identifier) @_put .)
  (value_arguments . (value_argument (_) @link.item) .)
  (#eq? @_put "put")) @link
(call_expression
  (identifier) @_build
  (annotated_lambda (lambda_literal) @object @object.block)
  (#any-of? @_build "buildJsonObject" "addJsonObject"))
(call_expression
  (identifier) @_build
  (annotated_lambda (lambda_literal) @wrapper.inner)
  (#any-of? @_build "buildJsonObject" "addJsonObject" "buildJsonArray")) @wrapper
(call_expression
  (call_expression (identifier) @_put (value_arguments))
  (annotated_lambda (lambda_literal) @object @object.block)
  (#eq? @_put "putJsonObject"))
(call_expression
  (navigation_expression
    . (call_expression (identifier) @_type (value_arguments "(" . ")"))
    (identifier) @_apply .)
  (annotated_lambda (lambda_literal) @object @object.block)
  (#any-of? @_type "JSONObject" "HashMap" "LinkedHashMap" "mutableMapOf")
  (#eq? @_apply "apply"))
(call_expression
  (navigation_expression
    . (call_expression (identifier) @_type (value_arguments "(" . ")"))
    (identifier) @_apply .)
  (annotated_lambda (lambda_literal) @wrapper.inner)
  (#any-of? @_type "JSONObject" "HashMap" "LinkedHashMap" "mutableMapOf")
  (#eq? @_apply "apply")) @wrapper
(lambda_literal (call_expression
  (identifier) @_put
  (value_arguments . (value_argument (_) @pair.key) . (value_argument (_) @pair.value) .)
  (#eq? @_put "put")) @pair)
(lambda_literal (call_expression
  (call_expression (identifier) @_put (value_arguments . (value_argument (_) @pair.key) .))
  (annotated_lambda (lambda_literal) @pair.value)
  (#any-of? @_put "putJsonObject" "putJsonArray")) @pair)
(lambda_literal (call_expression (identifier) @_put (value_arguments . (value_argument) . (value_argument) .)) @object.pair
  (#eq? @_put "put")) @object @object.filled
(lambda_literal (call_expression
  (call_expression (identifier) @_put (value_arguments . (value_argument) .))
  (annotated_lambda)) @object.pair
  (#any-of? @_put "putJsonObject" "putJsonArray")) @object @object.filled
(call_expression
  (call_expression (identifier) @_put (value_arguments))
  (annotated_lambda (lambda_literal) @list)
  (#eq? @_put "putJsonArray"))
(call_expression
  (identifier) @_build
  (annotated_lambda (lambda_literal) @list)
  (#eq? @_build "buildJsonArray"))

; Lists
(call_expression
  (identifier) @_list
  (value_arguments) @list
  (#match? @_list "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?(?:[lL]ist|[sS]et)Of|array(?:List)?Of|sequenceOf)$"))
(call_expression
  (identifier) @_list
  (value_arguments) @wrapper.inner
  (#match? @_list "^(?:(?:mutable|hash|linked|sorted|persistent|immutable)?(?:[lL]ist|[sS]et)Of|array(?:List)?Of|sequenceOf)$")) @wrapper
(value_argument
  . [(string_literal) (multiline_string_literal) (number_literal) (identifier) (navigation_expression) (call_expression)] @wrapper.inner .) @wrapper

; Conditions
(binary_expression
  left: (_) @equals.left
  operator: ["==" "==="]
  right: (_) @equals.right) @equals
(binary_expression
  left: (_) @differs.left
  operator: ["!=" "!=="]
  right: (_) @differs.right) @differs
(call_expression
  (navigation_expression . (_) @equals.left (identifier) @_equals .)
  (value_arguments . (value_argument (_) @equals.right))
  (#any-of? @_equals "equals" "contentEquals")) @equals
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
(in_expression
  left: (_) @contains.item
  "in"
  right: (_) @contains.list) @contains
(in_expression
  left: (_) @lacks.item
  "!in"
  right: (_) @lacks.list) @lacks
(call_expression
  (navigation_expression . (_) @contains.list (identifier) @_contains .)
  (value_arguments . (value_argument . (_) @contains.item .))
  (#any-of? @_contains "contains" "containsKey")) @contains
(call_expression
  (navigation_expression . (_) @prefix.subject (identifier) @_starts .)
  (value_arguments . (value_argument (_) @prefix.text))
  (#eq? @_starts "startsWith")) @prefix
(range_expression
  . (string_literal) @between.low
  . (string_literal) @between.high .) @between
(binary_expression
  left: (binary_expression
    left: (_) @between.subject
    operator: ">="
    right: (string_literal) @between.low)
  operator: "&&"
  right: (binary_expression
    operator: "<="
    right: (string_literal) @between.high)) @between

; listOf("1222", "1223").any { it in text }, and a loop over them
(call_expression
  (navigation_expression . (_) @ranging.list (identifier) @_any .)
  (annotated_lambda (lambda_literal))
  (#any-of? @_any "any" "all" "none" "find" "firstOrNull" "filter")) @ranging
(call_expression
  (navigation_expression . (_) @ranging.list (identifier) @_any .)
  (annotated_lambda (lambda_literal (lambda_parameters . (variable_declaration (identifier) @ranging.name) .)))
  (#any-of? @_any "any" "all" "none" "find" "firstOrNull" "filter")) @ranging
(for_statement
  (variable_declaration (identifier) @ranging.name)
  "in" . (_) @ranging.list) @ranging

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(as_expression left: (_) @wrapper.inner) @wrapper
(unary_expression
  argument: (_) @wrapper.inner
  operator: "!!") @wrapper
(call_expression
  (navigation_expression . (_) @wrapper.inner (identifier) @_same .)
  (value_arguments . ")")
  (#any-of? @_same "toString" "trim" "trimIndent" "trimMargin" "orEmpty" "toSet" "toList" "toMap")) @wrapper
(call_expression
  (navigation_expression . (_) @number.inner (identifier) @_number .)
  (value_arguments)
  (#match? @_number "^to(?:Int|Long|Short)(?:OrNull)?$")) @number
(if_expression
  condition: (_)
  . (_) @choice.branch
  "else" . (_) @choice.branch) @choice
(when_expression (when_entry "->" . (string_literal) @choice.branch)) @choice
(block . (string_literal) @wrapper.inner .) @wrapper
(binary_expression
  left: (_) @default.of
  operator: "?:"
  right: (_) @default.value) @default

; Texts that are put together
(binary_expression operator: "+") @joined

; Calls and look-ups
(call_expression . [(identifier) (navigation_expression)] @call.callee) @call
(call_expression . [(identifier) (navigation_expression)] (value_arguments) @call.arguments) @call
(call_expression . [(identifier) (navigation_expression)] (annotated_lambda (lambda_literal) @call.block)) @call
; api.onErrorReturn(ThinQException::class) { … }
(call_expression
  . (call_expression
    . [(identifier) (navigation_expression)] @call.callee
    (value_arguments) @call.arguments)
  (annotated_lambda (lambda_literal) @call.block)) @call
(call_expression
  . [(identifier) (navigation_expression)] @call.callee
  (value_arguments (value_argument
    [(string_literal) (multiline_string_literal) (number_literal) (if_expression)] @call.argument))) @call
(constructor_invocation
  . (_) @call.callee
  (value_arguments (value_argument [(string_literal) (if_expression)] @call.argument))) @call
(index_expression . (_) @lookup.map . (_) @lookup.key .) @lookup
(call_expression
  (navigation_expression . (_) @lookup.map (identifier) @_get .)
  (value_arguments . (value_argument . (_) @lookup.key .) .)
  (#any-of? @_get "get" "getValue")) @lookup
(call_expression
  (navigation_expression . (_) @lookup.map (identifier) @_get .)
  (value_arguments . (value_argument . (_) @lookup.key .) . (value_argument) @lookup.default .)
  (#eq? @_get "getOrDefault")) @lookup
(call_expression
  (call_expression
    (navigation_expression . (_) @lookup.map (identifier) @_get .)
    (value_arguments . (value_argument . (_) @lookup.key .) .))
  (annotated_lambda) @lookup.default
  (#eq? @_get "getOrElse")) @lookup

; Dispatch
(when_expression (when_entry) @switch.arm) @switch
(when_expression (when_subject (_) @switch.subject .)) @switch
(when_expression (when_entry "else") @switch.default) @switch
(when_entry condition: (_) @arm.pattern) @arm
(when_entry "->" . (_) @arm.body) @arm
(range_test "in" . (_) @wrapper.inner) @wrapper
(if_expression
  condition: (_) @if.condition
  . (_) @if.then) @if
(if_expression "else" . (_) @if.else) @if

; Control
(annotation) @decorator
(annotation (user_type) @decorator.callee) @decorator
(annotation (constructor_invocation (user_type) @decorator.callee (value_arguments) @decorator.arguments)) @decorator
[(block) (lambda_literal)] @block
[(return_expression) (throw_expression)] @leave
; The grammar takes the words for names.
(block (identifier) @leave (#any-of? @leave "break" "continue"))
(if_expression condition: (_) . (identifier) @leave (#any-of? @leave "break" "continue"))
(when_entry "->" . (identifier) @leave (#any-of? @leave "break" "continue"))
(labeled_expression (label) @_label (#match? @_label "^(?:break|continue)@$")) @leave
(call_expression . (identifier) @_never (#any-of? @_never "error" "TODO" "exitProcess")) @leave
(function_declaration name: (identifier) @function.name (function_body) @function.body) @function
(function_declaration (nullable_type) @function.optional) @function
(anonymous_function (function_body) @function.body) @function
(secondary_constructor (block) @function.body) @function
[(getter) (setter) (anonymous_initializer)] @function
(function_declaration (function_value_parameters (parameter . (identifier) @function.parameter))) @function
[
  (value_argument (lambda_literal) @function)
  (property_declaration (lambda_literal) @function)
  (infix_expression (lambda_literal) @function)
]
(lambda_literal) @lambda
(lambda_literal (lambda_parameters (variable_declaration . (identifier) @lambda.parameter))) @lambda
; What runs at once, in place, is no function of its own.
(call_expression
  (navigation_expression (identifier) @_runs .)
  (annotated_lambda (lambda_literal) @function)
  (#not-any-of? @_runs "let" "also" "run" "apply" "use"))
(call_expression
  . (identifier) @_runs
  (annotated_lambda (lambda_literal) @function)
  (#not-any-of? @_runs "run" "runCatching" "with" "synchronized" "runBlocking"))
; What serves a path runs when it is asked for.
(call_expression
  . (call_expression . (identifier) @_serves)
  (annotated_lambda (lambda_literal) @function)
  (#any-of? @_serves "$serves"))
[(for_statement) (while_statement) (do_while_statement)] @loop
(finally_block) @final
; The grammar has `!a.b` as `(!a).b`.
(navigation_expression
  . [(identifier) @status.subject (unary_expression argument: (identifier) @status.subject)]
  (identifier) @_success .
  (#any-of? @_success "$succeeded")) @status
(call_expression
  (navigation_expression
    . (navigation_expression
      . [(identifier) @status.subject (unary_expression argument: (identifier) @status.subject)]
      (identifier) @_status .)
    (identifier) @_success .)
  (#eq? @_status "status")
  (#any-of? @_success "$statusTests")) @status
(binary_expression
  left: (navigation_expression . (identifier) @status.subject (identifier) @_status .)
  right: (_) @_number
  (#any-of? @_status "$status")
  (#match? @_number "^[2-5]\\d\\d$|^HttpStatusCode\\.|HTTP_OK$")) @status
(binary_expression
  left: (call_expression (navigation_expression . (identifier) @status.subject (identifier) @_status .))
  right: (_) @_number
  (#any-of? @_status "$statusCalls")
  (#match? @_number "^[2-5]\\d\\d$|HTTP_OK$")) @status
; response.status.value != 200, response.status.value in 200..299
(binary_expression
  left: (navigation_expression
    . (navigation_expression . (identifier) @status.subject (identifier) @_status .)
    (identifier) @_value .)
  right: (_) @_number
  (#any-of? @_status "$status")
  (#eq? @_value "value")
  (#match? @_number "^[2-5]\\d\\d$")) @status
(in_expression
  . (navigation_expression
    . (navigation_expression . (identifier) @status.subject (identifier) @_status .)
    (identifier) @_value .)
  (range_expression)
  (#any-of? @_status "$status")
  (#eq? @_value "value")) @status
; response.code in 200..299
(in_expression
  . (navigation_expression . (identifier) @status.subject (identifier) @_status .)
  (range_expression)
  (#any-of? @_status "$status")) @status
(navigation_expression
  . (identifier) @statusOf.subject
  (identifier) @_status .
  (#any-of? @_status "$status")) @statusOf
(call_expression
  (navigation_expression . (identifier) @statusOf.subject (identifier) @_status .)
  (#any-of? @_status "$statusCalls")) @statusOf
; client.newCall(request).execute().use { answer -> … }
(call_expression
  (navigation_expression . (_) @binding.value (identifier) @_runs .)
  (annotated_lambda (lambda_literal (lambda_parameters . (variable_declaration (identifier) @binding.name))))
  (#any-of? @_runs "use" "let" "also")) @binding
(catch_block
  . (identifier) @catch.name
  . (_) @catch.type) @catch
(catch_block
  . (identifier) @typed.name
  . (_) @typed.type) @typed
; result.isFailure
(navigation_expression
  . (_) @catch.protected
  (identifier) @catch .
  (#any-of? @catch "isFailure" "isSuccess"))
; exception<ThinQException> { call, cause -> … }, which the grammar takes for two comparisons
(binary_expression
  left: (binary_expression left: (identifier) @catch.head @catch.protected right: (identifier) @catch.type)
  right: (lambda_literal) @catch
  (#any-of? @catch.head "$typed")) @catch.attempt
(binary_expression
  left: (binary_expression left: (identifier) @_typed)
  right: (lambda_literal (lambda_parameters
    . (variable_declaration)
    . (variable_declaration (identifier) @catch.name))) @catch
  (#any-of? @_typed "$typed"))
(parameter (identifier) @typed.name [(user_type) (nullable_type)] @typed.type) @typed
(class_parameter (identifier) @typed.name [(user_type) (nullable_type)] @typed.type) @typed
(variable_declaration (identifier) @typed.name [(user_type) (nullable_type)] @typed.type) @typed
(is_expression left: (identifier) @typed.name right: (_) @typed.type) @typed
; Members and what they are declared as
(class_parameter
  (identifier) @member.name
  [(user_type) (nullable_type)] @member.type) @member
(class_body (property_declaration
  (variable_declaration (identifier) @member.name [(user_type) (nullable_type)] @member.type)) @member)
(function_declaration
  name: (identifier) @member.name
  [(user_type) (nullable_type)] @member.type) @member

; What it has from other files
(import) @import
(package_header (_) @package.name) @package

; Names of a function's own
(function_value_parameters (parameter . (identifier) @local.name)) @local
(lambda_parameters (variable_declaration (identifier) @local.name) @local)
(for_statement (variable_declaration (identifier) @local.name) @local)
(multi_variable_declaration (variable_declaration (identifier) @local.name) @local)
(property_declaration (variable_declaration (identifier) @local.name) @local)

; What has the members of others
(class_declaration (delegation_specifiers (delegation_specifier (constructor_invocation (user_type) @scope.base)))) @scope
(class_declaration (delegation_specifiers (delegation_specifier (user_type) @scope.base))) @scope
