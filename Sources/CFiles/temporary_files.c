#define _GNU_SOURCE
#include "temporary_files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int nameless_file_open(const char *folder) {
#ifdef O_TMPFILE
  // Without it the file could never get a name.
  if (access("/proc/self/fd", F_OK) != 0) return -1;
  return open(folder, O_RDWR | O_CLOEXEC | O_TMPFILE, 0600);
#else
  errno = ENOTSUP;
  return -1;
#endif
}

int nameless_file_link(int descriptor, const char *path) {
#ifdef O_TMPFILE
  char own[64];
  snprintf(own, sizeof own, "/proc/self/fd/%d", descriptor);
  return linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW);
#else
  errno = ENOTSUP;
  return -1;
#endif
}

enum { most_files = 64 };

static struct {
  char path[PATH_MAX];
  // 0 free, 1 being written, 2 to be removed.
  atomic_int state;
} files[most_files];

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void handle(int signal_number) {
  for (int number = 0; number < most_files; number++)
    if (atomic_load(&files[number].state) == 2) unlink(files[number].path);
  // The process ends as it would have.
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void install(void) {
  for (unsigned place = 0; place < sizeof signals / sizeof *signals; place++) {
    struct sigaction action;
    if (sigaction(signals[place], NULL, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    memset(&action, 0, sizeof action);
    action.sa_handler = handle;
    sigemptyset(&action.sa_mask);
    sigaction(signals[place], &action, NULL);
  }
}

int temporary_file_remember(const char *path) {
  pthread_once(&once, install);
  size_t length = strlen(path);
  if (length >= PATH_MAX) return -1;
  for (int number = 0; number < most_files; number++) {
    int free = 0;
    if (!atomic_compare_exchange_strong(&files[number].state, &free, 1)) continue;
    memcpy(files[number].path, path, length + 1);
    atomic_store(&files[number].state, 2);
    return number;
  }
  return -1;
}

void temporary_file_forget(int number) {
  if (number >= 0) atomic_store(&files[number].state, 0);
}
