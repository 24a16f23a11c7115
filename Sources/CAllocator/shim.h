#pragma once
#include <stdlib.h>
#ifdef __GLIBC__
#include <limits.h>
#include <malloc.h>
#endif

/// Lets memory that was freed be used again instead of going back to the system, which clears every page that it
/// gives: where large arrays follow each other, that is a good part of the time. Nothing where the C library is another.
static inline void keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}
