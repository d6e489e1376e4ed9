// One import gives a user everything.
@_exported public import GraphMeasures
@_exported public import GraphModels
@_exported public import GraphStructure
@_exported public import NetworkData
@_exported public import NetworkDrawing
@_exported public import NetworkFiles
