/* rows.h: how a function of lib/bits calls a kernel.
 *
 * Each kernel of ops.def and kernels.def has a row: constant pointers to it in every set of
 * kernels, and one number says which column is in use. A public function loads that number and
 * jumps:
 *
 *   size_t bmill_bits_count(const void *bits, size_t nbits) { return KERNEL(count)(bits, nbits); }
 *
 * There is no table of all kernels, so that a static program that is linked with -Wl,--gc-sections
 * has only the kernels that it calls. Nor is there an ifunc: musl has none, and ASan and TSan crash
 * with it.
 *
 * With BMILL_ONE_ISA there are no rows and there is no choice: the compiler's flags or BMILL_SET
 * say which set is compiled (simd/sets.h), and KERNEL(name) is the kernel itself.
 */
#ifndef BMILL_ROWS_H
#define BMILL_ROWS_H

#include "tables/compare.h"
#include "tables/shapes.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef BMILL_ONE_ISA

#include "simd/sets.h"
#define BMILL_KERNEL_NAME(name) BMILL_JOIN(bmill_, BMILL_JOIN(BMILL_SET, _##name##_kernel))
#include "tables/prototypes.def"
#define KERNEL(name) BMILL_JOIN(bmill_, BMILL_JOIN(BMILL_SET, _##name##_kernel))

#else

#include "dispatch/atomic.h"

/* The columns of a row. Column 0 has the function that makes the choice when a kernel is called
 * before the library's constructor has run. A build has some of the others, always `portable`. A
 * better set has a higher number, and a variant of a set follows it: dispatch.c finds the name of a
 * column by that. */
enum bmill_column {
    BMILL_COLUMN_FIRST_CALL,
    BMILL_COLUMN_PORTABLE,
    BMILL_COLUMN_AVX2,
    BMILL_COLUMN_AVX2_SLOW_PEXT, /* AVX2 on AMD before Zen 3: a few kernels differ */
    BMILL_COLUMN_AVX512,
    BMILL_COLUMN_NEON = BMILL_COLUMN_AVX2 /* on another processor */
};

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden) /* no detour over the global offset table */
#endif

/* The column in use. Relaxed order is enough, because the rows are constants. */
extern bmill_atomic bmill_column;
static inline unsigned bmill_column_in_use(void) { return bmill_load_relaxed(&bmill_column); }

/* Defined in rows.c. */
#define BMILL_OP(name, shape, bit, vector, summary) \
    extern BMILL_RESULT(shape)(*const bmill_row_##name[]) BMILL_PARAMETERS(shape);
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) \
    extern result(*const bmill_row_##name[]) parameters;
#include "tables/kernels.def"

/* Column 0 calls this: it makes the choice, unless that is done already. Defined in dispatch.c. */
void bmill_choose_at_first_call(void);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#define KERNEL(name) (bmill_row_##name[bmill_column_in_use()])

#endif
#endif
