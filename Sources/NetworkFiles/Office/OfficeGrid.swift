internal import NetworkData

/// Opens the files of an office as grids: a CSV file is one, an Excel file one a sheet.
enum OfficeGrid {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: Encoding and bounds.
  /// - Returns: The grids, what the file says is made up, and notes.
  /// - Throws: ``FileProblem`` if it cannot be read.
  static func grids(
    in path: String, _ options: NetworkFile.Options
  ) throws(FileProblem) -> (grids: [Sheet], synthetic: String?, notes: [Phrase]) {
    let source = try FileSource(path, options)
    let beginning = try source.beginning(options)
    if ZipArchive.begins(beginning) || ZipArchive.isOldExcel(beginning) {
      let workbook = try Workbook(
        try source.opened(as: .excel, options).file, limits: options.limits)
      var grids: [Sheet] = []
      var synthetic: String?
      for position in workbook.sheetNames.indices {
        var grid = try workbook.sheet(position)
        if grid.rowCount > 0, let sentence = madeUp(grid.columns[0][0]) {
          synthetic = synthetic ?? sentence
          grid = grid.dropFirst()
        }
        grids.append(grid)
      }
      return (grids, synthetic, [])
    }
    let opened = try source.opened(as: .commaSeparated, options)
    let start = try Encoding.checkedStart(of: opened.file)
    let firstLine = opened.file.withSpan { bytes in
      String(
        decoding: (start..<min(bytes.count, start + 4096)).map { bytes[$0] }
          .prefix { !Ascii.endsLine($0) }, as: UTF8.self)
    }
    // A title of one cell says nothing of what separates cells.
    let sample = opened.file.withSpan { bytes in
      (start..<min(bytes.count, start + 4096)).map { bytes[$0] }
    }
    let separator =
      sample.contains(Ascii.comma)
      ? Ascii.comma : sample.contains(Ascii.tab) ? Ascii.tab : Ascii.semicolon
    let table = try Table(reading: opened.file, separator: separator)
    var grid = Sheet(path: path, columns: [], lines: [table.headerLine] + table.lines)
    for (name, cells) in zip(table.header, table.columns) {
      grid.columns.append(TextColumn([name] + Array(cells)))
    }
    return ([grid], madeUp(firstLine), opened.notes)
  }

  /// What is made up, if a first line says so.
  private static func madeUp(_ line: String) -> String? {
    for mark in ["# Synthetic data:", "# 架空のデータ：", "# 架空のデータ:"] where line.hasPrefix(mark) {
      let sentence = line.dropFirst(mark.count).prefix { $0 != "\"" }
      let words = OfficeText.trimmed(String(sentence))
      // Excel ends a lone cell with the separators of the other columns.
      return String(words.reversed().drop { $0 == "," }.reversed())
    }
    return nil
  }
}

extension Sheet {
  /// The grid without its first row.
  fileprivate func dropFirst() -> Sheet {
    Sheet(
      path: path, columns: columns.map { TextColumn($0.dropFirst()) },
      lines: Array(lines.dropFirst()))
  }
}
