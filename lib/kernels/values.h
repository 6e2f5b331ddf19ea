/* values.h: comparisons of numbers into a bitmap.
 *
 * With BMILL_HAVE_COMPARE the ISA has vectors of numbers (isa/<isa>_values.h):
 *
 *   m_t                       what comparing two vectors gives
 *   compare_<R>_<T>(a, b)     compares them, for each row of BMILL_COMPARE_KERNELS
 *   m_bits(m, size)           one bit for each number of `size` bytes
 *   BMILL_HAVE_M_BITS_16BIT   there is m_bits_16bit(m0, m1): of two vectors of 2-byte numbers
 */
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/values.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/values.h"
#elif BMILL_SIMD == BMILL_SIMD_VEC128
#include "simd/vec128/values.h"
#endif

#ifdef BMILL_HAVE_COMPARE
typedef v_t side_t;
#else
typedef const unsigned char *side_t; /* where a number is, and they are compared one by one */
typedef bool m_t;
#endif
typedef m_t compare_op(side_t a, side_t b);

/* The right side of a comparison: an array, or a value for all. */
struct right {
    const unsigned char *p; /* the array, or the value */
    bool is_value;
#ifdef BMILL_HAVE_COMPARE
    v_t all; /* the value in each place */
#endif
};

#ifdef BMILL_HAVE_COMPARE

BMILL_ALWAYS_INLINE struct right array(const void *p) { return (struct right){p, false, v_zero()}; }
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
BMILL_ALWAYS_INLINE struct right value_of(const void *p, size_t size)
{
    return (struct right){p, true, v_broadcast(number_at(p, size), size)};
}

/* The comparison of a whole vector of numbers from the i-th on. */
BMILL_ALWAYS_INLINE m_t compare_at(const unsigned char *a, struct right b, size_t i, size_t size,
                                   compare_op *op)
{
    return op(v_load(a + i * size), b.is_value ? b.all : v_load(b.p + i * size));
}

/* That of 64 numbers. */
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

/* That of the numbers from the i-th on to the end, 1 to 63 of n, which is a vector at least: the
 * last one overlaps what is before it. */
BMILL_ALWAYS_INLINE w_t compare_few(const unsigned char *a, struct right b, size_t i, size_t n,
                                    size_t size, compare_op *op)
{
    size_t lanes = V_BYTES / size, k = i;
    w_t word = 0;
    for (; k + lanes <= n; k += lanes)
        word |= m_bits(compare_at(a, b, k, size, op), size) << (k - i);
    if (k < n)
        word |= m_bits(compare_at(a, b, n - lanes, size, op), size) >> (k + lanes - n) << (k - i);
    return word;
}

/* That of n numbers, 1 or more, but less than a vector. */
enum { SHORT_BYTES = V_BYTES };
BMILL_ALWAYS_INLINE w_t compare_short(const unsigned char *a, struct right b, size_t n, size_t size,
                                      compare_op *op)
{
    v_t few = v_load_first(a, n * size);
    return m_bits(op(few, b.is_value ? b.all : v_load_first(b.p, n * size)), size);
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

BMILL_ALWAYS_INLINE struct right array(const void *p) { return (struct right){p, false}; }
BMILL_ALWAYS_INLINE struct right value_of(const void *p, size_t size)
{
    return (void)size, (struct right){p, true};
}

BMILL_ALWAYS_INLINE w_t compare_few(const unsigned char *a, struct right b, size_t i, size_t n,
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
    return compare_few(a, b, i, i + 64, size, op);
}
enum { SHORT_BYTES = 1 }; /* no case of its own */
BMILL_ALWAYS_INLINE w_t compare_short(const unsigned char *a, struct right b, size_t n, size_t size,
                                      compare_op *op)
{
    return compare_few(a, b, 0, n, size, op);
}

#endif

/* The last bits of a bitmap, 1 to 64 of them; the rest of the last byte stays. */
BMILL_ALWAYS_INLINE void store_last_bits(unsigned char *dst, size_t nbits, w_t word)
{
    size_t n = bytes_of(nbits);
    if (!BMILL_LIKELY(unused_bits(nbits) == 0)) /* a branch: see v_keep_bits */
        word = (word & ~(w_t)0 >> (64 - nbits)) | (w_t)kept_bits(dst, nbits) << 8 * (n - 1);
    bmill_store_le(dst, n, word);
}

/* At least four vectors in one round. */
BMILL_ALWAYS_INLINE void compare(void *dst_, const void *a_, struct right b, size_t n, w_t flip,
                                 size_t size, compare_op *op)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t i = 0, round = size < 4 ? 256 / size : 64;
    for (; i + round <= n; i += round, dst += round / 8) {
        BMILL_UNROLL
        for (size_t k = 0; k < round; k += 64)
            w_store(dst + k / 8, compare_64(a, b, i + k, size, op) ^ flip);
    }
    for (; round > 64 && i + 64 <= n; i += 64, dst += 8)
        w_store(dst, compare_64(a, b, i, size, op) ^ flip);
    if (i < n)
        store_last_bits(dst, n - i, compare_few(a, b, i, n, size, op) ^ flip);
}

/* Short arrays have a function of their own, so that others need not make room on the stack. */
#define BMILL_SHORT static __attribute__((noinline)) void

#define COMPARE_KERNEL(R, T, type)                                                                \
    BMILL_SHORT R##_##T##_short(void *dst, const void *a, const void *b, size_t n, uint64_t flip) \
    {                                                                                             \
        if (n)                                                                                    \
            store_last_bits(                                                                      \
                dst, n, compare_short(a, array(b), n, sizeof(type), compare_##R##_##T) ^ flip);   \
    }                                                                                             \
    BMILL_KERNEL void R##_##T##_kernel(void *dst, const void *a, const void *b, size_t n,         \
                                       uint64_t flip)                                             \
    {                                                                                             \
        if (n * sizeof(type) < SHORT_BYTES)                                                       \
            R##_##T##_short(dst, a, b, n, flip);                                                  \
        else                                                                                      \
            compare(dst, a, array(b), n, flip, sizeof(type), compare_##R##_##T);                  \
    }                                                                                             \
    COMPARE_VALUE_KERNEL(R, T, type)
#define COMPARE_VALUE_KERNEL(R, T, type)                                                      \
    BMILL_SHORT R##_value_##T##_short(void *dst, const void *a, size_t n, type value,         \
                                      uint64_t flip)                                          \
    {                                                                                         \
        if (n)                                                                                \
            store_last_bits(dst, n,                                                           \
                            compare_short(a, value_of(&value, sizeof value), n, sizeof value, \
                                          compare_##R##_##T) ^                                \
                                flip);                                                        \
    }                                                                                         \
    BMILL_KERNEL void R##_value_##T##_kernel(void *dst, const void *a, size_t n, type value,  \
                                             uint64_t flip)                                   \
    {                                                                                         \
        if (n * sizeof value < SHORT_BYTES)                                                   \
            R##_value_##T##_short(dst, a, n, value, flip);                                    \
        else                                                                                  \
            compare(dst, a, value_of(&value, sizeof value), n, flip, sizeof value,            \
                    compare_##R##_##T);                                                       \
    }
#define COMPARE_SWAPPED_KERNEL(R, of, T, type)                    \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(side_t a, side_t b) \
    {                                                             \
        return compare_##of##_##T(b, a);                          \
    }                                                             \
    COMPARE_VALUE_KERNEL(R, T, type)
BMILL_COMPARE_KERNELS(COMPARE_KERNEL)
BMILL_COMPARE_VALUE_KERNELS(COMPARE_SWAPPED_KERNEL)
