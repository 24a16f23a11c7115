#pragma once
#include <stddef.h>

/// Remembers a file that is mapped into memory, so that its end may be missing: reading beyond what another program has
/// left of a file, or what a disk can no longer give, sends SIGBUS, which would end the process. From the first call on
/// such reads find zeroes instead, and the file is known to be damaged. Signals about other memory go where they went before.
///
/// Returns a number for the two below; -1 where there are too many, so that the file has to be copied instead.
int mapped_file_remember(const void *start, size_t count);

/// Whether part of a file was missing when it was read.
int mapped_file_is_damaged(int number);

/// Forgets a file, before its memory is given back. Returns whether it was damaged.
int mapped_file_forget(int number);
