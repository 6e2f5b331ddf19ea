/* bitmill/word/builtins.h: which builtins and instructions the word layer may use. Nothing here is
 * called by name.
 *
 * Each helper has a plain form in C; a builtin takes its place where that is fewer instructions on
 * the target. BMILL_NO_BUILTINS leaves the plain forms alone, BMILL_SLOW_PEXT those of pext and
 * pdep (see bitmill/config.h).
 */
#ifndef BITMILL_WORD_BUILTINS_H
#define BITMILL_WORD_BUILTINS_H

#if defined(__GNUC__) && !defined(BMILL_NO_BUILTINS)

#define BMILL_HAVE_BUILTINS_ 1

/* The population count is inline code here; gcc would call libgcc elsewhere. */
#if defined(__clang__) || defined(__POPCNT__) || defined(__aarch64__) || defined(__riscv_zbb) || \
    defined(_ARCH_PWR7)
#define BMILL_HAVE_POPCOUNT_ 1
#endif

/* ... and even a single instruction, so that other helpers can be made of it. */
#if defined(__POPCNT__)
#define BMILL_HAVE_POPCNT_ 1
#endif

/* The parity is a flag of the processor. */
#if defined(__x86_64__) || defined(__i386__)
#define BMILL_HAVE_PARITY_ 1
#endif

/* bsf and bsr leave their result alone for zero, and gcc and clang make use of it. */
#if defined(__x86_64__)
#define BMILL_HAVE_FFS_ 1
#endif

#if defined(__has_builtin)
#if __has_builtin(__builtin_bitreverse64)
#define BMILL_HAVE_BITREVERSE_ 1
#endif
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define BMILL_HAVE_LITTLE_ENDIAN_ 1
#endif

/* Single instructions of x86-64 that no compiler can evaluate: only where C++ tells whether it
 * computes at compile time, when the plain form must do. */
#if defined(__x86_64__)
#if !defined(__cplusplus) || __cplusplus < 201402L
#define BMILL_AT_COMPILE_TIME_ 0
#elif __GNUC__ >= 9 || (defined(__clang__) && __clang_major__ >= 9)
#define BMILL_AT_COMPILE_TIME_ __builtin_is_constant_evaluated()
#endif
#endif

#if !defined(BMILL_SLOW_PEXT) && (defined(__bdver4__) || defined(__znver1__) || defined(__znver2__))
#define BMILL_SLOW_PEXT 1
#endif
#if defined(BMILL_AT_COMPILE_TIME_) && defined(__BMI2__) && !defined(BMILL_SLOW_PEXT)
#define BMILL_HAVE_PEXT_ 1
#endif

#if defined(BMILL_AT_COMPILE_TIME_) && defined(__PCLMUL__)
#define BMILL_HAVE_CLMUL_ 1
#endif

#endif

#endif
