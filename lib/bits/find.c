/* find.c: the first, last, next and previous position: the functions of bitmill/bits/find.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/find.h>
#include <bitmill/word.h>

/* ---- First and last. ---- */

size_t bmill_bits_find_first_set(const void *bits, size_t nbits)
{
    return KERNEL(find_first_set)(bits, nbits);
}

size_t bmill_bits_find_first_clear(const void *bits, size_t nbits)
{
    return KERNEL(find_first_clear)(bits, nbits);
}

size_t bmill_bits_find_first_and(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_first_and)(a, b, nbits);
}

size_t bmill_bits_find_first_or(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_first_or)(a, b, nbits);
}

size_t bmill_bits_find_first_xor(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_first_xor)(a, b, nbits);
}

size_t bmill_bits_find_first_andnot(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_first_andnot)(a, b, nbits);
}

size_t bmill_bits_find_last_set(const void *bits, size_t nbits)
{
    return KERNEL(find_last_set)(bits, nbits);
}

size_t bmill_bits_find_last_clear(const void *bits, size_t nbits)
{
    return KERNEL(find_last_clear)(bits, nbits);
}

size_t bmill_bits_find_last_and(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_last_and)(a, b, nbits);
}

size_t bmill_bits_find_last_or(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_last_or)(a, b, nbits);
}

size_t bmill_bits_find_last_xor(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_last_xor)(a, b, nbits);
}

size_t bmill_bits_find_last_andnot(const void *a, const void *b, size_t nbits)
{
    return KERNEL(find_last_andnot)(a, b, nbits);
}

static inline const unsigned char *byte_at(const void *bits, size_t i)
{
    return (const unsigned char *)bits + i / 8;
}

/* ---- Next: the rest of the byte that holds `from`, then a search from the next byte. ---- */

/* Searches the byte that holds `from`, which is below nbits; `byte` has a 1 where a bit matches.
 * True if a bit at or after `from` matches: *i is its position. Else *i is the first bit of the
 * next byte, or nbits. */
static inline bool found_in_byte(unsigned byte, size_t nbits, size_t from, size_t *i)
{
    size_t start = from - from % 8, rest = nbits - start;
    byte &= 0xffu << from % 8;
    if (rest < 8)
        byte &= 0xffu >> (8 - rest);
    *i = start + (byte & 0xff ? bmill_ctz_u32(byte) : rest < 8 ? rest : 8);
    return byte & 0xff;
}

size_t bmill_bits_find_next_set(const void *bits, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_byte(*byte_at(bits, from), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_set)(byte_at(bits, i), nbits - i);
}

size_t bmill_bits_find_next_clear(const void *bits, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_byte((unsigned)~*byte_at(bits, from), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_clear)(byte_at(bits, i), nbits - i);
}

size_t bmill_bits_find_next_and(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_byte((unsigned)(*byte_at(a, from) & *byte_at(b, from)), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_and)(byte_at(a, i), byte_at(b, i), nbits - i);
}

size_t bmill_bits_find_next_or(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_byte((unsigned)(*byte_at(a, from) | *byte_at(b, from)), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_or)(byte_at(a, i), byte_at(b, i), nbits - i);
}

size_t bmill_bits_find_next_xor(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_byte((unsigned)(*byte_at(a, from) ^ *byte_at(b, from)), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_xor)(byte_at(a, i), byte_at(b, i), nbits - i);
}

size_t bmill_bits_find_next_andnot(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_byte((unsigned)(*byte_at(a, from) & ~*byte_at(b, from)), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_andnot)(byte_at(a, i), byte_at(b, i), nbits - i);
}

/* ---- Previous: the last match in the first `from` bits. ---- */

/* The result for the whole bitmap of a search in its first `end` bits, which returns `end` if there
 * is no match. */
static inline size_t found_before(size_t found, size_t end, size_t nbits)
{
    return found < end ? found : nbits;
}

size_t bmill_bits_find_previous_set(const void *bits, size_t nbits, size_t from)
{
    size_t end = from < nbits ? from : nbits;
    return found_before(KERNEL(find_last_set)(bits, end), end, nbits);
}

size_t bmill_bits_find_previous_clear(const void *bits, size_t nbits, size_t from)
{
    size_t end = from < nbits ? from : nbits;
    return found_before(KERNEL(find_last_clear)(bits, end), end, nbits);
}

size_t bmill_bits_find_previous_and(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t end = from < nbits ? from : nbits;
    return found_before(KERNEL(find_last_and)(a, b, end), end, nbits);
}

size_t bmill_bits_find_previous_or(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t end = from < nbits ? from : nbits;
    return found_before(KERNEL(find_last_or)(a, b, end), end, nbits);
}

size_t bmill_bits_find_previous_xor(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t end = from < nbits ? from : nbits;
    return found_before(KERNEL(find_last_xor)(a, b, end), end, nbits);
}

size_t bmill_bits_find_previous_andnot(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t end = from < nbits ? from : nbits;
    return found_before(KERNEL(find_last_andnot)(a, b, end), end, nbits);
}
