internal import ArgumentParser
internal import KnowWhoCommands

@main
enum Tool {
  static func main() { KnowWhoCommand.runAndExit() }
}
