internal import NetworkData

/// Files of other programs that are not read, with what to save in their place.
enum UnreadFormats {
  /// Returns what to say of a file.
  ///
  /// - Parameters:
  ///   - ending: The ending of its name, in lower case.
  ///   - path: The file, for messages.
  /// - Returns: What it is, and what to do; nil where the ending tells nothing.
  static func problem(_ ending: String, _ path: String) -> FileProblem? {
    guard let (_, what, advice) = known.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    return FileProblem(
      path,
      Phrase("is \(what.english), which is not read", "\(what.japanese)は読み込めません"), advice: advice)
  }

  private static let known: [(endings: [String], what: Phrase, advice: Phrase)] = [
    (
      ["gephi"], Phrase("a project of Gephi", "Gephi のプロジェクト"),
      Phrase("export the graph from Gephi as GEXF or GraphML", "Gephi から GEXF か GraphML で書き出してください")
    ),
    (
      ["cys"], Phrase("a session of Cytoscape", "Cytoscape のセッション"),
      Phrase(
        "export the network from Cytoscape as CYJS or GraphML",
        "Cytoscape から CYJS か GraphML で書き出してください")
    ),
    (
      ["##h", "##d"], Phrase("a data set of UCINET", "UCINET のデータセット"),
      Phrase(
        "export it from UCINET as DL (Data > Export > DL)",
        "UCINET から DL で書き出してください（Data > Export > DL）")
    ),
    (
      ["gdf", "tlp", "graphmlz", "ygf", "nnf", "xgmml", "mat5"],
      Phrase("a graph of another program", "ほかのソフトのグラフ"),
      Phrase(
        "export it from there as GraphML, GEXF or GML", "そのソフトから GraphML、GEXF、GML のいずれかで書き出してください")
    ),
    (
      ["rda", "rds", "rdata"], Phrase("an object of R", "R のオブジェクト"),
      Phrase(
        "write it by igraph's write_graph(g, \"x.graphml\", format = \"graphml\")",
        "igraph の write_graph(g, \"x.graphml\", format = \"graphml\") で書き出してください")
    ),
    (
      ["pickle", "pkl", "gpickle", "npz", "npy"], Phrase("an object of Python", "Python のオブジェクト"),
      Phrase(
        "write it by networkx.write_graphml or scipy.io.mmwrite",
        "networkx.write_graphml か scipy.io.mmwrite で書き出してください")
    ),
    (
      ["ods", "numbers", "xlsb", "gsheet"],
      Phrase("a spreadsheet of another program", "この形式の表計算ファイル"),
      Phrase("save it as .xlsx or as CSV", ".xlsx か CSV で保存してください")
    ),
    (
      ["sav", "dta", "sas7bdat"], Phrase("a data set of statistical software", "統計ソフトのデータセット"),
      Phrase("save it as CSV", "CSV で保存してください")
    ),
    (
      ["docx", "doc", "pdf", "pptx", "htm", "html"], Phrase("a document", "文書ファイル"),
      Phrase(
        "copy its table into a spreadsheet and save that as .xlsx", "表を表計算ソフトに写し、.xlsx で保存してください")
    ),
  ]
}
