#pragma once

/// Opens a file without a name in a folder, for reading and writing by its owner; -1 where the file system has none.
int nameless_file_open(const char *folder);

/// Gives such a file a name that is free. Returns 0, or -1 with the reason in `errno`.
int nameless_file_link(int descriptor, const char *path);

/// Begins to write out what is still in memory of a file. Some file systems do so when a file takes the name of another, which then
/// lasts as long as that takes, and the file has two names meanwhile.
void file_write_out(int descriptor);

/// Remembers a file that is to be gone when a signal ends the process (SIGHUP, SIGINT, SIGQUIT, SIGTERM), unless that signal is
/// ignored or somebody else's business; or a folder, with the files in it. What nothing can be done about is SIGKILL.
///
/// Returns a number for `temporary_file_forget`; -1 for a path that is too long or where there are too many.
int temporary_file_remember(const char *path);

/// Forgets a file, whether it is still there or not.
void temporary_file_forget(int number);
