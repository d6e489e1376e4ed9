internal import ArgumentParser
internal import KnowWho

/// In which language a command answers.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Language of results, messages and help: en or ja (default: from the locale).",
        "結果・メッセージ・ヘルプの言語：en または ja（既定では環境の言語）。")))
  var lang: Language?

  /// The language of results and messages.
  var language: Language { lang ?? .ofCommandLine }
}
