// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "footprints",
  products: [
    .library(name: "Footprints", targets: ["Footprints"]),
    .executable(name: "footprint", targets: ["footprint"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos proj", providers: [.apt(["libgeos-dev", "libproj-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CAllocator"),
    .target(name: "CFiles"),
    .target(name: "CTransfer", linkerSettings: [.linkedLibrary("curl")]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "Footprints",
      dependencies: [
        "CGEOS", "CZip", "CCrypto", "CSQLite", "CZlib", "CXLSXWriter", "CExpat", "CFiles", "CTransfer",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "footprint",
      dependencies: [
        "Footprints", "EmbeddedRegion", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "EmbeddedRegion", path: "Boundaries/Embedded"),
    .target(
      name: "RegionGenerator", path: "Boundaries/Generator/RegionGenerator", swiftSettings: strict),
    .executableTarget(
      name: "generate-region",
      dependencies: [
        "RegionGenerator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Boundaries/Generator/generate-region", swiftSettings: strict),
    .testTarget(
      name: "BoundariesTests", dependencies: ["RegionGenerator", "EmbeddedRegion", "Footprints"],
      swiftSettings: strict),
    .testTarget(name: "FootprintsTests", dependencies: ["Footprints"], swiftSettings: strict),
    // The examples of the documentation, with nothing but what is public, as another package sees it.
    .testTarget(
      name: "DocumentationTests", dependencies: ["Footprints"], packageAccess: false, swiftSettings: strict),
    .testTarget(
      name: "footprintTests", dependencies: ["footprint", "Footprints"], exclude: ["Golden", "Oracle"],
      swiftSettings: strict),
  ]
)

// Nobody builds the fuzzer, the benchmark or the documentation who does not ask for it; scripts/fuzz, scripts/benchmark
// and scripts/documentation do. The first two are targets here, not packages of their own, because SwiftPM shows
// `package` declarations to no other package.
if let kind = Context.environment["FOOTPRINT_FUZZ"] {
  package.targets.append(
    .executableTarget(
      name: "fuzz-readers", dependencies: ["Footprints"], path: "Fuzz/fuzz-readers",
      swiftSettings: strict + (kind == "coverage" ? [.define("LIBFUZZER")] : [])))
}
if Context.environment["FOOTPRINT_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
if Context.environment["FOOTPRINT_BENCHMARK"] != nil {
  package.targets.append(
    .executableTarget(
      name: "stage-benchmark", dependencies: ["Footprints"], path: "Benchmarks/stage-benchmark",
      swiftSettings: strict))
  package.targets.append(
    .executableTarget(
      name: "growth-layers", path: "Benchmarks/growth-layers", swiftSettings: strict))
}
