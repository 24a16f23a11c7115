import ArgumentParser

@main
struct Footprint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footprint", abstract: "Whose boundaries overlap whose, and by how much.")
}
