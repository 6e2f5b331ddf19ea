/* pext.h: gather and scatter the bits that a mask selects, word by word: see kernels.tmpl.h. */

/* What is gathered and not stored yet. */
struct gathered {
    unsigned char *out; /* where it goes to */
    w_t word;
    unsigned filled; /* bits in it, 0 to 63 */
};

/* Adds the bits of x that mask selects. No branch, as the number of bits is as random as the mask:
 * a word that is not full yet is stored, too, but to where nobody reads it. */
BMILL_KERNEL void gather(struct gathered *g, w_t x, w_t mask)
{
    unsigned char nowhere[W_BYTES];
    unsigned end = g->filled + bmill_popcount_u64(mask);
    w_t bits = bmill_pext_u64(x, mask), word = g->word | bits << g->filled;
    w_store(end >= 64 ? g->out : nowhere, word);
    g->word = end >= 64 ? bits >> 1 >> (63 - g->filled) : word;
    g->out += end / 64 * W_BYTES;
    g->filled = end % 64;
}

/* dst is never ahead of what was read, so it may be a or mask. */
static size_t pext_kernel(void *dst, const void *a_, const void *mask_, size_t nbits)
{
    const unsigned char *a = a_, *mask = mask_;
    struct gathered g = {dst, 0, 0};
    size_t m = nbits / 8, i = 0, rest;
    for (; i + W_BYTES <= m; i += W_BYTES)
        gather(&g, w_load(a + i), w_load(mask + i));
    rest = nbits - 8 * i;
    if (rest)
        gather(&g, only_word(a + i, a + i, rest, any_w),
               only_word(mask + i, mask + i, rest, any_w));
    if (g.filled)
        w_store_bits(g.out, g.filled, g.word);
    return nbits ? 8 * (size_t)(g.out - (unsigned char *)dst) + g.filled : 0;
}

static size_t pdep_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *mask = mask_;
    /* To know where a ends, the mask is counted first; that takes a tenth of the time. */
    size_t total = count_kernel(mask, nbits), n = bytes_of(total), used = 0;
    size_t m = nbits / 8, i = 0, rest;
    w_t word = 0;
    /* While there are 9 bytes of a: the next 64 bits, wherever they begin. */
    for (; i + W_BYTES <= m && used / 8 + W_BYTES < n; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        w_store(dst + i, bmill_pdep_u64(w_load_at(a + used / 8, (unsigned)(used % 8)), selected));
        used += bmill_popcount_u64(selected);
    }
    /* What is left of a is no more than 64 bits, though they may be in 9 bytes. */
    if (used / 8 + W_BYTES < n)
        word = w_load_at(a + used / 8, (unsigned)(used % 8));
    else if (used < total)
        word = w_load_first(a + used / 8, n - used / 8) >> used % 8;
    for (; i + W_BYTES <= m; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        unsigned ones = bmill_popcount_u64(selected);
        w_store(dst + i, bmill_pdep_u64(word, selected));
        word = ones < 64 ? word >> ones : 0;
    }
    rest = nbits - 8 * i;
    if (rest)
        w_store_bits(dst + i, rest,
                     bmill_pdep_u64(word, only_word(mask + i, mask + i, rest, any_w)));
    return total;
}
