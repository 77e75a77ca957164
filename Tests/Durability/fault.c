// Lets writing fail, as a full or a broken disk does: loaded before the C library (LD_PRELOAD) by disk.py.
//
// FAULT_UNDER   files whose path begins so are concerned; and such as have no name any more, if they did
// FAULT_FROM    number of the first call that fails, from 1; 0 counts only
// FAULT_UNTIL   number of the last that fails; none: all after it
// FAULT_ERROR   the error: ENOSPC, EIO or EDQUOT as a number
// FAULT_CALLS   which calls: w(rite), t(runcate), s(ync), o(pen that makes a file), m(akes room: fallocate)
// FAULT_LOG     where to write, at the end, how many calls there were
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static long calls = 0, first = 0, last = 0;
static int error = ENOSPC;
static const char *under = NULL, *kinds = "wtsom", *log_path = NULL;

__attribute__((constructor)) static void begin(void) {
  const char *value;
  under = getenv("FAULT_UNDER");
  if ((value = getenv("FAULT_FROM"))) first = atol(value);
  if ((value = getenv("FAULT_UNTIL"))) last = atol(value);
  if ((value = getenv("FAULT_ERROR"))) error = atoi(value);
  if ((value = getenv("FAULT_CALLS"))) kinds = value;
  log_path = getenv("FAULT_LOG");
}

__attribute__((destructor)) static void end(void) {
  if (!log_path) return;
  FILE *out = fopen(log_path, "w");
  if (!out) return;
  fprintf(out, "%ld\n", calls);
  fclose(out);
}

// Whether this call is to fail. Counts it if it concerns us.
static int fails(char kind) {
  if (!strchr(kinds, kind)) return 0;
  pthread_mutex_lock(&guard);
  long number = ++calls;
  pthread_mutex_unlock(&guard);
  return first > 0 && number >= first && (last == 0 || number <= last);
}

static int concerns_path(const char *path) { return under && path && strncmp(path, under, strlen(under)) == 0; }

static int concerns(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t count = readlink(link, path, sizeof path - 1);
  if (count < 0) return 0;
  path[count] = 0;
  return concerns_path(path);
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define FAIL_IF(kind) if (concerns(file) && fails(kind)) { errno = error; return -1; }

ssize_t write(int file, const void *bytes, size_t count) { REAL(write); FAIL_IF('w') return real(file, bytes, count); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  REAL(pwrite); FAIL_IF('w') return real(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  REAL(pwrite64); FAIL_IF('w') return real(file, bytes, count, at);
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(writev); FAIL_IF('w') return real(file, parts, count);
}
int ftruncate(int file, off_t size) { REAL(ftruncate); FAIL_IF('t') return real(file, size); }
int ftruncate64(int file, off64_t size) { REAL(ftruncate64); FAIL_IF('t') return real(file, size); }
int fsync(int file) { REAL(fsync); FAIL_IF('s') return real(file); }
int fdatasync(int file) { REAL(fdatasync); FAIL_IF('s') return real(file); }

int posix_fallocate(int file, off_t at, off_t count) {
  REAL(posix_fallocate);
  if (concerns(file) && fails('m')) return error;
  return real(file, at, count);
}
int posix_fallocate64(int file, off64_t at, off64_t count) {
  REAL(posix_fallocate64);
  if (concerns(file) && fails('m')) return error;
  return real(file, at, count);
}
int fallocate(int file, int mode, off_t at, off_t count) {
  REAL(fallocate); FAIL_IF('m') return real(file, mode, at, count);
}

// A new name needs room too; opening what is there does not.
static int fails_to_make(const char *path, int flags) {
  return (flags & O_CREAT) && concerns_path(path) && access(path, F_OK) != 0 && fails('o');
}
#define OPEN(name)                                                    \
  int name(const char *path, int flags, ...) {                        \
    static int (*real)(const char *, int, ...);                       \
    if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
    va_list rest;                                                     \
    va_start(rest, flags);                                            \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                     \
    if (fails_to_make(path, flags)) { errno = error; return -1; }     \
    return real(path, flags, mode);                                   \
  }
OPEN(open)
OPEN(open64)
