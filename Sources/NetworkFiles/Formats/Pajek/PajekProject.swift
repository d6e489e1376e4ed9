internal import NetworkData

/// How the sections of a Pajek file belong together: networks, and values of vertices.
struct PajekProject {
  /// A network: its vertices, and the sections of its ties.
  struct Network {
    /// What it is called, empty for nothing.
    let name: String
    /// Its vertices.
    let vertices: PajekSection
    /// The sections with its ties.
    var ties: [PajekSection] = []
  }

  /// A partition, a vector or a permutation.
  struct Values {
    /// Which of these, in lower case.
    let keyword: String
    /// What it is called, empty for nothing.
    let name: String
    /// The section with the values.
    let section: PajekSection
  }

  /// The networks in order, at least one.
  private(set) var networks: [Network] = []

  /// The values of vertices in order.
  private(set) var values: [Values] = []

  /// What the user should know.
  private(set) var notes: [Phrase] = []

  /// Sorts the sections of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - start: Where its text begins.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` for a section out of place.
  init(_ file: FileBytes, from start: Int, _ limits: ReadingLimits) throws(FileProblem) {
    let sections = PajekSection.all(in: file, from: start)
    var title = ""
    var owner: (keyword: String, name: String)?
    for section in sections {
      switch section.keyword {
      case "network":
        title = PajekSection.unquoted(section.title)
        owner = nil
      case "partition", "vector", "permutation":
        owner = (section.keyword, section.title)
      case "cluster", "hierarchy", "graph":
        owner = (section.keyword, section.title)
        notes.append(
          Phrase(
            "\(file.path):\(section.line): *\(section.keyword) is left out: it has no place in a network",
            "\(file.path):\(section.line)：*\(section.keyword) はネットワークに収められないため、読み飛ばしました"))
      case "vertices", "nodes":
        if let (keyword, name) = owner {
          if ["partition", "vector", "permutation"].contains(keyword) {
            values.append(Values(keyword: keyword, name: name, section: section))
          }
        } else {
          networks.append(Network(name: title, vertices: section))
          title = ""
        }
      case "arcs", "edges", "arcslist", "edgeslist", "matrix":
        guard !networks.isEmpty, owner == nil else {
          throw FileProblem(
            file.path, line: section.line,
            Phrase(
              "*\(section.keyword) stands above any *Vertices: the *Vertices line is missing",
              "*\(section.keyword) の前に *Vertices の行がありません"),
            advice: Phrase(
              "write *Vertices and their number first", "先に *Vertices と頂点の数を書いてください"))
        }
        networks[networks.count - 1].ties.append(section)
      default:
        throw Self.unknown(section, file.path)
      }
    }
    guard !networks.isEmpty else {
      throw FileProblem(
        file.path, line: 1,
        Phrase("no *Vertices line: not a Pajek network", "*Vertices の行がなく、Pajek のネットワークとして読めません"),
        advice: Phrase(
          "it begins with a line such as *Vertices 34", "「*Vertices 34」のような行から始めてください"))
    }
  }

  private static func unknown(_ section: PajekSection, _ path: String) -> FileProblem {
    let shown = FileProblem.quoted("*" + section.keyword)
    if section.keyword == "events" {
      return FileProblem(
        path, line: section.line,
        Phrase("networks told by events (*Events) are not read", "*Events で表したネットワークは読めません"),
        advice: Phrase(
          "in Pajek, save the network with time intervals as .net",
          "Pajek で期間付きの .net として保存し直してください"))
    }
    return FileProblem(
      path, line: section.line,
      Phrase("unknown section \(shown)", "\(shown) は未知の区分です"),
      advice: Phrase(
        "known are *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix",
        "*Vertices、*Arcs、*Edges、*Arcslist、*Edgeslist、*Matrix が使えます"))
  }
}
