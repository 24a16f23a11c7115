// swift-tools-version: 6.2
import PackageDescription

// The kernel is not public, and must not become so to be measured. `package` access ends with the package,
// so this one compiles the library's sources (through the link `Repository`) instead of depending on it.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "benchmarks",
  targets: [
    .systemLibrary(name: "CGEOS", path: "Repository/Sources/CGEOS", pkgConfig: "geos proj"),
    .systemLibrary(name: "CZip", path: "Repository/Sources/CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CCrypto", path: "Repository/Sources/CCrypto", pkgConfig: "libcrypto"),
    .target(
      name: "Footprints", dependencies: ["CGEOS", "CZip", "CCrypto"], path: "Repository/Sources/Footprints",
      swiftSettings: strict),
    .executableTarget(name: "stage-benchmark", dependencies: ["Footprints"], swiftSettings: strict),
  ]
)
