/* msvc.h: Microsoft's compiler as far as the headers and the library can tell, for gcc on this
 * machine. A file that is compiled with `-include msvc.h` takes the branches of _MSC_VER, with the
 * intrinsics below in place of those that it declares. See compilers.sh.
 *
 * The headers of the system, and Check's, come first, because they are for gcc. `long` has 64 bits
 * here, so that an intrinsic on 32 bits takes care of the rest itself.
 */
#ifndef BMILL_TESTS_MSVC_H
#define BMILL_TESTS_MSVC_H

#include <check.h>
#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#undef __GNUC__
#define _MSC_VER 1930
#define _M_X64   100
#define __int64 long
#define __cdecl
#define __forceinline inline
#define __unaligned
#define __declspec(what)
#define __pragma(what)
#define __assume(holds) __builtin_unreachable()

#ifdef __cplusplus
extern "C" {
#endif

/* The index where the mask is 0 is whatever stood there; here it becomes a wrong one. */
static inline unsigned char scanned(unsigned long *index, int position)
{
    *index = position < 0 ? 1000 : (unsigned long)position;
    return position >= 0;
}
static inline unsigned char _BitScanForward64(unsigned long *index, unsigned long mask)
{
    int i = 0;
    while (i < 64 && !(mask >> i & 1))
        i++;
    return scanned(index, i < 64 ? i : -1);
}
static inline unsigned char _BitScanReverse64(unsigned long *index, unsigned long mask)
{
    int i = 63;
    while (i >= 0 && !(mask >> i & 1))
        i--;
    return scanned(index, i);
}
static inline unsigned char _BitScanForward(unsigned long *index, unsigned long mask)
{
    return _BitScanForward64(index, mask & 0xffffffff);
}
static inline unsigned char _BitScanReverse(unsigned long *index, unsigned long mask)
{
    return _BitScanReverse64(index, mask & 0xffffffff);
}
static inline unsigned long _byteswap_uint64(unsigned long x)
{
    unsigned long y = 0;
    for (int i = 0; i < 8; i++)
        y = y << 8 | (x >> 8 * i & 0xff);
    return y;
}
static inline unsigned long _byteswap_ulong(unsigned long x)
{
    return _byteswap_uint64(x & 0xffffffff) >> 32;
}
static inline unsigned _rotl(unsigned x, int n)
{
    for (; n > 0; n--)
        x = x << 1 | x >> 31;
    return x;
}
static inline unsigned _rotr(unsigned x, int n) { return _rotl(x, 32 - n); }
static inline unsigned long _rotl64(unsigned long x, int n)
{
    for (; n > 0; n--)
        x = x << 1 | x >> 63;
    return x;
}
static inline unsigned long _rotr64(unsigned long x, int n) { return _rotl64(x, 64 - n); }
#ifdef __POPCNT__ /* as with /arch:AVX */
static inline unsigned __popcnt(unsigned x) { return (unsigned)__builtin_popcount(x); }
static inline unsigned long __popcnt64(unsigned long x)
{
    return (unsigned long)__builtin_popcountl(x);
}
#endif

static inline long _InterlockedExchange(long volatile *number, long x)
{
    return __atomic_exchange_n(number, x, __ATOMIC_SEQ_CST);
}
static inline long _InterlockedCompareExchange(long volatile *number, long x, long expected)
{
    __atomic_compare_exchange_n(number, &expected, x, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}
static inline char _InterlockedOr8(char volatile *byte, char mask)
{
    return __atomic_fetch_or(byte, mask, __ATOMIC_SEQ_CST);
}
static inline char _InterlockedAnd8(char volatile *byte, char mask)
{
    return __atomic_fetch_and(byte, mask, __ATOMIC_SEQ_CST);
}
static inline char _InterlockedXor8(char volatile *byte, char mask)
{
    return __atomic_fetch_xor(byte, mask, __ATOMIC_SEQ_CST);
}
static inline void _ReadWriteBarrier(void) {}

#ifdef __cplusplus
}
#endif

#endif
