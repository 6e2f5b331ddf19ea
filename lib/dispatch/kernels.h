/* kernels.h: struct bmill_kernels, all operations of ops.def and kernels.def for one instruction
 * set, and the sets that this build has. */
#ifndef BMILL_KERNELS_H
#define BMILL_KERNELS_H

#include "tables/compare.h"
#include "tables/shapes.h"
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden) /* no detour over the global offset table */
#endif

/* A kernel is the whole of an operation: any address, any nbits, tail included. */
struct bmill_kernels {
    const char *isa;    /* the name for BMILL_ISA and bmill_isa_select() */
    const char *remark; /* for bmill_isa_remark(); NULL if there is nothing to say */
#define BMILL_OP(name, shape, bit, vector, summary) \
    BMILL_RESULT(shape)(*name) BMILL_PARAMETERS(shape);
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) result(*name) parameters;
#include "tables/kernels.def"
};

/* The table in use; it begins as one of stubs. Relaxed order is enough: the tables are constants.
 */
extern _Atomic(const struct bmill_kernels *) bmill_active_kernels;
static inline const struct bmill_kernels *bmill_active(void)
{
    return atomic_load_explicit(&bmill_active_kernels, memory_order_relaxed);
}

/* The kernel of that name in the set in use. lib/bits calls kernels by this alone. */
#define KERNEL(name) (bmill_active()->name)

/* Defined by lib/dispatch/<name>.c. */
extern const struct bmill_kernels bmill_kernels_avx512;
extern const struct bmill_kernels bmill_kernels_avx2;
extern const struct bmill_kernels bmill_kernels_portable;

/* AVX2 where pext and pdep are slow: defined by lib/dispatch/avx2.c, with these kernels of
 * avx2_slow_pext.c. */
extern const struct bmill_kernels bmill_kernels_avx2_slow_pext;
size_t bmill_avx2_slow_pext_select(const void *bits, size_t nbits, size_t k);
size_t bmill_avx2_slow_pext_select_clear(const void *bits, size_t nbits, size_t k);
void bmill_avx2_slow_pext_interleave(void *dst, const void *a, const void *b, size_t nbits);
void bmill_avx2_slow_pext_deinterleave(void *dst_even, void *dst_odd, const void *a, size_t nbits);
size_t bmill_avx2_slow_pext_pext(void *dst, const void *a, const void *mask, size_t nbits);
size_t bmill_avx2_slow_pext_pdep(void *dst, const void *a, const void *mask, size_t nbits);

/* Whether this machine, processor and operating system, can run them; whether its pext is slow. */
bool bmill_cpu_has_avx512(void);
bool bmill_cpu_has_avx2(void);
bool bmill_cpu_has_slow_pext(void);

/* Row u: 63 bytes of ones, one without its u highest bits, 64 zeros. A mask of n bytes whose last
 * is cut begins at 64 - n, and may be read to any length. Defined in tail.c. */
extern const unsigned char bmill_last_mask[9][128];

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
