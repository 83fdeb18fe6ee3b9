(comment) @comment

; Scalars. A tag may make a string of a number.
(string_scalar) @string
(double_quote_scalar) @string
(single_quote_scalar) @string
(block_scalar) @text
(flow_node . (plain_scalar (integer_scalar) @integer))
(flow_node . (anchor) . (plain_scalar (integer_scalar) @integer))
((flow_node
  (tag) @_tag
  (plain_scalar (integer_scalar) @string))
  (#eq? @_tag "!!str"))

; Nodes around what they hold
(flow_node (plain_scalar (_) @wrapper.inner)) @wrapper
(flow_node [(double_quote_scalar) (single_quote_scalar) (flow_mapping) (flow_sequence)] @wrapper.inner) @wrapper
(block_node [(block_mapping) (block_sequence) (block_scalar)] @wrapper.inner) @wrapper
(block_sequence_item (_) @wrapper.inner) @wrapper

; Mappings
(block_mapping) @unbraced
(block_mapping) @object
(block_mapping (block_mapping_pair) @object.pair) @object
(flow_mapping) @object
(flow_mapping (flow_pair) @object.pair) @object
[(block_mapping_pair) (flow_pair)] @pair
(block_mapping_pair key: (flow_node (plain_scalar (_) @pair.name))) @pair
(block_mapping_pair key: (flow_node [(double_quote_scalar) (single_quote_scalar)] @pair.key)) @pair
(block_mapping_pair value: (_) @pair.value) @pair
(flow_pair key: (flow_node (plain_scalar (_) @pair.name))) @pair
(flow_pair key: (flow_node [(double_quote_scalar) (single_quote_scalar)] @pair.key)) @pair
(flow_pair value: (_) @pair.value) @pair
; What an alias merges in is not to be seen.
((block_mapping (block_mapping_pair key: (flow_node) @_merge) @object.spread) @object
  (#eq? @_merge "<<"))
((flow_mapping (flow_pair key: (flow_node) @_merge) @object.spread) @object
  (#eq? @_merge "<<"))

; Sequences, with the key they stand under
[(block_sequence) (flow_sequence)] @list
(block_mapping_pair
  key: (_) @binding.name
  value: [(block_node (block_sequence)) (flow_node (flow_sequence))] @binding.value) @binding
(flow_pair
  key: (_) @binding.name
  value: (flow_node (flow_sequence)) @binding.value) @binding
