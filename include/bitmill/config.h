/* bitmill/config.h: version, and the few macros that every bitmill header builds on.
 *
 * What a user may define before including any bitmill header:
 *   BMILL_DEBUG        check the index precondition of the single-bit helpers and stop the program
 *                      with file, line, index and width when it is violated
 *   BMILL_ASSERT       with BMILL_DEBUG: your own reaction, see below
 *   BMILL_SLOW_PEXT    the processor has BMI2, but computes pext and pdep bit by bit in microcode
 *                      (AMD before Zen 3): use the plain forms. -march=bdver4, znver1 and znver2
 *                      imply it
 *   BMILL_NO_BUILTINS  no builtins of the compiler, plain C everywhere: to study it, or to test it
 */
#ifndef BITMILL_CONFIG_H
#define BITMILL_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The one place where the version stands: configure.ac reads these three lines. */
#define BMILL_VERSION_MAJOR 0
#define BMILL_VERSION_MINOR 1
#define BMILL_VERSION_PATCH 0

#define BMILL_STRING_(x)       #x
#define BMILL_DOTTED_(a, b, c) BMILL_STRING_(a) "." BMILL_STRING_(b) "." BMILL_STRING_(c)
/* The version as text, "0.1.0". */
#define BMILL_VERSION BMILL_DOTTED_(BMILL_VERSION_MAJOR, BMILL_VERSION_MINOR, BMILL_VERSION_PATCH)

/* BMILL_API: a function of the library. BMILL_PURE: it only reads memory, so a compiler may merge
 * equal calls. BMILL_LIKELY_(x): a condition that mostly holds. */
#if defined(__GNUC__) && !defined(_WIN32)
#define BMILL_API __attribute__((visibility("default")))
#else
#define BMILL_API
#endif
#if defined(__GNUC__)
#define BMILL_PURE       __attribute__((pure))
#define BMILL_LIKELY_(x) __builtin_expect((x), 1)
#else
#define BMILL_PURE
#define BMILL_LIKELY_(x) (x)
#endif

/* BMILL_INLINE: a header function. BMILL_FN: one that C++14 and later can evaluate at
 * compile time. */
#define BMILL_INLINE static inline
#if defined(__GNUC__)
#define BMILL_ALWAYS_INLINE_ static inline __attribute__((always_inline))
#else
#define BMILL_ALWAYS_INLINE_ static inline
#endif
#if defined(__cplusplus) && __cplusplus >= 201402L
#define BMILL_FN static inline constexpr
#else
#define BMILL_FN static inline
#endif

/* BMILL_INDEX_(i, width): the index i, checked under BMILL_DEBUG. A macro, so that the file and
 * line are those of the caller. */
#ifdef BMILL_DEBUG
#ifndef BMILL_ASSERT
#include <stdio.h>
#include <stdlib.h>
/* BMILL_ASSERT(holds, file, line, index, width) is called with what was checked. The default
 * prints one line on standard error and aborts; define your own before the first include to
 * throw, to log or to trap instead. If yours returns, the index is taken modulo the width. */
#define BMILL_ASSERT(holds, file, line, index, width)                                          \
    ((holds) ? (void)0                                                                         \
             : (fprintf(stderr, "%s:%d: bitmill: bit index %u, expected 0 to %u (width %u)\n", \
                        file, line, index, (width)-1u, width),                                 \
                abort()))
#endif
BMILL_FN unsigned bmill_index_checked_(unsigned i, unsigned width, const char *file, int line)
{
    return BMILL_ASSERT(i < width, file, line, i, width), i;
}
#define BMILL_INDEX_(i, width) bmill_index_checked_((i), (unsigned)(width), __FILE__, __LINE__)
#else
#define BMILL_INDEX_(i, width) (i)
#endif

#endif
