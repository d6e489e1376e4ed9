public import ArgumentParser
public import KnowWho

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Language: ExpressibleByArgument {
  /// The language of help and messages: that of `--lang` where the command line has it, else that
  /// of the locale.
  static let ofCommandLine: Language = {
    let words = CommandLine.arguments
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let said = Language(rawValue: String(word.dropFirst(7))) {
        return said
      }
      if word == "--lang", index + 1 < words.count, let said = Language(rawValue: words[index + 1])
      {
        return said
      }
    }
    return ofLocale
  }()

  /// The language of the user's locale, English unless it is Japanese.
  static var ofLocale: Language {
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = unsafe getenv(variable) else { continue }
      let locale = unsafe String(cString: value)
      if !locale.isEmpty { return locale.hasPrefix("ja") ? .ja : .en }
    }
    return .en
  }

  /// Returns the title of a network, or what stands for it.
  func title(of network: Network, at path: String) -> String { title(of: network) ?? path }
}
