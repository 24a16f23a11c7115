#define _GNU_SOURCE
#include "mapped_files.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// The same idea as in libwayland's shared memory: a handler may not do much, but mapping empty pages is one system call.

enum { most_files = 4096 };

static struct {
  // 0 while the place is free; written last and cleared first, so that the handler sees whole entries only.
  atomic_uintptr_t start;
  atomic_size_t count;
  atomic_int is_damaged;
  atomic_int is_taken;
} files[most_files];

static atomic_int highest;
static struct sigaction previous;
static uintptr_t page_mask;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void handle(int signal, siginfo_t *info, void *context) {
  uintptr_t address = (uintptr_t)info->si_addr;
  int end = atomic_load(&highest);
  for (int number = 0; number < end; number++) {
    uintptr_t start = atomic_load(&files[number].start);
    if (start == 0 || address < start) continue;
    size_t count = atomic_load(&files[number].count);
    if (address - start >= count) continue;
    // All that follows has gone as well, or is not to be relied on.
    uintptr_t page = address & page_mask;
    if (mmap((void *)page, start + count - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) ==
        MAP_FAILED)
      break;
    atomic_store(&files[number].is_damaged, 1);
    return;
  }
  if (previous.sa_flags & SA_SIGINFO) {
    previous.sa_sigaction(signal, info, context);
  } else if (previous.sa_handler == SIG_DFL || previous.sa_handler == SIG_IGN) {
    // Done once more without this handler, the read ends the process as it would have.
    sigaction(SIGBUS, &previous, NULL);
  } else {
    previous.sa_handler(signal);
  }
}

static void install(void) {
  page_mask = ~(uintptr_t)(sysconf(_SC_PAGESIZE) - 1);
  struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &previous);
}

int mapped_file_remember(const void *start, size_t count) {
  pthread_once(&once, install);
  for (int number = 0; number < most_files; number++) {
    int is_free = 0;
    if (!atomic_compare_exchange_strong(&files[number].is_taken, &is_free, 1)) continue;
    atomic_store(&files[number].is_damaged, 0);
    atomic_store(&files[number].count, count);
    atomic_store(&files[number].start, (uintptr_t)start);
    int end = atomic_load(&highest);
    while (end <= number && !atomic_compare_exchange_weak(&highest, &end, number + 1)) {
    }
    return number;
  }
  return -1;
}

int mapped_file_is_damaged(int number) { return atomic_load(&files[number].is_damaged); }

int mapped_file_forget(int number) {
  atomic_store(&files[number].start, 0);
  int is_damaged = atomic_load(&files[number].is_damaged);
  atomic_store(&files[number].is_taken, 0);
  return is_damaged;
}
