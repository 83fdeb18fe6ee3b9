[(line_comment) (block_comment)] @comment

[(string_literal) (raw_string_literal)] @string
(integer_literal) @integer

; Names and their values
(const_item
  name: (identifier) @constant.name
  value: (_) @constant.value) @constant
(static_item
  name: (identifier) @constant.name
  value: (_) @constant.value) @constant
(let_declaration
  pattern: (identifier) @binding.name
  value: (_) @binding.value) @binding
(assignment_expression
  left: (_) @binding.name
  right: (_) @binding.value) @binding
; if let Some(failure) = error.downcast_ref::<ThinqError>()
(let_condition
  pattern: (tuple_struct_pattern type: (identifier) @_some . (identifier) @binding.name .)
  value: (_) @binding.value
  (#eq? @_some "Some")) @binding
(assignment_expression left: (_) @assignment.name) @assignment
(compound_assignment_expr left: (_) @assignment.name) @assignment
; #[serde(rename = "1222")] NotConnected
(enum_variant_list
  (attribute_item (attribute arguments: (token_tree "=" . (string_literal) @constant.value)))
  . (attribute_item)?
  . (enum_variant name: (identifier) @constant.name) @constant)
(enum_variant
  name: (identifier) @constant.name
  value: (_) @constant.value) @constant

(impl_item type: (type_identifier) @scope.name) @scope
(trait_item name: (type_identifier) @scope.name) @scope
(enum_item name: (type_identifier) @scope.name @scope.closed) @scope
(enum_item body: (enum_variant_list (enum_variant name: (identifier) @scope.member))) @scope
(mod_item name: (identifier) @scope.name) @scope

; Objects: inside a macro, tokens are all there is
(token_tree . "{" (string_literal) @object.pair . [":" "=>"]) @object
(token_tree
  (string_literal) @pair @pair.key
  . [":" "=>"]
  . (_) @pair.value)
(token_tree (string_literal) . ":" . (token_tree . "{" . "}") @object)
(token_tree . "{" (token_tree) @object.spread . ":") @object
(token_tree . "{" (identifier) @object.spread . ":" . [(string_literal) (token_tree) (identifier)]) @object
(macro_invocation
  macro: (identifier) @_map
  (token_tree) @wrapper.inner
  (#any-of? @_map "phf_map" "phf_ordered_map" "hashmap" "btreemap" "indexmap" "json")) @wrapper
(struct_expression body: (field_initializer_list) @wrapper.inner) @wrapper
(field_initializer_list) @object
(field_initializer_list [(field_initializer) (shorthand_field_initializer)] @object.pair) @object
(field_initializer_list (base_field_initializer) @object.spread) @object
(field_initializer
  field: (field_identifier) @pair.name
  value: (_) @pair.value) @pair
(shorthand_field_initializer (identifier) @pair.name) @pair
(call_expression
  function: (scoped_identifier path: (_) @_map name: (identifier) @_from)
  arguments: (arguments . (array_expression (tuple_expression) @object.pair) @object .)
  (#match? @_map "Map$")
  (#any-of? @_from "from" "from_iter"))
(call_expression
  function: (scoped_identifier path: (_) @_map name: (identifier) @_from)
  arguments: (arguments . (array_expression (tuple_expression . (_) @pair.key . (_) @pair.value .) @pair) .)
  (#match? @_map "Map$")
  (#any-of? @_from "from" "from_iter"))
; map.insert("resultCode", "OK")
(call_expression
  function: (field_expression field: (field_identifier) @_insert)
  arguments: (arguments
    . [
      (string_literal) @binding.name
      (call_expression function: (field_expression value: (string_literal) @binding.name))
    ]
    . (_) @binding.value .)
  (#eq? @_insert "insert")) @binding

; Lists
(array_expression) @list
(token_tree . "[" . [(token_tree) (string_literal) (identifier)] @list.item) @list
(token_tree "[" "," . [(token_tree) (string_literal) (identifier)] @list.item) @list
(macro_invocation
  macro: (identifier) @_list
  (token_tree) @list
  (#any-of? @_list "vec" "phf_set" "hashset" "btreeset"))
(macro_invocation
  macro: (identifier) @_list
  (token_tree) @wrapper.inner
  (#any-of? @_list "vec" "phf_set" "hashset" "btreeset")) @wrapper

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
  function: (field_expression value: (_) @equals.left field: (field_identifier) @_eq)
  arguments: (arguments . (_) @equals.right .)
  (#any-of? @_eq "eq" "eq_ignore_ascii_case")) @equals
(macro_invocation
  macro: (identifier) @_assert
  (token_tree
    (identifier) @equals.left
    . (token_tree)?
    . ","
    . [(string_literal) (integer_literal)] @equals.right)
  (#any-of? @_assert "assert_eq" "debug_assert_eq")) @equals
(binary_expression
  left: (_) @either.left
  operator: "||"
  right: (_) @either.right) @either
(binary_expression
  left: (_) @both.left
  operator: "&&"
  right: (_) @both.right) @both
(unary_expression "!" (_) @not.operand) @not
(let_condition
  pattern: [(string_literal) (tuple_struct_pattern)] @equals.left
  value: (_) @equals.right) @equals
(let_condition
  pattern: (or_pattern) @contains.list
  value: (_) @contains.item) @contains
(call_expression
  function: (field_expression value: (_) @contains.list field: (field_identifier) @_contains)
  arguments: (arguments . (_) @contains.item .)
  (#any-of? @_contains "contains" "contains_key")) @contains
(macro_invocation
  macro: (identifier) @_matches
  (token_tree
    . (identifier) @contains.item
    . ["." (identifier) (token_tree)]*
    . ","
    (string_literal) @contains.option)
  (#eq? @_matches "matches")) @contains
(macro_invocation
  macro: (identifier) @_matches
  (token_tree
    . (identifier) @contains.item
    . ["." (identifier) (token_tree)]*
    . ","
    . (identifier) @contains.option)
  (#eq? @_matches "matches")) @contains
(macro_invocation
  macro: (identifier) @_matches
  (token_tree "|" . (identifier) @contains.option)
  (#eq? @_matches "matches")) @contains
(macro_invocation
  macro: (identifier) @_matches
  (token_tree "if" @contains.guard)
  (#eq? @_matches "matches")) @contains
(call_expression
  function: (field_expression value: (_) @prefix.subject field: (field_identifier) @_starts)
  arguments: (arguments . (_) @prefix.text .)
  (#eq? @_starts "starts_with")) @prefix
(range_pattern . (string_literal) @between.low . (string_literal) @between.high .) @between
(range_expression . (string_literal) @between.low . (string_literal) @between.high .) @between
(binary_expression
  left: (binary_expression
    left: (_) @between.subject
    operator: ">="
    right: (string_literal) @between.low)
  operator: "&&"
  right: (binary_expression
    operator: "<="
    right: (string_literal) @between.high)) @between

; ["1222", "1223"].iter().any(|code| text.contains(code)), and a loop over them
(call_expression
  function: (field_expression value: (_) @ranging.list field: (field_identifier) @_any)
  arguments: (arguments . (closure_expression parameters: (closure_parameters . (_) @ranging.name .)) .)
  (#any-of? @_any "any" "all" "find" "filter" "for_each")) @ranging
(for_expression
  pattern: (identifier) @ranging.name
  value: (_) @ranging.list) @ranging

; Values behind something that keeps them
(parenthesized_expression (_) @wrapper.inner) @wrapper
(reference_expression value: (_) @wrapper.inner) @wrapper
; json!("1222")
(token_tree . "(" . (string_literal) @wrapper.inner . ")" .) @wrapper
(unary_expression "*" (_) @wrapper.inner) @wrapper
(await_expression (_) @wrapper.inner) @wrapper
(try_expression (_) @wrapper.inner) @wrapper
(call_expression
  function: (field_expression value: (_) @wrapper.inner field: (field_identifier) @_same)
  arguments: (arguments)
  (#any-of? @_same
    "to_string" "to_owned" "into" "as_str" "as_ref" "as_deref" "as_bytes" "clone" "cloned" "copied" "trim" "borrow"
    "unwrap" "expect" "iter" "into_iter" "collect" "to_vec")) @wrapper
(call_expression
  function: (generic_function function: (field_expression value: (_) @wrapper.inner field: (field_identifier) @_same))
  (#any-of? @_same "into" "collect")) @wrapper
(call_expression
  function: (scoped_identifier path: (_) @_type name: (identifier) @_from)
  arguments: (arguments . (_) @wrapper.inner .)
  (#match? @_type "^(?:String|Cow|Arc|Rc|Box|Some|.*(?:Map|Set)|Vec)$")
  (#any-of? @_from "from" "from_iter" "new" "Borrowed")) @wrapper
(call_expression
  function: (identifier) @_some
  arguments: (arguments . (_) @wrapper.inner .)
  (#any-of? @_some "Some" "Ok")) @wrapper
(tuple_struct_pattern
  type: (identifier) @_some
  . (_) @wrapper.inner .
  (#any-of? @_some "Some" "Ok" "Err")) @wrapper
(ref_pattern (_) @wrapper.inner) @wrapper
(reference_pattern (_) @wrapper.inner) @wrapper
(captured_pattern (identifier) . (_) @wrapper.inner .) @wrapper
(tuple_pattern . (_) @wrapper.inner .) @wrapper
(match_pattern . (_) @wrapper.inner) @wrapper
; LazyLock::new(|| HashMap::from([…]))
(call_expression
  function: (scoped_identifier name: (identifier) @_new)
  arguments: (arguments
    . (closure_expression body: [
      (call_expression) @wrapper.inner
      (macro_invocation) @wrapper.inner
      (block . (_) @wrapper.inner .)
    ]) .)
  (#eq? @_new "new")) @wrapper
(call_expression
  function: (generic_function
    function: (field_expression value: (_) @number.inner field: (field_identifier) @_parse))
  (#eq? @_parse "parse")) @number
(call_expression
  function: (field_expression value: (_) @number.inner field: (field_identifier) @_parse)
  (#eq? @_parse "parse")) @number
(if_expression
  consequence: (block . [(string_literal) (integer_literal) (call_expression) (identifier) (scoped_identifier)] @choice.branch .)
  alternative: (else_clause
    (block . [(string_literal) (integer_literal) (call_expression) (identifier) (scoped_identifier)] @choice.branch .))) @choice
(call_expression
  function: (field_expression value: (_) @default.of field: (field_identifier) @_or)
  arguments: (arguments . (_) @default.value .)
  (#any-of? @_or "unwrap_or" "or" "unwrap_or_else")) @default

; Texts that are put together
(binary_expression operator: "+") @joined

; Calls and look-ups
(macro_invocation macro: (_) @call.callee) @call
(call_expression function: (_) @call.callee) @call
(call_expression arguments: (arguments) @call.arguments) @call
(macro_invocation macro: (_) @macro.name) @macro
(call_expression
  function: (_) @call.callee
  arguments: (arguments
    [
      (string_literal) (raw_string_literal) (integer_literal) (if_expression)
      (call_expression function: (field_expression value: (string_literal)))
    ] @call.argument)) @call
(index_expression . (_) @lookup.map . (_) @lookup.key) @lookup
; What is not there is not left out of account but with a word that ends the program.
(call_expression
  function: (field_expression value: (_) @lookup.map field: (field_identifier) @_get)
  arguments: (arguments . (_) @lookup.key .) @lookup.default
  (#eq? @_get "get")) @lookup
(call_expression
  function: (field_expression
    value: (call_expression
      function: (field_expression value: (_) @lookup.map field: (field_identifier) @_get)
      arguments: (arguments . (_) @lookup.key .))
    field: (field_identifier) @_must)
  (#eq? @_get "get")
  (#any-of? @_must "unwrap" "expect")) @lookup

; Dispatch
(match_expression value: (_) @switch.subject) @switch @switch.exhaustive
(match_arm pattern: (match_pattern . (_) @arm.pattern)) @arm
(match_arm pattern: (match_pattern condition: (_) @arm.guard)) @arm
(match_arm value: (_) @arm.body) @arm
(match_expression body: (match_block
  (match_arm pattern: (match_pattern) @_any) @switch.default)
  (#match? @_any "^(?:None\\s*\\|\\s*)?(?:Some\\()?(?:_|[a-z][A-Za-z0-9_]*)\\)?(?:\\s*\\|\\s*None)?$")) @switch
(match_expression body: (match_block
  (match_arm pattern: (match_pattern) @_any) @switch.arm)
  (#not-match? @_any "^(?:None\\s*\\|\\s*)?(?:Some\\()?(?:_|[a-z][A-Za-z0-9_]*)\\)?(?:\\s*\\|\\s*None)?$|^None$")) @switch
; ThinqError { code: "1222", .. }, ThinqError::Api("1222", _)
[(struct_pattern) (tuple_struct_pattern)] @taking
(struct_pattern type: (_) @taking.type) @taking
(struct_pattern (field_pattern
  name: (_) @taking.name
  pattern: (_) @taking.value)) @taking
(tuple_struct_pattern type: (_) @taking.type) @taking
(tuple_struct_pattern type: (_) (_) @taking.value) @taking
(let_condition
  pattern: (struct_pattern) @fits.pattern
  value: (_) @fits.subject) @fits
(or_pattern (_) @alternatives.pattern) @alternatives
(if_expression
  condition: (_) @if.condition
  consequence: (_) @if.then) @if
(if_expression alternative: (else_clause (_) @if.else)) @if

; Control
(attribute_item) @decorator
(block) @block
[(return_expression) (continue_expression) (break_expression)] @leave
(expression_statement [(return_expression) (continue_expression) (break_expression)]) @leave
(macro_invocation
  macro: (_) @_never
  (#match? @_never "(?:^|::)(?:panic|unreachable|todo|unimplemented|bail)$")) @leave
(expression_statement (macro_invocation
  macro: (_) @_never
  (#match? @_never "(?:^|::)(?:panic|unreachable|todo|unimplemented|bail)$"))) @leave
(function_item name: (_) @function.name body: (_) @function.body) @function
(function_item
  return_type: (generic_type type: (type_identifier) @_option) @function.optional
  (#eq? @_option "Option")) @function
(closure_expression body: (_) @function.body) @function
(closure_expression parameters: (closure_parameters ["_" (identifier) (tuple_struct_pattern) (struct_pattern)] @function.parameter)) @function
(closure_expression parameters: (closure_parameters (parameter pattern: (_) @function.parameter))) @function
(function_item parameters: (parameters (parameter pattern: (_) @function.parameter))) @function
(async_block) @function
[(for_expression) (while_expression) (loop_expression)] @loop
(call_expression
  function: (field_expression
    value: (call_expression
      function: (field_expression value: (identifier) @status.subject field: (field_identifier) @_status))
    field: (field_identifier) @_good)
  (#eq? @_status "status")
  (#any-of? @_good "$statusTests")) @status
(call_expression
  function: (field_expression value: (identifier) @status.subject field: (field_identifier) @_status)
  (#any-of? @_status "$raises")) @status
(binary_expression
  left: (call_expression
    function: (field_expression value: (identifier) @status.subject field: (field_identifier) @_status))
  right: (_) @_number
  (#eq? @_status "status")
  (#match? @_number "^[2-5]\\d\\d$|StatusCode::")) @status
; client.get(url).send().await?.error_for_status()?
(call_expression
  function: (field_expression
    value: [(call_expression) (try_expression) (await_expression)] @status.subject
    field: (field_identifier) @status.head)
  (#any-of? @status.head "$raises")) @status
; client.get(url).send().await.and_then(Response::error_for_status)
(call_expression
  function: (field_expression value: (_) @status.subject field: (field_identifier))
  arguments: (arguments . (scoped_identifier name: (identifier) @status.head) .)
  (#any-of? @status.head "$raises")) @status
(call_expression
  function: (field_expression value: (_) @status.subject field: (field_identifier))
  arguments: (arguments . (closure_expression
    body: (call_expression function: (field_expression field: (field_identifier) @status.head))) .)
  (#any-of? @status.head "$raises")) @status
(call_expression
  function: (field_expression
    value: (call_expression
      function: (field_expression
        value: [(call_expression) (try_expression) (await_expression)] @status.subject
        field: (field_identifier) @_status))
    field: (field_identifier) @status.head)
  (#eq? @_status "status")
  (#any-of? @status.head "$statusTests")) @status
(match_expression
  value: (call_expression
    function: (field_expression value: (identifier) @status.subject field: (field_identifier) @_status)) @status
  (#eq? @_status "status"))
(call_expression
  function: (field_expression value: (identifier) @statusOf.subject field: (field_identifier) @_status)
  (#eq? @_status "status")) @statusOf
; if let Err(error) = api.control(…).await { … }
(if_expression
  condition: (let_condition
    pattern: (tuple_struct_pattern type: (identifier) @_err)
    value: (_) @catch.protected) @catch.head
  (#eq? @_err "Err")) @catch @catch.attempt
(if_expression
  condition: (let_condition
    pattern: (tuple_struct_pattern type: (identifier) @_err . (identifier) @catch.name)
    value: (_) @catch.protected) @catch.head
  (#eq? @_err "Err")) @catch @catch.attempt
; match api.control(…).await { Err(error) => … }
(match_expression
  value: (_) @catch.protected
  body: (match_block (match_arm
    pattern: (match_pattern . (tuple_struct_pattern type: (identifier) @_err)) @catch.head) @catch)
  (#eq? @_err "Err")) @catch.attempt
(match_expression
  body: (match_block (match_arm
    pattern: (match_pattern . (tuple_struct_pattern type: (identifier) @_err . (identifier) @catch.name))) @catch)
  (#eq? @_err "Err"))
(match_expression
  body: (match_block (match_arm
    pattern: (match_pattern
      . (tuple_struct_pattern type: (identifier) @_err . [(struct_pattern type: (_) @catch.type) (tuple_struct_pattern type: (_) @catch.type)]))) @catch)
  (#eq? @_err "Err"))
(match_arm
  pattern: (match_pattern
    . (tuple_struct_pattern type: (identifier) @_err)
    condition: (_) @catch.guard)
  (#eq? @_err "Err")) @catch
; Err(ThinqError::Api { code, .. }) => …, if let Err(ThinqError::Api(code, message)) = …
(match_arm
  pattern: (match_pattern
    . (tuple_struct_pattern
      type: (identifier) @_err
      . [(struct_pattern) (tuple_struct_pattern) (scoped_identifier)] @catch.taken))
  (#eq? @_err "Err")) @catch
(if_expression
  condition: (let_condition
    pattern: (tuple_struct_pattern
      type: (identifier) @_err
      . [(struct_pattern) (tuple_struct_pattern) (scoped_identifier)] @catch.taken))
  (#eq? @_err "Err")) @catch
; let Ok(answer) = api.control(…).await else { … };
(let_declaration
  pattern: (tuple_struct_pattern type: (identifier) @_ok) @catch.head
  value: (_) @catch.protected
  alternative: (block) @catch
  (#eq? @_ok "Ok")) @catch.attempt
; let _ = api.control(…).await;
(let_declaration
  pattern: "_" @catch
  value: (_) @catch.protected @catch.only) @catch.attempt
; if let Ok(state) = api.state(…).await { … }
(if_expression
  condition: (let_condition
    pattern: (tuple_struct_pattern type: (identifier) @_ok)
    value: (_) @catch.protected) @catch
  !alternative
  (#eq? @_ok "Ok")) @catch.attempt
(if_expression
  condition: (let_condition
    pattern: (tuple_struct_pattern type: (identifier) @_ok)
    value: (_) @catch.protected) @catch.head
  alternative: (else_clause (block) @catch)
  (#eq? @_ok "Ok")) @catch.attempt
; match api.state(…).await { Ok(state) => …, _ => … }
(match_expression
  value: (_) @catch.protected
  body: (match_block
    (match_arm pattern: (match_pattern (tuple_struct_pattern type: (identifier) @_ok)))
    (match_arm pattern: (match_pattern . "_" .) @catch.head) @catch)
  (#eq? @_ok "Ok")) @catch.attempt
(try_expression) @passed
(parameter
  pattern: (identifier) @typed.name
  type: (_) @typed.type) @typed
(let_declaration
  pattern: (identifier) @typed.name
  type: (_) @typed.type) @typed
(field_declaration
  name: (field_identifier) @typed.name
  type: [(type_identifier) (scoped_type_identifier) (generic_type)] @typed.type) @typed
(tuple_struct_pattern
  type: (_) @typed.type
  . (identifier) @typed.name .
  (#not-any-of? @typed.type "Some" "Ok" "Err")) @typed
(struct_pattern
  type: (_) @typed.type
  (field_pattern name: (shorthand_field_identifier) @typed.name)) @typed
; Members and what they are declared as
(field_declaration
  name: (_) @member.name
  type: (_) @member.type) @member
(function_item
  name: (identifier) @member.name
  parameters: (parameters . (self_parameter))
  return_type: (_) @member.type) @member
(source_file
  (attribute_item) @member.wire
  . (attribute_item)?
  . (struct_item body: (field_declaration_list (field_declaration) @member))
  (#match? @member.wire "\\bDeserialize\\b"))
(declaration_list
  (attribute_item) @member.wire
  . (attribute_item)?
  . (struct_item body: (field_declaration_list (field_declaration) @member))
  (#match? @member.wire "\\bDeserialize\\b"))
; #[serde(deserialize_with = "number")] code: u32
(field_declaration_list
  (attribute_item) @member.converts
  . (field_declaration) @member
  (#match? @member.converts "\\bwith\\b|_with\\b|\\b(?:try_)?from\\b|DisplayFromStr"))

; What it has from other files
[(use_declaration) (mod_item)] @import

; What others may have from it
(struct_item name: (type_identifier) @type.name) @type

; Names of a function's own
(parameter pattern: (identifier) @local.name) @local
(let_declaration pattern: (identifier) @local.name) @local
(let_declaration pattern: (tuple_pattern (identifier) @local.name)) @local
(closure_parameters (identifier) @local.name) @local
(let_condition pattern: (tuple_struct_pattern (identifier) @local.name) @local
  (#match? @local.name "^[a-z_]"))
(match_pattern (tuple_struct_pattern (identifier) @local.name) @local
  (#match? @local.name "^[a-z_]"))
(tuple_pattern (identifier) @local.name
  (#match? @local.name "^[a-z_]")) @local
(for_expression pattern: (identifier) @local.name) @local
