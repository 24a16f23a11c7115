import Footprints

extension Reason {
  /// What the user of the command can do, a sentence that names the options; nil where there is nothing to add.
  var remedy: String? {
    switch self {
    case .isDirectory:
      "Name a file in it, or give the folder with --package if it holds a datapackage.json."
    case .unknownFormat: "Say of which format it is with --from, such as --from csv."
    case .noPackageFolder: "--package takes the folder of a datapackage.json."
    case .needsPackage: "Give its folder with --package."
    case .unsuitableWorkingSystem: "Areas need one that is, such as --crs EPSG:27700."
    case .noTransformation:
      "Choose another working system with --crs, or state the layer’s with --source-crs."
    case .outsideTransformation:
      "It lies outside the area of use; state the file’s system with --source-crs, or choose another with --crs."
    case .notDegrees(looksBritish: true):
      "They look like metres of the British National Grid: give --source-crs EPSG:27700."
    case .notDegrees(looksBritish: false):
      "Say which system they are in, such as --source-crs EPSG:27700."
    case .unknownSource: "State it with --source-crs."
    case .looksLikeDegrees: "If they are longitude and latitude, give --source-crs EPSG:4326."
    case .outsideWorkingArea: "Choose a working system for that place with --crs."
    case .outsideWorkingAreaAsStated:
      "State the file’s own system with --source-crs, or choose another working system with --crs."
    case .onlyPoints: "Overlaps need areas; footprint locate says in which areas points lie."
    case .pointColumns: "--x and --y name the columns of the coordinates."
    case .bricksArePoints: "Use --membership centroid or lookup."
    case .noPeople: "Add both to the package, or use --weights area."
    case .noLookup: "Add one to the package, or use --membership largest."
    case .bricksTooLarge: "--membership apportion counts parts of small areas."
    case .noFlows(hasTrustLayer: true): "Use --catchment layer, or add the flows to the package."
    case .noFlows(hasTrustLayer: false): "Add a trust layer or the flows to the package."
    case .noFlowTable: "Add the flows to the package, or use --weights population or area."
    case .noFlowBetween: "Use --weights population or area."
    case .flowsNeedNoCatchment: "Leave out --catchment, or use --weights population."
    case .noSites: "Add them to the package, or name a file of points with footprint catchment --sites."
    case .noColumns: "Name it with --extensive (counts), --intensive (rates, means) or --money (pounds)."
    case .noScenarioLayer: "Give it a member 'layer', or --layer."
    case .noOtherLayer: "Give --against, or a member 'against' in the scenario."
    case .severalRows: "Name the column that tells them apart with --by."
    case .catchmentsCountPeople: "Use --weights population, or --catchment layer."
    case .sliversLeftOut: "--keep-slivers lists them."
    case .rowsLeftOut: "--all shows the rest."
    case .columnsLeftOut: "A wider window, or -o with a name such as all.txt, has all columns."
    case .outOfRange(let name): "Correct --\(name.replacing("_", with: "-"))."
    case .severalGroupings: "--by says which."
    case .severalTiers: "--tier chooses another."
    case .unknownInFictionalRegion: "--package names another."
    case .sharesNotGiven:
      "Or name the layers of both years with --from and --into, and it is divided by people."
    case .sentElsewhere:
      "Nobody else is asked than the host that was named: if it moved, give the new one with --base."
    case .answerTooLarge:
      "No page of a layer is: check the address, or raise the limit of FOOTPRINT_FETCH_MOST_BYTES."
    case .fetchedElsewhere:
      "Nobody is asked on the word of a package: name that address with --base to ask there."
    case .nothingFetched: "Fetch something into it first, or name another package with --package."
    case .resourceExists: "Use --force to replace it, or fetch it under another name: NAME=SERVICE."
    case .serviceIsGone, .isAddress, .unknownName, .latitudeFirst, .duplicateCodes, .endsEarly, .noGeometries:
      nil
    }
  }
}

extension FootprintsError {
  /// The same error with what a user of the command can do, where its reason says so.
  var withOptions: FootprintsError {
    var error = self
    guard let advice = reason?.remedy else { return self }
    // What was asked and which names it has stay worth knowing.
    let own = reason == .unknownInFictionalRegion ? remedy.map { $0 + " " } : nil
    error.remedy = (own ?? "") + advice
    return error
  }
}
