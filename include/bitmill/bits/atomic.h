/** @file
 * bitmill/bits/atomic.h: one bit of a bitmap that several threads change at the same time.
 *
 * Each call is one atomic access to the byte i / 8: threads may change bits of the same byte, and
 * no change is lost; no other byte is read or written. The functions that change a bit acquire and
 * release: what a thread wrote before its call is seen by a thread that sees the effect of the
 * call. bmill_bits_atomic_is_set() acquires. Other functions of the bits layer on the same bytes at
 * the same time are a data race. The rules of bitmill/bits.h hold.
 *
 * Needs the __atomic builtins of gcc and clang, or the Interlocked intrinsics of Microsoft's
 * compiler. Cost: one locked instruction on x86-64, about 20
 * cycles if no other processor has the cache line; bmill_bits_atomic_is_set() is a load.
 *
 * Where a processor has no atomic instructions for bytes, compilers call libatomic: on riscv64
 * without Zabha, and clang on ARM before v6. Programs are then linked with -latomic, which
 * `pkg-config --libs bitmill` has where it is needed.
 */
#ifndef BITMILL_BITS_ATOMIC_H
#define BITMILL_BITS_ATOMIC_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#if defined(BMILL_MSVC_)
#if defined(__cplusplus)
extern "C" {
#endif
char _InterlockedOr8(char volatile *byte, char mask);
char _InterlockedAnd8(char volatile *byte, char mask);
char _InterlockedXor8(char volatile *byte, char mask);
void _ReadWriteBarrier(void);
#if defined(_M_ARM64) || defined(_M_ARM)
void __dmb(unsigned kind);
#endif
#if defined(__cplusplus)
}
#endif
#pragma intrinsic(_InterlockedOr8, _InterlockedAnd8, _InterlockedXor8, _ReadWriteBarrier)
#elif !defined(BMILL_GNU_)
#error "bitmill/bits/atomic.h: expected a compiler with __atomic builtins, such as gcc or clang"
#endif

/* Each changes the byte, acquires and releases; result: the byte as it was before. */
#if defined(BMILL_MSVC_)
#define BMILL_ATOMIC_OR_(byte, x)  _InterlockedOr8((char volatile *)(byte), (char)(x))
#define BMILL_ATOMIC_AND_(byte, x) _InterlockedAnd8((char volatile *)(byte), (char)(x))
#define BMILL_ATOMIC_XOR_(byte, x) _InterlockedXor8((char volatile *)(byte), (char)(x))
#if defined(_M_ARM64) || defined(_M_ARM)
#define BMILL_ATOMIC_ACQUIRE_() (__dmb(11 /* ISH */), _ReadWriteBarrier())
#else /* a load of x86 acquires */
#define BMILL_ATOMIC_ACQUIRE_() _ReadWriteBarrier()
#endif
#else
#define BMILL_ATOMIC_OR_(byte, x)  __atomic_fetch_or((byte), (x), __ATOMIC_ACQ_REL)
#define BMILL_ATOMIC_AND_(byte, x) __atomic_fetch_and((byte), (x), __ATOMIC_ACQ_REL)
#define BMILL_ATOMIC_XOR_(byte, x) __atomic_fetch_xor((byte), (x), __ATOMIC_ACQ_REL)
#endif

BMILL_BEGIN_INLINE_

/* The byte; acquires. */
BMILL_INLINE unsigned char bmill_atomic_load_(const unsigned char *byte)
{
#if defined(BMILL_MSVC_)
    unsigned char x = *(const volatile unsigned char *)byte;
    BMILL_ATOMIC_ACQUIRE_();
    return x;
#else
    return __atomic_load_n(byte, __ATOMIC_ACQUIRE);
#endif
}

/** @name Change a bit and tell what it was
 *
 * Result: true if the bit was 1 just before this change.
 *
 * Example, where only one thread runs each job:
 *
 *     if (!bmill_bits_atomic_test_and_set(claimed, job))
 *         run(job);
 */
/** @{ */

/** Sets bit `i` to 1; result: whether it was 1 before. */
BMILL_BITS_INLINE_ bool bmill_bits_atomic_test_and_set(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8, mask = (unsigned char)(1u << (i % 8));
    BMILL_WRITES_BITS_(bits, i, 1);
    return BMILL_ATOMIC_OR_(byte, mask) & mask;
}

/** Clears bit `i` to 0; result: whether it was 1 before. */
BMILL_BITS_INLINE_ bool bmill_bits_atomic_test_and_clear(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8, mask = (unsigned char)(1u << (i % 8));
    BMILL_WRITES_BITS_(bits, i, 1);
    return BMILL_ATOMIC_AND_(byte, (unsigned char)~mask) & mask;
}

/** Flips bit `i`; result: whether it was 1 before. */
BMILL_BITS_INLINE_ bool bmill_bits_atomic_test_and_flip(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8, mask = (unsigned char)(1u << (i % 8));
    BMILL_WRITES_BITS_(bits, i, 1);
    return BMILL_ATOMIC_XOR_(byte, mask) & mask;
}

/** @} */

/**
 * Whether bit `i` is 1.
 *
 * Example: while (!bmill_bits_atomic_is_set(ready, worker)) wait();
 */
BMILL_BITS_INLINE_ BMILL_NODISCARD_ bool bmill_bits_atomic_is_set(const void *const bits, size_t i)
{
    const unsigned char *byte = (const unsigned char *)bits + i / 8;
    BMILL_READS_BITS_(bits, i, 1);
    return bmill_atomic_load_(byte) >> (i % 8) & 1;
}

/** @name Change a bit
 *
 * Example: bmill_bits_atomic_set(ready, worker);
 */
/** @{ */

/** Sets bit `i` to 1. */
BMILL_BITS_INLINE_ void bmill_bits_atomic_set(void *const bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (void)bmill_bits_atomic_test_and_set(bits, i);
}

/** Clears bit `i` to 0. */
BMILL_BITS_INLINE_ void bmill_bits_atomic_clear(void *const bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (void)bmill_bits_atomic_test_and_clear(bits, i);
}

/** Flips bit `i`. */
BMILL_BITS_INLINE_ void bmill_bits_atomic_flip(void *const bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (void)bmill_bits_atomic_test_and_flip(bits, i);
}

/** Makes bit `i` equal to `state`. */
BMILL_BITS_INLINE_ void bmill_bits_atomic_modify(void *const bits, size_t i, bool state)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    if (state)
        bmill_bits_atomic_set(bits, i);
    else
        bmill_bits_atomic_clear(bits, i);
}

/** @} */

BMILL_END_INLINE_

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_INLINE_FRONTS_

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ bool bmill_bits_atomic_is_set(const void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_READS_BITS_(bits, i, 1);
    return (&bmill_bits_atomic_is_set)(bits, i);
}

BMILL_FRONT_ void bmill_bits_atomic_set(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_atomic_set)(bits, i);
}

BMILL_FRONT_ void bmill_bits_atomic_clear(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_atomic_clear)(bits, i);
}

BMILL_FRONT_ void bmill_bits_atomic_flip(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_atomic_flip)(bits, i);
}

BMILL_FRONT_ void bmill_bits_atomic_modify(void *BMILL_SIZED_ bits, size_t i, bool state)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_atomic_modify)(bits, i, state);
}

BMILL_FRONT_ bool bmill_bits_atomic_test_and_set(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    return (&bmill_bits_atomic_test_and_set)(bits, i);
}

BMILL_FRONT_ bool bmill_bits_atomic_test_and_clear(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    return (&bmill_bits_atomic_test_and_clear)(bits, i);
}

BMILL_FRONT_ bool bmill_bits_atomic_test_and_flip(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    return (&bmill_bits_atomic_test_and_flip)(bits, i);
}

BMILL_END_FRONTS_

#endif

#endif
