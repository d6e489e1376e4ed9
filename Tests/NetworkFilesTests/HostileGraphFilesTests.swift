import Testing

/// Every hostile GraphML, GEXF, GML, JSON and DOT file of the torture collection.
@Suite(.enabled(if: SharedData.isThere, "skipped: the collection of files is not there"))
struct HostileGraphFilesTests {
  /// What a message must hold beside its line; from `message_must_say`.
  private let words: [String: [String]] = [
    "graphml_truncated.graphml": ["unexpected end of file"],
    "graphml_empty.graphml": ["empty file"],
    "graphml_whitespace_only.graphml": ["no root element"],
    "graphml_billion_laughs.graphml": ["entity declarations are not allowed"],
    "graphml_quadratic_blowup.graphml": ["entity declarations are not allowed"],
    "graphml_xxe_file.graphml": ["external entities are not allowed"],
    "graphml_xxe_http.graphml": ["external entities are not allowed"],
    "graphml_parameter_entity.graphml": ["entity declarations are not allowed"],
    "graphml_unknown_node.graphml": ["unknown node \"zzz\""],
    "graphml_duplicate_node.graphml": ["duplicate node id \"b\" (first at line 6)"],
    "graphml_missing_source.graphml": ["attribute source missing"],
    "graphml_missing_node_id.graphml": ["attribute id missing"],
    "graphml_bad_weight_text.graphml": ["\"heavy\" is not a number"],
    "graphml_weight_nan.graphml": ["weight must be a finite number"],
    "graphml_weight_inf.graphml": ["weight must be a finite number"],
    "graphml_weight_overflow.graphml": ["weight must be a finite number"],
    "graphml_weight_hex.graphml": ["weight must be a finite number"],
    "graphml_no_graph.graphml": ["no graph element"],
    "graphml_wrong_root.graphml": ["root element is \"svg\", expected \"graphml\""],
    "graphml_hyperedge.graphml": ["hyperedge is not supported"],
    // Nodes of one id lie within one another: that comes first, on the same line.
    "graphml_deep_nesting.graphml": ["duplicate node id"],
    "graphml_bad_edgedefault.graphml": ["edgedefault must be directed or undirected"],
    "graphml_control_char.graphml": ["invalid character"],
    "graphml_invalid_utf8.graphml": ["UTF-8"],
    "graphml_nul.graphml": ["NUL byte"], "graphml_decl_shift_jis.graphml": ["UTF-8"],
    "graphml_decl_lies.graphml": ["UTF-8"], "graphml_png.graphml": ["UTF-8"],
    "graphml_html.graphml": ["looks like HTML"], "gexf_truncated.gexf": ["unexpected end of file"],
    "gexf_unknown_node.gexf": ["unknown node \"9\""],
    "gexf_duplicate_node.gexf": ["duplicate node id \"0\""],
    "gexf_bad_weight.gexf": ["\"much\" is not a number"],
    "gexf_nan_weight.gexf": ["weight must be a finite number"],
    "gexf_spell_reversed.gexf": ["end 2 is before start 5"],
    "gexf_bad_time.gexf": ["\"yesterday\""],
    "gexf_billion_laughs.gexf": ["entity declarations are not allowed"],
    "gml_deep_nesting.gml": ["nesting too deep"],
    "gml_unclosed.gml": ["unexpected end of file; \"[\" opened at line 3"],
    "gml_unclosed_quote.gml": ["quote opened at line 2 is not closed"],
    "gml_extra_close.gml": ["]"],
    "gml_duplicate_id.gml": ["duplicate node id 1"], "gml_unknown_node.gml": ["unknown node \"2\""],
    "gml_no_id.gml": ["without id"], "gml_no_source.gml": ["without source"],
    "gml_bad_number.gml": ["\"1.2.3\" is not a number"], "gml_nan.gml": ["NaN"],
    "gml_huge_int.gml": ["99999999999999999999"], "gml_no_graph.gml": ["no graph ["],
    "gml_latin1.gml": ["UTF-8"], "dot_unbalanced_quote.dot": ["quote opened at line 2"],
    "dot_unbalanced_brace.dot": ["\"{\" opened at line 3"], "dot_wrong_edgeop.dot": ["\"->\""],
    "dot_wrong_edgeop2.dot": ["\"--\""], "dot_html_unbalanced.dot": ["HTML label"],
    "dot_comment_unclosed.dot": ["comment opened at line 2"],
    "dot_deep_subgraph.dot": ["nesting too deep"], "dot_not_a_graph.dot": ["expected"],
    "dot_missing_rhs.dot": ["expected a node"], "dot_attr_unclosed.dot": ["\"[\""],
    "dot_nul.dot": ["NUL byte"], "dot_edge_explosion.dot": ["more than 1000000 edges"],
    "json_truncated.json": ["unexpected end of JSON at line 1"],
    "json_deep.json": ["nesting too deep"],
    "json_dup_keys.json": ["duplicate key \"id\""],
    "json_index_range.json": ["links[0].target = 5 is outside 0..1"],
    "json_unknown_id.json": ["links[0].target: unknown node \"q\""],
    "json_nan.json": ["\"NaN\" is not JSON"],
    "json_lone_surrogate.json": ["invalid escape at line 1"],
    "json_trailing_comma.json": ["comma"], "json_no_nodes.json": ["member \"nodes\" not found"],
    "json_links_and_edges.json": ["both \"links\" and \"edges\""],
    "json_int_vs_string_id.json": ["duplicate node id \"1\""],
    "extension_lies.gml": ["looks like XML"],
  ]

  /// Actors and ties of what is read.
  private let sizes: [String: (actors: Int, ties: Int)] = [
    "graphml_external_dtd.graphml": (1, 0), "graphml_weight_negative.graphml": (3, 1),
    "graphml_weight_empty.graphml": (3, 1), "graphml_undeclared_key.graphml": (3, 1),
    "graphml_two_graphs.graphml": (1, 0), "graphml_nested_graph.graphml": (3, 1),
    "graphml_utf16le_bom.graphml": (3, 1), "graphml_decl_shift_jis.graphml": (2, 1),
    "gexf_no_version.gexf": (2, 1), "gml_string_id.gml": (2, 1), "gml_latin1.gml": (1, 0),
  ]

  /// What may be read without a word: an empty weight is none.
  private let silent: Set = ["graphml_weight_empty.graphml"]

  @Test func eachIsRefusedOrReadAsExpected() throws {
    try HostileFiles(
      prefixes: ["graphml_", "gexf_", "gml_", "dot_", "json_", "extension_"], count: 83,
      words: words, sizes: sizes, silent: silent
    ).check()
  }
}
