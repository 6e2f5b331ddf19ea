/* compiler.h: what the kernels ask of the compiler: how functions are compiled, which way of a
 * branch is common, which loops are unrolled. */
#ifndef BMILL_SIMD_COMPILER_H
#define BMILL_SIMD_COMPILER_H

#include <bitmill/word/builtins.h> /* BMILL_GNU_, BMILL_MSVC_ */

/* A function of a kernel's text. It has to be inlined: kernels pass operations as function pointers
 * and lengths as constants, and are fast only once these are known. script/coverage wants a branch
 * counted once, not at each place where it was inlined. */
#ifdef BMILL_COVERAGE
#define BMILL_ALWAYS_INLINE static __attribute__((unused))
#elif defined(BMILL_GNU_)
#define BMILL_ALWAYS_INLINE static inline __attribute__((always_inline))
#elif defined(BMILL_MSVC_)
#define BMILL_ALWAYS_INLINE static __forceinline
#else
#define BMILL_ALWAYS_INLINE static inline
#endif

/* What is not inlined begins with a cache line: 2 % faster in the mean of all operations, and 2.37
 * ns in place of 2.70 (Sapphire Rapids, gcc 12) for the logic of two bitmaps of 64 bytes. */
#if defined(BMILL_GNU_) && defined(__OPTIMIZE__) && !defined(__OPTIMIZE_SIZE__)
#define BMILL_ON_A_LINE __attribute__((aligned(64)))
#else
#define BMILL_ON_A_LINE
#endif

/* A rare path in a function of its own, so that the registers it saves cost the others nothing. */
#if defined(BMILL_GNU_)
#define BMILL_NOINLINE static __attribute__((noinline, unused)) BMILL_ON_A_LINE
#elif defined(BMILL_MSVC_)
#define BMILL_NOINLINE static __declspec(noinline)
#else
#define BMILL_NOINLINE static
#endif

/* A kernel: a function of the tables ops.def and kernels.def, which a set exports. Its prototype
 * decides its linkage: see prototypes.def. */
#define BMILL_KERNEL BMILL_ON_A_LINE

/* The common way. It only decides the order of the code: short bitmaps go straight through, and for
 * long ones a jump costs nothing. */
#if defined(BMILL_GNU_)
#define BMILL_LIKELY(x) __builtin_expect(!!(x), 1)
#else
#define BMILL_LIKELY(x) (!!(x))
#endif

/* Between stores: what is written before it stays before what follows. gcc 12 mixes the stores of
 * a loop, such as 64, 32, 0, 96, and a line that is stored to in two parts with another one between
 * them goes to the cache twice: `and` of 32 KiB by AVX2 took 2.4 us in place of 1.2 (Emerald
 * Rapids). Other processors store two neighbours by one instruction, which this would forbid. */
#if defined(BMILL_GNU_) && (defined(__x86_64__) || defined(__i386__))
#define BMILL_IN_ORDER __asm__ volatile("" ::: "memory")
#else
#define BMILL_IN_ORDER (void)0
#endif

/* A place that is never reached, after a switch over all values: saves the comparison that checks
 * the range. */
#if defined(BMILL_GNU_)
#define BMILL_UNREACHABLE __builtin_unreachable()
#elif defined(BMILL_MSVC_)
#define BMILL_UNREACHABLE __assume(0)
#else
#define BMILL_UNREACHABLE (void)0
#endif

/* Before a loop of constant length. BMILL_UNROLL: unroll it completely; the loop is short.
 * BMILL_UNROLL_8: by at most eight steps, because the loop may be long where vectors are short;
 * clang unrolls these loops by itself. */
#if defined(__clang__)
#define BMILL_UNROLL _Pragma("clang loop unroll(full)")
#define BMILL_UNROLL_8
#elif defined(BMILL_GNU_)
#define BMILL_UNROLL   _Pragma("GCC unroll 16")
#define BMILL_UNROLL_8 _Pragma("GCC unroll 8")
#else
#define BMILL_UNROLL
#define BMILL_UNROLL_8
#endif

/* X(0) to X(7), for loops that must be unrolled, so that an array of vectors becomes registers. */
#define BMILL_FOR_8(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7)

#endif
