/* find.c: the first, last, next and previous position: the functions of bitmill/bits/find.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "simd/compiler.h"
#include "tables/thresholds.h"
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

/* ---- Next: in the 64 bits that begin with the byte of `from`, then a search after them. ---- */

/* These bits of a bitmap, fewer at its end. `from` is below nbits. */
static inline uint64_t word_at(const void *bits, size_t nbits, size_t from)
{
    size_t rest = nbits - (from - from % 8);
    const unsigned char *p = byte_at(bits, from);
    return BMILL_LIKELY(rest >= 64) ? bmill_load_le_u64(p) : bmill_load_le(p, (rest + 7) / 8);
}

/* Searches the word that word_at loaded; it has a 1 where a bit matches. True if no more is to be
 * searched: *i is the first match at or after `from`, or nbits. Else *i is the first bit after the
 * word. */
static inline bool found_in_word(uint64_t word, size_t nbits, size_t from, size_t *i)
{
    size_t start = from - from % 8, rest = nbits - start;
    word = word >> from % 8 << from % 8;
    if (rest < 64)
        word &= ~(uint64_t)0 >> (64 - rest);
    *i = start + (word ? bmill_ctz_u64(word) : rest < 64 ? rest : 64);
    return word || rest <= 64;
}

/* Searches the next words for a bit that differs from flip, as found_in_word. To call the kernel
 * for what is near takes longer: bits that are 1 one in 100 are found in 3.4 ns each, not in 5.5.
 */
static inline bool found_in_next_words(const void *bits, size_t nbits, uint64_t flip, size_t *i)
{
    size_t start = *i;
    if (nbits - start < NEXT_WORDS_BITS)
        return false;
    for (; *i < start + NEXT_WORDS_BITS; *i += 64) {
        uint64_t word = bmill_load_le_u64(byte_at(bits, *i)) ^ flip;
        if (word) {
            *i += bmill_ctz_u64(word);
            return true;
        }
    }
    return false;
}

size_t bmill_bits_find_next_set(const void *bits, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_word(word_at(bits, nbits, from), nbits, from, &i) ||
        found_in_next_words(bits, nbits, 0, &i))
        return i;
    return i + KERNEL(find_first_set)(byte_at(bits, i), nbits - i);
}

size_t bmill_bits_find_next_clear(const void *bits, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_word(~word_at(bits, nbits, from), nbits, from, &i) ||
        found_in_next_words(bits, nbits, ~(uint64_t)0, &i))
        return i;
    return i + KERNEL(find_first_clear)(byte_at(bits, i), nbits - i);
}

size_t bmill_bits_find_next_and(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_word(word_at(a, nbits, from) & word_at(b, nbits, from), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_and)(byte_at(a, i), byte_at(b, i), nbits - i);
}

size_t bmill_bits_find_next_or(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_word(word_at(a, nbits, from) | word_at(b, nbits, from), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_or)(byte_at(a, i), byte_at(b, i), nbits - i);
}

size_t bmill_bits_find_next_xor(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_word(word_at(a, nbits, from) ^ word_at(b, nbits, from), nbits, from, &i))
        return i;
    return i + KERNEL(find_first_xor)(byte_at(a, i), byte_at(b, i), nbits - i);
}

size_t bmill_bits_find_next_andnot(const void *a, const void *b, size_t nbits, size_t from)
{
    size_t i;
    if (from >= nbits)
        return nbits;
    if (found_in_word(word_at(a, nbits, from) & ~word_at(b, nbits, from), nbits, from, &i))
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
