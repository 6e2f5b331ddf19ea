/* bitmill.c: the whole library in one file. From here it has the one set of kernels that the
 * compiler's flags allow, and no dispatch:
 *
 *   cc -O2 -march=native -c -Iinclude -Ilib lib/bitmill.c
 *
 * It needs no configure. The files can also be compiled one by one, each with -DBMILL_ONE_ISA and
 * the same flags: lib/dispatch/one_isa.c, lib/kernels/last_mask.c, lib/kernels/stream.c and those
 * of lib/bits.
 *
 * script/amalgamate makes of this file the bitmill.c of the form with two files, in which
 * BMILL_SELF is its own name. It has all sets for the processor, each in a region with the
 * instructions of the set, and chooses at run time, unless it is compiled with -DBMILL_ONE_ISA.
 */
#define BMILL_ONE_FILE
#if !defined(BMILL_SELF) && !defined(BMILL_ONE_ISA)
#define BMILL_ONE_ISA
#endif
/* Without atomic numbers there is no choice at run time: see dispatch/atomic.h. */
#if !defined(BMILL_ONE_ISA) && !defined(__GNUC__) && !defined(_MSC_VER) && \
    (defined(__STDC_NO_ATOMICS__) || __STDC_VERSION__ < 201112L)
#define BMILL_ONE_ISA
#endif
#ifndef BMILL_NO_CHECKS
#define BMILL_NO_CHECKS
#endif
#ifndef BMILL_NO_INLINE_BITS
#define BMILL_NO_INLINE_BITS
#endif

/* The headers of others come before the kernels, whose names are macros (names.h), and before the
 * regions, whose instructions they must not have. */
#include <bitmill.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>
#if defined(BMILL_GNU_) && defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#elif defined(BMILL_GNU_) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#include "bits/compare.c"
#include "bits/count.c"
#include "bits/filter.c"
#include "bits/find.c"
#include "bits/index.c"
#include "bits/interleave.c"
#include "bits/iterate.c"
#include "bits/logic.c"
#include "bits/many.c"
#include "bits/matrix.c"
#include "bits/move.c"
#include "bits/pack.c"
#include "bits/pext.c"
#include "bits/positional.c"
#include "bits/random.c"
#include "bits/range.c"
#include "bits/search.c"
#include "bits/select.c"
#include "bits/ternary.c"
#include "bits/test.c"
#include "bits/text.c"
#include "bits/values.c"
#include "kernels/last_mask.c"
#include "kernels/stream.c"

#ifdef BMILL_ONE_ISA

#include "dispatch/one_isa.c"

#else

#ifdef BMILL_SET
#error "BMILL_SET is the one set of BMILL_ONE_ISA: expected that to be defined, too"
#endif

/* As configure would find it. The features of the regions are AVX2_CFLAGS and AVX512_CFLAGS of
 * configure.ac. */
#if defined(BMILL_GNU_) && defined(__x86_64__)
/* clang-cl has had the intrinsics without flags since 19. */
#if defined(_MSC_VER) && __clang_major__ < 19
#define BMILL_DISABLED_AVX2
#define BMILL_DISABLED_AVX512
#endif
#ifndef BMILL_DISABLED_AVX2
#define BMILL_WITH_AVX2 1
#endif
/* Older compilers lack features. */
#if !defined(BMILL_DISABLED_AVX512) && (defined(__clang__) ? __clang_major__ >= 12 : __GNUC__ >= 9)
#define BMILL_WITH_AVX512 1
#endif
#include "dispatch/cpu_x86.c"
#include "dispatch/cpu_x86_read.c"
#elif defined(BMILL_GNU_) && defined(__AARCH64EL__) && defined(__ARM_NEON) && \
    !defined(BMILL_DISABLED_NEON)
#define BMILL_WITH_NEON 1
#endif
#include "dispatch/dispatch.c"
#include "dispatch/rows.c"

#ifdef BMILL_WITH_AVX512
#if defined(__clang__)
#pragma clang attribute push(                                                                    \
    __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt,avx512f,avx512bw,avx512vl,avx512vpopcntdq" \
                          ",avx512vbmi,avx512vbmi2,avx512bitalg,avx512dq,gfni"))),               \
    apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,lzcnt,popcnt,avx512f,avx512bw,avx512vl,avx512vpopcntdq" \
                   ",avx512vbmi,avx512vbmi2,avx512bitalg,avx512dq,gfni")
#endif
#define BMILL_SET avx512
#include "set.h"
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif

#ifdef BMILL_WITH_AVX2
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))), \
                             apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,lzcnt,popcnt")
#endif
#define BMILL_SET avx2
#include "set.h"
#pragma GCC diagnostic push /* this set turns off warnings */
#define BMILL_SET avx2_slow_pext
#include "set.h"
#pragma GCC diagnostic pop
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif

#ifdef BMILL_WITH_NEON /* in all processors, so that it needs no region */
#define BMILL_SET neon
#include "set.h"
#endif

#define BMILL_SET portable
#include "set.h"

#endif
