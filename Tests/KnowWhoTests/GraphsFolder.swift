/// The folder `Graphs/` at the top of the package.
let graphs = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Graphs"
