extension DiagramStyle {
  /// A kind word, its look, and its names in the legend.
  public struct Kind<Look: Sendable & Hashable>: Sendable, Hashable {
    /// The word, as in a network's files.
    public var word: String

    /// What it looks like.
    public var look: Look

    /// Its name in an English legend.
    public var english: String

    /// Its name in a Japanese legend.
    public var japanese: String

    /// Creates a kind.
    public init(_ word: String, _ look: Look, english: String, japanese: String) {
      self.word = word
      self.look = look
      self.english = english
      self.japanese = japanese
    }

    /// Returns the name of the kind in a legend.
    public func name(in language: DiagramLanguage) -> String {
      language == .japanese ? japanese : english
    }
  }

  /// The outline of a node.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A circle, the only form whose area shows a measure.
    case circle

    /// An ellipse around its text.
    case ellipse

    /// A box with sharp corners.
    case box

    /// A box with round corners.
    case roundedBox

    /// A box with round corners and a double outline.
    case doubleBox

    /// An octagon.
    case octagon

    /// A box with a tab, like a card in a card index.
    case tab

    /// A box with a folded corner.
    case note
  }

  /// What a node looks like.
  public struct NodeLook: Sendable, Hashable {
    /// Its outline.
    public var form: Form

    /// The colour inside.
    public var fill: Color

    /// The colour of the outline.
    public var line: Color

    /// The width of the outline in points.
    public var lineWidth: Double

    /// A second colour, in stripes beside the first, where greys alone are too few; nil for none.
    ///
    /// Circles and ellipses have it in wedges; forms with other corners than boxes have none.
    public var stripes: Color?

    /// Creates the look of a node.
    public init(_ form: Form, fill: Color, line: Color, lineWidth: Double = 1.6) {
      self.form = form
      self.fill = fill
      self.line = line
      self.lineWidth = lineWidth
    }
  }

  /// What an edge looks like.
  public struct EdgeLook: Sendable, Hashable {
    /// Its colour.
    public var color: Color

    /// Its width in points.
    public var width: Double

    /// The length that the layout tries to give it, in inches between centres.
    public var length: Double

    /// Whether it is drawn as two lines, so that kinds differ by more than colour.
    public var isDouble: Bool

    /// Whether it is dotted, where colours cannot tell kinds apart.
    public var isDotted: Bool

    /// Creates the look of an edge.
    public init(
      _ color: Color, width: Double, length: Double = 1, isDouble: Bool = false,
      isDotted: Bool = false
    ) {
      self.color = color
      self.width = width
      self.length = length
      self.isDouble = isDouble
      self.isDotted = isDotted
    }
  }

  /// The colours of a community or group.
  public struct CategoryLook: Sendable, Hashable {
    /// The colour inside.
    public var fill: Color

    /// The colour of the outline.
    public var line: Color

    /// The width of the outline in points; nil for that of the node's kind.
    public var lineWidth: Double?

    /// A second colour inside, in stripes; nil for none.
    public var stripes: Color?

    /// The colour of marks without a label, which are too small for an outline; nil for that of
    /// the outline.
    public var mark: Color?

    /// Creates colours.
    public init(
      fill: Color, line: Color, lineWidth: Double? = nil, stripes: Color? = nil, mark: Color? = nil
    ) {
      self.fill = fill
      self.line = line
      self.lineWidth = lineWidth
      self.stripes = stripes
      self.mark = mark
    }
  }
}
