public import ArgumentParser
public import KnowWho

// Values of the library that are written on the command line as they are.
extension Scaling: ExpressibleByArgument {}
extension Peer: ExpressibleByArgument {}
extension ReachOptions.Mode: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}
extension PositionMethod: ExpressibleByArgument {}
extension TieComparison: ExpressibleByArgument {}
extension Linkage: ExpressibleByArgument {}
extension CommunityMethod: ExpressibleByArgument {}
extension DiagramStyle.Theme: ExpressibleByArgument {}
extension DiagramStyle.Form: ExpressibleByArgument {}
extension DiagramOptions.Labels: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
  /// Reads the name of an encoding, nil if there is none of that name.
  public init?(argument: String) { self.init(named: argument) }
}
