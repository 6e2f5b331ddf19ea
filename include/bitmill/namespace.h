/** @file
 * bitmill/namespace.h: the namespace of the inline functions in C++. Nothing here is called by
 * name: the namespace is inline, so that bmill_set is still ::bmill_set.
 *
 * An inline function has one name in all files of a program, and the linker keeps one copy of it.
 * That copy must not have been compiled for a processor with more instructions than another file
 * allows, nor without the checks that another file asks for. So the name of the namespace tells how
 * the functions are compiled: each macro that a body tests, and each instruction set that a
 * compiler may use in a body, is a part of it, as in bmill_0_1_0_14_bpqyfl_popcnt_bmi2. Types are
 * not in it, because they are the same in all files.
 *
 * BMILL_BEGIN_INLINE_ and BMILL_END_INLINE_ enclose the functions of a header. Between them,
 * warnings about the style of C++ are off: the headers are C, which has no other casts. So are
 * those of Microsoft's compiler about constant conditions, and what is not reached after them.
 */
#ifndef BITMILL_NAMESPACE_H
#define BITMILL_NAMESPACE_H

#include <bitmill/word/builtins.h>

#if defined(__cplusplus)

/* ---- What bodies test ---- */

/* In C++14 and later a body may ask whether it is evaluated at compile time. */
#if BMILL_CPLUSPLUS_ >= 201402L
#define BMILL_IN_CXX14_ _14
#else
#define BMILL_IN_CXX14_ _11
#endif

#if defined(BMILL_DEBUG)
#define BMILL_IN_DEBUG_ _debug
#else
#define BMILL_IN_DEBUG_
#endif

/* One letter for each feature of the compiler or the target: see builtins.h. */
#ifdef BMILL_HAVE_BUILTINS_
#define BMILL_IN_BUILTINS_ _b
#elif defined(BMILL_HAVE_MSVC_)
#define BMILL_IN_BUILTINS_ _m
#elif defined(BMILL_MSVC_)
#define BMILL_IN_BUILTINS_ _nm
#else
#define BMILL_IN_BUILTINS_ _n
#endif
#ifdef BMILL_HAVE_CLZ_
#define BMILL_IN_CLZ_ z
#else
#define BMILL_IN_CLZ_
#endif
#ifdef BMILL_HAVE_POPCOUNT_
#define BMILL_IN_POPCOUNT_ p
#else
#define BMILL_IN_POPCOUNT_
#endif
#ifdef BMILL_HAVE_64_
#define BMILL_IN_64_ d
#else
#define BMILL_IN_64_
#endif
#ifdef BMILL_HAVE_POPCNT_
#define BMILL_IN_POPCNT_ q
#else
#define BMILL_IN_POPCNT_
#endif
#ifdef BMILL_HAVE_PARITY_
#define BMILL_IN_PARITY_ y
#else
#define BMILL_IN_PARITY_
#endif
#ifdef BMILL_HAVE_FFS_
#define BMILL_IN_FFS_ f
#else
#define BMILL_IN_FFS_
#endif
#ifdef BMILL_HAVE_BSWAP_
#define BMILL_IN_BSWAP_ s
#else
#define BMILL_IN_BSWAP_
#endif
#ifdef BMILL_HAVE_BITREVERSE_
#define BMILL_IN_BITREVERSE_ r
#else
#define BMILL_IN_BITREVERSE_
#endif
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
#define BMILL_IN_LITTLE_ENDIAN_ l
#else
#define BMILL_IN_LITTLE_ENDIAN_
#endif
#ifdef BMILL_HAVE_PEXT_
#define BMILL_IN_PEXT_ x
#else
#define BMILL_IN_PEXT_
#endif
#ifdef BMILL_HAVE_CLMUL_
#define BMILL_IN_CLMUL_ c
#else
#define BMILL_IN_CLMUL_
#endif

/* Calls of the bits layer with a small constant size are inline code. */
#if defined(__OPTIMIZE__) && !defined(BMILL_NO_INLINE_BITS)
#define BMILL_IN_SMALL_ _small
#else
#define BMILL_IN_SMALL_
#endif

/* AddressSanitizer checks the loads and stores of a body. */
#if defined(__SANITIZE_ADDRESS__)
#define BMILL_IN_ASAN_ _asan
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BMILL_IN_ASAN_ _asan
#endif
#endif
#ifndef BMILL_IN_ASAN_
#define BMILL_IN_ASAN_
#endif

/* The bits layer checks the caller's memory: see config.h. */
#if BMILL_CHECK_LENGTH_ == 2
#define BMILL_IN_CHECKS_ _hook
#elif BMILL_CHECK_LENGTH_ || BMILL_CHECK_POISON_
#define BMILL_IN_CHECKS_ _checks
#else
#define BMILL_IN_CHECKS_
#endif

/* ---- Instructions that the compiler may use ---- */

#ifdef __POPCNT__
#define BMILL_FOR_POPCNT_ _popcnt
#else
#define BMILL_FOR_POPCNT_
#endif
#ifdef __LZCNT__
#define BMILL_FOR_LZCNT_ _lzcnt
#else
#define BMILL_FOR_LZCNT_
#endif
#ifdef __BMI__
#define BMILL_FOR_BMI_ _bmi
#else
#define BMILL_FOR_BMI_
#endif
#ifdef __BMI2__
#define BMILL_FOR_BMI2_ _bmi2
#else
#define BMILL_FOR_BMI2_
#endif
#ifdef __PCLMUL__
#define BMILL_FOR_PCLMUL_ _pclmul
#else
#define BMILL_FOR_PCLMUL_
#endif
#ifdef __MOVBE__
#define BMILL_FOR_MOVBE_ _movbe
#else
#define BMILL_FOR_MOVBE_
#endif
#ifdef __GFNI__
#define BMILL_FOR_GFNI_ _gfni
#else
#define BMILL_FOR_GFNI_
#endif

/* Each of these includes those below it. */
#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__)
#define BMILL_FOR_VECTORS_ _avx512
#elif defined(__AVX512F__)
#define BMILL_FOR_VECTORS_ _avx512f
#elif defined(__AVX2__)
#define BMILL_FOR_VECTORS_ _avx2
#elif defined(__AVX__)
#define BMILL_FOR_VECTORS_ _avx
#elif defined(__SSE4_1__)
#define BMILL_FOR_VECTORS_ _sse4
#elif defined(__SSSE3__)
#define BMILL_FOR_VECTORS_ _ssse3
#elif defined(__ARM_FEATURE_SVE)
#define BMILL_FOR_VECTORS_ _sve
#elif defined(__riscv_vector)
#define BMILL_FOR_VECTORS_ _v
#else
#define BMILL_FOR_VECTORS_
#endif
#ifdef __AVX512VPOPCNTDQ__
#define BMILL_FOR_VPOPCNT_ _vpopcnt
#else
#define BMILL_FOR_VPOPCNT_
#endif

#ifdef __riscv_zba
#define BMILL_FOR_ZBA_ _zba
#else
#define BMILL_FOR_ZBA_
#endif
#ifdef __riscv_zbb
#define BMILL_FOR_ZBB_ _zbb
#else
#define BMILL_FOR_ZBB_
#endif
#ifdef __riscv_zbs
#define BMILL_FOR_ZBS_ _zbs
#else
#define BMILL_FOR_ZBS_
#endif

/* ---- The name ---- */

#define BMILL_JOIN_(a, b, c, d, e, f, g, h)   BMILL_JOINED_(a, b, c, d, e, f, g, h)
#define BMILL_JOINED_(a, b, c, d, e, f, g, h) a##b##c##d##e##f##g##h

#define BMILL_NAME_VERSION_ \
    BMILL_JOIN_(bmill_, BMILL_VERSION_MAJOR, _, BMILL_VERSION_MINOR, _, BMILL_VERSION_PATCH, , )
#define BMILL_NAME_HAS_                                                              \
    BMILL_JOIN_(BMILL_IN_BUILTINS_, BMILL_IN_CLZ_, BMILL_IN_64_, BMILL_IN_POPCOUNT_, \
                BMILL_IN_POPCNT_, BMILL_IN_PARITY_, BMILL_IN_FFS_, BMILL_IN_BSWAP_)
#define BMILL_NAME_HAS_TOO_                                                                     \
    BMILL_JOIN_(BMILL_IN_BITREVERSE_, BMILL_IN_LITTLE_ENDIAN_, BMILL_IN_PEXT_, BMILL_IN_CLMUL_, \
                BMILL_IN_DEBUG_, BMILL_IN_SMALL_, BMILL_IN_ASAN_, BMILL_IN_CHECKS_)
#define BMILL_NAME_FOR_                                                               \
    BMILL_JOIN_(BMILL_FOR_POPCNT_, BMILL_FOR_LZCNT_, BMILL_FOR_BMI_, BMILL_FOR_BMI2_, \
                BMILL_FOR_PCLMUL_, BMILL_FOR_MOVBE_, BMILL_FOR_GFNI_, BMILL_FOR_VECTORS_)
#define BMILL_NAME_FOR_TOO_ \
    BMILL_JOIN_(BMILL_FOR_VPOPCNT_, BMILL_FOR_ZBA_, BMILL_FOR_ZBB_, BMILL_FOR_ZBS_, , , , )
#define BMILL_NAMESPACE_                                                                    \
    BMILL_JOIN_(BMILL_NAME_VERSION_, BMILL_IN_CXX14_, BMILL_NAME_HAS_, BMILL_NAME_HAS_TOO_, \
                BMILL_NAME_FOR_, BMILL_NAME_FOR_TOO_, , )

#if defined(__clang__)
#define BMILL_IGNORE_STYLE_                                  \
    _Pragma("clang diagnostic ignored \"-Wold-style-cast\"") \
        _Pragma("clang diagnostic ignored \"-Wcomma\"")
#elif defined(BMILL_GNU_)
#define BMILL_IGNORE_STYLE_                                \
    _Pragma("GCC diagnostic ignored \"-Wold-style-cast\"") \
        _Pragma("GCC diagnostic ignored \"-Wuseless-cast\"")
#endif

#if defined(BMILL_MSVC_)
#define BMILL_BEGIN_INLINE_                                                      \
    __pragma(warning(push))                                                      \
        __pragma(warning(disable : 4127 4702)) inline namespace BMILL_NAMESPACE_ \
    {
#define BMILL_END_INLINE_ \
    }                     \
    __pragma(warning(pop))
#elif defined(BMILL_GNU_)
#define BMILL_BEGIN_INLINE_                                                              \
    _Pragma("GCC diagnostic push") BMILL_IGNORE_STYLE_ inline namespace BMILL_NAMESPACE_ \
    {
#define BMILL_END_INLINE_ \
    }                     \
    _Pragma("GCC diagnostic pop")
#else
#define BMILL_BEGIN_INLINE_           \
    inline namespace BMILL_NAMESPACE_ \
    {
#define BMILL_END_INLINE_ }
#endif

#elif defined(BMILL_MSVC_)

#define BMILL_BEGIN_INLINE_ __pragma(warning(push)) __pragma(warning(disable : 4127 4702))
#define BMILL_END_INLINE_   __pragma(warning(pop))

#else

#define BMILL_BEGIN_INLINE_
#define BMILL_END_INLINE_

#endif

#endif
