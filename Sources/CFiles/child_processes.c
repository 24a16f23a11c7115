#define _GNU_SOURCE
#include "child_processes.h"

#include "ends.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { most_children = 64 };

// The process groups of children that run; 0 while a place is free, -1 while one is being started.
static atomic_int groups[most_children];

void children_end(void) {
  for (int number = 0; number < most_children; number++) {
    int group;
    // Another thread is starting it; this one is not, because no signal comes to a thread that is.
    while ((group = atomic_load(&groups[number])) < 0) sched_yield();
    if (group == 0) continue;
    kill(-group, SIGKILL);
    waitpid(group, NULL, 0);
  }
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static int take_place(void) {
  for (int number = 0; number < most_children; number++) {
    int is_free = 0;
    if (atomic_compare_exchange_strong(&groups[number], &is_free, -1)) return number;
  }
  return -1;
}

// Sets bounds that hold even where nobody is left to end the child.
static void bound(pid_t child, int milliseconds, long long most_bytes) {
#ifdef __linux__
  struct rlimit time = {.rlim_cur = (rlim_t)milliseconds / 1000 + 1, .rlim_max = (rlim_t)milliseconds / 1000 + 2};
  struct rlimit size = {.rlim_cur = (rlim_t)most_bytes, .rlim_max = (rlim_t)most_bytes};
  prlimit(child, RLIMIT_CPU, &time, NULL);
  prlimit(child, RLIMIT_FSIZE, &size, NULL);
#else
  (void)child, (void)milliseconds, (void)most_bytes;
#endif
}

// Begins a child whose messages go into a pipe. Returns an error number.
static int start(const char *path, char *const arguments[], char *const environment[], int messages, pid_t *child) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&files);
  if (code != 0) return code;
  if ((code = posix_spawnattr_init(&attributes)) != 0) {
    posix_spawn_file_actions_destroy(&files);
    return code;
  }
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  // Whatever we ignore or hold back, the child begins like any other program.
  if ((code = posix_spawnattr_setflags(
           &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)) == 0 &&
      (code = posix_spawnattr_setpgroup(&attributes, 0)) == 0 &&
      (code = posix_spawnattr_setsigdefault(&attributes, &all)) == 0 &&
      (code = posix_spawnattr_setsigmask(&attributes, &none)) == 0 &&
      (code = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)) == 0 &&
      (code = posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)) == 0 &&
      (code = posix_spawn_file_actions_adddup2(&files, messages, 2)) == 0)
    code = posix_spawn(child, path, &files, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return code;
}

// Takes what there is to read. Returns whether more may come.
static int drain(int pipe, char *messages, size_t capacity, struct child_outcome *outcome) {
  char chunk[4096];
  for (;;) {
    ssize_t got = read(pipe, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno == EAGAIN;
    if (got == 0) return 0;
    size_t room = capacity - outcome->kept;
    size_t taken = (size_t)got < room ? (size_t)got : room;
    memcpy(messages + outcome->kept, chunk, taken);
    outcome->kept += taken;
    outcome->said += (size_t)got;
  }
}

// Waits for the child, which stays to be collected so that its number means nobody else. Returns an error number.
static int watch(pid_t child, int pipe, long long end, char *messages, size_t capacity, struct child_outcome *outcome) {
  int is_open = 1;
  int pause = 1;
  for (;;) {
    siginfo_t info = {0};
    if (waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) != 0 && errno != EINTR) return errno;
    if (info.si_pid == child) break;
    long long left = end - now();
    if (left <= 0) {
      outcome->is_late = 1;
      break;
    }
    if (pause < 50) pause *= 2;
    struct pollfd one = {.fd = is_open ? pipe : -1, .events = POLLIN};
    if (poll(&one, 1, left < pause ? (int)left : pause) > 0) is_open = drain(pipe, messages, capacity, outcome);
  }
  // Whatever it has started ends with it.
  kill(-child, SIGKILL);
  drain(pipe, messages, capacity, outcome);
  return 0;
}

struct child_outcome child_run(const char *path, char *const arguments[], char *const environment[], int milliseconds,
                               long long most_bytes, char *messages, size_t capacity) {
  struct child_outcome outcome = {.status = -1};
  long long end = now() + milliseconds;
  ends_install();
  // A process whose children are ignored cannot know how they end.
  struct sigaction action;
  if (sigaction(SIGCHLD, NULL, &action) == 0 && action.sa_handler == SIG_IGN) signal(SIGCHLD, SIG_DFL);
  int ends[2];
#ifdef __linux__
  int made = pipe2(ends, O_CLOEXEC);
#else
  int made = pipe(ends);
#endif
  if (made != 0) {
    outcome.error = errno;
    return outcome;
  }
#ifndef __linux__
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  pid_t child = 0;
  // No signal comes to this thread between the start of a child and the note of its number.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int place = take_place();
  outcome.error = place < 0 ? EAGAIN : start(path, arguments, environment, ends[1], &child);
  if (place >= 0) atomic_store(&groups[place], outcome.error == 0 ? child : 0);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[1]);
  if (outcome.error == 0) {
    bound(child, milliseconds, most_bytes);
    outcome.error = watch(child, ends[0], end, messages, capacity, &outcome);
    if (outcome.error != 0) kill(-child, SIGKILL);
    int status = 0;
    pid_t got;
    while ((got = waitpid(child, &status, 0)) < 0 && errno == EINTR) {
    }
    if (got == child && WIFEXITED(status)) outcome.status = WEXITSTATUS(status);
    if (got == child && WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
    atomic_store(&groups[place], 0);
  }
  close(ends[0]);
  return outcome;
}
