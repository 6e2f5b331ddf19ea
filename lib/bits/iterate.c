/* iterate.c: the part of the iterators of bitmill/bits/iterate.h that is not inline: skipping words
 * without a match, and the end of the bitmap. */
#define BMILL_NO_INLINE_BITS
#include <bitmill/bits/find.h>
#include <bitmill/bits/iterate.h>
#include <bitmill/word.h>

/* The 64 bits from `first`; 0 in place of bits past nbits, whose bytes are not read. */
static uint64_t load_word_at(const void *bits, size_t nbits, size_t first, uint64_t flip)
{
    const unsigned char *p = (const unsigned char *)bits + first / 8;
    size_t rest = nbits - first;
    uint64_t word = 0;
    if (rest >= 64)
        return bmill_load_le_u64(p) ^ flip;
    for (size_t k = 0; 8 * k < rest; k++)
        word |= (uint64_t)p[k] << 8 * k;
    return (word ^ flip) & ~(~UINT64_C(0) << rest);
}

struct bmill_bits_word_ bmill_bits_find_word_(const void *bits, size_t nbits, size_t from,
                                              uint64_t flip)
{
    struct bmill_bits_word_ none = {nbits / 8, 0}, found = {from / 64 * 8, 0};
    size_t first = from - from % 64, rest;
    const unsigned char *next;
    if (from >= nbits)
        return none;
    found.word = load_word_at(bits, nbits, first, flip) & ~UINT64_C(0) << from % 64;
    if (found.word)
        return found;
    if (nbits - first <= 64)
        return none;
    first += 64;
    next = (const unsigned char *)bits + first / 8;
    rest = nbits - first;
    from = flip ? bmill_bits_find_first_clear(next, rest) : bmill_bits_find_first_set(next, rest);
    if (from == rest)
        return none;
    first += from - from % 64;
    found.byte = first / 8;
    found.word = load_word_at(bits, nbits, first, flip);
    return found;
}

struct bmill_bits_word_ bmill_bits_find_end_(const void *bits, size_t nbits, size_t byte,
                                             uint64_t flip, size_t *end)
{
    struct bmill_bits_word_ at = bmill_bits_find_word_(bits, nbits, 8 * byte + 64, ~flip);
    uint64_t filled =
        at.word | (at.word - 1); /* the first bit after the run, and all bits below it */
    size_t left = nbits - 8 * at.byte;
    *end = at.word ? 8 * at.byte + bmill_ctz_u64(at.word) : nbits;
    at.word = ~filled & (left < 64 ? ~(~UINT64_C(0) << left) : ~UINT64_C(0));
    return at;
}
