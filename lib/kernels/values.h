/* values.h: comparisons of numbers, into a bitmap.
 *
 * With BMILL_HAVE_COMPARE the ISA has vectors of numbers (simd/<isa>/values.h):
 *
 *   m_t                       the result of comparing two vectors
 *   compare_<R>_<T>(a, b)     compares them, for each row of BMILL_COMPARE_KERNELS
 *   m_bits(m, size)           one bit for each number of `size` bytes
 *   BMILL_HAVE_M_BITS_64      there is m_narrow(m0, m1, size): the results for numbers of `size`
 *                             bytes, 2 or more, as those for numbers of half the size; and
 *                             m_bits_64(m0, m1, m2, m3): the bits of 64 numbers of one byte
 *   BMILL_HAVE_M_BITS_16BIT   there is m_bits_16bit(m0, m1): the bits of two vectors of 2-byte
 *                             numbers
 *   BMILL_HAVE_M_STORE        there are m_store(p, m, size), which stores m_bits, 1 to 8 bytes,
 *                             without a way through general registers, and for each comparison its
 *                             negation, compare_not_<R>_<T>(a, b)
 */
#ifndef BMILL_KERNELS_VALUES_H
#define BMILL_KERNELS_VALUES_H

#include "kernels/ends.h"
#include "simd/simd.h"
#include "tables/compare.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/values.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/values.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/values.h"
#elif BMILL_SIMD == BMILL_SIMD_VEC128
#include "simd/vec128/values.h"
#endif

#ifdef BMILL_HAVE_COMPARE
typedef v_t side_t;
#else
typedef const unsigned char *side_t; /* the address of one number */
typedef bool m_t;
#endif
typedef m_t compare_op(side_t a, side_t b);

/* The right side of a comparison: an array, or one value for all. */
struct right {
    const unsigned char *p; /* the array, or the value */
    bool is_value;
#ifdef BMILL_HAVE_COMPARE
    v_t all; /* a vector of the value */
#endif
};

#ifdef BMILL_HAVE_COMPARE

BMILL_ALWAYS_INLINE struct right right_array(const void *p)
{
    return (struct right){p, false, v_zero()};
}
BMILL_ALWAYS_INLINE uint64_t number_at(const void *p, size_t size)
{
    uint16_t x2;
    uint32_t x4;
    uint64_t x8;
    switch (size) {
    case 1:
        return *(const uint8_t *)p;
    case 2:
        memcpy(&x2, p, 2);
        return x2;
    case 4:
        memcpy(&x4, p, 4);
        return x4;
    default:
        memcpy(&x8, p, 8);
        return x8;
    }
}
BMILL_ALWAYS_INLINE struct right right_value(const void *p, size_t size)
{
    return (struct right){p, true, v_broadcast(number_at(p, size), size)};
}

/* Compares a vector of numbers, from number i. */
BMILL_ALWAYS_INLINE m_t compare_at(const unsigned char *a, struct right b, size_t i, size_t size,
                                   compare_op *op)
{
    return op(v_load(a + i * size), b.is_value ? b.all : v_load(b.p + i * size));
}

#ifdef BMILL_HAVE_M_BITS_64

/* The results for V_BYTES numbers, a byte each. */
BMILL_ALWAYS_INLINE m_t compare_to_bytes(const unsigned char *a, struct right b, size_t i,
                                         size_t size, compare_op *op)
{
    const size_t lanes = V_BYTES / size;
    m_t m[8];
    BMILL_UNROLL
    for (size_t k = 0; k < size; k++)
        m[k] = compare_at(a, b, i + k * lanes, size, op);
    if (size == 8)
        for (size_t k = 0; k < 4; k++)
            m[k] = m_narrow(m[2 * k], m[2 * k + 1], 8);
    if (size >= 4)
        for (size_t k = 0; k < 2; k++)
            m[k] = m_narrow(m[2 * k], m[2 * k + 1], 4);
    return size >= 2 ? m_narrow(m[0], m[1], 2) : m[0];
}
/* Compares 64 numbers. */
BMILL_ALWAYS_INLINE w_t compare_64(const unsigned char *a, struct right b, size_t i, size_t size,
                                   compare_op *op)
{
    m_t m0 = compare_to_bytes(a, b, i, size, op);
    m_t m1 = compare_to_bytes(a, b, i + V_BYTES, size, op);
    m_t m2 = compare_to_bytes(a, b, i + 2 * V_BYTES, size, op);
    m_t m3 = compare_to_bytes(a, b, i + 3 * V_BYTES, size, op);
    return m_bits_64(m0, m1, m2, m3);
}

#else

/* Compares 64 numbers. */
BMILL_ALWAYS_INLINE w_t compare_64(const unsigned char *a, struct right b, size_t i, size_t size,
                                   compare_op *op)
{
    size_t lanes = V_BYTES / size;
    w_t word = 0;
#ifdef BMILL_HAVE_M_BITS_16BIT
    if (size == 2) {
        BMILL_UNROLL
        for (size_t k = 0; k < 64; k += 2 * lanes)
            word |= m_bits_16bit(compare_at(a, b, i + k, size, op),
                                 compare_at(a, b, i + k + lanes, size, op))
                    << k;
        return word;
    }
#endif
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes)
        word |= m_bits(compare_at(a, b, i + k, size, op), size) << k;
    return word;
}

#endif

/* Compares the numbers from number i to the end, 1 to 63 of n numbers, which are a vector at least:
 * the last vector overlaps the one before it. */
BMILL_ALWAYS_INLINE w_t compare_last(const unsigned char *a, struct right b, size_t i, size_t n,
                                     size_t size, compare_op *op)
{
    size_t lanes = V_BYTES / size;
    size_t k = i;
    w_t word = 0;
    for (; k + lanes <= n; k += lanes)
        word |= m_bits(compare_at(a, b, k, size, op), size) << (k - i);
    if (k < n)
        word |= m_bits(compare_at(a, b, n - lanes, size, op), size) >> (k + lanes - n) << (k - i);
    return word;
}

/* Compares n numbers, 1 or more, but less than a vector. */
enum { SMALL_BYTES = V_BYTES };
BMILL_ALWAYS_INLINE w_t compare_small(const unsigned char *a, struct right b, size_t n, size_t size,
                                      compare_op *op)
{
    v_t numbers = v_load_first(a, n * size);
    return m_bits(op(numbers, b.is_value ? b.all : v_load_first(b.p, n * size)), size);
}

#else

#define OPERATOR_eq ==
#define OPERATOR_lt <
#define OPERATOR_le <=
#define COMPARE(R, T, type)                                       \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(side_t a, side_t b) \
    {                                                             \
        type x, y;                                                \
        memcpy(&x, a, sizeof x);                                  \
        memcpy(&y, b, sizeof y);                                  \
        return x OPERATOR_##R y;                                  \
    }
BMILL_COMPARE_KERNELS(COMPARE)
#undef COMPARE
#undef OPERATOR_eq
#undef OPERATOR_lt
#undef OPERATOR_le

BMILL_ALWAYS_INLINE struct right right_array(const void *p) { return (struct right){p, false}; }
BMILL_ALWAYS_INLINE struct right right_value(const void *p, size_t size)
{
    return (void)size, (struct right){p, true};
}

BMILL_ALWAYS_INLINE w_t compare_last(const unsigned char *a, struct right b, size_t i, size_t n,
                                     size_t size, compare_op *op)
{
    w_t word = 0;
    for (size_t k = i; k < n; k++)
        word |= (w_t)op(a + k * size, b.is_value ? b.p : b.p + k * size) << (k - i);
    return word;
}
BMILL_ALWAYS_INLINE w_t compare_64(const unsigned char *a, struct right b, size_t i, size_t size,
                                   compare_op *op)
{
    return compare_last(a, b, i, i + 64, size, op);
}
enum { SMALL_BYTES = 1 }; /* no case of its own */
BMILL_ALWAYS_INLINE w_t compare_small(const unsigned char *a, struct right b, size_t n, size_t size,
                                      compare_op *op)
{
    return compare_last(a, b, 0, n, size, op);
}

#endif

#ifdef BMILL_HAVE_M_STORE

/* Compares a vector of numbers, from number i, and stores the bits. */
BMILL_ALWAYS_INLINE void compare_and_store(unsigned char *dst, const unsigned char *a,
                                           struct right b, size_t i, size_t size, compare_op *op)
{
    m_store(dst + i / 8, compare_at(a, b, i, size, op), size);
}

BMILL_ALWAYS_INLINE void compare_all(void *dst_, const void *a_, struct right b, size_t n,
                                     size_t size, compare_op *op)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t lanes = V_BYTES / size;
    size_t i = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
        BMILL_UNROLL
        for (size_t k = 0; k < 4; k++)
            compare_and_store(dst, a, b, i + k * lanes, size, op);
    }
    for (; i + lanes <= n; i += lanes)
        compare_and_store(dst, a, b, i, size, op);
    if (i < n)
        w_store_bits(dst + i / 8, n - i, compare_last(a, b, i, n, size, op));
}

#define NEGATION(R, T) compare_not_##R##_##T

/* A loop for each result: to negate masks would take the unit that compares (Zen 4: 1.4 times as
 * long from L1). */
BMILL_ALWAYS_INLINE void compare(void *dst, const void *a, struct right b, size_t n, w_t flip,
                                 size_t size, compare_op *op, compare_op *not_op)
{
    if (flip)
        compare_all(dst, a, b, n, size, not_op);
    else
        compare_all(dst, a, b, n, size, op);
}

#else

#define NEGATION(R, T) NULL /* bits are negated, not masks */

/* Each round of the first loop is four vectors or more. */
BMILL_ALWAYS_INLINE void compare(void *dst_, const void *a_, struct right b, size_t n, w_t flip,
                                 size_t size, compare_op *op, compare_op *not_op)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t i = 0;
    size_t round = size < 4 ? 256 / size : 64;
    (void)not_op;
    for (; i + round <= n; i += round, dst += round / 8) {
        BMILL_UNROLL
        for (size_t k = 0; k < round; k += 64)
            w_store(dst + k / 8, compare_64(a, b, i + k, size, op) ^ flip);
    }
    for (; round > 64 && i + 64 <= n; i += 64, dst += 8)
        w_store(dst, compare_64(a, b, i, size, op) ^ flip);
    if (i < n)
        w_store_bits(dst, n - i, compare_last(a, b, i, n, size, op) ^ flip);
}

#endif

/* Arrays shorter than a vector. */
BMILL_ALWAYS_INLINE void compare_small_array(void *dst, const void *a, struct right b, size_t n,
                                             w_t flip, size_t size, compare_op *op)
{
    if (n > 0)
        w_store_bits(dst, n, compare_small(a, b, n, size, op) ^ flip);
}

/* ---- The kernels: for each row of compare.h one with an array and one with a value, as lt_u8 and
 * lt_value_u8 for X(lt, u8, uint8_t). Small arrays are handled in separate functions, so that the
 * others need no room on the stack. ---- */

#define COMPARE_ARRAY_SMALL(R, T, type)                                                        \
    BMILL_NOINLINE void R##_##T##_small(void *dst, const void *a, const void *b, size_t n,     \
                                        w_t flip)                                              \
    {                                                                                          \
        compare_small_array(dst, a, right_array(b), n, flip, sizeof(type), compare_##R##_##T); \
    }
#define COMPARE_ARRAY_KERNEL(R, T, type)                                                  \
    BMILL_KERNEL void R##_##T##_kernel(void *dst, const void *a, const void *b, size_t n, \
                                       uint64_t flip)                                     \
    {                                                                                     \
        if (n * sizeof(type) < SMALL_BYTES)                                               \
            R##_##T##_small(dst, a, b, n, flip);                                          \
        else                                                                              \
            compare(dst, a, right_array(b), n, flip, sizeof(type), compare_##R##_##T,     \
                    NEGATION(R, T));                                                      \
    }

#define COMPARE_VALUE_SMALL(R, T, type)                                                       \
    BMILL_NOINLINE void R##_value_##T##_small(void *dst, const void *a, size_t n, type value, \
                                              w_t flip)                                       \
    {                                                                                         \
        struct right b = right_value(&value, sizeof value);                                   \
        compare_small_array(dst, a, b, n, flip, sizeof value, compare_##R##_##T);             \
    }
#define COMPARE_VALUE_KERNEL(R, T, type)                                                     \
    BMILL_KERNEL void R##_value_##T##_kernel(void *dst, const void *a, size_t n, type value, \
                                             uint64_t flip)                                  \
    {                                                                                        \
        struct right b = right_value(&value, sizeof value);                                  \
        if (n * sizeof value < SMALL_BYTES)                                                  \
            R##_value_##T##_small(dst, a, n, value, flip);                                   \
        else                                                                                 \
            compare(dst, a, b, n, flip, sizeof value, compare_##R##_##T, NEGATION(R, T));    \
    }

BMILL_COMPARE_KERNELS(COMPARE_ARRAY_SMALL)
BMILL_COMPARE_KERNELS(COMPARE_ARRAY_KERNEL)
BMILL_COMPARE_KERNELS(COMPARE_VALUE_SMALL)
BMILL_COMPARE_KERNELS(COMPARE_VALUE_KERNEL)

/* The relations that are one of these with its sides swapped. */
#define COMPARE_SWAPPED(R, of, T, type)                           \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(side_t a, side_t b) \
    {                                                             \
        return compare_##of##_##T(b, a);                          \
    }
#ifdef BMILL_HAVE_M_STORE
#define COMPARE_NOT_SWAPPED(R, of, T, type)                           \
    BMILL_ALWAYS_INLINE m_t compare_not_##R##_##T(side_t a, side_t b) \
    {                                                                 \
        return compare_not_##of##_##T(b, a);                          \
    }
BMILL_COMPARE_VALUE_KERNELS(COMPARE_NOT_SWAPPED)
#undef COMPARE_NOT_SWAPPED
#endif
#define COMPARE_SWAPPED_SMALL(R, of, T, type)  COMPARE_VALUE_SMALL(R, T, type)
#define COMPARE_SWAPPED_KERNEL(R, of, T, type) COMPARE_VALUE_KERNEL(R, T, type)
BMILL_COMPARE_VALUE_KERNELS(COMPARE_SWAPPED)
BMILL_COMPARE_VALUE_KERNELS(COMPARE_SWAPPED_SMALL)
BMILL_COMPARE_VALUE_KERNELS(COMPARE_SWAPPED_KERNEL)

#undef NEGATION
#undef COMPARE_ARRAY_SMALL
#undef COMPARE_ARRAY_KERNEL
#undef COMPARE_VALUE_SMALL
#undef COMPARE_VALUE_KERNEL
#undef COMPARE_SWAPPED
#undef COMPARE_SWAPPED_SMALL
#undef COMPARE_SWAPPED_KERNEL

#endif
