// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "footprints", path: "..")],
  targets: [
    .executableTarget(
      name: "reading-benchmark",
      dependencies: [.product(name: "Footprints", package: "footprints")], swiftSettings: settings)
  ]
)
