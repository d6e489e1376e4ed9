// A child process within limits, fed and read through pipes.

// For pipe2, wait4 and the like.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __APPLE__
#include <libproc.h>
#include <mach-o/dyld.h>
#endif

#include "CGraphvizShim.h"

extern char **environ;

// MARK: Time and memory

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// The memory that a process holds; 0 where the system does not tell.
static size_t resident(pid_t process) {
#ifdef __APPLE__
  struct rusage_info_v0 usage;
  if (proc_pid_rusage(process, RUSAGE_INFO_V0, (rusage_info_t *)&usage) != 0) return 0;
  return (size_t)usage.ri_phys_footprint;
#else
  char path[64], text[128];
  snprintf(path, sizeof path, "/proc/%d/statm", (int)process);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  if (length <= 0) return 0;
  text[length] = '\0';
  unsigned long all = 0, held = 0;
  if (sscanf(text, "%lu %lu", &all, &held) != 2) return 0;
  return (size_t)held * (size_t)sysconf(_SC_PAGESIZE);
#endif
}

bool kw_own_program(char *path, size_t capacity) {
#ifdef __APPLE__
  uint32_t size = (uint32_t)capacity;
  return _NSGetExecutablePath(path, &size) == 0;
#else
  ssize_t length = readlink("/proc/self/exe", path, capacity - 1);
  if (length <= 0 || (size_t)length >= capacity - 1) return false;
  path[length] = '\0';
  return true;
#endif
}

// MARK: Pipes

static bool open_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return true;
}

static void close_end(int *end) {
  if (*end >= 0) close(*end);
  *end = -1;
}

typedef struct {
  char *bytes;
  size_t length, capacity, limit;
} bytes;

// Takes what a pipe holds. False at its end, where it fails or where there is too much.
static bool take(int end, bytes *into, bool *is_too_long) {
  for (;;) {
    if (into->capacity - into->length < 1 << 16) {
      size_t wider = into->capacity ? 2 * into->capacity : 1 << 17;
      char *grown = realloc(into->bytes, wider);
      if (!grown) return false;
      into->bytes = grown;
      into->capacity = wider;
    }
    ssize_t count = read(end, into->bytes + into->length, into->capacity - into->length);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    if (count == 0) return false;
    into->length += (size_t)count;
    if (into->length > into->limit) {
      *is_too_long = true;
      return false;
    }
  }
}

// MARK: Running

static bool spawn(const char *const *arguments, int in[2], int out[2], int err[2], pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  // The parent may keep signals from its threads; the child starts with none kept or ignored.
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  posix_spawnattr_setflags(&attributes, flags);
  int failure = posix_spawn(
      child, arguments[0], &actions, &attributes, (char *const *)arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure == 0;
}

kw_child_end kw_child_run(
    const char *const *arguments, const void *input, size_t input_length, double seconds,
    size_t memory, size_t output_limit, kw_child_result *result) {
  memset(result, 0, sizeof *result);
  int in[2] = {-1, -1}, out[2] = {-1, -1}, err[2] = {-1, -1};
  pid_t child = 0;
  bool started = open_pipe(in) && open_pipe(out) && open_pipe(err) &&
                 spawn(arguments, in, out, err, &child);
  close_end(&in[0]);
  close_end(&out[1]);
  close_end(&err[1]);
  if (!started) {
    close_end(&in[1]);
    close_end(&out[0]);
    close_end(&err[0]);
    return KW_CHILD_NOT_STARTED;
  }
  int ends[3] = {in[1], out[0], err[0]};
  for (int i = 0; i < 3; i++) fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
#ifdef F_SETNOSIGPIPE
  fcntl(in[1], F_SETNOSIGPIPE, 1);
#else
  // Where a pipe cannot be told, the signal is kept from this thread, and taken away below.
  sigset_t broken, before;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken, &before);
#endif

  double deadline = seconds > 0 ? now() + seconds : 0;
  bytes output = {NULL, 0, 0, output_limit}, errors = {NULL, 0, 0, 1 << 16};
  size_t fed = 0, most = 0;
  kw_child_end end = KW_CHILD_EXITED;
  // The pipe to the child stays open when all is fed: its end would tell that the parent is gone.
  while (out[0] >= 0 || err[0] >= 0) {
    struct pollfd watched[3] = {
        {fed < input_length ? in[1] : -1, POLLOUT, 0}, {out[0], POLLIN, 0}, {err[0], POLLIN, 0}};
    poll(watched, 3, 20);
    if (watched[0].revents & POLLOUT) {
      ssize_t count = write(in[1], (const char *)input + fed, input_length - fed);
      if (count > 0) fed += (size_t)count;
      else if (count < 0 && errno != EAGAIN && errno != EINTR) fed = input_length;
    } else if (watched[0].revents) {
      fed = input_length;
    }
    bool is_too_long = false, is_chatty = false;
    if (watched[1].revents && !take(out[0], &output, &is_too_long)) close_end(&out[0]);
    if (watched[2].revents && !take(err[0], &errors, &is_chatty)) close_end(&err[0]);
    size_t held = resident(child);
    if (held > most) most = held;
    if (is_too_long) end = KW_CHILD_TOO_MUCH_OUTPUT;
    else if (memory && held > memory) end = KW_CHILD_OUT_OF_MEMORY;
    else if (deadline > 0 && now() > deadline) end = KW_CHILD_OUT_OF_TIME;
    if (end != KW_CHILD_EXITED) break;
  }
  if (end != KW_CHILD_EXITED) kill(child, SIGKILL);
  close_end(&in[1]);
  close_end(&out[0]);
  close_end(&err[0]);
  int status = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof usage);
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
#ifndef F_SETNOSIGPIPE
  struct timespec at_once = {0, 0};
  while (sigtimedwait(&broken, NULL, &at_once) > 0) {
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
#endif
  if (end == KW_CHILD_EXITED && WIFSIGNALED(status)) {
    int signal = WTERMSIG(status);
    // The child's own limits are a second line behind this loop.
    bool is_large = memory && most > memory / 2;
    end = signal == SIGXCPU ? KW_CHILD_OUT_OF_TIME
          : is_large        ? KW_CHILD_OUT_OF_MEMORY
                            : KW_CHILD_CRASHED;
    result->status = signal;
  } else if (end == KW_CHILD_EXITED) {
    result->status = WEXITSTATUS(status);
  }
  result->output = output.bytes;
  result->output_length = output.length;
  result->errors = errors.bytes;
  result->errors_length = errors.length;
  return end;
}

void kw_child_result_free(kw_child_result *result) {
  free(result->output);
  free(result->errors);
}

// MARK: In the child

// Waits for the end of standard input, which comes when the parent is gone.
static void *watch_parent(void *unused) {
  (void)unused;
  char rest[256];
  ssize_t count;
  do {
    count = read(STDIN_FILENO, rest, sizeof rest);
  } while (count > 0 || (count < 0 && errno == EINTR));
  _exit(1);
}

void kw_child_limit(double seconds, size_t memory) {
  if (seconds > 0 && seconds < 1e9) {
    // The parent ends the child on time; this is for a parent that is stopped itself.
    rlim_t cpu = (rlim_t)(4 * seconds) + 2;
    struct rlimit limit = {cpu, cpu};
    setrlimit(RLIMIT_CPU, &limit);
  }
  if (memory) {
    // What is asked for at once must not pass between two looks of the parent. Some room for
    // stacks and for what is asked for but not used.
    struct rlimit limit = {memory + (memory >> 2) + (64u << 20), 0};
    limit.rlim_max = limit.rlim_cur;
    setrlimit(RLIMIT_DATA, &limit);
  }
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

void kw_child_watch_parent(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, watch_parent, NULL) == 0) pthread_detach(thread);
}
