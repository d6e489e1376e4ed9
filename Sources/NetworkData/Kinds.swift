/// What an actor is.
///
/// The words below have a meaning to the toolkit; any other word is allowed.
public struct ActorKind: RawRepresentable, Sendable, Hashable {
  /// The word in the table.
  public let rawValue: String

  /// Creates a kind.
  ///
  /// - Parameter rawValue: The word in the table.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A company.
  public static let firm = ActorKind(rawValue: "firm")
  /// An exchange group, such as Technomix or one of its partner groups.
  public static let group = ActorKind(rawValue: "group")
  /// A university or another place of research.
  public static let university = ActorKind(rawValue: "university")
  /// A city or town.
  public static let municipality = ActorKind(rawValue: "municipality")
  /// An office of the state.
  public static let agency = ActorKind(rawValue: "agency")
  /// A chamber, council or trade association.
  public static let association = ActorKind(rawValue: "association")
  /// An industrial cluster: too large for its members to know each other by membership alone.
  public static let cluster = ActorKind(rawValue: "cluster")
  /// A joint undertaking: an occasion on which its participants get to know each other.
  public static let project = ActorKind(rawValue: "project")
  /// A meeting or event: an occasion like a project.
  public static let event = ActorKind(rawValue: "event")
  /// A human being.
  public static let person = ActorKind(rawValue: "person")

  /// The kinds known by name.
  public static let known: [ActorKind] = [
    .firm, .group, .university, .municipality, .agency, .association, .cluster, .project, .event,
    .person,
  ]

  /// Whether actors of this kind are occasions on which others meet, and introduce nobody.
  public var isOccasion: Bool { self == .project || self == .event }

  /// Whether actors of this kind count as organisations that one can get to.
  public var isOrganisation: Bool { !isOccasion && self != .person }
}

/// What ties two actors.
///
/// The words below have a meaning to the toolkit; any other word is allowed.
public struct TieKind: RawRepresentable, Sendable, Hashable {
  /// The word in the table.
  public let rawValue: String

  /// Creates a kind.
  ///
  /// - Parameter rawValue: The word in the table.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A member and its group.
  public static let membership = TieKind(rawValue: "membership")
  /// Who runs a group's office.
  public static let secretariat = TieKind(rawValue: "secretariat")
  /// Who advises.
  public static let adviser = TieKind(rawValue: "adviser")
  /// Who pays a subsidy.
  public static let subsidy = TieKind(rawValue: "subsidy")
  /// Who does research together.
  public static let jointResearch = TieKind(rawValue: "jointResearch")
  /// A participant and its project.
  public static let project = TieKind(rawValue: "project")
  /// Two groups with a pact.
  public static let sisterGroup = TieKind(rawValue: "sisterGroup")
  /// Two groups that visit each other.
  public static let exchange = TieKind(rawValue: "exchange")
  /// A person or firm with an office in a body.
  public static let office = TieKind(rawValue: "office")
  /// Trade.
  public static let business = TieKind(rawValue: "business")
  /// One brought the other in.
  public static let introduction = TieKind(rawValue: "introduction")
  /// A person and the organisation it works for.
  public static let employment = TieKind(rawValue: "employment")
  /// Relatives.
  public static let kinship = TieKind(rawValue: "kinship")

  /// The kinds known by name.
  public static let known: [TieKind] = [
    .membership, .secretariat, .adviser, .subsidy, .jointResearch, .project, .sisterGroup,
    .exchange, .office, .business, .introduction, .employment, .kinship,
  ]
}

/// What a tie rests on.
public enum Evidence: String, Sendable, CaseIterable {
  /// A sentence of the source says so.
  case stated
  /// It follows from what the source states.
  case inferred
  /// Somebody decided so.
  case assumed
}
