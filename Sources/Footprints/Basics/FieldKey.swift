extension String {
  /// The name of a field without what varies between files: letter case, spaces, underscores, hyphens.
  package var fieldKey: String {
    String(
      decoding: lowercased().utf8.filter { $0 != 0x20 && $0 != 0x5F && $0 != 0x2D && $0 != 0x2E },
      as: UTF8.self)
  }
}
