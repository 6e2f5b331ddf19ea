/* avx512.c: the vocabulary for AVX-512 as Ice Lake, Zen 4 and later have it: F, BW, DQ, VL,
 * VPOPCNTDQ, VBMI, VBMI2, BITALG, and with it GFNI. 64 bytes a vector. */
#include "simd/words.h"
#include <immintrin.h>

typedef __m512i v_t;
enum { V_BYTES = 64 };

BMILL_ALWAYS_INLINE __mmask64 first_bytes(size_t n) { return _bzhi_u64(~0ull, (unsigned)n); }

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p) { return _mm512_loadu_si512(p); }
BMILL_ALWAYS_INLINE v_t v_load_first(const unsigned char *p, size_t n)
{
    return _mm512_maskz_loadu_epi8(first_bytes(n), p);
}
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v) { _mm512_storeu_si512(p, v); }
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v) { _mm512_stream_si512((void *)p, v); }
BMILL_ALWAYS_INLINE void v_stream_end(void) { _mm_sfence(); }
BMILL_ALWAYS_INLINE v_t v_and(v_t a, v_t b) { return _mm512_and_si512(a, b); }
BMILL_ALWAYS_INLINE v_t v_or(v_t a, v_t b) { return _mm512_or_si512(a, b); }
BMILL_ALWAYS_INLINE v_t v_xor(v_t a, v_t b) { return _mm512_xor_si512(a, b); }
BMILL_ALWAYS_INLINE v_t v_andnot(v_t a, v_t b) { return _mm512_andnot_si512(b, a); }
/* An operator on the type that the header of the intrinsics uses: so compilers see that the OR of
 * eight NOTs is the NOT of an AND. */
typedef unsigned as_numbers __attribute__((vector_size(64)));
BMILL_ALWAYS_INLINE v_t v_not(v_t a) { return (v_t) ~(as_numbers)a; }
/* One instruction for any function; the constant is its column of results, where a is 0xf0, b 0xcc.
 */
#define V_BY_TABLE(table) _mm512_ternarylogic_epi64(a, b, b, table)
BMILL_ALWAYS_INLINE v_t v_nand(v_t a, v_t b) { return V_BY_TABLE(0xff & ~(0xf0 & 0xcc)); }
BMILL_ALWAYS_INLINE v_t v_nor(v_t a, v_t b) { return V_BY_TABLE(0xff & ~(0xf0 | 0xcc)); }
BMILL_ALWAYS_INLINE v_t v_xnor(v_t a, v_t b) { return V_BY_TABLE(0xff & ~(0xf0 ^ 0xcc)); }
BMILL_ALWAYS_INLINE v_t v_ornot(v_t a, v_t b) { return V_BY_TABLE(0xff & (0xf0 | ~0xcc)); }
BMILL_ALWAYS_INLINE v_t v_zero(void) { return _mm512_setzero_si512(); }
BMILL_ALWAYS_INLINE bool v_any(v_t v) { return _mm512_test_epi64_mask(v, v) != 0; }
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v)
{
    return bmill_ctz_u64(_mm512_test_epi8_mask(v, v));
}
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v)
{
    return 63 - bmill_clz_u64(_mm512_test_epi8_mask(v, v));
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
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v) { return _mm512_popcnt_epi64(v); }
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return _mm512_add_epi64(a, b); }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v)
{
    __m256i four = _mm256_add_epi64(_mm512_castsi512_si256(v), _mm512_extracti64x4_epi64(v, 1));
    __m128i two = _mm_add_epi64(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
    return (size_t)_mm_cvtsi128_si64(_mm_add_epi64(two, _mm_unpackhi_epi64(two, two)));
}
/* By a vector of counts: one operation, where one count for all takes Intel two. */
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n)
{
    return _mm512_sllv_epi64(v, _mm512_set1_epi64((long long)n));
}
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n)
{
    return _mm512_srlv_epi64(v, _mm512_set1_epi64((long long)n));
}
/* See kernels.tmpl.h. The sum and the majority of three are one instruction each. */
BMILL_ALWAYS_INLINE v_t full_adder(v_t *low, v_t a, v_t b)
{
    v_t carry = _mm512_ternarylogic_epi64(*low, a, b, 0xe8);
    *low = _mm512_ternarylogic_epi64(*low, a, b, 0x96);
    return carry;
}
#define BMILL_HAVE_FULL_ADDER
/* Any function of three: the constant is its truth table. */
#define V_TERNARY(a, b, c, table) _mm512_ternarylogic_epi64(a, b, c, table)
#define BMILL_HAVE_V_LOAD_FIRST
#define BMILL_HAVE_V_POPCOUNT

#include "simd/xmm.h"

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

#define BMILL_SPECIALS "simd/avx512/special.h"

#define BMILL_TABLE    bmill_kernels_avx512
#define BMILL_ISA_NAME "avx512"
#include "kernels/all.h"
