/* atomic.h: the atomic numbers of the dispatch, in C11 and, because Microsoft's compiler has no
 * <stdatomic.h> for C without an option, by its intrinsics. Where there is neither, the library is
 * built with one set of kernels. */
#ifndef BMILL_DISPATCH_ATOMIC_H
#define BMILL_DISPATCH_ATOMIC_H

#include <bitmill/word/builtins.h> /* BMILL_MSVC_ */
#include <stdint.h>

#if defined(BMILL_MSVC_)

/* A volatile load of 32 bits is one instruction there. */
typedef volatile long bmill_atomic;
long _InterlockedExchange(long volatile *number, long x);
long _InterlockedCompareExchange(long volatile *number, long x, long expected);
#pragma intrinsic(_InterlockedExchange, _InterlockedCompareExchange)

static __forceinline uint32_t bmill_load_relaxed(const bmill_atomic *number)
{
    return (uint32_t)*number;
}
static __forceinline uint32_t bmill_load_acquire(bmill_atomic *number)
{
    return (uint32_t)_InterlockedCompareExchange(number, 0, 0);
}
static __forceinline void bmill_store(bmill_atomic *number, uint32_t x)
{
    (void)_InterlockedExchange(number, (long)x);
}
static __forceinline void bmill_store_if_equal(bmill_atomic *number, uint32_t expected, uint32_t x)
{
    (void)_InterlockedCompareExchange(number, (long)x, (long)expected);
}

#elif !defined(BMILL_GNU_) && (defined(__STDC_NO_ATOMICS__) || __STDC_VERSION__ < 201112L)

#error "the choice of kernels at run time needs <stdatomic.h>: expected it, or -DBMILL_ONE_ISA"

#else

#include <stdatomic.h>

typedef _Atomic(uint32_t) bmill_atomic;

static inline uint32_t bmill_load_relaxed(const bmill_atomic *number)
{
    return atomic_load_explicit(number, memory_order_relaxed);
}
static inline uint32_t bmill_load_acquire(const bmill_atomic *number)
{
    return atomic_load_explicit(number, memory_order_acquire);
}
static inline void bmill_store(bmill_atomic *number, uint32_t x) { atomic_store(number, x); }
/* Stores x unless another thread was faster. */
static inline void bmill_store_if_equal(bmill_atomic *number, uint32_t expected, uint32_t x)
{
    atomic_compare_exchange_strong(number, &expected, x);
}

#endif

#endif
