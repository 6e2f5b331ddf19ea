/** @file
 * bitmill/isa.h: the sets of kernels: which ones the library has, which one is in use, and how to
 * choose one.
 *
 * A set of kernels is all bitmap functions built for one instruction set: "portable" (runs on every
 * machine), "avx2", "avx512", "neon". When the library is loaded, it detects the processor and
 * chooses the best set that can run; the environment variable BMILL_ISA or bmill_isa_select()
 * overrides that.
 * All functions switch at once.
 *
 * All functions here may be called from any thread at any time, even while another thread changes
 * the environment: BMILL_ISA is read once, when the library is loaded, before main. Only if a
 * bitmap function is called even earlier, by a constructor that runs before the library's, is it
 * read then. A program that loads the library with dlopen() must take care that no other thread
 * calls setenv(), unsetenv() or putenv() meanwhile. Later changes of BMILL_ISA have no effect.
 *
 * Since 1.0.0.
 */
#ifndef BITMILL_ISA_H
#define BITMILL_ISA_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Whether a set of kernels can be used. */
typedef enum bmill_isa_status {
    BMILL_ISA_OK,         /**< this machine can run it */
    BMILL_ISA_UNKNOWN,    /**< this library was built without kernels of that name */
    BMILL_ISA_UNSUPPORTED /**< the library has these kernels, but this machine cannot run them */
} bmill_isa_status;

/**
 * Name of the set of kernels in use.
 *
 * Result: "portable", "avx2", "avx512", ...; never NULL, and valid for ever. Cost: one load.
 * Example: printf("bitmill uses %s\n", bmill_isa_active());
 */
BMILL_API const char *bmill_isa_active(void);

/**
 * How the set of kernels in use is adapted to this machine.
 *
 * Result: text for people, such as "pext and pdep by steps: microcode here" where the processor has
 * AVX2 but executes these two instructions so slowly (AMD before Zen 3) that the kernels avoid
 * them; "" if there is nothing to say; never NULL, and valid for ever. Cost: one load.
 * Example: printf("bitmill uses %s %s\n", bmill_isa_active(), bmill_isa_remark());
 */
BMILL_API const char *bmill_isa_remark(void);

/**
 * Use the set of kernels called `name` from now on, in all threads.
 *
 * `name` NULL or "auto" chooses the best set that this machine can run. Result: BMILL_ISA_OK if the
 * set is in use now; otherwise the reason why not, and nothing has changed. A set that the machine
 * cannot run is never chosen. Calls already under way in other threads finish with the kernels they
 * began with. BMILL_ISA is ignored. Cost: microseconds.
 * Example: if (bmill_isa_select("avx2") != BMILL_ISA_OK) return 77;
 */
BMILL_API bmill_isa_status bmill_isa_select(const char *name);

/**
 * Whether this machine can run the set of kernels called `name`. Nothing changes.
 *
 * Result: BMILL_ISA_OK also for a set that is not in use, and always for `name` NULL, "" or "auto".
 * Cost: microseconds.
 * Example: bool fast = bmill_isa_query("avx512") == BMILL_ISA_OK;
 */
BMILL_API bmill_isa_status bmill_isa_query(const char *name);

/**
 * Result of choosing the set of kernels that the environment variable BMILL_ISA names.
 *
 * Result: the status of the name that it held when the library was loaded; BMILL_ISA_OK if it was
 * unset, empty or "auto". The library does not print: it ignores a name that cannot be used, and a
 * program that wants to complain asks here. bmill_isa_select() does not change the result.
 * Cost: one load.
 * Example: if (bmill_isa_environment() != BMILL_ISA_OK) die("BMILL_ISA: no such kernels here");
 */
BMILL_API bmill_isa_status bmill_isa_environment(void);

/**
 * Name of the `i`-th set of kernels in this library, the best first.
 *
 * Result: the name, even of a set that this machine cannot run (bmill_isa_query tells); NULL if `i`
 * is past the last set. The last set is always "portable". Cost: one load.
 * Example: for (size_t i = 0; bmill_isa_name(i); i++) puts(bmill_isa_name(i));
 */
BMILL_API const char *bmill_isa_name(size_t i);

#ifdef __cplusplus
}
#endif

#endif
