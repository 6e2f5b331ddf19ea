/* set.h: one whole set of kernels: the one that BMILL_SET names, or else the best that the
 * compiler's flags allow (simd/sets.h).
 *
 * Kernels are the only names with external linkage; they are hidden in a shared library. names.h
 * gives these and all static names the prefix of the set. Names from other headers must not be
 * renamed, so these headers are included first.
 */
#ifndef BMILL_SET_H
#define BMILL_SET_H

#include "simd/sets.h"
#include "tables/compare.h"
#include "tables/shapes.h"
#include <bitmill/bits.h>
#include <bitmill/word.h>
#include <string.h>
#if BMILL_SIMD == BMILL_SIMD_AVX2 || BMILL_SIMD == BMILL_SIMD_AVX512 || \
    (defined(BMILL_GNU_) && defined(__SSE2__))
#include <immintrin.h>
#elif (defined(BMILL_GNU_) && defined(__ARM_NEON)) || BMILL_SIMD == BMILL_SIMD_NEON
#include <arm_neon.h>
#endif

#include "names.h"

/* avx2_slow_pext is AVX2 without the instructions pext and pdep, which AMD's processors before Zen
 * 3 execute in microcode (up to 289 cycles each). It exports only the kernels that would use them.
 * Its other kernels would equal those of avx2; they are static here, so compilers leave them out.
 * As the only set of a build (BMILL_ONE_ISA) it is complete. */
#if BMILL_SET_HAS_SLOW_PEXT && !defined(BMILL_ONE_ISA)
#define BMILL_KERNEL_LINKAGE static
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"
#endif

#define BMILL_KERNEL_NAME(name) name##_kernel
#include "tables/prototypes.def"

#include "kernels/all.h"

#endif
