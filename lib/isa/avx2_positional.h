/* avx2_positional.h: counts by positions for AVX2: see kernels/positional.h. */
#define BMILL_HAVE_BIT_COUNTS

/* Byte b of part[k] counts bit k of the bytes b. */
struct bit_counts {
    v_t part[8];
};
enum { ADDS_FIT = 255 };

BMILL_KERNEL struct bit_counts bit_counts_zero(void)
{
    v_t zero = v_zero();
    return (struct bit_counts){{zero, zero, zero, zero, zero, zero, zero, zero}};
}

BMILL_KERNEL void bit_counts_add(struct bit_counts *c, v_t v)
{
    const v_t ones = _mm256_set1_epi8(1);
#define ADD(k) \
    c->part[k] = _mm256_add_epi8(c->part[k], _mm256_and_si256(_mm256_srli_epi16(v, k), ones));
    BMILL_FOR_8(ADD)
#undef ADD
}

BMILL_KERNEL void bit_counts_double(struct bit_counts *c)
{
#define DOUBLE(k) c->part[k] = _mm256_add_epi8(c->part[k], c->part[k]);
    BMILL_FOR_8(DOUBLE)
#undef DOUBLE
}

/* The sums of bytes 8 apart, 16 bits each: the same position in four words. */
BMILL_KERNEL __m128i sums_of_4(v_t bytes)
{
    v_t two = _mm256_add_epi16(_mm256_unpacklo_epi8(bytes, v_zero()),
                               _mm256_unpackhi_epi8(bytes, v_zero()));
    return _mm_add_epi16(_mm256_castsi256_si128(two), _mm256_extracti128_si256(two, 1));
}

BMILL_KERNEL void bit_counts_move(struct bit_counts *c, uint64_t counts[64], unsigned shift)
{
    uint16_t sums[8][8];
#define SUM(k) _mm_storeu_si128((void *)sums[k], sums_of_4(c->part[k]));
    BMILL_FOR_8(SUM)
#undef SUM
    for (size_t b = 0; b < 8; b++)
        for (size_t k = 0; k < 8; k++)
            counts[8 * b + k] += (uint64_t)sums[k][b] << shift;
    *c = bit_counts_zero();
}
