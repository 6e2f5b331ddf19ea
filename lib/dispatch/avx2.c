/* avx2.c: the vocabulary for AVX2. 32 bytes a vector. */
#include "simd/words.h"
#include <immintrin.h>

typedef __m256i v_t;
enum { V_BYTES = 32 };

/* Ones, zeros, ones: a window of 32 bytes of it keeps the first or the last n of a vector. */
_Alignas(32) static const unsigned char windows[96] = {
#define ONES_8 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
    [0] = ONES_8,  ONES_8, ONES_8, ONES_8, /* then 32 zeros */
    [64] = ONES_8, ONES_8, ONES_8, ONES_8,
};

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p)
{
    return _mm256_loadu_si256((const void *)p);
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
BMILL_ALWAYS_INLINE v_t v_zero(void) { return _mm256_setzero_si256(); }
BMILL_ALWAYS_INLINE bool v_any(v_t v) { return !_mm256_testz_si256(v, v); }
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v)
{
    unsigned zeros = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, v_zero()));
    return bmill_ctz_u32(~zeros);
}
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v)
{
    unsigned zeros = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, v_zero()));
    return 31 - bmill_clz_u32(~zeros);
}
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n) { return v_and(v, v_load(windows + 32 - n)); }
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n) { return v_and(v, v_load(windows + 32 + n)); }
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte)
{
    __m128i high = _mm_slli_si128(_mm_cvtsi32_si128((int)byte), 15);
    return _mm256_inserti128_si256(v_zero(), high, 1);
}
/* Two lookups of nibbles in a table of 16 counts, then the sum of the bytes of each lane (W. Mula,
 * "SSSE3: fast popcount", 2008). */
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v)
{
    const v_t counts = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, /**/
                                        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const v_t nibble = _mm256_set1_epi8(15);
    v_t low = _mm256_shuffle_epi8(counts, v_and(v, nibble));
    v_t high = _mm256_shuffle_epi8(counts, v_and(_mm256_srli_epi16(v, 4), nibble));
    return _mm256_sad_epu8(_mm256_add_epi8(low, high), v_zero());
}
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return _mm256_add_epi64(a, b); }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v)
{
    __m128i two = _mm_add_epi64(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    return (size_t)_mm_cvtsi128_si64(_mm_add_epi64(two, _mm_unpackhi_epi64(two, two)));
}
/* By a vector of counts: one operation, where one count for all takes Intel two. */
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n)
{
    return _mm256_sllv_epi64(v, _mm256_set1_epi64x((long long)n));
}
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n)
{
    return _mm256_srlv_epi64(v, _mm256_set1_epi64x((long long)n));
}

#include "simd/xmm.h"

BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *low, const unsigned char *end, size_t n)
{
    return y_load_halves(low, end, n);
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    y_store_halves(p, n, v);
}

#define BMILL_SPECIALS "simd/avx2/special.h"

#define BMILL_TABLE    bmill_kernels_avx2
#define BMILL_ISA_NAME "avx2"
#include "kernels/all.h"

#ifndef BMILL_NO_TABLE
/* The same set for processors on which pext and pdep are slow: six kernels replace those above, all
 * that use these instructions. See avx2_slow_pext.c. */
#pragma GCC diagnostic ignored "-Woverride-init"
const struct bmill_kernels bmill_kernels_avx2_slow_pext = {
    .isa = BMILL_ISA_NAME,
    .remark = "pext and pdep by steps: microcode here",
#define BMILL_OP(name, shape, bit, summary) .name = name##_kernel,
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) .name = name##_kernel,
#include "tables/kernels.def"
    .select = bmill_avx2_slow_pext_select,
    .select_clear = bmill_avx2_slow_pext_select_clear,
    .interleave = bmill_avx2_slow_pext_interleave,
    .deinterleave = bmill_avx2_slow_pext_deinterleave,
    .pext = bmill_avx2_slow_pext_pext,
    .pdep = bmill_avx2_slow_pext_pdep,
};
#endif
