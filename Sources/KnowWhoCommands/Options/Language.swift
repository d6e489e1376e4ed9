internal import ArgumentParser
internal import KnowWho

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A language that names can be shown in.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case en
  case ja

  /// The language of the user's locale, English unless it is Japanese.
  static var ofLocale: Language {
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = unsafe getenv(variable) else { continue }
      let locale = unsafe String(cString: value)
      if !locale.isEmpty { return locale.hasPrefix("ja") ? .ja : .en }
    }
    return .en
  }

  /// Returns what an actor is called.
  func name(of actor: Int, in network: Network) -> String {
    self == .ja ? network.actors.nameJa(actor) : network.actors.name(actor)
  }

  /// Returns the title of a network, or what stands for it.
  func title(of network: Network, at path: String) -> String {
    let description = network.description
    let titles =
      self == .ja
      ? [description.titleJa, description.title] : [description.title, description.titleJa]
    return titles.compactMap { $0 }.first ?? path
  }
}
