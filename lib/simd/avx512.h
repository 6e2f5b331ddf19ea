/* avx512.h: the vocabulary for AVX-512 as Ice Lake, Zen 4 and later have it: F, BW, DQ, VL,
 * VPOPCNTDQ, VBMI, VBMI2, BITALG, and with it GFNI. 64 bytes a vector. See simd.h. */
#ifndef BMILL_SIMD_AVX512_H
#define BMILL_SIMD_AVX512_H

#include "simd/w_bmi.h"
#include "simd/x_sse.h"
#include <immintrin.h>

typedef __m512i v_t;
enum { V_BYTES = 64 };

BMILL_ALWAYS_INLINE __mmask64 first_bytes(size_t n) { return _bzhi_u64(~0ull, (unsigned)n); }

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p) { return _mm512_loadu_si512(p); }
#define BMILL_HAVE_V_HELD
BMILL_ALWAYS_INLINE v_t v_held(v_t v)
{
#ifndef __clang__
    __asm__("" : "+v"(v));
#endif
    return v;
}
#define BMILL_HAVE_V_LOAD_MASKED
BMILL_ALWAYS_INLINE v_t v_load_masked(const unsigned char *p, size_t n)
{
    return _mm512_maskz_loadu_epi8(first_bytes(n), p);
}
BMILL_ALWAYS_INLINE bool in_one_page(const unsigned char *p)
{
    return (uintptr_t)p % 4096 <= 4096 - V_BYTES;
}
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v) { _mm512_storeu_si512(p, v); }
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v) { _mm512_stream_si512((void *)p, v); }
BMILL_ALWAYS_INLINE void v_stream_end(void) { _mm_sfence(); }
BMILL_ALWAYS_INLINE v_t v_and(v_t a, v_t b) { return _mm512_and_si512(a, b); }
BMILL_ALWAYS_INLINE v_t v_or(v_t a, v_t b) { return _mm512_or_si512(a, b); }
BMILL_ALWAYS_INLINE v_t v_xor(v_t a, v_t b) { return _mm512_xor_si512(a, b); }
BMILL_ALWAYS_INLINE v_t v_andnot(v_t a, v_t b) { return _mm512_andnot_si512(b, a); }
/* By an operator, not an intrinsic, so that compilers see that the OR of eight NOTs is the NOT of
 * an AND. */
typedef unsigned as_numbers __attribute__((vector_size(64)));
BMILL_ALWAYS_INLINE v_t v_not(v_t a) { return (v_t) ~(as_numbers)a; }
/* One instruction for any function of two bits; the table is the result for a = 0xf0, b = 0xcc. */
#define V_BY_TABLE(table) _mm512_ternarylogic_epi64(a, b, b, table)
BMILL_ALWAYS_INLINE v_t v_nand(v_t a, v_t b) { return V_BY_TABLE(0xff & ~(0xf0 & 0xcc)); }
BMILL_ALWAYS_INLINE v_t v_nor(v_t a, v_t b) { return V_BY_TABLE(0xff & ~(0xf0 | 0xcc)); }
BMILL_ALWAYS_INLINE v_t v_xnor(v_t a, v_t b) { return V_BY_TABLE(0xff & ~(0xf0 ^ 0xcc)); }
BMILL_ALWAYS_INLINE v_t v_ornot(v_t a, v_t b) { return V_BY_TABLE(0xff & (0xf0 | ~0xcc)); }
BMILL_ALWAYS_INLINE v_t v_zero(void) { return _mm512_setzero_si512(); }
BMILL_ALWAYS_INLINE bool v_any(v_t v) { return _mm512_test_epi64_mask(v, v) != 0; }
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v) { return w_ctz(_mm512_test_epi8_mask(v, v)); }
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v)
{
    return 63 - w_clz(_mm512_test_epi8_mask(v, v));
}
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n)
{
    return _mm512_maskz_mov_epi8(first_bytes(n), v);
}
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n)
{
    return _mm512_maskz_mov_epi8(~first_bytes(V_BYTES - n), v);
}
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte)
{
    return _mm512_maskz_set1_epi8(1ull << 63, (char)byte);
}
#define BMILL_HAVE_V_POPCOUNT
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v) { return _mm512_popcnt_epi64(v); }
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return _mm512_add_epi64(a, b); }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v)
{
    __m256i four = _mm256_add_epi64(_mm512_castsi512_si256(v), _mm512_extracti64x4_epi64(v, 1));
    __m128i two = _mm_add_epi64(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
    return (size_t)_mm_cvtsi128_si64(_mm_add_epi64(two, _mm_unpackhi_epi64(two, two)));
}
#define BMILL_HAVE_V_MUL64
BMILL_ALWAYS_INLINE v_t v_mul64(v_t a, v_t b) { return _mm512_mullo_epi64(a, b); }
/* By a vector of counts: Intel takes one operation for that, and two for one count for all lanes.
 */
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n)
{
    return _mm512_sllv_epi64(v, _mm512_set1_epi64((long long)n));
}
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n)
{
    return _mm512_srlv_epi64(v, _mm512_set1_epi64((long long)n));
}
/* The sum and the majority of three are one instruction each. */
#define BMILL_HAVE_V_FULL_ADDER
BMILL_ALWAYS_INLINE v_t v_full_adder(v_t *low, v_t a, v_t b)
{
    v_t carry = _mm512_ternarylogic_epi64(*low, a, b, 0xe8);
    *low = _mm512_ternarylogic_epi64(*low, a, b, 0x96);
    return carry;
}
#define BMILL_HAVE_V_TERNARY
#define V_TERNARY(a, b, c, table) _mm512_ternarylogic_epi64(a, b, c, table)

BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *low, const unsigned char *end, size_t n)
{
    __m256i y, z;
    if (n < 32)
        return _mm512_zextsi256_si512(y_load_halves(low, end, n));
    y = _mm256_loadu_si256((const void *)low);
    z = _mm256_loadu_si256((const void *)(end - 32));
    return _mm512_inserti64x4(_mm512_castsi256_si512(y), z, 1);
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    __m256i y = _mm512_castsi512_si256(v);
    if (n < 32) {
        y_store_halves(p, n, y);
        return;
    }
    _mm256_storeu_si256((void *)p, y);
    _mm256_storeu_si256((void *)(p + n - 32), _mm512_extracti64x4_epi64(v, 1));
}

/* ---- Numbers in lanes ---- */

#define BMILL_HAVE_V_BROADCAST
BMILL_ALWAYS_INLINE v_t v_broadcast(uint64_t x, size_t size)
{
    return size == 1   ? _mm512_set1_epi8((char)x)
           : size == 2 ? _mm512_set1_epi16((short)x)
           : size == 4 ? _mm512_set1_epi32((int)x)
                       : _mm512_set1_epi64((long long)x);
}

#define BMILL_HAVE_V_ELEMENTS
BMILL_ALWAYS_INLINE v_t v_sub(v_t a, v_t b, size_t size)
{
    return size == 1   ? _mm512_sub_epi8(a, b)
           : size == 2 ? _mm512_sub_epi16(a, b)
           : size == 4 ? _mm512_sub_epi32(a, b)
                       : _mm512_sub_epi64(a, b);
}
BMILL_ALWAYS_INLINE v_t v_load_at_bit(const unsigned char *p, unsigned bit, size_t size)
{
    return size == 2   ? _mm512_shrdv_epi16(v_load(p), v_load(p + 2), _mm512_set1_epi16((short)bit))
           : size == 4 ? _mm512_shrdv_epi32(v_load(p), v_load(p + 4), _mm512_set1_epi32((int)bit))
                       : _mm512_shrdv_epi64(v_load(p), v_load(p + 8), _mm512_set1_epi64(bit));
}
BMILL_ALWAYS_INLINE v_t v_load_sevens(const unsigned char *p)
{
    const v_t order = _mm512_set_epi64(0x3837363534333231, 0x31302f2e2d2c2b2a, 0x2a29282726252423,
                                       0x232221201f1e1d1c, 0x1c1b1a1918171615, 0x1514131211100f0e,
                                       0x0e0d0c0b0a090807, 0x0706050403020100);
    return _mm512_permutexvar_epi8(order, v_load(p));
}
BMILL_ALWAYS_INLINE v_t v_zero_of_both(v_t a, v_t b, size_t size)
{
    return size == 1   ? _mm512_min_epu8(a, b)
           : size == 2 ? _mm512_min_epu16(a, b)
           : size == 4 ? _mm512_min_epu32(a, b)
                       : _mm512_min_epu64(a, b);
}
BMILL_ALWAYS_INLINE uint64_t zero_elements(v_t v, size_t size)
{
    return size == 1   ? _mm512_testn_epi8_mask(v, v)
           : size == 2 ? _mm512_testn_epi16_mask(v, v)
           : size == 4 ? _mm512_testn_epi32_mask(v, v)
                       : _mm512_testn_epi64_mask(v, v);
}
BMILL_ALWAYS_INLINE bool v_any_zero(v_t v, size_t size) { return zero_elements(v, size) != 0; }
BMILL_ALWAYS_INLINE size_t v_find_first_zero(v_t v, size_t size)
{
    return size * w_ctz(zero_elements(v, size));
}

/* One address in 64 is not in one page: see in_one_page. */
BMILL_NOINLINE v_t v_load_first_across(const unsigned char *p, size_t n)
{
    unsigned char copy[V_BYTES] = {0};
    memcpy(copy, p, n);
    return v_load(copy);
}
BMILL_ALWAYS_INLINE v_t v_load_first(const unsigned char *p, size_t n)
{
    return BMILL_LIKELY(in_one_page(p)) ? v_load_masked(p, n) : v_load_first_across(p, n);
}

/* A zero that the compiler does not know, as the destination of vpcompress and vpexpand. On Zen 4
 * and 5 they have a false dependency on their destination, even where they zero it: 1.35 ns each,
 * 0.27 with this. Their results are stored by an instruction of its own: vpcompress to memory is
 * far slower (62 GB/s where this makes over 100). */
BMILL_ALWAYS_INLINE v_t v_fresh_zero(void)
{
    v_t zero;
    __asm__("vpxor %x0, %x0, %x0" : "=x"(zero));
    return zero;
}

/* ---- Moves. VBMI puts bytes in any order, VBMI2 shifts pairs of lanes, and GFNI multiplies each
 * byte by a matrix of 8 by 8 bits, which puts its bits in any order. ---- */

/* The lane above each lane of v supplies the bits that the shift brings in. */
BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r)
{
    return _mm512_shrdv_epi64(v, _mm512_alignr_epi64(next, v, 1), _mm512_set1_epi64(r));
}
#define BMILL_HAVE_V_SHIFTED
BMILL_ALWAYS_INLINE v_t v_shifted(const unsigned char *p, unsigned r)
{
    return _mm512_shrdv_epi64(v_load(p), v_load(p + 8), _mm512_set1_epi64(r));
}
BMILL_ALWAYS_INLINE v_t v_from_first_byte(unsigned byte)
{
    return _mm512_zextsi128_si512(_mm_cvtsi32_si128((int)byte));
}

/* Matrices: the leftmost byte selects the bit that becomes bit 0, and so on. */
#define BITS_REVERSED   0x8040201008040201
#define BITS_ALTERNATED 0x0110022004400880 /* 0 4 1 5 2 6 3 7 */
#define BITS_SORTED     0x0104104002082080 /* 0 2 4 6 1 3 5 7 */

BMILL_ALWAYS_INLINE v_t v_bytes_times(v_t v, uint64_t matrix)
{
    return _mm512_gf2p8affine_epi64_epi8(v, _mm512_set1_epi64((long long)matrix), 0);
}

BMILL_ALWAYS_INLINE x_t x_reverse(x_t x)
{
    const x_t order = _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    x = _mm_gf2p8affine_epi64_epi8(x, _mm_set1_epi64x((long long)BITS_REVERSED), 0);
    return _mm_shuffle_epi8(x, order);
}
BMILL_ALWAYS_INLINE v_t v_reverse(v_t v)
{
    const v_t order = _mm512_set_epi64(0x0001020304050607, 0x08090a0b0c0d0e0f, 0x1011121314151617,
                                       0x18191a1b1c1d1e1f, 0x2021222324252627, 0x28292a2b2c2d2e2f,
                                       0x3031323334353637, 0x38393a3b3c3d3e3f);
    return v_bytes_times(_mm512_permutexvar_epi8(order, v), BITS_REVERSED);
}

/* ---- Half a vector ---- */
#define BMILL_HAVE_HALF
typedef __m256i h_t;
enum { H_BYTES = 32 };
BMILL_ALWAYS_INLINE h_t h_load(const unsigned char *p)
{
    return _mm256_loadu_si256((const void *)p);
}
BMILL_ALWAYS_INLINE void h_store(unsigned char *p, h_t h) { _mm256_storeu_si256((void *)p, h); }
BMILL_ALWAYS_INLINE h_t h_xor(h_t a, h_t b) { return _mm256_xor_si256(a, b); }
BMILL_ALWAYS_INLINE h_t h_xnor(h_t a, h_t b) { return _mm256_ternarylogic_epi64(a, b, b, 0xc3); }
BMILL_ALWAYS_INLINE h_t h_load_at(const unsigned char *p, unsigned r)
{
    h_t low = _mm256_srlv_epi64(h_load(p), _mm256_set1_epi64x(r));
    return _mm256_or_si256(low, _mm256_sllv_epi64(h_load(p + 1), _mm256_set1_epi64x(8 - r)));
}
BMILL_ALWAYS_INLINE h_t h_shifted(const unsigned char *p, unsigned r)
{
    return _mm256_shrdv_epi64(h_load(p), h_load(p + 8), _mm256_set1_epi64x(r));
}
BMILL_ALWAYS_INLINE h_t h_reverse(h_t h)
{
    const h_t order = _mm256_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f, 0x1011121314151617,
                                        0x18191a1b1c1d1e1f);
    h = _mm256_gf2p8affine_epi64_epi8(h, _mm256_set1_epi64x((long long)BITS_REVERSED), 0);
    return _mm256_permutexvar_epi8(order, h);
}

/* The bits of a where mask is 1, of b where it is 0, in the register of a, or of b: gcc makes the
 * first operand of the instruction its destination, and copies it where it is needed again. */
BMILL_ALWAYS_INLINE v_t v_choose_into_a(v_t mask, v_t a, v_t b)
{
    return _mm512_ternarylogic_epi64(a, b, mask, 0xe4);
}
BMILL_ALWAYS_INLINE v_t v_choose_into_b(v_t mask, v_t a, v_t b)
{
    return _mm512_ternarylogic_epi64(b, a, mask, 0xd8);
}

/* Each byte of *low gets the low nibbles of a and b, each byte of *high their high nibbles. */
BMILL_ALWAYS_INLINE void v_pair_nibbles(v_t a, v_t b, v_t *low, v_t *high)
{
    const v_t nibble = _mm512_set1_epi8(15);
    *low = v_choose_into_b(nibble, a, v_shl64(b, 4));
    *high = v_choose_into_a(nibble, v_shr64(a, 4), b);
}
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    /* Unpacking works on each 16 bytes separately. */
    const v_t order = _mm512_setr_epi64(0, 4, 1, 5, 2, 6, 3, 7);
    v_t l, h;
    v_pair_nibbles(_mm512_permutexvar_epi64(order, a), _mm512_permutexvar_epi64(order, b), &l, &h);
    l = v_bytes_times(l, BITS_ALTERNATED);
    h = v_bytes_times(h, BITS_ALTERNATED);
    *low = _mm512_unpacklo_epi8(l, h);
    *high = _mm512_unpackhi_epi8(l, h);
}
BMILL_ALWAYS_INLINE void v_deinterleave(v_t low, v_t high, v_t *even, v_t *odd)
{
    const v_t evens = _mm512_set_epi64(0x7e7c7a7876747270, 0x6e6c6a6866646260, 0x5e5c5a5856545250,
                                       0x4e4c4a4846444240, 0x3e3c3a3836343230, 0x2e2c2a2826242220,
                                       0x1e1c1a1816141210, 0x0e0c0a0806040200);
    const v_t odds = v_or(evens, _mm512_set1_epi8(1));
    v_t first = v_bytes_times(_mm512_permutex2var_epi8(low, evens, high), BITS_SORTED);
    v_t second = v_bytes_times(_mm512_permutex2var_epi8(low, odds, high), BITS_SORTED);
    v_pair_nibbles(first, second, even, odd);
}

BMILL_ALWAYS_INLINE v_t h_interleave(h_t a, h_t b)
{
    const v_t order = _mm512_setr_epi64(0, 0, 1, 0, 2, 0, 3, 0);
    v_t l, h;
    v_pair_nibbles(_mm512_permutexvar_epi64(order, _mm512_castsi256_si512(a)),
                   _mm512_permutexvar_epi64(order, _mm512_castsi256_si512(b)), &l, &h);
    return _mm512_unpacklo_epi8(v_bytes_times(l, BITS_ALTERNATED),
                                v_bytes_times(h, BITS_ALTERNATED));
}
BMILL_ALWAYS_INLINE void h_deinterleave(v_t a, h_t *even, h_t *odd)
{
    v_t e, o;
    v_deinterleave(a, a, &e, &o);
    *even = _mm512_castsi512_si256(e);
    *odd = _mm512_castsi512_si256(o);
}

#endif
