/* bits_range.c: a range is the end of one byte, whole bytes, and the start of another. */
#define BMILL_NO_INLINE_BITS
#include "kernels.h"
#include <bitmill/bits.h>
#include <bitmill/word.h>
#include <string.h>

/* The bits of a range that are in its first byte. */
static inline unsigned head_mask(size_t first, size_t count)
{
    unsigned mask = 0xffu << first % 8 & 0xff;
    return first % 8 + count < 8 ? mask & ((1u << (first % 8 + count)) - 1) : mask;
}

/* How many they are, 1 to 8, of 1 or more. */
static inline size_t head_bits(size_t first, size_t count)
{
    return count < 8 - first % 8 ? count : 8 - first % 8;
}

static inline void modify_byte(unsigned char *byte, unsigned mask, unsigned value)
{
    *byte = (unsigned char)((*byte & ~mask) | (value & mask));
}

/* value: 0 or 0xff. */
static void fill(void *bits, size_t first, size_t count, unsigned value)
{
    unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return;
    p = (unsigned char *)bits + first / 8;
    modify_byte(p, head_mask(first, count), value);
    count -= head_bits(first, count);
    memset(p + 1, (int)value, count / 8);
    if (count % 8)
        modify_byte(p + 1 + count / 8, (1u << count % 8) - 1, value);
}

void bmill_bits_set_range(void *bits, size_t first, size_t count)
{
    fill(bits, first, count, 0xff);
}
void bmill_bits_clear_range(void *bits, size_t first, size_t count) { fill(bits, first, count, 0); }
void bmill_bits_modify_range(void *bits, size_t first, size_t count, bool state)
{
    fill(bits, first, count, state ? 0xff : 0);
}

void bmill_bits_flip_range(void *bits, size_t first, size_t count)
{
    unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return;
    p = (unsigned char *)bits + first / 8;
    if (first % 8) {
        *p = (unsigned char)(*p ^ head_mask(first, count));
        p++;
        count -= head_bits(first, count);
    }
    bmill_active()->not(p, p, count);
}

/* ---- The kernels begin with a byte, so of the first one the bits before the range are seen to
 * here. ---- */

size_t bmill_bits_count_range(const void *bits, size_t first, size_t count)
{
    const unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return 0;
    p = (const unsigned char *)bits + first / 8;
    return bmill_active()->count(p, first % 8 + count) -
           bmill_popcount_u32(*p & ((1u << first % 8) - 1));
}

bool bmill_bits_any_range(const void *bits, size_t first, size_t count)
{
    const unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return false;
    p = (const unsigned char *)bits + first / 8;
    return (*p & head_mask(first, count)) ||
           bmill_active()->any(p + 1, count - head_bits(first, count));
}

bool bmill_bits_all_range(const void *bits, size_t first, size_t count)
{
    const unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return true;
    p = (const unsigned char *)bits + first / 8;
    return !(~*p & head_mask(first, count)) &&
           bmill_active()->all(p + 1, count - head_bits(first, count));
}

bool bmill_bits_none_range(const void *bits, size_t first, size_t count)
{
    return !bmill_bits_any_range(bits, first, count);
}

/* ---- Runs. `wanted` bits are looked for: `other` is what find looks for to skip them. ---- */

struct kind {
    size_t (*next_wanted)(const void *bits, size_t nbits, size_t from);
    size_t (*last_other)(const void *bits, size_t nbits);
    uint64_t flip; /* makes the wanted bits 1 */
};
static const struct kind clear = {bmill_bits_find_next_clear, bmill_bits_find_last_set, UINT64_MAX};
static const struct kind set = {bmill_bits_find_next_set, bmill_bits_find_last_clear, 0};

/* The bits of x that begin a run of `length` ones, 1 to 64. Each step makes the runs of as many
 * bits that are known to be ones longer, at most to twice their length. */
static inline uint64_t run_starts(uint64_t x, unsigned length)
{
    for (unsigned known = 1; known < length;) {
        unsigned more = known < length - known ? known : length - known;
        x &= x >> more;
        known += more;
    }
    return x;
}

/* Windows of 64 bits, which overlap by what a run may lack. */
static size_t short_run(const void *bits, size_t nbits, size_t from, unsigned length,
                        const struct kind *kind)
{
    for (size_t i = from; nbits - i >= length;) {
        size_t n = nbits - i < 64 ? nbits - i : 64;
        uint64_t x = (bmill_bits_read(bits, i, n) ^ kind->flip) & bmill_low_mask_u64((unsigned)n);
        uint64_t starts = run_starts(x, length);
        if (starts)
            return i + bmill_ctz_u64(starts);
        i = x ? i + n - length + 1 : kind->next_wanted(bits, nbits, i + n);
    }
    return nbits;
}

/* Each place where a run may begin is looked at from the end of the run: what stands there says
 * how far all places are no good, and most bits are never looked at. */
static size_t long_run(const void *bits, size_t nbits, size_t from, size_t length, size_t alignment,
                       const struct kind *kind)
{
    size_t i = from;
    for (;;) {
        const unsigned char *p;
        size_t seen, other, over = alignment > 1 ? i % alignment : 0;
        if (over && alignment - over > nbits - i)
            return nbits;
        i += over ? alignment - over : 0;
        if (nbits - i < length)
            return nbits;
        p = (const unsigned char *)bits + i / 8;
        seen = i % 8 + length;
        other = length ? kind->last_other(p, seen) : seen;
        if (other == seen || other < i % 8)
            return i;
        i += other - i % 8 + 1;
        if (alignment <= 1 || nbits - i < length)
            i = kind->next_wanted(bits, nbits, i);
    }
}

static size_t find_run(const void *bits, size_t nbits, size_t from, size_t length, size_t alignment,
                       const struct kind *kind)
{
    if (from >= nbits)
        return nbits;
    if (length - 1 < 32 && alignment <= 1)
        return short_run(bits, nbits, from, (unsigned)length, kind);
    return long_run(bits, nbits, from, length, alignment, kind);
}

size_t bmill_bits_find_next_clear_run(const void *bits, size_t nbits, size_t from, size_t length,
                                      size_t alignment)
{
    return find_run(bits, nbits, from, length, alignment, &clear);
}
size_t bmill_bits_find_next_set_run(const void *bits, size_t nbits, size_t from, size_t length,
                                    size_t alignment)
{
    return find_run(bits, nbits, from, length, alignment, &set);
}
size_t bmill_bits_find_first_clear_run(const void *bits, size_t nbits, size_t length,
                                       size_t alignment)
{
    return find_run(bits, nbits, 0, length, alignment, &clear);
}
size_t bmill_bits_find_first_set_run(const void *bits, size_t nbits, size_t length,
                                     size_t alignment)
{
    return find_run(bits, nbits, 0, length, alignment, &set);
}
