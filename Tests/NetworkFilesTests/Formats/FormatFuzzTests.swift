import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// Damaged files are read or refused with a place and advice, and what is read can be written again.
@Suite struct FormatFuzzTests {
  private static let texts: [(format: String, texts: [String])] = [
    (
      "pajek",
      [
        "*Network n\n*Vertices 4 2\n1 \"a\" 0.1 0.2 box ic Red [1-5]\n2 \"b \\\"q\\\"\"\n3 \"c\"\n4 d\n"
          + "*Arcs :1 \"x\"\n1 3 2.5 w 3 l \"lab\" [1-5,7]\n*Edges :2 \"y\"\n2 4 1\n2: 1 4 3\n"
          + "*Partition p\n*Vertices 4\n1\n2\n1\n2\n",
        "*Vertices 3\n*Matrix\n0 1 0\n1 0 2\n0 0 0\n*Edgeslist\n1 2 3\n*Arcslist\n3 1\n",
      ]
    ),
    (
      "dl",
      [
        "dl n=3 nm=2\nlabels:\na,b,c\nmatrix labels: x y\ndata:\n0 1 0\n1 0 2\n0 0 0\n1 1 1 0 0 0 0 0 0\n",
        "dl nr=2 nc=3 format=edgelist2\nlabels embedded:\ndata:\na x 2\nb y\nb z 0.5\n",
        "dl n=4 format=lowerhalf diagonal=absent\ndata:\n1\n0 1\n2 0 1\n",
      ]
    ),
    (
      "vna",
      [
        "*Node data\nID name \"the kind\"\na \"A, B\" 1\nb \"\" 2\n*Tie data\nfrom to friends advice\na b 1 0\n"
      ]
    ),
    (
      "mtx",
      [
        "%%MatrixMarket matrix coordinate real general\n% x\n3 3 3\n1 2 0.5\n2 3 -1\n3 3 1e9\n",
        "%%MatrixMarket matrix array integer symmetric\n2 2\n1\n2\n3\n",
      ]
    ),
    ("metis", ["4 3 011 1\n1 2 5\n3 1 5 3 7\n5 2 7 4 1\n2 3 1\n"]),
    (
      "csv",
      [
        "Source,Target,Type,Weight,Label\na,b,Directed,2,x\nb,\"c,d\",Undirected,,\n",
        ",a,b,c\na,0,1,0\nb,1,0,2\nc,0,0,0\n", "a;b\nb;c;d\ne\nf;a;g;h;i\n", "id,label\n1,x\n2,y\n",
      ]
    ),
  ]

  @Test(arguments: texts.indices)
  func damagedFiles(index: Int) throws {
    let (name, sources) = Self.texts[index]
    let format = try #require([NetworkFormat].standard.first { $0.name == name })
    let texts = sources.map { Array($0.utf8) }
    let folder = try TemporaryFolder()
    let file = folder["f.\(format.endings[0])"]
    var options = NetworkFile.Options()
    options.format = name
    options.limits.nodes = 1000
    var mutator = Mutator(seed: UInt64(index) + 1)
    var readCount = 0
    for _ in 0..<400 {
      let (one, other) = (mutator.next(below: texts.count), mutator.next(below: texts.count))
      let text = mutator.mutated(texts[one], with: texts[other])
      try folder.write(text, to: "f.\(format.endings[0])")
      do throws(FileProblem) {
        let network = try NetworkFile.read(file, options).network
        readCount += 1
        guard format.isWritten else { continue }
        let lost: [Phrase]
        do throws(FileProblem) {
          lost = try NetworkFile.write(network, to: folder["again.\(format.endings[0])"])
        } catch {
          // A label may be more than a format can hold, which is said.
          #expect(error.advice != nil)
          continue
        }
        if !lost.isEmpty { continue }
        let again = try NetworkFile.read(folder["again.\(format.endings[0])"], options).network
        // A table of ties names actors in the order of the ties.
        #expect(Set(again.actors.ids) == Set(network.actors.ids))
        #expect(again.ties.count == network.ties.count)
      } catch {
        #expect(error.advice != nil, "\(error)")
        #expect(error.description.utf8.count < 3000)
      }
    }
    #expect(readCount > 2)
  }
}
