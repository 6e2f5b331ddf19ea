/* move.h: the vocabulary of kernels/move.h for AVX2: what happens inside of bytes is looked up
 * nibble by nibble in tables of 16 bytes, once in each half of a vector. */

/* table[nibble] for each low nibble, and for each high one. */
BMILL_ALWAYS_INLINE v_t low_nibbles(v_t table, v_t v)
{
    return _mm256_shuffle_epi8(table, v_and(v, _mm256_set1_epi8(15)));
}
BMILL_ALWAYS_INLINE v_t high_nibbles(v_t table, v_t v)
{
    return _mm256_shuffle_epi8(table, v_and(v_shr64(v, 4), _mm256_set1_epi8(15)));
}

/* Bits r to r + 255 of the two: the 64 bits after each lane of v are the lane above it. r is below
 * 64. */
BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r)
{
    v_t above = _mm256_alignr_epi8(_mm256_permute2x128_si256(v, next, 0x21), v, 8);
    return v_or(v_shr64(v, r), v_shl64(above, 64 - r));
}
BMILL_ALWAYS_INLINE v_t v_broadcast_u8(unsigned byte)
{
    return _mm256_zextsi128_si256(_mm_cvtsi32_si128((int)byte));
}

/* Each nibble in reverse order. */
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

/* Each nibble with zeros between its bits. */
BMILL_ALWAYS_INLINE v_t spread_nibbles(void)
{
    return _mm256_setr_epi8(0, 1, 4, 5, 16, 17, 20, 21, 64, 65, 68, 69, 80, 81, 84, 85, /**/
                            0, 1, 4, 5, 16, 17, 20, 21, 64, 65, 68, 69, 80, 81, 84, 85);
}
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    const v_t even = spread_nibbles(), odd = v_shl64(even, 1);
    v_t l, h;
    a = _mm256_permute4x64_epi64(a, 0xd8); /* unpacking is done in each half apart */
    b = _mm256_permute4x64_epi64(b, 0xd8);
    l = v_or(low_nibbles(even, a), low_nibbles(odd, b));
    h = v_or(high_nibbles(even, a), high_nibbles(odd, b));
    *low = _mm256_unpacklo_epi8(l, h);
    *high = _mm256_unpackhi_epi8(l, h);
}

/* Of each byte, the even bits in the low nibble and the odd ones in the high one. */
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
    first = sorted_bytes(_mm256_permute4x64_epi64(first, 0xd8)); /* packed in each half apart */
    second = sorted_bytes(_mm256_permute4x64_epi64(second, 0xd8));
    *even = v_or(v_and(first, nibble), v_shl64(v_and(second, nibble), 4));
    *odd = v_or(v_and(v_shr64(first, 4), nibble), v_andnot(second, nibble));
}
