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
    abstract: Language.ofCommandLine(
      "Who gets to whom, and through whom: networks of firms, groups and people.",
      "誰が、誰を通じて、誰に届くか。企業・団体・人のネットワークを調べます。"),
    discussion: Language.ofCommandLine(
      "NET is a network folder (network.yaml, actors.csv, ties.csv), a list of ties (.csv, .xlsx) or "
        + "another program's file (GraphML, GEXF, GML, Pajek, UCINET, JSON, DOT and more). Lists of "
        + "members and meetings become one by knowwho import. Try: knowwho summary Graphs/technomix",
      "NET には、ネットワークのフォルダー（network.yaml、actors.csv、ties.csv）、つながりの一覧（.csv、.xlsx）、または"
        + "ほかのソフトのファイル（GraphML、GEXF、GML、Pajek、UCINET、JSON、DOT など）を指定します。"
        + "名簿や出席簿は knowwho import で読み込めます。例：knowwho summary Graphs/technomix"),
    version: "0.1.0",
    subcommands: [
      SummaryCommand.self, CentralityCommand.self, ReachCommand.self, IntroduceCommand.self,
      SuccessionCommand.self, TimelineCommand.self, WallsCommand.self, MatchesCommand.self,
      CommunitiesCommand.self, CohesionCommand.self, HolesCommand.self, BrokerageCommand.self,
      KeyPlayersCommand.self, PositionsCommand.self, CompareCommand.self, TestCommand.self,
      SimulateCommand.self, ModelCommand.self, RenderCommand.self, ChartCommand.self,
      ImportCommand.self, ConvertCommand.self, CheckCommand.self, ExplainCommand.self,
    ])

  @OptionGroup var speech: LanguageOption

  /// Creates the command.
  public init() {}

  /// Runs the command that the arguments name, and ends the process.
  ///
  /// Exit codes: 0 fine, 1 a check failed, 2 wrong usage, 3 bad data, 4 a limit was reached, 130
  /// interrupted, 143 terminated.
  public static func runAndExit() -> Never {
    // A process that this tool has started for a job does nothing else.
    WorkerJob.serve(CommandLine.arguments)
    Worker.useOwnProgram()
    Interruption.watch()
    let language = Language.ofCommandLine
    do {
      try checkSubcommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
      exit(with: 0)
    } catch let failure as CommandFailure {
      Console.complain(failure.message)
      exit(with: failure.code)
    } catch let stopped as Job.Stopped {
      Console.complain(
        language(
          "\(stopped.reason) while \(stopped.step); nothing was written",
          "\(stopped.reason)（\(stopped.step)）。何も書き込んでいません"))
      exit(with: CommandFailure.limitReached)
    } catch let problem as FileProblem {
      Console.complain(problem.description(in: language))
      exit(with: CommandFailure.badData)
    } catch let error as MeasureError {
      Console.complain(error.description(in: language))
      if case .memoryTooSmall = error { exit(with: CommandFailure.limitReached) }
      exit(with: CommandFailure.badData)
    } catch let error as GraphError {
      Console.complain(error.description(in: language))
      exit(with: CommandFailure.badData)
    } catch let error as DrawingError {
      Console.complain(error.description(in: language))
      if case .layoutStopped = error { exit(with: CommandFailure.limitReached) }
      exit(with: CommandFailure.badData)
    } catch {
      let code = exitCode(for: error)
      let message = ParserWords.text(fullMessage(for: error), in: language)
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
    let language = Language.ofCommandLine
    let nearest = Spelling.nearest(to: word, in: known)
    throw CommandFailure.usage(
      language("unknown command \(word); ", "\(word) というコマンドはありません。")
        + (nearest.map { language("did you mean \($0)? ", "\($0) のことでしょうか。") } ?? "")
        + language("commands: ", "コマンド：") + known.joined(separator: language(", ", "、")))
  }

  private static func exit(with code: Int32) -> Never {
    // Work that a limit has cut off may still run on other threads.
    if code == CommandFailure.limitReached { _exit(code) }
    Self.exit(withError: code == 0 ? nil : ExitCode(code))
  }
}
