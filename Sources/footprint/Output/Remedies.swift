import Footprints

extension FootprintsError.Reason {
  /// What the user of the command can do, a sentence that names the options.
  var remedy: String {
    switch self {
    case .isDirectory:
      "Name a file in it, or give the folder with --package if it holds a datapackage.json."
    case .unsuitableWorkingSystem: "Areas need one that is, such as --crs EPSG:27700."
    case .noTransformation:
      "Choose another working system with --crs, or state the layer's with --source-crs."
    }
  }
}

extension FootprintsError {
  /// The same error with what a user of the command can do, where its reason says so.
  var withOptions: FootprintsError {
    var error = self
    if let reason { error.remedy = reason.remedy }
    return error
  }
}
