/* range.c: parts of a bitmap: the functions of bitmill/bits/range.h. A range is the end of one
 * byte, whole bytes, and the start of another. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "simd/compiler.h"
#include "tables/thresholds.h"
#include <bitmill/bits/find.h>
#include <bitmill/bits/range.h>
#include <bitmill/word/count.h>
#include <bitmill/word/memory.h>
#include <string.h>

/* The bits of the first byte that belong to the range. */
static inline unsigned head_mask(size_t first, size_t count)
{
    unsigned mask = 0xffu << first % 8 & 0xff;
    return first % 8 + count < 8 ? mask & ((1u << (first % 8 + count)) - 1) : mask;
}

/* How many these are, 1 to 8; count is not 0. */
static inline size_t head_bits(size_t first, size_t count)
{
    return count < 8 - first % 8 ? count : 8 - first % 8;
}

/* For a range of `count` bits that begins with bit d of a byte: how many bytes have bits of it, and
 * how many bits of the last byte are past its end. */
static inline size_t bytes_in(unsigned d, size_t count)
{
    return sizeof count > 4 ? (d + count + 7) / 8 : count / 8 + (d + count % 8 + 7) / 8;
}
static inline unsigned unused_in(unsigned d, size_t count)
{
    return (0u - d - (unsigned)count) & 7;
}

/* The bits of the first word that belong to the range, from bit d, and those of the last word, all
 * but the `unused` highest. */
static inline uint64_t first_mask(unsigned d) { return ~(uint64_t)0 << d; }
static inline uint64_t last_mask(unsigned unused) { return ~(uint64_t)0 >> unused; }

/* The bits of a range of at most 8 bytes. */
static inline uint64_t only_mask(size_t n, unsigned d, unsigned unused)
{
    return first_mask(d) & last_mask(unused) >> 8 * (8 - n);
}

/* Stores two words; compilers make one vector store of it. */
static inline void store_two(unsigned char *p, uint64_t low, uint64_t high)
{
    bmill_store_le_u64(p, low);
    bmill_store_le_u64(p + 8, high);
}

/* ---- Filling: value is 0 or all 1 bits. Only the bytes at the ends are loaded, one by one,
 * because a load that is wider than a recent store, of the call before for instance, cannot be
 * forwarded from it and waits until the store is in the cache. ---- */

BMILL_NOINLINE void fill_long(unsigned char *p, size_t n, unsigned head, unsigned tail,
                              uint64_t value)
{
    KERNEL(fill)(p, n, value);
    p[0] = (unsigned char)head;
    p[n - 1] = (unsigned char)tail;
}

BMILL_ALWAYS_INLINE void fill(void *bits, size_t first, size_t count, uint64_t value)
{
    unsigned d = first % 8, unused = unused_in(d, count);
    size_t n = bytes_in(d, count);
    unsigned char *p;
    uint64_t head, tail;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return;
    p = (unsigned char *)bits + first / 8;
    /* Whole bytes do not wait for what the call before stored there: 16 bytes in 4.5 ns, not
     * in 6.2. */
    head = d ? p[0] & ~first_mask(d) : 0;
    tail = unused ? (uint64_t)p[n - 1] << 56 & ~last_mask(unused) : 0;
    if (n <= 8) {
        tail >>= 8 * (8 - n);
        bmill_store_le(p, n, (value & only_mask(n, d, unused)) | head | tail);
        return;
    }
    head |= value & first_mask(d);
    tail |= value & last_mask(unused);
    if (!BMILL_LIKELY(n <= FILL_BYTES)) {
        if (BMILL_LIKELY((d | unused) == 0))
            KERNEL(fill)(p, n, value);
        else
            fill_long(p, n, (unsigned)head & 0xff, (unsigned)(tail >> 56), value);
        return;
    }
    bmill_store_le_u64(p, head);
    for (size_t i = 8; i + 16 < n; i += 16)
        store_two(p + i, value, value);
    if (n > 16)
        bmill_store_le_u64(p + n - 16, value);
    bmill_store_le_u64(p + n - 8, tail);
}

void bmill_bits_set_range(void *bits, size_t first, size_t count)
{
    fill(bits, first, count, ~(uint64_t)0);
}
void bmill_bits_clear_range(void *bits, size_t first, size_t count) { fill(bits, first, count, 0); }
void bmill_bits_modify_range(void *bits, size_t first, size_t count, bool state)
{
    fill(bits, first, count, state ? ~(uint64_t)0 : 0);
}

/* ---- Kernels begin with a byte. Ranges that fit into one word are handled here. ---- */

void bmill_bits_flip_range(void *bits, size_t first, size_t count)
{
    unsigned d = first % 8;
    size_t n = bytes_in(d, count);
    unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return;
    p = (unsigned char *)bits + first / 8;
    if (n > 8)
        KERNEL(flip_range)(p, d, d + count);
    else
        bmill_store_le(p, n, bmill_load_le(p, n) ^ only_mask(n, d, unused_in(d, count)));
}

size_t bmill_bits_count_range(const void *bits, size_t first, size_t count)
{
    unsigned d = first % 8;
    size_t n = bytes_in(d, count);
    const unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return 0;
    p = (const unsigned char *)bits + first / 8;
    if (n > 8)
        return KERNEL(count_range)(p, d, d + count);
    return bmill_popcount_u64(bmill_load_le(p, n) & only_mask(n, d, unused_in(d, count)));
}

/* The first byte is tested here, without its bits before the range; the kernels have the rest. */

bool bmill_bits_any_range(const void *bits, size_t first, size_t count)
{
    const unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return false;
    p = (const unsigned char *)bits + first / 8;
    return (*p & head_mask(first, count)) || KERNEL(any)(p + 1, count - head_bits(first, count));
}

bool bmill_bits_all_range(const void *bits, size_t first, size_t count)
{
    const unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return true;
    p = (const unsigned char *)bits + first / 8;
    return !(~*p & head_mask(first, count)) && KERNEL(all)(p + 1, count - head_bits(first, count));
}

bool bmill_bits_none_range(const void *bits, size_t first, size_t count)
{
    return !bmill_bits_any_range(bits, first, count);
}

/* ---- Runs of `wanted` bits, 1 or 0; the bits of the other value end a run. ---- */

struct run_kind {
    size_t (*next_wanted)(const void *bits, size_t nbits, size_t from);
    size_t (*last_other)(const void *bits, size_t nbits);
    uint64_t flip; /* makes the wanted bits 1 */
};
static const struct run_kind clear_run = {bmill_bits_find_next_clear, bmill_bits_find_last_set,
                                          UINT64_MAX};
static const struct run_kind set_run = {bmill_bits_find_next_set, bmill_bits_find_last_clear, 0};

/* The last bit of the other value in a range that is not empty, counted from `first`; count if
 * there is none. Bits of the first byte before the range are ignored. */
static size_t last_other_in(const void *bits, size_t first, size_t count,
                            const struct run_kind *kind)
{
    const unsigned char *p = (const unsigned char *)bits + first / 8;
    size_t head = head_bits(first, count), rest = count - head;
    size_t other = kind->last_other(p + 1, rest);
    unsigned byte;
    if (other < rest)
        return head + other;
    byte = (unsigned)~(*p ^ kind->flip) & head_mask(first, count);
    return byte ? bmill_bit_width_u32(byte) - 1 - first % 8 : count;
}

/* Tests each candidate from its end: the last bit of the other value in it rules out all positions
 * up to that bit, so that most bits are never read. */
static size_t find_aligned_run(const void *bits, size_t nbits, size_t from, size_t length,
                               size_t alignment, const struct run_kind *kind)
{
    size_t i = from;
    for (;;) {
        size_t other, over = i % alignment;
        if (over && alignment - over > nbits - i)
            return nbits;
        i += over ? alignment - over : 0;
        if (nbits - i < length)
            return nbits;
        other = length ? last_other_in(bits, i, length, kind) : 0;
        if (other == length)
            return i;
        i += other + 1;
    }
}

/* The first of the words at i, i + stride, and so on that has no bit of the other value; `end` or
 * more if there is none before. */
static size_t next_whole_word(const unsigned char *p, size_t i, size_t end, size_t stride,
                              uint64_t flip)
{
    uint64_t whole = ~flip;
    for (; i < end && end - i > 3 * stride + 8; i += 4 * stride) {
        if (bmill_load_le_u64(p + i) == whole)
            return i;
        if (bmill_load_le_u64(p + i + stride) == whole)
            return i + stride;
        if (bmill_load_le_u64(p + i + 2 * stride) == whole)
            return i + 2 * stride;
        if (bmill_load_le_u64(p + i + 3 * stride) == whole)
            return i + 3 * stride;
    }
    for (; i < end && end - i >= 8; i += stride)
        if (bmill_load_le_u64(p + i) == whole)
            return i;
    return end;
}

/* Tests a candidate from its end, too, but looks at its last word first, and then at words that are
 * so far apart that each run has one of them whole, whatever byte and bit it begins with. The
 * others are never read. */
static size_t find_long_run(const void *bits, size_t nbits, size_t from, size_t length,
                            const struct run_kind *kind)
{
    const unsigned char *p = bits;
    size_t stride = (length - 63) / 8, end = nbits / 8, i = from;
    while (nbits - i >= length) {
        size_t last = (i + length - 64) / 8, other;
        size_t word = next_whole_word(p, last, end, stride, kind->flip);
        if (word == end)
            break;
        if (word > last) { /* the word before is not whole, so a run begins after it */
            uint64_t others = ~(bmill_load_le_u64(p + word - stride) ^ kind->flip);
            i = 8 * (word - stride) + bmill_bit_width_u64(others);
            if (nbits - i < length)
                break;
        }
        other = last_other_in(bits, i, length, kind);
        if (other == length)
            return i;
        i += other + 1;
    }
    return nbits;
}

static size_t find_run(const void *bits, size_t nbits, size_t from, size_t length, size_t alignment,
                       const struct run_kind *kind)
{
    if (from >= nbits || nbits - from < length)
        return nbits;
    if (alignment > 1)
        return find_aligned_run(bits, nbits, from, length, alignment, kind);
    if (length <= 1)
        return length ? kind->next_wanted(bits, nbits, from) : from;
    if (length < LONG_RUN)
        return KERNEL(find_run)(bits, nbits, from, length, kind->flip);
    return find_long_run(bits, nbits, from, length, kind);
}

size_t bmill_bits_find_next_clear_run(const void *bits, size_t nbits, size_t from, size_t length,
                                      size_t alignment)
{
    return find_run(bits, nbits, from, length, alignment, &clear_run);
}
size_t bmill_bits_find_next_set_run(const void *bits, size_t nbits, size_t from, size_t length,
                                    size_t alignment)
{
    return find_run(bits, nbits, from, length, alignment, &set_run);
}
size_t bmill_bits_find_first_clear_run(const void *bits, size_t nbits, size_t length,
                                       size_t alignment)
{
    return find_run(bits, nbits, 0, length, alignment, &clear_run);
}
size_t bmill_bits_find_first_set_run(const void *bits, size_t nbits, size_t length,
                                     size_t alignment)
{
    return find_run(bits, nbits, 0, length, alignment, &set_run);
}
