import Foundation
import Testing

@testable import Footprints

/// Databases in files that are open and have no name.
@Suite struct SQLiteOpenFileTests {
  @Test func aDatabaseNeedsNoName() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/nameless"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    defer { close(descriptor) }
    #expect(descriptor >= 0 && unlink(path) == 0)
    do {
      let database = try SQLiteDatabase.writing(uri: SQLiteOpenFile.uri(descriptor))
      // More than the cache holds, sorted, which needs a temporary file of SQLite's own.
      try database.run(
        """
        PRAGMA journal_mode=OFF; PRAGMA cache_size=10; CREATE TABLE t(n INTEGER, text TEXT); BEGIN;
        WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 20000)
          INSERT INTO t SELECT n, printf('%064d', 20000 - n) FROM c;
        CREATE INDEX i ON t(text); DELETE FROM t WHERE n > 19999; COMMIT;
        """)
    }
    // Nothing is left beside it, and another connection finds all of it.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let again = try SQLiteDatabase.writing(uri: SQLiteOpenFile.uri(descriptor))
    let statement = try again.statement("SELECT count(*), sum(n) FROM t INDEXED BY i WHERE text > '' ")
    #expect(try statement.step())
    #expect(statement.integer(0) == 19999 && statement.integer(1) == 19999 * 20000 / 2)
    let check = try again.statement("PRAGMA integrity_check")
    #expect(try check.step())
    #expect(check.text(0) == "ok")
  }
}
