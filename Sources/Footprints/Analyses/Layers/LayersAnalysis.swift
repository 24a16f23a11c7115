/// What is in a data package, or in files.
public enum LayersAnalysis: Analysis {
  /// `layers`.
  public static let name = "layers"
  /// What it answers.
  public static let summary =
    "What is in a data package, or in files: roles, areas, fields, reference systems, problems."

  /// What to look at.
  public struct Request: AnalysisRequest {
    /// Layers of the study, or files; all layers and tables of the package when none is named.
    public var layers: [String]

    /// Names some layers, or none.
    public init(layers: [String] = []) { self.layers = layers }
  }

  /// Reads every layer and table. What cannot be read is reported with its reason; the rest all the same. Of a package,
  /// layers and tables are brought together as the other analyses do it, and what is noticed then is reported.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> LayersResult {
    let study = enquiry.study
    // Files that the package does not have are described without it.
    let isPackageAsked = request.layers.isEmpty || !request.layers.allSatisfy(study.isOutside)
    if !isPackageAsked { enquiry.forgetPackage() }
    var result = LayersResult(
      title: isPackageAsked ? study.package.map { "\($0.manifest.title) (\($0.manifest.name))" } : nil)
    for name in request.layers.isEmpty ? study.layerNames : request.layers {
      do throws(FootprintsError) {
        do throws(FootprintsError) {
          result.layers.append(try enquiry.layer(name))
        } catch {
          // What a GeoJSON file has is known only when it is read.
          guard error.reason == .onlyPoints else { throw error }
          result.points.append(try enquiry.points(name))
        }
      } catch {
        result.failures.append(
          .init(name: name, role: study.role(ofLayer: name), error: error))
      }
    }
    guard request.layers.isEmpty, let package = study.package else { return result }
    for resource in package.points {
      do throws(FootprintsError) {
        result.points.append(try enquiry.points(resource.name))
      } catch {
        result.failures.append(.init(name: resource.name, role: resource.request.role, error: error))
      }
    }
    let layers = Set((package.layers + package.points).map(\.name))
    for resource in package.manifest.resources where !layers.contains(resource.name) {
      do throws(FootprintsError) {
        let table = try enquiry.table(resource, of: package)
        result.tables.append(
          .init(
            name: resource.name, role: resource.request.role, rows: table.csv.count,
            columns: table.csv.header, path: table.csv.file, notices: table.csv.notices))
      } catch {
        result.failures.append(.init(name: resource.name, role: resource.request.role, error: error))
      }
    }
    result.problems = PackageJoins(result, in: enquiry).problems()
    return result
  }
}
