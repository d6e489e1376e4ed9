internal import KnowWho

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Results go to standard output, messages to standard error.
enum Console {
  /// Writes a result.
  static func write(_ text: String) {
    put(text, to: 1)
  }

  /// Writes a remark that is not part of the result.
  static func note(_ text: String) {
    put("knowwho: \(text)\n", to: 2)
  }

  /// Draws over the current line of the terminal.
  static func draw(_ text: String) {
    put(text, to: 2)
  }

  /// Writes why there is no result.
  static func complain(_ text: String, prefix: String = "knowwho: ") {
    put("\(prefix)\(text)\n", to: 2)
  }

  /// Writes all bytes, straight to the system: nothing is lost in a buffer at exit.
  private static func put(_ text: String, to file: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.write(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Glibc)
          unsafe Glibc.write(file, buffer.baseAddress, buffer.count)
        #else
          unsafe Musl.write(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        // A closed pipe ends the process quietly by its signal; a full disk must not look fine.
        if file == 1 {
          put(
            "knowwho: " + Language.ofCommandLine("the result cannot be written: ", "結果を書き込めません：")
              + (unsafe String(cString: strerror(errno))) + "\n",
            to: 2)
          exit(CommandFailure.badData)
        }
        return
      }
    }
  }
}
