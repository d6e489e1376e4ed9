// The columns of a network are those of a graph, so who has a network has them.
@_exported public import GraphStructure
