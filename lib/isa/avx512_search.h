/* avx512_search.h: 16 entries of a byte, looked up by halves of bytes: see kernels/search.h. */
#define BMILL_HAVE_V_LOOKUP

BMILL_KERNEL v_t v_table(const unsigned char entries[16])
{
    return _mm512_broadcast_i32x4(_mm_loadu_si128((const void *)entries));
}
/* By the low half of each byte; what is above it is cleared, as bit 7 would make the result 0. */
BMILL_KERNEL v_t v_lookup(v_t table, v_t v)
{
    return _mm512_shuffle_epi8(table, v_and(v, _mm512_set1_epi8(15)));
}
/* The high half of each byte as its low one. */
BMILL_KERNEL v_t v_high_halves(v_t v) { return _mm512_srli_epi16(v, 4); }
