import Foundation
import NetworkDrawing
import Testing

/// What must be tried in a process of its own.
@Suite("Drawing in a fresh process")
struct ProcessTests {
  @Test("1,000 renders take less than 1 MiB; 250 where the code is not optimised")
  func memory() async {
    await #expect(processExitsWith: .success) {
      for _ in 0..<20 { _ = try await Samples.small.render(as: .svg) }
      let before = residentBytes()
      #expect(before > 1 << 20)
      let count = _isDebugAssertConfiguration() ? 250 : 1000
      for _ in 0..<count { _ = try await Samples.small.render(as: .svg) }
      let after = residentBytes()
      #expect(after - before < 1 << 20, "\(after - before)")
      // The measure would see what a context for each render leaves behind: 3.6 KB.
      let lost = (0..<1000).map { [UInt8](repeating: UInt8($0 & 255), count: 3600) }
      #expect(residentBytes() - after > 5 << 19)
      #expect(lost.count == 1000)
    }
  }

  @Test("GVBINDIR, which names code to load, is cleared")
  func pluginFolder() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("GVBINDIR", "/nonexistent", 1)
      let picture = try Samples.small.renderAndWait(as: .svg)
      #expect(!picture.bytes.isEmpty)
    }
  }

  @Test("without fonts the missing characters and packages are named")
  func noFonts() async {
    await #expect(processExitsWith: .success) {
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("fonts-\(ProcessInfo.processInfo.processIdentifier).conf")
      try Data("<?xml version=\"1.0\"?><fontconfig></fontconfig>".utf8).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      unsafe setenv("FONTCONFIG_FILE", file.path, 1)
      let missing = try #require(MissingGlyphs(in: ["A社", "交流 é"]))
      #expect(missing.characters == ["交", "流", "社"])
      #expect(missing.packages.apt == ["fonts-noto-cjk"])
      #expect(missing.description.contains("fonts-noto-cjk"))
      #expect(MissingGlyphs(in: ["Latin é"]) == nil)
    }
  }
}

/// The memory that the process holds.
private func residentBytes() -> Int {
  guard
    let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      .split(separator: " ").dropFirst().first.flatMap({ Int($0) })
  else { return 0 }
  return pages * 4096
}
