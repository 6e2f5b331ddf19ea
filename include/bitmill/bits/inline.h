/* bitmill/bits/inline.h: how a header puts inline code in front of a function of the library.
 *
 * A call of bmill_bits_and() compiles to more than a call in two cases: its memory is checked
 * (bitmill/bits/check.h), and a size that is a small constant is worked on in the caller
 * (bitmill/bits/small.h). Both are done by an inline function of the same name and parameters, its
 * front, which otherwise calls the library. bitmill/bits/<topic>.h declares and describes the
 * functions of the library, and has their fronts at its end. A front is only ever inlined. The
 * address of a function, &bmill_bits_and, is in all files that of the library's.
 *
 *   - gcc: `extern inline` with gnu_inline, a body for a function that is elsewhere;
 *   - clang: an overload whose pointers have pass_object_size, which calls prefer and whose address
 *     cannot be taken. (A body with gnu_inline would call itself: clang does not tell functions
 *     apart that have the same name for the linker.)
 *   - other compilers, and files with neither case: no fronts, the plain prototypes.
 *
 * A front that files without checks have, too, repeats the comment of the prototype, because an
 * editor shows for a call the comment of the overload that clang chooses.
 *
 * In C++ the namespace of all inline functions has a name that says which checks a file has and
 * whether it has inline code for small sizes (namespace.h), so that files with different ones can
 * be linked together.
 */
#ifndef BITMILL_BITS_INLINE_H
#define BITMILL_BITS_INLINE_H

#include <bitmill/config.h>

/* Whether sizes that are small constants are worked on in the caller. */
#if defined(BMILL_GNU_) && defined(__OPTIMIZE__) && !defined(BMILL_NO_INLINE_BITS)
#define BMILL_SMALL_SIZES_ 1
#else
#define BMILL_SMALL_SIZES_ 0
#endif

#if BMILL_CHECKS_ || BMILL_SMALL_SIZES_

#if defined(__cplusplus)
#define BMILL_C_LINKAGE_ extern "C"
#else
#define BMILL_C_LINKAGE_ extern
#endif

/* A front, between BMILL_BEGIN_FRONTS_ and BMILL_END_FRONTS_; and what stands between a pointer and
 * the name of a parameter. gcc knows the length of an array at -O0 if the parameter is const; clang
 * is told it by the caller. */
#if !defined(__clang__)
#define BMILL_FRONT_ BMILL_C_LINKAGE_ inline __attribute__((always_inline, gnu_inline, artificial))
#define BMILL_SIZED_ const
#define BMILL_BEGIN_FRONTS_
#define BMILL_END_FRONTS_
#else
#if defined(__cplusplus)
#define BMILL_FRONT_ inline __attribute__((always_inline))
#else
#define BMILL_FRONT_ static inline __attribute__((always_inline, overloadable))
#endif
#if BMILL_CHECK_LENGTH_
#define BMILL_SIZED_ const __attribute__((pass_dynamic_object_size(0)))
#else
#define BMILL_SIZED_ const __attribute__((pass_object_size(0)))
#endif
#define BMILL_BEGIN_FRONTS_ BMILL_BEGIN_INLINE_
#define BMILL_END_FRONTS_   BMILL_END_INLINE_
#endif

/* The front of a function that only reads: a statement that drops its result gets a warning. gcc
 * warns by itself, because the prototype is BMILL_PURE. */
#if !defined(__clang__)
#define BMILL_FRONT_PURE_ BMILL_FRONT_
#else
#define BMILL_FRONT_PURE_ BMILL_FRONT_ BMILL_NODISCARD_
#endif

/* A function that fronts call. In C, gcc does not let an `extern inline` function call a static
 * one, so it is `extern inline` too, and always inlined. */
#if defined(__cplusplus)
#define BMILL_FRONT_HELPER_ inline __attribute__((always_inline))
#elif defined(__clang__)
#define BMILL_FRONT_HELPER_ static inline __attribute__((always_inline))
#else
#define BMILL_FRONT_HELPER_ extern inline __attribute__((always_inline, gnu_inline))
#endif

/* The name of a function for the linker, where it is not the one that it has in the source. */
#define BMILL_SPELLED_(x)   BMILL_STRING_(x)
#define BMILL_SYMBOL_(text) __asm__(BMILL_SPELLED_(__USER_LABEL_PREFIX__) text)

/* The function of the library as its front calls it, <name>_library_. BMILL_LIBRARY_PURE_: one that
 * is BMILL_PURE. */
#define BMILL_LIBRARY_(name) \
    BMILL_C_LINKAGE_ BMILL_API __typeof__(name) name##_library_ BMILL_SYMBOL_(#name)
#define BMILL_LIBRARY_PURE_(name) \
    BMILL_C_LINKAGE_ BMILL_API BMILL_PURE __typeof__(name) name##_library_ BMILL_SYMBOL_(#name)

#endif

#endif
