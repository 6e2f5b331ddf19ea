/* kernels.h: struct bmill_kernels, all operations of ops.def and kernels.def for one instruction
 * set, and the sets that this build has. */
#ifndef BMILL_KERNELS_H
#define BMILL_KERNELS_H

#include "compare.h"
#include "shapes.h"
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden) /* no detour over the global offset table */
#endif

/* A kernel is the whole of an operation: any address, any nbits, tail included. */
struct bmill_kernels {
    const char *isa; /* the name for BMILL_ISA and bmill_isa_select() */
#define BMILL_OP(name, shape, bit, summary) BMILL_RESULT_##shape (*name)(BMILL_PARAMS_##shape);
#include "ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) result(*name) parameters;
#include "kernels.def"
};

/* The table in use; it begins as one of stubs. Relaxed order is enough: the tables are constants.
 */
extern _Atomic(const struct bmill_kernels *) bmill_active_kernels;
static inline const struct bmill_kernels *bmill_active(void)
{
    return atomic_load_explicit(&bmill_active_kernels, memory_order_relaxed);
}

/* Defined by lib/isa/<name>.c. */
extern const struct bmill_kernels bmill_kernels_avx512;
extern const struct bmill_kernels bmill_kernels_avx2;
extern const struct bmill_kernels bmill_kernels_portable;

/* Whether this machine, processor and operating system, can run them. */
bool bmill_cpu_has_avx512(void);
bool bmill_cpu_has_avx2(void);

/* Row u: 63 bytes of ones, one without its u highest bits, 64 zeros. A mask of n bytes whose last
 * is cut begins at 64 - n, and may be read to any length. Defined in tail.c. */
extern const unsigned char bmill_last_mask[9][128];

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
