public import ArgumentParser
internal import KnowWho

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The command line `knowwho`.
public struct KnowWhoCommand: ParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "knowwho",
    abstract: "Who gets to whom, and through whom: networks of firms, groups and people.",
    discussion: """
      NET is a network folder (network.yaml, actors.csv, ties.csv) or a plain edge list (.csv, \
      .tsv, .txt, .el). Try: knowwho summary Graphs/technomix
      """,
    version: "0.1.0",
    subcommands: [
      SummaryCommand.self, CentralityCommand.self, ReachCommand.self, IntroduceCommand.self,
      SuccessionCommand.self, TimelineCommand.self, WallsCommand.self, MatchesCommand.self,
      CommunitiesCommand.self, RenderCommand.self, CompareCommand.self, ConvertCommand.self,
      CheckCommand.self, ModelCommand.self,
    ])

  /// Creates the command.
  public init() {}

  /// Runs the command that the arguments name, and ends the process.
  ///
  /// Exit codes: 0 fine, 1 a check failed, 2 wrong usage, 3 bad data, 4 a limit was reached, 130
  /// interrupted, 143 terminated.
  public static func runAndExit() -> Never {
    Interruption.watch()
    do {
      try checkSubcommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
      exit(with: 0)
    } catch let failure as CommandFailure {
      Console.complain(failure.message)
      exit(with: failure.code)
    } catch let stopped as Job.Stopped {
      Console.complain("\(stopped.reason) while \(stopped.step); nothing was written")
      exit(with: CommandFailure.limitReached)
    } catch let problem as FileProblem {
      Console.complain(problem.description)
      exit(with: CommandFailure.badData)
    } catch let error as MeasureError {
      Console.complain(error.description)
      if case .memoryTooSmall = error { exit(with: CommandFailure.limitReached) }
      exit(with: CommandFailure.badData)
    } catch let error as GraphError {
      Console.complain(CommandFailure.sentence(for: error))
      exit(with: CommandFailure.badData)
    } catch let error as DrawingError {
      Console.complain(error.description)
      exit(with: CommandFailure.badData)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess {
        Console.write(message + "\n")
        exit(with: 0)
      }
      Console.complain(message, prefix: "")
      exit(with: code == .validationFailure ? CommandFailure.wrongUsage : code.rawValue)
    }
  }

  /// The parser would take a misspelt subcommand for an argument too many.
  private static func checkSubcommand(_ word: String?) throws {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !known.contains(word) else { return }
    throw CommandFailure.usage(
      "unknown command \(word); "
        + (Spelling.nearest(to: word, in: known).map { "did you mean \($0)? " } ?? "")
        + "commands: \(known.joined(separator: ", "))")
  }

  private static func exit(with code: Int32) -> Never {
    // Work that a limit has cut off may still run on other threads.
    if code == CommandFailure.limitReached { _exit(code) }
    Self.exit(withError: code == 0 ? nil : ExitCode(code))
  }
}
