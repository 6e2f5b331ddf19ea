/* 4-many-bits.c: a solution of the exercises of docs/course/exercises/4-many-bits.c. */
#include <bitmill/word.h>

size_t my_count(const void *bits, size_t nbits);
void my_andnot(void *dst, const void *a, const void *b, size_t nbits);
size_t my_find_first_set(const void *bits, size_t nbits);

/* The last word of a bitmap has 1 to 63 bits. It is loaded byte by byte, not to read past the end.
 */
static uint64_t load_rest(const unsigned char *p, size_t nbits)
{
    return bmill_load_le(p, (nbits + 7) / 8) & bmill_low_mask_u64((unsigned)nbits);
}

size_t my_count(const void *bits, size_t nbits)
{
    const unsigned char *p = bits;
    size_t total = 0;
    for (; nbits >= 64; nbits -= 64, p += 8)
        total += bmill_popcount(bmill_load_le_u64(p));
    return nbits > 0 ? total + bmill_popcount(load_rest(p, nbits)) : total;
}

void my_andnot(void *dst, const void *a, const void *b, size_t nbits)
{
    unsigned char *d = dst;
    const unsigned char *p = a, *q = b;
    for (; nbits >= 64; nbits -= 64, d += 8, p += 8, q += 8)
        bmill_store_le_u64(d, bmill_load_le_u64(p) & ~bmill_load_le_u64(q));
    if (nbits > 0) {
        size_t n = (nbits + 7) / 8;
        uint64_t mask = bmill_low_mask_u64((unsigned)nbits);
        uint64_t result = bmill_load_le(p, n) & ~bmill_load_le(q, n) & mask;
        bmill_store_le(d, n, result | (bmill_load_le(d, n) & ~mask));
    }
}

size_t my_find_first_set(const void *bits, size_t nbits)
{
    const unsigned char *p = bits;
    size_t i;
    for (i = 0; i + 64 <= nbits; i += 64)
        if (bmill_load_le_u64(p + i / 8) != 0)
            return i + bmill_ctz(bmill_load_le_u64(p + i / 8));
    if (i < nbits && load_rest(p + i / 8, nbits - i) != 0)
        return i + bmill_ctz(load_rest(p + i / 8, nbits - i));
    return nbits;
}
