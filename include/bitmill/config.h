/** @file
 * bitmill/config.h: the version, and the few macros that every bitmill header builds on.
 *
 * What a user may define before including any bitmill header:
 *   BMILL_DEBUG        check the index precondition of the single-bit helpers and stop the program
 *                      with file, line, index and width when it is violated; check the length of
 *                      the memory that is passed to the bits layer (bitmill/bits/check.h)
 *   BMILL_ASSERT       with BMILL_DEBUG: your own reaction to a wrong index, see below
 *   BMILL_ASSERT_BYTES with BMILL_DEBUG: your own reaction to memory that is too short
 *   BMILL_NO_CHECKS    no checks of memory, not even with BMILL_DEBUG or AddressSanitizer
 *   BMILL_SLOW_PEXT    the processor has BMI2, but computes pext and pdep bit by bit in microcode
 *                      (AMD before Zen 3): use the plain forms. -march=bdver4, znver1 and znver2
 *                      imply it
 *   BMILL_NO_BUILTINS  no builtins of the compiler, plain C everywhere: to study or to test it
 */
#ifndef BITMILL_CONFIG_H
#define BITMILL_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <bitmill/word/builtins.h>

/* The version stands only here: configure.ac reads these lines. */
/** The version as numbers: changes when programs must be adapted. */
#define BMILL_VERSION_MAJOR 1
/** The version as numbers: changes when something is added. */
#define BMILL_VERSION_MINOR 0
/** The version as numbers: changes when something is corrected. */
#define BMILL_VERSION_PATCH 0

#define BMILL_STRING_(x)       #x
#define BMILL_DOTTED_(a, b, c) BMILL_STRING_(a) "." BMILL_STRING_(b) "." BMILL_STRING_(c)
/** The version as text: "1.0.0". */
#define BMILL_VERSION BMILL_DOTTED_(BMILL_VERSION_MAJOR, BMILL_VERSION_MINOR, BMILL_VERSION_PATCH)

/* BMILL_API: a function of the library. BMILL_PURE: it only reads memory, so that a compiler may
 * merge equal calls. BMILL_LIKELY_(x): a condition that mostly holds. */
#if defined(BMILL_GNU_) && !defined(_WIN32)
#define BMILL_API __attribute__((visibility("default")))
#else
#define BMILL_API
#endif
#if defined(BMILL_GNU_)
#define BMILL_PURE       __attribute__((pure))
#define BMILL_LIKELY_(x) __builtin_expect((x), 1)
#else
#define BMILL_PURE
#define BMILL_LIKELY_(x) (x)
#endif

/* Which checks of the caller's memory this file has (bitmill/bits/check.h). BMILL_CHECK_POISON_: 1
 * if it is checked for poison. BMILL_CHECK_LENGTH_: 1 if its length is checked, 2 if the user
 * defines what happens when it is too short. */
#if defined(BMILL_GNU_) && !defined(BMILL_NO_CHECKS)
#if defined(__SANITIZE_ADDRESS__)
#define BMILL_CHECK_POISON_ 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BMILL_CHECK_POISON_ 1
#endif
#endif
#if defined(BMILL_DEBUG) && defined(BMILL_ASSERT_BYTES)
#define BMILL_CHECK_LENGTH_ 2
#elif defined(BMILL_DEBUG)
#define BMILL_CHECK_LENGTH_ 1
#endif
#endif
#ifndef BMILL_CHECK_POISON_
#define BMILL_CHECK_POISON_ 0
#endif
#ifndef BMILL_CHECK_LENGTH_
#define BMILL_CHECK_LENGTH_ 0
#endif
#define BMILL_CHECKS_ (BMILL_CHECK_POISON_ || BMILL_CHECK_LENGTH_)

#include <bitmill/namespace.h>

/* The null pointer, as each language spells it. */
#if defined(__cplusplus)
#define BMILL_NULL_ nullptr
#else
#define BMILL_NULL_ NULL
#endif

/* Attributes of header functions.
 * BMILL_NODISCARD_: a call is useless without its result; a statement that drops it gets a warning.
 * BMILL_WRAPS_: unsigned arithmetic wraps around, and shifts lose bits at the top, on purpose: the
 * checks of clang's -fsanitize=integer that go beyond C do not apply. */
#if defined(BMILL_GNU_)
#define BMILL_NODISCARD_ __attribute__((warn_unused_result))
#else
#define BMILL_NODISCARD_
#endif
#if defined(__clang__) && __clang_major__ >= 12
#define BMILL_WRAPS_ \
    __attribute__((no_sanitize("unsigned-integer-overflow", "unsigned-shift-base")))
#elif defined(__clang__)
#define BMILL_WRAPS_ __attribute__((no_sanitize("unsigned-integer-overflow")))
#else
#define BMILL_WRAPS_
#endif

/* BMILL_INLINE: a header function. In C++ it has external linkage, which modules and templates
 * need, and C++ linkage, because only then does the namespace keep the functions of different files
 * apart (namespace.h); in C each file has its own. BMILL_ALWAYS_INLINE_: one that is inlined even
 * without optimisation. BMILL_FN: a helper on values, which C++14 and later can evaluate at compile
 * time. BMILL_FN_CHANGES: one that changes what a pointer points to, so that its result may be
 * dropped. */
#if defined(__cplusplus)
#define BMILL_INLINE extern "C++" inline BMILL_WRAPS_
#else
#define BMILL_INLINE static inline BMILL_WRAPS_
#endif
#if defined(BMILL_GNU_)
#define BMILL_ALWAYS_INLINE_ BMILL_INLINE __attribute__((always_inline))
#elif defined(BMILL_MSVC_) && !defined(__cplusplus)
#define BMILL_ALWAYS_INLINE_ static __forceinline
#elif defined(BMILL_MSVC_)
#define BMILL_ALWAYS_INLINE_ extern "C++" __forceinline
#else
#define BMILL_ALWAYS_INLINE_ BMILL_INLINE
#endif
#if BMILL_CPLUSPLUS_ >= 201402L
#define BMILL_FN_CHANGES BMILL_INLINE constexpr
#else
#define BMILL_FN_CHANGES BMILL_INLINE
#endif
#define BMILL_FN BMILL_FN_CHANGES BMILL_NODISCARD_

/* BMILL_INDEX_(i, width): the index i, checked with BMILL_DEBUG. It is a macro, so that file and
 * line are those of the caller. */
#ifdef BMILL_DEBUG
#ifndef BMILL_ASSERT
#include <stdio.h>
#include <stdlib.h>
/** Reaction to an index: `holds` says whether it is below the width. The default prints one line on
 * standard error and aborts if it is not. Define your own before the first include to throw, to log
 * or to trap instead. If yours returns, the index is taken modulo the width. */
#define BMILL_ASSERT(holds, file, line, index, width)                                          \
    ((holds) ? (void)0                                                                         \
             : (fprintf(stderr, "%s:%d: bitmill: bit index %u, expected 0 to %u (width %u)\n", \
                        file, line, index, (width)-1u, width),                                 \
                abort()))
#define BMILL_FN_ASSERTS_ BMILL_FN
#else
/* Another file of the program may define it differently: each file has a function of its own. */
#if BMILL_CPLUSPLUS_ >= 201402L
#define BMILL_FN_ASSERTS_ static inline constexpr BMILL_NODISCARD_
#else
#define BMILL_FN_ASSERTS_ static inline BMILL_NODISCARD_
#endif
#endif
BMILL_BEGIN_INLINE_
BMILL_FN_ASSERTS_ unsigned bmill_index_checked_(unsigned i, unsigned width, const char *file,
                                                int line)
{
    BMILL_ASSERT(i < width, file, line, i, width);
    (void)file, (void)line; /* the user's macro need not name them */
    return i;
}
BMILL_END_INLINE_
#define BMILL_INDEX_(i, width) bmill_index_checked_((i), (width), __FILE__, __LINE__)
#else
#define BMILL_INDEX_(i, width) (i)
#endif

#endif
