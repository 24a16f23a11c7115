#define _GNU_SOURCE
#include "temporary_files.h"

#include "ends.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <stdint.h>
#include <sys/syscall.h>
#endif

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

void file_write_out(int descriptor) {
#ifdef __linux__
  sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
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

// Removes the files of a folder, and the folder. The functions that list folders may not be called by a signal handler, the system
// call behind them may.
static void remove_folder(const char *path) {
#ifdef __linux__
  struct entry {
    uint64_t inode;
    int64_t offset;
    uint16_t size;
    uint8_t type;
    char name[];
  };
  _Alignas(8) static char buffer[1 << 14];
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (folder < 0) return;
  for (long got; (got = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0;)
    for (long at = 0; at < got; at += ((struct entry *)(buffer + at))->size)
      unlinkat(folder, ((struct entry *)(buffer + at))->name, 0);
  close(folder);
#endif
  rmdir(path);
}

static void handle(int signal_number) {
  // Nothing that a child still writes comes back once it is removed.
  children_end();
  for (int number = 0; number < most_files; number++)
    if (atomic_load(&files[number].state) == 2 && unlink(files[number].path) != 0) remove_folder(files[number].path);
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

void ends_install(void) { pthread_once(&once, install); }

int temporary_file_remember(const char *path) {
  ends_install();
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
