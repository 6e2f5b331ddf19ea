/* avx512_pack.h: for kernels/pack.h. */

BMILL_KERNEL v_t v_reverse_eights(v_t v)
{
    const v_t order = _mm512_set4_epi64(0x08090a0b0c0d0e0f, 0x0001020304050607, /**/
                                        0x08090a0b0c0d0e0f, 0x0001020304050607);
    return _mm512_shuffle_epi8(v, order);
}

#define BMILL_HAVE_UNPACK
BMILL_KERNEL v_t v_unpack(w_t word, bool msb)
{
    v_t bytes = _mm512_maskz_set1_epi8(word, 1);
    return msb ? v_reverse_eights(bytes) : bytes;
}
BMILL_KERNEL x_t x_unpack(w_t word, bool msb)
{
    return _mm512_castsi512_si128(v_unpack(word, msb));
}

/* A byte as a vector of eight bits, times the matrix with ones from corner to corner. */
#define BMILL_HAVE_REVERSE_IN_BYTES
BMILL_KERNEL v_t v_reverse_in_bytes(v_t a, v_t b)
{
    const v_t matrix = _mm512_set1_epi64((long long)0x8040201008040201);
    return (void)b, _mm512_gf2p8affine_epi64_epi8(a, matrix, 0);
}
BMILL_KERNEL x_t x_reverse_in_bytes(x_t a, x_t b)
{
    const x_t matrix = _mm_set1_epi64x((long long)0x8040201008040201);
    return (void)b, _mm_gf2p8affine_epi64_epi8(a, matrix, 0);
}
