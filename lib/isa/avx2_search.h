/* avx2_search.h: 16 entries of a byte, looked up by halves of bytes: see kernels/search.h. */
#define BMILL_HAVE_V_LOOKUP

BMILL_KERNEL v_t v_table(const unsigned char entries[16])
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)entries));
}
/* By the low half of each byte; what is above it is cleared, as bit 7 would make the result 0. */
BMILL_KERNEL v_t v_lookup(v_t table, v_t v)
{
    return _mm256_shuffle_epi8(table, v_and(v, _mm256_set1_epi8(15)));
}
/* The high half of each byte as its low one. */
BMILL_KERNEL v_t v_high_halves(v_t v) { return _mm256_srli_epi16(v, 4); }
