/* filter.h: steps for kernels/filter.h: one instruction each. */
#ifndef BMILL_SIMD_AVX512_FILTER_H
#define BMILL_SIMD_AVX512_FILTER_H

#include "kernels/filter.h"
#include "simd/avx512/index.h"
#include "simd/simd.h"

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 64, FILTER_LANES_u16 = 32, FILTER_LANES_u32 = 16, FILTER_LANES_u64 = 8 };
enum { EXACT_STEPS = 1 };
/* A step takes so little time that the branch would cost more, but for eight of them, or for four
 * where few bits are 1: u32, primes as the mask, 512 KiB in 0.47 of the time, one bit in ten in
 * 0.88 (Zen 5). */
BMILL_ALWAYS_INLINE size_t filter_few(size_t lanes)
{
    return lanes == 8 ? 16 : lanes == 16 ? 8 : 0;
}
BMILL_ALWAYS_INLINE size_t expand_few(size_t lanes) { return (void)lanes, 0; }

/* The elements that m selects, then zeros. */
BMILL_ALWAYS_INLINE v_t compressed(v_t v, w_t m, size_t size)
{
    v_t zero = v_fresh_zero();
    return size == 1   ? _mm512_mask_compress_epi8(zero, m, v)
           : size == 2 ? _mm512_mask_compress_epi16(zero, (__mmask32)m, v)
           : size == 4 ? _mm512_mask_compress_epi32(zero, (__mmask16)m, v)
                       : _mm512_mask_compress_epi64(zero, (__mmask8)m, v);
}
BMILL_ALWAYS_INLINE v_t expanded(v_t v, w_t m, size_t size)
{
    v_t zero = v_fresh_zero();
    return size == 1   ? _mm512_mask_expand_epi8(zero, m, v)
           : size == 2 ? _mm512_mask_expand_epi16(zero, (__mmask32)m, v)
           : size == 4 ? _mm512_mask_expand_epi32(zero, (__mmask16)m, v)
                       : _mm512_mask_expand_epi64(zero, (__mmask8)m, v);
}

/* Stores the first n elements. */
BMILL_ALWAYS_INLINE void store_some(unsigned char *p, size_t n, v_t v, size_t size)
{
    if (size == 1)
        _mm512_mask_storeu_epi8(p, first_bytes(n), v);
    else
        store_kept(p, first_bytes(n), v, size);
}

/* Filter stores no more than is selected: what a whole vector has too much may be in the next cache
 * line, which is written again later. One number in two, 512 KiB: u8 in 0.65, u32 in 0.85 of the
 * time of whole vectors (Emerald Rapids). */
#define STEPS(T, size)                                                                          \
    BMILL_ALWAYS_INLINE void filter_step_##T(unsigned char *dst, const unsigned char *a, w_t m) \
    {                                                                                           \
        store_some(dst, w_popcount(m), compressed(v_load(a), m, size), size);                   \
    }                                                                                           \
    BMILL_ALWAYS_INLINE void expand_step_##T(unsigned char *dst, const unsigned char *a, w_t m) \
    {                                                                                           \
        v_store(dst, expanded(v_load(a), m, size));                                             \
    }
STEPS(u8, 1)
STEPS(u16, 2)
STEPS(u32, 4)
STEPS(u64, 8)

/* ---- Words at the end. A mask is enough where a vector is in one page. Else it takes long to find
 * out that the lanes in an absent page are masked off: see in_one_page. ---- */

#define BMILL_HAVE_EXACT_STEPS

BMILL_ALWAYS_INLINE v_t load_some(const unsigned char *p, size_t n, size_t size)
{
    return size == 1   ? _mm512_maskz_loadu_epi8(first_bytes(n), p)
           : size == 2 ? _mm512_maskz_loadu_epi16((__mmask32)first_bytes(n), p)
           : size == 4 ? _mm512_maskz_loadu_epi32((__mmask16)first_bytes(n), p)
                       : _mm512_maskz_loadu_epi64((__mmask8)first_bytes(n), p);
}
/* The same at any address. */
BMILL_ALWAYS_INLINE void store_some_anywhere(unsigned char *p, size_t n, v_t v, size_t size)
{
    if (BMILL_LIKELY(in_one_page(p)))
        store_some(p, n, v, size);
    else
        store_bytes_across(p, n * size, v);
}
BMILL_ALWAYS_INLINE v_t load_some_anywhere(const unsigned char *p, size_t n, size_t size)
{
    return n > 0 ? v_load_first(p, n * size) : v_zero();
}
BMILL_ALWAYS_INLINE size_t fewer_of(size_t a, size_t b) { return a < b ? a : b; }

BMILL_ALWAYS_INLINE void filter_exactly(unsigned char *dst, const unsigned char *a, size_t n,
                                        w_t word, size_t size, size_t lanes, step_op *step)
{
    (void)step;
    for (size_t k = 0; k < n; k += lanes, word = word >> (lanes - 1) >> 1) {
        w_t m = word & low_bits(lanes);
        size_t ones = w_popcount(m);
        v_t v = load_some_anywhere(a + k * size, fewer_of(n - k, lanes), size);
        store_some_anywhere(dst, ones, compressed(v, m, size), size);
        dst += ones * size;
    }
}
BMILL_ALWAYS_INLINE void expand_exactly(unsigned char *dst, const unsigned char *a, size_t n,
                                        w_t word, size_t size, size_t lanes, step_op *step)
{
    (void)step;
    for (size_t k = 0; k < n; k += lanes, word = word >> (lanes - 1) >> 1) {
        w_t m = word & low_bits(lanes);
        size_t ones = w_popcount(m);
        v_t v = expanded(load_some_anywhere(a, ones, size), m, size);
        store_some_anywhere(dst + k * size, fewer_of(n - k, lanes), v, size);
        a += ones * size;
    }
}

/* As many bits of the mask as a vector has elements: from memory, not from the whole word, because
 * shifts and moves to mask registers would go through the port that these steps wait for. */
BMILL_ALWAYS_INLINE w_t mask_of_step(const unsigned char *p, size_t size)
{
    w_t m = 0;
    memcpy(&m, p, V_BYTES / size / 8);
    return m;
}
BMILL_ALWAYS_INLINE bool filter_in_page(unsigned char *dst, const unsigned char *a,
                                        const unsigned char *p, size_t ones, size_t size,
                                        size_t lanes)
{
    if ((uintptr_t)dst % 4096 + ones * size > 4096 - V_BYTES)
        return false;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        w_t m = mask_of_step(p + k / 8, size);
        size_t n = w_popcount(m);
        store_some(dst, n, compressed(v_load(a + k * size), m, size), size);
        dst += n * size;
    }
    return true;
}
BMILL_ALWAYS_INLINE bool expand_in_page(unsigned char *dst, const unsigned char *a,
                                        const unsigned char *p, size_t ones, size_t size,
                                        size_t lanes)
{
    if ((uintptr_t)a % 4096 + ones * size > 4096 - V_BYTES)
        return false;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        w_t m = mask_of_step(p + k / 8, size);
        size_t n = w_popcount(m);
        v_store(dst + k * size, expanded(load_some(a, n, size), m, size));
        a += n * size;
    }
    return true;
}

#endif
