/// Why something failed or is worth saying, where the caller can do something about it.
///
/// The library says what happened and where; it does not know how it was asked. A command names the option that
/// helps, a server the parameter: both find it under the reason.
public enum Reason: Sendable, Hashable {
  /// A directory was named where a file is needed.
  case isDirectory
  /// What was named is an address on the web.
  case isAddress
  /// What was named is not a folder with a data package.
  case noPackageFolder
  /// Nothing says of which format a file of layers is.
  case unknownFormat
  /// The analysis needs a data package and there is none.
  case needsPackage
  /// The working reference system is not projected in metres.
  case unsuitableWorkingSystem
  /// There is no transformation between two reference systems.
  case noTransformation
  /// A position lies where the transformation is not defined.
  case outsideTransformation
  /// Nothing says which reference system a file is in, and its numbers cannot be degrees; whether they look like
  /// metres of the British National Grid.
  case notDegrees(looksBritish: Bool)
  /// Nothing says which reference system a file is in that is to be brought into another.
  case unknownSource
  /// The numbers of a file look like degrees and its reference system is in metres.
  case looksLikeDegrees
  /// The positions of a file have latitude before longitude.
  case latitudeFirst
  /// A layer lies outside the area of use of the working reference system.
  case outsideWorkingArea
  /// A layer lies there when its numbers are taken as those of the reference system that it states.
  case outsideWorkingAreaAsStated
  /// Nobody says how much of an area or organisation went to each of its successors.
  case sharesNotGiven
  /// Several areas of a layer have one code.
  case duplicateCodes
  /// A server has no such service, or no such layer in it; the remedy says what it has.
  case serviceIsGone
  /// A server answers that another host is to be asked.
  case sentElsewhere
  /// The answer of a server is larger than allowed.
  case answerTooLarge
  /// A resource of a package was fetched from another address than the one that is asked.
  case fetchedElsewhere
  /// No resource of a package was fetched.
  case nothingFetched
  /// A package has a resource of the name already.
  case resourceExists
  /// A file ends before what it holds does.
  case endsEarly
  /// No area of a layer has any geometry.
  case noGeometries
  /// A file has points where areas are needed.
  case onlyPoints
  /// It is not clear which columns of a table hold the coordinates of points.
  case pointColumns
  /// People cannot be counted: there are no small areas with their population.
  case noPeople
  /// There is no lookup table for the membership of small areas.
  case noLookup
  /// Small areas are points, which have no area to be divided.
  case bricksArePoints
  /// Areas hold parts of small areas only, and have nobody where small areas count as wholes.
  case bricksTooLarge
  /// Catchments need flows that are not there; whether there is a trust layer instead.
  case noFlows(hasTrustLayer: Bool)
  /// Catchments from sites are asked for, and there are none.
  case noSites
  /// Patient flows were asked for where there is no table of them.
  case noFlowTable
  /// Patient flows were asked for where they mean nothing.
  case noFlowBetween
  /// A catchment method was asked for beside patient flows, which need none.
  case flowsNeedNoCatchment
  /// No column of a table is named.
  case noColumns
  /// A scenario does not say which layer changes.
  case noScenarioLayer
  /// Nobody says against which layer a changed one is scored.
  case noOtherLayer
  /// A table has several rows for one area, and nothing tells them apart.
  case severalRows
  /// The catchment method counts people, and area was asked for.
  case catchmentsCountPeople
  /// Slivers were left out.
  case sliversLeftOut
  /// A page had no room for all rows.
  case rowsLeftOut
  /// A page had no room for all columns.
  case columnsLeftOut
  /// A number of a request lies outside its range; the name of the number.
  case outOfRange(String)
  /// A name or code is not known.
  case unknownName
  /// The same, and what was asked is a region that describes no real place.
  case unknownInFictionalRegion
  /// A code belongs to areas of several layers, of which one was taken.
  case severalTiers
  /// Several columns of a table could say which group an area belongs to.
  case severalGroupings
}
