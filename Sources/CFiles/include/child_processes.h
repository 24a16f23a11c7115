#pragma once
#include <stddef.h>

/// What became of a program that was run.
struct child_outcome {
  /// Why it could not be run or watched: an error number; 0 where it ran.
  int error;
  /// Its exit status; -1 where it did not exit by itself.
  int status;
  /// The signal that ended it; 0 for none.
  int signal;
  /// Whether it was ended because its time was over.
  int is_late;
  /// The bytes of its messages that were kept, and how many there were.
  size_t kept, said;
};

/// Runs a program to its end, in a process group of its own, with nothing on standard input and nobody at its standard output.
/// It ends with whatever it has started: when its time is over, and when a signal ends this process (see
/// `temporary_file_remember`). What it says on standard error is kept up to a size; the rest is read and forgotten, so that it never
/// waits for us.
///
/// No file that it writes grows beyond `most_bytes`. `path` is absolute; `arguments` and `environment` end with NULL.
struct child_outcome child_run(const char *path, char *const arguments[], char *const environment[], int milliseconds,
                               long long most_bytes, char *messages, size_t capacity);
