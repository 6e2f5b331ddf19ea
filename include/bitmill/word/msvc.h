/** @file
 * bitmill/word/msvc.h: the intrinsics of Microsoft's compiler that the word layer uses, where
 * bitmill/word/builtins.h says so. Nothing here is called by name.
 *
 * They are declared here, as in <intrin.h>, which has thousands more. With clang-cl, the builtins
 * of clang are used.
 */
#ifndef BITMILL_WORD_MSVC_H
#define BITMILL_WORD_MSVC_H

#include <bitmill/config.h>

#if defined(BMILL_HAVE_MSVC_)

#if defined(__cplusplus)
extern "C" {
#endif
unsigned char _BitScanForward(unsigned long *index, unsigned long mask);
unsigned char _BitScanReverse(unsigned long *index, unsigned long mask);
unsigned long __cdecl _byteswap_ulong(unsigned long x);
unsigned __int64 __cdecl _byteswap_uint64(unsigned __int64 x);
unsigned __cdecl _rotl(unsigned x, int n);
unsigned __cdecl _rotr(unsigned x, int n);
unsigned __int64 __cdecl _rotl64(unsigned __int64 x, int n);
unsigned __int64 __cdecl _rotr64(unsigned __int64 x, int n);
#if defined(BMILL_HAVE_64_)
unsigned char _BitScanForward64(unsigned long *index, unsigned __int64 mask);
unsigned char _BitScanReverse64(unsigned long *index, unsigned __int64 mask);
#endif
#if defined(BMILL_HAVE_POPCNT_) && defined(_M_ARM64)
unsigned _CountOneBits(unsigned long x);
unsigned _CountOneBits64(unsigned __int64 x);
#elif defined(BMILL_HAVE_POPCNT_)
unsigned __popcnt(unsigned x);
#if defined(BMILL_HAVE_64_)
unsigned __int64 __popcnt64(unsigned __int64 x);
#endif
#endif
#if defined(__cplusplus)
}
#endif

#pragma intrinsic(_BitScanForward, _BitScanReverse, _byteswap_ulong, _byteswap_uint64)
#pragma intrinsic(_rotl, _rotr, _rotl64, _rotr64)
#if defined(BMILL_HAVE_64_)
#pragma intrinsic(_BitScanForward64, _BitScanReverse64)
#endif

/* Number of 1 bits, as unsigned. */
#if defined(_M_ARM64)
#define BMILL_MSVC_POPCNT_32_(x) _CountOneBits(x)
#define BMILL_MSVC_POPCNT_64_(x) _CountOneBits64(x)
#elif defined(BMILL_HAVE_64_)
#define BMILL_MSVC_POPCNT_32_(x) __popcnt(x)
#define BMILL_MSVC_POPCNT_64_(x) ((unsigned)__popcnt64(x))
#else
#define BMILL_MSVC_POPCNT_32_(x) __popcnt(x)
#define BMILL_MSVC_POPCNT_64_(x) (__popcnt((unsigned)(x)) + __popcnt((unsigned)((x) >> 32)))
#endif

BMILL_BEGIN_INLINE_

/* Number of 0 bits below the lowest 1 bit, and above the highest; the width for 0, for which the
 * scans leave the index alone. */
BMILL_ALWAYS_INLINE_ unsigned bmill_msvc_ctz_u32_(uint32_t x)
{
    unsigned long i = 0;
    return _BitScanForward(&i, x) ? (unsigned)i : 32;
}
BMILL_ALWAYS_INLINE_ unsigned bmill_msvc_clz_u32_(uint32_t x)
{
    unsigned long i = 0;
    return _BitScanReverse(&i, x) ? 31 - (unsigned)i : 32;
}
BMILL_ALWAYS_INLINE_ unsigned bmill_msvc_ctz_u64_(uint64_t x)
{
#if defined(BMILL_HAVE_64_)
    unsigned long i = 0;
    return _BitScanForward64(&i, x) ? (unsigned)i : 64;
#else
    uint32_t low = (uint32_t)x;
    return low ? bmill_msvc_ctz_u32_(low) : 32 + bmill_msvc_ctz_u32_((uint32_t)(x >> 32));
#endif
}
BMILL_ALWAYS_INLINE_ unsigned bmill_msvc_clz_u64_(uint64_t x)
{
#if defined(BMILL_HAVE_64_)
    unsigned long i = 0;
    return _BitScanReverse64(&i, x) ? 63 - (unsigned)i : 64;
#else
    uint32_t high = (uint32_t)(x >> 32);
    return high ? bmill_msvc_clz_u32_(high) : 32 + bmill_msvc_clz_u32_((uint32_t)x);
#endif
}

BMILL_END_INLINE_

#endif

#endif
