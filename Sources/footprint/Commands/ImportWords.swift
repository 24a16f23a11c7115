import ArgumentParser
import Footprints

struct ImportWords: ListingCommand {
  typealias Subject = ImportWordsAnalysis

  static let discussion = """
    Change the table and give it back with footprint import bcf --words, or put it into the data package with the role bcf-words.

    Example:
      footprint import words -o words.csv
    """

  static let configuration = CommandConfiguration(
    commandName: "words", abstract: Subject.summary, discussion: discussion)

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ImportWordsAnalysis.Request { .init() }
}
