/* sets.h: which set of kernels is being compiled.
 *
 * -DBMILL_SET=avx2 (or a #define before the first include) names the set; it is a name, not a
 * number, so that it can also be the prefix of the set's functions. Without it, as in a file that
 * is opened alone in an editor, it is the best set that the compiler's flags allow.
 *
 * BMILL_SIMD is the vocabulary of that set, one of the numbers below, for #if.
 */
#ifndef BMILL_SIMD_SETS_H
#define BMILL_SIMD_SETS_H

#include <bitmill/word/builtins.h> /* BMILL_GNU_ */

#ifndef BMILL_SET
#if !defined(BMILL_GNU_)
#define BMILL_SET portable
#elif defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512DQ__) &&         \
    defined(__AVX512VL__) && defined(__AVX512VPOPCNTDQ__) && defined(__AVX512VBMI__) && \
    defined(__AVX512VBMI2__) && defined(__AVX512BITALG__) && defined(__GFNI__)
#define BMILL_SET avx512
#elif defined(__AVX2__) && defined(__BMI__) && defined(__BMI2__) && defined(__LZCNT__) && \
    defined(__POPCNT__)
#define BMILL_SET avx2
#elif defined(__AARCH64EL__) && defined(__ARM_NEON)
#define BMILL_SET neon
#else
#define BMILL_SET portable
#endif
#endif

#define BMILL_SIMD_WORDS  8  /* simd/words.h */
#define BMILL_SIMD_VEC128 16 /* simd/vec128.h */
#define BMILL_SIMD_NEON   17 /* simd/neon.h, 16 bytes too */
#define BMILL_SIMD_AVX2   32 /* simd/avx2.h */
#define BMILL_SIMD_AVX512 64 /* simd/avx512.h */

/* The vocabulary of each set. `portable` runs on every machine that the compiler's flags are for:
 * vectors of 16 bytes where the machine has registers for them, else words, because compilers would
 * split the vectors into words, with twice the code (riscv64, i686 without SSE2). Compilers without
 * the vector types of gcc and clang have words alone. */
#define BMILL_SET_words          BMILL_SIMD_WORDS
#define BMILL_SET_vec128         BMILL_SIMD_VEC128
#define BMILL_SET_neon           BMILL_SIMD_NEON
#define BMILL_SET_avx2           BMILL_SIMD_AVX2
#define BMILL_SET_avx2_slow_pext BMILL_SIMD_AVX2
#define BMILL_SET_avx512         BMILL_SIMD_AVX512
#if defined(BMILL_GNU_) && !defined(BMILL_PORTABLE_WORDS) &&                                      \
    (defined(__SSE2__) || defined(__ARM_NEON) || defined(__wasm_simd128__) || defined(__VSX__) || \
     defined(__VX__))
#define BMILL_SET_portable BMILL_SIMD_VEC128
#else
#define BMILL_SET_portable BMILL_SIMD_WORDS
#endif

#define BMILL_JOIN_(a, b) a##b
#define BMILL_JOIN(a, b)  BMILL_JOIN_(a, b)
#define BMILL_SIMD        BMILL_JOIN(BMILL_SET_, BMILL_SET)

#if BMILL_SIMD == 0
#error "BMILL_SET is none of words, vec128, portable, neon, avx2, avx2_slow_pext, avx512"
#endif

/* Whether the processors of this set execute pext and pdep in microcode. */
#define BMILL_SLOW_PEXT_IN_avx2_slow_pext 1
#define BMILL_SET_HAS_SLOW_PEXT           BMILL_JOIN(BMILL_SLOW_PEXT_IN_, BMILL_SET)

#endif
