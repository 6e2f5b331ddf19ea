/* search.c: patterns: the functions of bitmill/bits/search.h. The kernels want a pattern that is
 * not empty and fits; the other cases are answered here. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/bit.h>
#include <bitmill/bits/range.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/test.h>

/* Whether all bits of the pattern are equal to the first; most patterns are found not to be by
 * their first word, `head`. */
static bool is_run(const void *pattern, size_t length, uint64_t head, uint64_t ones)
{
    if (head != 0 && head != ones)
        return false;
    return length <= 64 ||
           (head ? bmill_bits_all(pattern, length) : bmill_bits_none(pattern, length));
}

size_t bmill_bits_find_next_pattern(const void *bits, const void *pattern, size_t nbits,
                                    size_t from, size_t length)
{
    unsigned n = length < 64 ? (unsigned)length : 64;
    uint64_t head, ones = bmill_low_mask_u64(n);
    if (length > nbits || from > nbits - length)
        return nbits;
    if (length == 0)
        return from;
    head = bmill_load_le(pattern, BMILL_BYTES(n)) & ones;
    if (is_run(pattern, length, head, ones))
        return head ? bmill_bits_find_next_set_run(bits, nbits, from, length, 1)
                    : bmill_bits_find_next_clear_run(bits, nbits, from, length, 1);
    return KERNEL(find_pattern)(bits, pattern, nbits, from, length);
}

size_t bmill_bits_find_first_pattern(const void *bits, const void *pattern, size_t nbits,
                                     size_t length)
{
    return bmill_bits_find_next_pattern(bits, pattern, nbits, 0, length);
}

size_t bmill_bits_count_pattern(const void *bits, const void *pattern, size_t nbits, size_t length)
{
    if (length > nbits)
        return 0;
    return length ? KERNEL(count_pattern)(bits, pattern, nbits, length) : nbits + 1;
}
