extension ReferenceSystem {
  /// Whether positions are longitudes and latitudes of WGS 84, as GeoJSON has them.
  package var isLongitudeLatitude: Bool {
    get throws(FootprintsError) {
      if definition == Self.longitudeLatitude { return true }
      guard isGeographic else { return false }
      return try Transformation(from: self, to: ReferenceSystem(Self.longitudeLatitude)).operation == "none"
    }
  }
}
