/* pext.h: gather and scatter the bits that a mask selects, word by word: see kernels.tmpl.h. */

/* Both count the mask first, for a tenth of the time: so they know how far they may write, or read,
 * and need no branch on how many bits a word of the mask has, which is as random as the mask. */

/* dst is never ahead of what was read, so it may be a or mask. */
BMILL_KERNEL size_t pext_kernel(void *dst, const void *a_, const void *mask_, size_t nbits)
{
    const unsigned char *a = a_, *mask = mask_;
    unsigned char *out = dst;
    size_t total = count_kernel(mask, nbits), stored = 0, m = nbits / 8, i = 0, rest;
    w_t word = 0; /* what is gathered and not complete, in the low bits */
    unsigned filled = 0;
    /* A word that is not complete is stored, too, and again with the next bits. */
    for (; i + W_BYTES <= m && stored + 64 <= total; i += W_BYTES) {
        w_t selected = w_load(mask + i), bits = bmill_pext_u64(w_load(a + i), selected);
        unsigned end = filled + bmill_popcount_u64(selected);
        w_t over = bits >> 1 >> (63 - filled);
        word |= bits << filled;
        w_store(out + stored / 8, word);
        word = end < 64 ? word : over;
        stored += end & 64;
        filled = end & 63;
    }
    /* No more than what remains of one word. */
    for (; i + W_BYTES <= m; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        word |= bmill_pext_u64(w_load(a + i), selected) << filled;
        filled += bmill_popcount_u64(selected);
    }
    rest = nbits - 8 * i;
    if (rest) {
        w_t selected = only_word(mask + i, mask + i, rest, w_first);
        w_t bits = bmill_pext_u64(only_word(a + i, a + i, rest, w_first), selected);
        word |= bits << filled;
        if (filled + bmill_popcount_u64(selected) >= 64) {
            w_store(out + stored / 8, word);
            word = bits >> 1 >> (63 - filled);
            stored += 64;
        }
    }
    if (stored < total)
        w_store_bits(out + stored / 8, total - stored, word);
    return total;
}

BMILL_KERNEL size_t pdep_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *mask = mask_;
    size_t total = count_kernel(mask, nbits), n = bytes_of(total), used = 0;
    size_t m = nbits / 8, i = 0, rest;
    w_t word = 0;
    /* While there are 9 bytes of a, and 64 bits of it that are used: the next 64, wherever they
     * begin. None of them is past the last one that is used, for valgrind and MSan. */
    for (; i + W_BYTES <= m && used / 8 + W_BYTES < n && used + 64 <= total; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        w_store(dst + i, bmill_pdep_u64(w_load_at(a + used / 8, (unsigned)(used % 8)), selected));
        used += bmill_popcount_u64(selected);
    }
    /* What is left of a is no more than 64 bits, though they may be in 9 bytes. */
    if (used / 8 + W_BYTES < n)
        word = w_load_at(a + used / 8, (unsigned)(used % 8));
    else if (used < total)
        word = bmill_load_le(a + used / 8, n - used / 8) >> used % 8;
    if (total - used < 64)
        word &= bmill_low_mask_u64((unsigned)(total - used));
    for (; i + W_BYTES <= m; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        unsigned ones = bmill_popcount_u64(selected);
        w_store(dst + i, bmill_pdep_u64(word, selected));
        word >>= ones & 63; /* after 64 there are none left */
    }
    rest = nbits - 8 * i;
    if (rest)
        w_store_bits(dst + i, rest,
                     bmill_pdep_u64(word, only_word(mask + i, mask + i, rest, w_first)));
    return total;
}
