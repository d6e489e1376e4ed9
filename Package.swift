// swift-tools-version: 6.3
import PackageDescription

/// Every Swift target is built to the same rules.
///
/// A deprecation stays a warning, so that a newer
/// toolchain or library cannot break a user's build.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .treatWarning("DeprecatedDeclaration", as: .warning),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "KnowWho",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "KnowWho", targets: ["KnowWho"]),
    // The same modules without drawing: needs and links no Graphviz.
    .library(
      name: "GraphMeasures",
      targets: ["GraphStructure", "GraphMeasures", "GraphModels", "NetworkData", "NetworkFiles"]),
    .executable(name: "knowwho", targets: ["KnowWhoTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Lifetimes: a column lends its numbers as a span, whether they are held or mapped.
    .target(
      name: "GraphStructure",
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .target(name: "GraphMeasures", dependencies: ["GraphStructure"], swiftSettings: strict),
    .target(name: "GraphModels", dependencies: ["GraphStructure"], swiftSettings: strict),
    .target(name: "NetworkData", dependencies: ["GraphStructure"], swiftSettings: strict),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "NetworkFiles",
      dependencies: [
        "GraphStructure", "NetworkData", "CExpat", "CZlib", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict,
      // Part of the C library on Linux.
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CFontconfig", pkgConfig: "fontconfig",
      providers: [.apt(["libfontconfig-dev"]), .brew(["fontconfig"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz", "CFontconfig", "CPNG"]),
    .target(
      name: "NetworkDrawing", dependencies: ["GraphStructure", "CGraphvizShim"],
      swiftSettings: strict),
    .target(
      name: "KnowWho",
      dependencies: [
        "GraphStructure", "GraphMeasures", "GraphModels", "NetworkData", "NetworkFiles",
        "NetworkDrawing",
      ],
      swiftSettings: strict),
    .target(
      name: "KnowWhoCommands", dependencies: ["KnowWho", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "KnowWhoTool", dependencies: ["KnowWhoCommands", argumentParser],
      swiftSettings: strict),
    .testTarget(
      name: "GraphStructureTests", dependencies: ["GraphStructure"], swiftSettings: strict),
    .testTarget(
      name: "GraphMeasuresTests", dependencies: ["GraphMeasures", "GraphStructure"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphModelsTests", dependencies: ["GraphModels", "GraphStructure"],
      swiftSettings: strict),
    .testTarget(
      name: "NetworkDataTests", dependencies: ["NetworkData", "GraphStructure"],
      swiftSettings: strict),
    .testTarget(
      name: "NetworkFilesTests", dependencies: ["NetworkFiles", "NetworkData", "GraphStructure"],
      swiftSettings: strict),
    .testTarget(
      name: "NetworkDrawingTests", dependencies: ["NetworkDrawing"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "KnowWhoTests", dependencies: ["KnowWho"], swiftSettings: strict),
    .testTarget(
      name: "KnowWhoCommandsTests",
      dependencies: ["KnowWhoCommands", "KnowWhoTool"], swiftSettings: strict),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "GraphStructure", "GraphMeasures", "GraphModels", "NetworkData", "NetworkFiles",
        argumentParser,
      ],
      path: "Tests/Benchmarks",
      exclude: [
        "README.md", "RESULTS.md", "compare.py", "drawing.py", "instructions.csv",
        "instructions.sh", "peers.py", "requirements.txt",
      ],
      swiftSettings: strict),
  ]
)
