/* bitmill/isa.h: which sets of kernels the library has, which is in use, and how to choose one.
 *
 * A set of kernels is all bitmap functions built for one instruction set: "portable" (plain C, on
 * every machine), "avx2", "avx512". As the library is loaded it looks at the processor and takes
 * the best set that can run; the environment variable BMILL_ISA or bmill_isa_select() overrides
 * that. One pointer switches all functions at once.
 *
 * All functions here may be called from any thread at any time, also while another thread changes
 * the environment: BMILL_ISA is read once, as the library is loaded, before main. A bitmap function
 * that is called even earlier, by a constructor that runs before the library's, reads it then. A
 * program that loads the library with dlopen() has to take care that no other thread calls
 * setenv(), unsetenv() or putenv() meanwhile. A later change of BMILL_ISA changes nothing.
 *
 * Since 0.1.0.
 */
#ifndef BITMILL_ISA_H
#define BITMILL_ISA_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Whether a set of kernels can be used. */
typedef enum bmill_isa_status {
    BMILL_ISA_OK,         /**< it can; after bmill_isa_select(), it is in use */
    BMILL_ISA_UNKNOWN,    /**< this library was built without kernels of that name */
    BMILL_ISA_UNSUPPORTED /**< the library has them, this machine cannot run them */
} bmill_isa_status;

/**
 * Name of the set of kernels in use.
 *
 * Result: "portable", "avx2", "avx512", ...; never NULL, and valid for ever. Cost: one load.
 * Example: printf("bitmill uses %s\n", bmill_isa_active());
 */
BMILL_API const char *bmill_isa_active(void);

/**
 * What this machine makes of the set of kernels in use.
 *
 * Result: text for people, such as "pext and pdep by steps: microcode here" where the processor has
 * AVX2 but executes these two instructions so slowly (AMD before Zen 3) that the kernels do without
 * them; "" if there is nothing to say; never NULL, and valid for ever. Cost: one load.
 * Example: printf("bitmill uses %s %s\n", bmill_isa_active(), bmill_isa_remark());
 */
BMILL_API const char *bmill_isa_remark(void);

/**
 * Use the set of kernels called `name` from now on, in all threads.
 *
 * `name` NULL or "auto" takes the best that this machine can run. Result: BMILL_ISA_OK, or why
 * nothing was changed; a set that the machine cannot run is never taken. Calls already under way
 * in other threads finish with the kernels they began with. BMILL_ISA is not looked at. Cost:
 * microseconds.
 * Example: if (bmill_isa_select("avx2") != BMILL_ISA_OK) return 77;
 */
BMILL_API bmill_isa_status bmill_isa_select(const char *name);

/**
 * Whether the set of kernels called `name` could be used, without using it.
 *
 * `name` NULL or "" or "auto" is always BMILL_ISA_OK. Cost: microseconds.
 * Example: bool fast = bmill_isa_query("avx512") == BMILL_ISA_OK;
 */
BMILL_API bmill_isa_status bmill_isa_query(const char *name);

/**
 * What became of the environment variable BMILL_ISA.
 *
 * Result: the status of the name that it held as the library was loaded; BMILL_ISA_OK if it was
 * unset, empty or "auto". The library does not print: a name that cannot be used is ignored, and a
 * program that wants to complain asks here. bmill_isa_select() does not change the result.
 * Cost: one load.
 * Example: if (bmill_isa_environment() != BMILL_ISA_OK) die("BMILL_ISA: no such kernels here");
 */
BMILL_API bmill_isa_status bmill_isa_environment(void);

/**
 * Name of the `i`-th set of kernels in this library, the best first.
 *
 * Result: the name, also of one that this machine cannot run (ask bmill_isa_query); NULL for an
 * `i` past the last. The last one is always "portable".
 * Example: for (size_t i = 0; bmill_isa_name(i); i++) puts(bmill_isa_name(i));
 */
BMILL_API const char *bmill_isa_name(size_t i);

#ifdef __cplusplus
}
#endif

#endif
