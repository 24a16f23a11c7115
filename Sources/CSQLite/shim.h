#pragma once
#include <sqlite3.h>

// What Swift cannot call: functions with a variable number of arguments, and macros that are casts.

/// Turns one of the switches of a connection on or off; returns SQLITE_OK, or an error for a switch that this version
/// does not have.
static inline int footprint_sqlite3_switch(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

/// Binds text that is copied.
static inline int footprint_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, long long bytes) {
  return sqlite3_bind_text64(statement, index, text ? text : "", (sqlite3_uint64)bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds bytes that stay where they are until the statement is reset; none at all are an empty blob.
static inline int footprint_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, long long count) {
  return count == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob64(statement, index, bytes, (sqlite3_uint64)count, SQLITE_STATIC);
}

/// Binds bytes that are copied.
static inline int footprint_sqlite3_bind_copied(sqlite3_stmt *statement, int index, const void *bytes, long long count) {
  return count == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob64(statement, index, bytes, (sqlite3_uint64)count, SQLITE_TRANSIENT);
}
