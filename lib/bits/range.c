/* range.c: a range is the end of one byte, whole bytes, and the start of another. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/kernels.h"
#include "simd/words.h"
#include "tables/thresholds.h"
#include <bitmill/bits.h>
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

/* How many bytes have bits of a range from bit d of the first one on, and how many bits of the last
 * one are past it. */
static inline size_t bytes_in(unsigned d, size_t count)
{
    return sizeof count > 4 ? (d + count + 7) / 8 : count / 8 + (d + count % 8 + 7) / 8;
}
static inline unsigned unused_in(unsigned d, size_t count)
{
    return (0u - d - (unsigned)count) & 7;
}

/* The bits of the first word from bit d on; those of the last one without the `unused` highest. */
static inline w_t first_mask(unsigned d) { return ~(w_t)0 << d; }
static inline w_t last_mask(unsigned unused) { return ~(w_t)0 >> unused; }

/* Of up to 8 bytes: both. */
static inline w_t only_mask(size_t n, unsigned d, unsigned unused)
{
    return first_mask(d) & last_mask(unused) >> 8 * (W_BYTES - n);
}

/* Two words, which compilers make a vector of. */
static inline void store_two(unsigned char *p, w_t low, w_t high)
{
    w_store(p, low);
    w_store(p + W_BYTES, high);
}

/* ---- Filling: value is 0 or all ones. Of what is there only the bytes at the ends are loaded, and
 * alone: a processor waits with a load of more than was stored at once, by the call before, say.
 * ---- */

BMILL_NOINLINE void fill_long(unsigned char *p, size_t n, unsigned head, unsigned tail, w_t value)
{
    memset(p, (int)(value & 0xff), n);
    p[0] = (unsigned char)head;
    p[n - 1] = (unsigned char)tail;
}

BMILL_ALWAYS_INLINE void fill(void *bits, size_t first, size_t count, w_t value)
{
    unsigned d = first % 8, unused = unused_in(d, count);
    size_t n = bytes_in(d, count);
    unsigned char *p;
    w_t head, tail;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return;
    p = (unsigned char *)bits + first / 8;
    head = p[0] & ~first_mask(d);
    tail = (w_t)p[n - 1] << 56 & ~last_mask(unused);
    if (n <= W_BYTES) {
        tail >>= 8 * (W_BYTES - n);
        bmill_store_le(p, n, (value & only_mask(n, d, unused)) | head | tail);
        return;
    }
    head |= value & first_mask(d);
    tail |= value & last_mask(unused);
    if (!BMILL_LIKELY(n <= FILL_BYTES)) {
        fill_long(p, n, (unsigned)head & 0xff, (unsigned)(tail >> 56), value);
        return;
    }
    w_store(p, head);
    for (size_t i = W_BYTES; i + 2 * W_BYTES < n; i += 2 * W_BYTES)
        store_two(p + i, value, value);
    if (n > 2 * W_BYTES)
        w_store(p + n - 2 * W_BYTES, value);
    w_store(p + n - W_BYTES, tail);
}

void bmill_bits_set_range(void *bits, size_t first, size_t count)
{
    fill(bits, first, count, ~(w_t)0);
}
void bmill_bits_clear_range(void *bits, size_t first, size_t count) { fill(bits, first, count, 0); }
void bmill_bits_modify_range(void *bits, size_t first, size_t count, bool state)
{
    fill(bits, first, count, state ? ~(w_t)0 : 0);
}

/* ---- The kernels begin with a byte. What is in one word, or less, is done here. ---- */

void bmill_bits_flip_range(void *bits, size_t first, size_t count)
{
    unsigned d = first % 8;
    size_t n = bytes_in(d, count);
    unsigned char *p;
    if (count == 0) /* NULL is allowed, but not NULL + 0 */
        return;
    p = (unsigned char *)bits + first / 8;
    if (n > W_BYTES)
        bmill_active()->flip_range(p, d, d + count);
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
    if (n > W_BYTES)
        return bmill_active()->count_range(p, d, d + count);
    return bmill_popcount_u64(bmill_load_le(p, n) & only_mask(n, d, unused_in(d, count)));
}

/* Of the first byte the bits before the range are seen to here. */

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

/* Where in a range of 1 bit or more the last bit stands that is not wanted, counted from `first`;
 * count if there is none. Of the first byte nothing before the range is looked at. */
static size_t last_other_in(const void *bits, size_t first, size_t count, const struct kind *kind)
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

/* Each position where a run may begin is looked at from the end of the run: the last bit that is
 * not wanted rules out all positions up to it, and most bits are never looked at. */
static size_t long_run(const void *bits, size_t nbits, size_t from, size_t length, size_t alignment,
                       const struct kind *kind)
{
    size_t i = from;
    for (;;) {
        size_t other, over = alignment > 1 ? i % alignment : 0;
        if (over && alignment - over > nbits - i)
            return nbits;
        i += over ? alignment - over : 0;
        if (nbits - i < length)
            return nbits;
        other = length ? last_other_in(bits, i, length, kind) : 0;
        if (other == length)
            return i;
        i += other + 1;
        if (alignment <= 1 || nbits - i < length)
            i = kind->next_wanted(bits, nbits, i);
    }
}

static size_t find_run(const void *bits, size_t nbits, size_t from, size_t length, size_t alignment,
                       const struct kind *kind)
{
    if (from >= nbits)
        return nbits;
    if (length - 1 < SHORT_RUN && alignment <= 1)
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
