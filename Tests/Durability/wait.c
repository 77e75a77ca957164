// Counts how long SQLite lets a reader sleep: loaded before the C library (LD_PRELOAD) by readers.py.
//
// Whoever waits for one of SQLite's locks, in its busy handler or for the write-ahead log, does so in usleep or nanosleep called
// from its library. WAIT_LOG: file to which a program adds, at its end, the microseconds in all.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static long waited = 0, sleeps = 0;

long stemma_waited(void) { return waited; }
long stemma_sleeps(void) { return sleeps; }

static int is_sqlite(void *caller) {
  Dl_info info;
  return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "libsqlite3");
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

static void add(long microseconds) {
  pthread_mutex_lock(&guard);
  waited += microseconds;
  sleeps += 1;
  pthread_mutex_unlock(&guard);
}

int usleep(useconds_t microseconds) {
  static int (*real)(useconds_t);
  if (!real) real = (int (*)(useconds_t))dlsym(RTLD_NEXT, "usleep");
  if (!is_sqlite(__builtin_return_address(0))) return real(microseconds);
  long began = now();
  int result = real(microseconds);
  add(now() - began);
  return result;
}

int nanosleep(const struct timespec *time, struct timespec *rest) {
  static int (*real)(const struct timespec *, struct timespec *);
  if (!real) real = (int (*)(const struct timespec *, struct timespec *))dlsym(RTLD_NEXT, "nanosleep");
  if (!is_sqlite(__builtin_return_address(0))) return real(time, rest);
  long began = now();
  int result = real(time, rest);
  add(now() - began);
  return result;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("WAIT_LOG");
  if (!path) return;
  FILE *out = fopen(path, "w");
  if (!out) return;
  fprintf(out, "%ld %ld\n", waited, sleeps);
  fclose(out);
}
