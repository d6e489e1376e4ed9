internal import NetworkData

/// DL, the text form of UCINET: one or more matrices, in full, by halves, or as lists.
///
/// A square matrix is a network, read as `MatrixCells` says, and so is a list of ties: all ties both
/// ways with the same values are undirected ties. A matrix of rows and columns of their own is a
/// network of two modes. Several matrices become kinds of ties. A value that is missing (`.` or
/// `NA`) is no tie.
///
/// S. P. Borgatti, M. G. Everett and L. C. Freeman, UCINET for Windows: DL language, 2002.
enum DLFormat {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: What is known of it, and bounds.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first word that is wrong.
  /// - Complexity: O(bytes).
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    var scanner = DLScanner(file, from: start)
    let header = try DLHeader(&scanner, file, options.limits)
    var data = DLData(header, file)
    try data.read(&scanner)
    return try data.reading(isDirected: options.isDirected)
  }
}

extension NetworkFormat {
  /// Matrices of UCINET.
  static let ucinet = NetworkFormat(
    name: "dl", title: "UCINET DL", endings: ["dl", "dat"],
    recognizes: { beginning in
      let words = String(decoding: beginning.prefix(200), as: UTF8.self).lowercased()
        .split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "=" || $0.isNewline }
      let second = ["n", "nr", "nc", "nm", "format", "title", "labels", "row", "data:"]
      return words.count > 1 && words[0] == "dl" && second.contains(String(words[1]))
    },
    read: { file, options, _ throws(FileProblem) in try DLFormat.read(file, options) },
    write: { network, path throws(FileProblem) in try DLFormat.written(network, for: path) },
    holds: [
      .description, .synthetic, .isolates, .actorKinds, .tieKinds, .directed, .strengths,
      .tieAttributes, .loops,
    ],
    furtherLosses: DLFormat.losses)
}
