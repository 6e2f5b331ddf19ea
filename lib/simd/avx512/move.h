/* move.h: the vocabulary of kernels/move.h for AVX-512 with VBMI (bytes in any order), VBMI2
 * (shifts of pairs) and GFNI: a product with a matrix of 8 by 8 bits puts the bits of each byte in
 * any order. */

/* Bits r to r + 511 of the two: the 64 bits after each lane of v are the lane above it. r is below
 * 64. */
BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r)
{
    return _mm512_shrdv_epi64(v, _mm512_alignr_epi64(next, v, 1), _mm512_set1_epi64(r));
}
#define BMILL_HAVE_V_SHIFTED
BMILL_ALWAYS_INLINE v_t v_shifted(const unsigned char *p, unsigned r)
{
    return _mm512_shrdv_epi64(v_load(p), v_load(p + 8), _mm512_set1_epi64(r));
}
BMILL_ALWAYS_INLINE v_t v_broadcast_u8(unsigned byte)
{
    return _mm512_zextsi128_si512(_mm_cvtsi32_si128((int)byte));
}

/* Matrices: the leftmost byte has the bit of the source that becomes bit 0, and so on. */
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

/* Half a vector. */
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

/* The low nibbles of a and b in the bytes of *low, the high ones in those of *high. */
BMILL_ALWAYS_INLINE void v_pair_nibbles(v_t a, v_t b, v_t *low, v_t *high)
{
    const v_t nibble = _mm512_set1_epi8(15);
    *low = _mm512_ternarylogic_epi64(nibble, a, v_shl64(b, 4), 0xca); /* nibble ? a : b << 4 */
    *high = _mm512_ternarylogic_epi64(nibble, v_shr64(a, 4), b, 0xca);
}
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    /* Unpacking is done in each 16 bytes apart. */
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

/* The same for half a vector, with a whole one on the other side. */
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
