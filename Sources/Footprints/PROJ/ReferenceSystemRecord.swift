import CGEOS

extension ReferenceSystem {
  /// What a file that keeps reference systems has of one.
  package struct Record: Sendable, Equatable {
    /// Whose registry it is in: `EPSG`; nil for a system in none.
    package let authority: String?
    /// Its number there.
    package let code: Int?
    /// Its name.
    package let name: String
    /// Its definition as well-known text, version 1 as GDAL writes it; version 2 for a system that the first cannot express.
    package let text: String
    /// The same as Esri writes it, for a .prj file; nil for a system that it cannot express.
    package let esriText: String?
  }

  /// The record of the system. Longitude and latitude without a word about their order (`OGC:CRS84`) are EPSG:4326, whose
  /// positions are written in that order wherever x comes before y.
  package func record() throws(FootprintsError) -> Record {
    let definition =
      self.definition == Self.longitudeLatitude || name.hasSuffix("(CRS84)") ? "EPSG:4326" : definition
    return try PROJRegistry.look { (context) throws(FootprintsError) in
      guard let object = PROJObject(owning: proj_create(context.handle, definition), in: context) else {
        throw FootprintsError(.fault, "PROJ does not know '\(definition.prefix(80))' any more")
      }
      let identity = Self.identity(object, context)
      let text = Self.text(object, PJ_WKT1_GDAL, context) ?? Self.text(object, PJ_WKT2_2019, context)
      return Record(
        authority: identity?.authority, code: identity?.code, name: object.name, text: text ?? "undefined",
        esriText: Self.text(object, PJ_WKT1_ESRI, context))
    }
  }

  private static func text(
    _ object: borrowing PROJObject, _ type: PJ_WKT_TYPE, _ context: PROJContext
  ) -> String? {
    // Options are a list of strings that ends with null.
    let option = Array("MULTILINE=NO".utf8CString)
    return option.withUnsafeBufferPointer { option in
      var options = [option.baseAddress, nil]
      return proj_as_wkt(context.handle, object.pointer, type, &options).map { String(cString: $0) }
    }
  }

  /// The number that a system has in a registry, or that of the one that PROJ is nearly certain it is.
  private static func identity(
    _ object: borrowing PROJObject, _ context: PROJContext
  ) -> (authority: String, code: Int)? {
    if let own = identifier(object) { return own }
    var confidences: UnsafeMutablePointer<Int32>?
    guard let list = proj_identify(context.handle, object.pointer, "EPSG", nil, &confidences) else {
      return nil
    }
    defer {
      proj_list_destroy(list)
      proj_int_list_destroy(confidences)
    }
    guard proj_list_get_count(list) > 0, let confidence = confidences?.pointee, confidence >= 90,
      let found = PROJObject(owning: proj_list_get(context.handle, list, 0), in: context)
    else { return nil }
    return identifier(found)
  }

  private static func identifier(_ object: borrowing PROJObject) -> (authority: String, code: Int)? {
    guard let authority = proj_get_id_auth_name(object.pointer, 0),
      let code = proj_get_id_code(object.pointer, 0).flatMap({ Int(String(cString: $0)) })
    else { return nil }
    return (String(cString: authority), code)
  }
}
