/* shim.h: google-benchmark, which is C++, for benchmarks written in C. shim.cc is the other side.
 *
 *   static void time_strlen(struct bench_run *run, void *text)
 *   {
 *       for (uint64_t n = bench_begin(run); n; n--)
 *           bench_use(strlen(text));
 *       bench_end(run, strlen(text));
 *   }
 *
 *   bench_register("strlen/libc/5", time_strlen, "hello");
 */
#ifndef BENCH_SHIM_H
#define BENCH_SHIM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One run of a benchmark. The first runs find out how often to repeat. */
struct bench_run;

typedef void bench_function(struct bench_run *run, void *arg);

/* Registers the benchmark `name`, which is function(run, arg). The name is copied. */
void bench_register(const char *name, bench_function *function, void *arg);

/* Starts the clock; nothing before it is measured. Result: how many times to repeat. The caller
 * counts down in a register: a function call for each repetition would cost as much as the shortest
 * function that is measured here. */
uint64_t bench_begin(struct bench_run *run);

/* Stops the clock. `nbytes` is how much each repetition reads, for the GB/s of the report. */
void bench_end(struct bench_run *run, size_t nbytes);

/* Instead of begin and end: the benchmark cannot be run, or computes something wrong. The report
 * has no time for it, and bench_main() will name it. `why` is copied. */
void bench_fail(struct bench_run *run, const char *why);

/* Makes the compiler compute `value`, and believe that all memory is read and written here, so that
 * neither a store nor an equal call the next time can be left out. */
static inline void bench_use(size_t value) { __asm__ volatile("" : : "r"(value) : "memory"); }

/* Takes the --benchmark_... flags and runs what they select. Result: the exit status: 0; 1 after
 * printing what failed; 2 if an argument is unknown or nothing is selected. */
int bench_main(int argc, char **argv);

#ifdef __cplusplus
}
#endif

#endif
