internal import ArgumentParser
internal import KnowWho

/// What is known of the files that are read, where they do not tell it themselves.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Read files as this format, such as graphml or pajek (default: told from name and content).",
        "ファイルの形式（graphml、pajek など。既定では名前と内容から判断）。")))
  var inputFormat: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Read text in this encoding: utf-8, utf-16, cp932, euc-jp, iso-8859-1, windows-1252 "
          + "(default: told from the text).",
        "文字コード：utf-8、utf-16、cp932、euc-jp、iso-8859-1、windows-1252（既定では文章から判断）。")))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Raise a bound against hostile files: bytes=, nodes=, ties=, cells= or depth= (may be repeated).",
        "不正なファイルを防ぐ上限を上げます：bytes=、nodes=、ties=、cells=、depth=（複数指定可）。")))
  var limit: [ReadingLimit] = []

  /// How files are read.
  ///
  /// - Parameter isDirected: Whether ties without a direction of their own are directed.
  /// - Returns: What the reader is told.
  func options(isDirected: Bool) -> NetworkFile.Options {
    var options = NetworkFile.Options(isDirected: isDirected)
    options.format = inputFormat
    options.encoding = encoding
    for raised in limit { options.limits[keyPath: raised.limit] = raised.value }
    return options
  }
}

/// One raised bound, such as `nodes=1000000000`.
struct ReadingLimit: ExpressibleByArgument {
  let limit: any WritableKeyPath<ReadingLimits, Int> & Sendable
  let value: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let value = MemoryLimit(argument: String(parts[1]))?.bytes, value > 0
    else { return nil }
    switch parts[0] {
    case "bytes": limit = \.bytes
    case "nodes": limit = \.nodes
    case "depth": limit = \.depth
    case "ties": limit = \.ties
    case "cells": limit = \.cells
    default: return nil
    }
    self.value = value
  }
}
