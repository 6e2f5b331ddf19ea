/* avx2.h: the vocabulary for AVX2 with BMI, BMI2, LZCNT and POPCNT: 32 bytes a vector. See simd.h.
 */
#ifndef BMILL_SIMD_AVX2_H
#define BMILL_SIMD_AVX2_H

#include "simd/w_bmi.h"
#include "simd/x_sse.h"
#include <immintrin.h>

typedef __m256i v_t;
enum { V_BYTES = 32 };

/* 32 bytes of 1 bits, 32 of 0 bits, 32 of 1 bits: a window of 32 bytes is a mask that keeps the
 * first or the last n bytes of a vector. */
_Alignas(32) static const unsigned char windows[96] = {
#define ONES_8 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
    [0] = ONES_8, ONES_8, ONES_8, ONES_8, [64] = ONES_8, ONES_8, ONES_8, ONES_8,
};

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p)
{
    return _mm256_loadu_si256((const void *)p);
}
#define BMILL_HAVE_V_HELD
BMILL_ALWAYS_INLINE v_t v_held(v_t v)
{
#ifndef __clang__
    __asm__("" : "+x"(v));
#endif
    return v;
}
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v) { _mm256_storeu_si256((void *)p, v); }
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v) { _mm256_stream_si256((void *)p, v); }
BMILL_ALWAYS_INLINE void v_stream_end(void) { _mm_sfence(); }
BMILL_ALWAYS_INLINE v_t v_and(v_t a, v_t b) { return _mm256_and_si256(a, b); }
BMILL_ALWAYS_INLINE v_t v_or(v_t a, v_t b) { return _mm256_or_si256(a, b); }
BMILL_ALWAYS_INLINE v_t v_xor(v_t a, v_t b) { return _mm256_xor_si256(a, b); }
BMILL_ALWAYS_INLINE v_t v_andnot(v_t a, v_t b) { return _mm256_andnot_si256(b, a); }
BMILL_ALWAYS_INLINE v_t v_not(v_t a) { return _mm256_xor_si256(a, _mm256_set1_epi8(-1)); }
BMILL_ALWAYS_INLINE v_t v_nand(v_t a, v_t b) { return v_not(v_and(a, b)); }
BMILL_ALWAYS_INLINE v_t v_nor(v_t a, v_t b) { return v_not(v_or(a, b)); }
BMILL_ALWAYS_INLINE v_t v_xnor(v_t a, v_t b) { return v_not(v_xor(a, b)); }
BMILL_ALWAYS_INLINE v_t v_ornot(v_t a, v_t b) { return v_or(a, v_not(b)); }
BMILL_ALWAYS_INLINE v_t v_from_words(const w_t *words)
{
    return (v_t){(long long)words[0], (long long)words[1], (long long)words[2],
                 (long long)words[3]};
}
BMILL_ALWAYS_INLINE v_t v_zero(void) { return _mm256_setzero_si256(); }
BMILL_ALWAYS_INLINE bool v_any(v_t v) { return !_mm256_testz_si256(v, v); }
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v)
{
    unsigned zeros = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, v_zero()));
    return w_ctz(~zeros);
}
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v)
{
    unsigned zeros = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, v_zero()));
    return 63 - w_clz(~zeros);
}
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n) { return v_and(v, v_load(windows + 32 - n)); }
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n) { return v_and(v, v_load(windows + 32 + n)); }
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte)
{
    __m128i high = _mm_slli_si128(_mm_cvtsi32_si128((int)byte), 15);
    return _mm256_inserti128_si256(v_zero(), high, 1);
}
/* The counts of bytes: two lookups of nibbles in a table of 16 counts (W. Mula, "SSSE3: fast
 * popcount", 2008). */
BMILL_ALWAYS_INLINE v_t popcount_bytes(v_t v)
{
    const v_t counts = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, /**/
                                        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const v_t nibble = _mm256_set1_epi8(15);
    v_t low = _mm256_shuffle_epi8(counts, v_and(v, nibble));
    v_t high = _mm256_shuffle_epi8(counts, v_and(_mm256_srli_epi16(v, 4), nibble));
    return _mm256_add_epi8(low, high);
}
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v) { return _mm256_sad_epu8(popcount_bytes(v), v_zero()); }
#define BMILL_W_POPCOUNT_BESIDE_V
#define BMILL_HAVE_V_ADD_POPCOUNTS
BMILL_ALWAYS_INLINE v_t v_add_popcounts(v_t total, v_t a, v_t b, v_t c, v_t d)
{
    v_t two = _mm256_add_epi8(popcount_bytes(a), popcount_bytes(b));
    v_t four = _mm256_add_epi8(two, _mm256_add_epi8(popcount_bytes(c), popcount_bytes(d)));
    return _mm256_add_epi64(total, _mm256_sad_epu8(four, v_zero()));
}
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return _mm256_add_epi64(a, b); }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v)
{
    __m128i two = _mm_add_epi64(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    return (size_t)_mm_cvtsi128_si64(_mm_add_epi64(two, _mm_unpackhi_epi64(two, two)));
}
#define BMILL_HAVE_V_MUL64
/* By products of 32 bits: those of the high halves do not count. */
BMILL_ALWAYS_INLINE v_t v_mul64(v_t a, v_t b)
{
    v_t crossed = _mm256_add_epi64(_mm256_mul_epu32(_mm256_srli_epi64(a, 32), b),
                                   _mm256_mul_epu32(a, _mm256_srli_epi64(b, 32)));
    return _mm256_add_epi64(_mm256_mul_epu32(a, b), _mm256_slli_epi64(crossed, 32));
}
/* By a vector of counts: Intel takes one operation for that, and two for one count for all lanes.
 */
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n)
{
    return _mm256_sllv_epi64(v, _mm256_set1_epi64x((long long)n));
}
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n)
{
    return _mm256_srlv_epi64(v, _mm256_set1_epi64x((long long)n));
}

BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *low, const unsigned char *end, size_t n)
{
    return y_load_halves(low, end, n);
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    y_store_halves(p, n, v);
}

/* ---- Numbers in lanes ---- */

#define BMILL_HAVE_V_BROADCAST
BMILL_ALWAYS_INLINE v_t v_broadcast(uint64_t x, size_t size)
{
    return size == 1   ? _mm256_set1_epi8((char)x)
           : size == 2 ? _mm256_set1_epi16((short)x)
           : size == 4 ? _mm256_set1_epi32((int)x)
                       : _mm256_set1_epi64x((long long)x);
}

#define BMILL_HAVE_V_ELEMENTS
BMILL_ALWAYS_INLINE v_t v_sub(v_t a, v_t b, size_t size)
{
    return size == 1   ? _mm256_sub_epi8(a, b)
           : size == 2 ? _mm256_sub_epi16(a, b)
           : size == 4 ? _mm256_sub_epi32(a, b)
                       : _mm256_sub_epi64(a, b);
}
BMILL_ALWAYS_INLINE v_t v_load_at_bit(const unsigned char *p, unsigned bit, size_t size)
{
    const unsigned char *q = p + bit / 8;
    if (size == 8)
        return v_or(v_shr64(v_load(p), bit), v_shl64(v_load(p + 8), 64 - bit));
    if (size == 4)
        return v_or(_mm256_srlv_epi32(v_load(p), _mm256_set1_epi32((int)bit)),
                    _mm256_sllv_epi32(v_load(p + 4), _mm256_set1_epi32(32 - (int)bit)));
    return v_or(v_shr64(v_load(q), bit % 8), v_shl64(v_load(q + 1), 8 - bit % 8));
}
/* All 1 bits in the elements that are 0. */
BMILL_ALWAYS_INLINE v_t zero_elements(v_t v, size_t size)
{
    return size == 1   ? _mm256_cmpeq_epi8(v, v_zero())
           : size == 2 ? _mm256_cmpeq_epi16(v, v_zero())
           : size == 4 ? _mm256_cmpeq_epi32(v, v_zero())
                       : _mm256_cmpeq_epi64(v, v_zero());
}
BMILL_ALWAYS_INLINE v_t v_load_sevens(const unsigned char *p)
{
    v_t v = _mm256_set_m128i(x_load(p + 14), x_load(p));
    return _mm256_shuffle_epi8(v, _mm256_setr_epi64x(0x0706050403020100, 0x0e0d0c0b0a090807,
                                                     0x0706050403020100, 0x0e0d0c0b0a090807));
}
BMILL_ALWAYS_INLINE v_t v_zero_of_both(v_t a, v_t b, size_t size)
{
    return size == 1   ? _mm256_min_epu8(a, b)
           : size == 2 ? _mm256_min_epu16(a, b)
           : size == 4 ? _mm256_min_epu32(a, b)
                       : v_andnot(a, zero_elements(b, size));
}
BMILL_ALWAYS_INLINE bool v_any_zero(v_t v, size_t size)
{
    return _mm256_movemask_epi8(zero_elements(v, size)) != 0;
}
BMILL_ALWAYS_INLINE size_t v_find_first_zero(v_t v, size_t size)
{
    return w_ctz((unsigned)_mm256_movemask_epi8(zero_elements(v, size)));
}

/* From two halves; a partial half from words. Not inlined, because it is long and 80 kernels use
 * it. */
BMILL_ALWAYS_INLINE x_t x_load_first(const unsigned char *p, size_t n)
{
    w_t low = bmill_load_le(p, n);
    w_t high = n > W_BYTES ? bmill_load_le(p + W_BYTES, n - W_BYTES) : 0;
    return _mm_set_epi64x((long long)high, (long long)low);
}
BMILL_NOINLINE v_t v_load_first(const unsigned char *p, size_t n)
{
    x_t low, high = _mm_setzero_si128();
    if (n < X_BYTES)
        return _mm256_set_m128i(high, x_load_first(p, n));
    low = x_load(p);
    if (n > X_BYTES)
        high = x_load_first(p + X_BYTES, n - X_BYTES);
    return _mm256_set_m128i(high, low);
}

/* ---- Moves. Bits move inside bytes by a lookup of each nibble in a table of 16 bytes, which the
 * shuffle has once in each half of a vector. ---- */

/* table[low nibble] and table[high nibble] of each byte. */
BMILL_ALWAYS_INLINE v_t low_nibbles(v_t table, v_t v)
{
    return _mm256_shuffle_epi8(table, v_and(v, _mm256_set1_epi8(15)));
}
BMILL_ALWAYS_INLINE v_t high_nibbles(v_t table, v_t v)
{
    return _mm256_shuffle_epi8(table, v_and(v_shr64(v, 4), _mm256_set1_epi8(15)));
}

/* The lane above each lane of v supplies the bits that the shift brings in. */
BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r)
{
    v_t above = _mm256_alignr_epi8(_mm256_permute2x128_si256(v, next, 0x21), v, 8);
    return v_or(v_shr64(v, r), v_shl64(above, 64 - r));
}
BMILL_ALWAYS_INLINE v_t v_from_first_byte(unsigned byte)
{
    return _mm256_zextsi128_si256(_mm_cvtsi32_si128((int)byte));
}

/* Entry x: the four bits of x in reverse order. */
BMILL_ALWAYS_INLINE x_t reversed_nibbles(void)
{
    return _mm_setr_epi8(0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15);
}

BMILL_ALWAYS_INLINE x_t x_reverse(x_t x)
{
    const x_t table = reversed_nibbles(), nibble = _mm_set1_epi8(15);
    x_t low = _mm_shuffle_epi8(x_shl64(table, 4), x_and(x, nibble));
    x_t high = _mm_shuffle_epi8(table, x_and(x_shr64(x, 4), nibble));
    return _mm_shuffle_epi8(x_or(low, high),
                            _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
}
BMILL_ALWAYS_INLINE v_t v_reverse(v_t v)
{
    const v_t table = _mm256_broadcastsi128_si256(reversed_nibbles());
    const v_t order = _mm256_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, /**/
                                       15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    v = v_or(low_nibbles(v_shl64(table, 4), v), high_nibbles(table, v));
    return _mm256_permute4x64_epi64(_mm256_shuffle_epi8(v, order), 0x4e);
}

/* Entry x: the four bits of x with zeros between them. */
BMILL_ALWAYS_INLINE v_t spread_nibbles(void)
{
    return _mm256_setr_epi8(0, 1, 4, 5, 16, 17, 20, 21, 64, 65, 68, 69, 80, 81, 84, 85, /**/
                            0, 1, 4, 5, 16, 17, 20, 21, 64, 65, 68, 69, 80, 81, 84, 85);
}
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    const v_t even = spread_nibbles(), odd = v_shl64(even, 1);
    v_t l, h;
    a = _mm256_permute4x64_epi64(a, 0xd8); /* unpacking works on each half separately */
    b = _mm256_permute4x64_epi64(b, 0xd8);
    l = v_or(low_nibbles(even, a), low_nibbles(odd, b));
    h = v_or(high_nibbles(even, a), high_nibbles(odd, b));
    *low = _mm256_unpacklo_epi8(l, h);
    *high = _mm256_unpackhi_epi8(l, h);
}

/* Moves the even bits of each byte to its low nibble, and the odd bits to its high nibble. */
BMILL_ALWAYS_INLINE v_t sorted_bytes(v_t v)
{
    const v_t table =
        _mm256_setr_epi8(0, 1, 16, 17, 2, 3, 18, 19, 32, 33, 48, 49, 34, 35, 50, 51, /**/
                         0, 1, 16, 17, 2, 3, 18, 19, 32, 33, 48, 49, 34, 35, 50, 51);
    return v_or(low_nibbles(table, v), high_nibbles(v_shl64(table, 2), v));
}
BMILL_ALWAYS_INLINE void v_deinterleave(v_t low, v_t high, v_t *even, v_t *odd)
{
    const v_t byte = _mm256_set1_epi16(0xff), nibble = _mm256_set1_epi8(15);
    v_t first = _mm256_packus_epi16(v_and(low, byte), v_and(high, byte)); /* bytes 0, 2, 4, ... */
    v_t second = _mm256_packus_epi16(_mm256_srli_epi16(low, 8), _mm256_srli_epi16(high, 8));
    first = sorted_bytes(_mm256_permute4x64_epi64(first, 0xd8)); /* packing, too */
    second = sorted_bytes(_mm256_permute4x64_epi64(second, 0xd8));
    *even = v_or(v_and(first, nibble), v_shl64(v_and(second, nibble), 4));
    *odd = v_or(v_and(v_shr64(first, 4), nibble), v_andnot(second, nibble));
}

#endif
