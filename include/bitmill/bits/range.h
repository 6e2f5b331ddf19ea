/** @file
 * bitmill/bits/range.h: a part of a bitmap: ranges, fields of up to 64 bits, runs of equal bits.
 *
 * A range is `count` bits from bit `first` on. It must lie within the memory at `bits`, and no byte
 * without a bit of it is read or written. count 0 is allowed, with any `bits` and `first`. The
 * whole of a bitmap is the range (bits, 0, nbits). The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_RANGE_H
#define BITMILL_BITS_RANGE_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>
#include <bitmill/word/field.h>
#include <bitmill/word/memory.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Change a range
 *
 * All bits around the range stay. Cost: at the speed of memory; a few ns for a short range.
 * Example: bmill_bits_set_range(used, block, nblocks);
 */
/** @{ */

/** Sets the bits of a range to 1. */
BMILL_API void bmill_bits_set_range(void *bits, size_t first, size_t count);
/** Clears the bits of a range to 0. */
BMILL_API void bmill_bits_clear_range(void *bits, size_t first, size_t count);
/** Flips the bits of a range. */
BMILL_API void bmill_bits_flip_range(void *bits, size_t first, size_t count);
/** Makes the bits of a range equal to `state`. */
BMILL_API void bmill_bits_modify_range(void *bits, size_t first, size_t count, bool state);

/** @} */

/** @name Ask about a range
 *
 * As the functions without _range in bitmill/bits/count.h and bitmill/bits/test.h. Cost: at the
 * speed of memory; the tests stop soon after the answer is known.
 * Example: if (bmill_bits_none_range(used, block, nblocks)) take(block, nblocks);
 */
/** @{ */

/** Number of 1 bits in a range: 0 to count. */
BMILL_API BMILL_PURE size_t bmill_bits_count_range(const void *bits, size_t first, size_t count);
/** Whether at least one bit of a range is 1. False for count 0. */
BMILL_API BMILL_PURE bool bmill_bits_any_range(const void *bits, size_t first, size_t count);
/** Whether every bit of a range is 1. True for count 0. */
BMILL_API BMILL_PURE bool bmill_bits_all_range(const void *bits, size_t first, size_t count);
/** Whether no bit of a range is 1. True for count 0. */
BMILL_API BMILL_PURE bool bmill_bits_none_range(const void *bits, size_t first, size_t count);

/** @} */

#ifdef __cplusplus
}
#endif

BMILL_BEGIN_INLINE_

/**
 * The unsigned number in a range of up to 64 bits: bit i of it is bit first + i of the bitmap.
 *
 * `count` is 0 to 64; more is taken as 64. Result: zero-extended; 0 for count 0. Cost: inline, two
 * or three loads, and no branch where `count` is a constant.
 * Example: unsigned rgb565 = (unsigned)bmill_bits_read(pixels, 16 * i, 16);
 */
BMILL_BITS_INLINE_ BMILL_NODISCARD_ uint64_t bmill_bits_read(const void *const bits, size_t first,
                                                             size_t count)
{
    unsigned shift = first % 8, n = count < 64 ? (unsigned)count : 64, bytes = (n + 7) / 8;
    const unsigned char *p = (const unsigned char *)bits;
    uint64_t x, last;
    BMILL_READS_BITS_(bits, first, n);
    if (n == 0)
        return 0; /* NULL is allowed, but not NULL + 0 */
    /* The bytes that n bits fill if they begin with a byte, and the byte that the range ends in:
     * either the last one of those, which adds nothing, or the one after it. */
    x = bmill_load_le(p + first / 8, bytes);
    last = p[(first + n - 1) / 8];
    x = x >> shift | (bytes < 8 ? last << (8 * bytes - shift) : last << 1 << (63 - shift));
    return x & bmill_low_mask_u64(n);
}

/**
 * Write the low `count` bits of `value` to a range of up to 64 bits.
 *
 * `count` is 0 to 64; more is taken as 64. The higher bits of `value` are ignored, and all bits
 * around the range stay. Not atomic. Cost: that of bmill_bits_read(), and the stores.
 * Example: bmill_bits_write(pixels, 16 * i, 16, rgb565);
 */
BMILL_BITS_INLINE_ void bmill_bits_write(void *const bits, size_t first, size_t count,
                                         uint64_t value)
{
    unsigned shift = first % 8, n = count < 64 ? (unsigned)count : 64, bytes = (shift + n + 7) / 8;
    uint64_t mask = bmill_low_mask_u64(n);
    unsigned char *p;
    BMILL_WRITES_BITS_(bits, first, n);
    if (n == 0)
        return;
    p = (unsigned char *)bits + first / 8;
    value &= mask;
    bmill_store_le(p, bytes, (bmill_load_le(p, bytes) & ~(mask << shift)) | value << shift);
    if (bytes > 8)
        p[8] = (unsigned char)((p[8] & ~(mask >> (64 - shift))) | value >> (64 - shift));
}

BMILL_END_INLINE_

#ifdef __cplusplus
extern "C" {
#endif

/** @name Find a run
 *
 * The first position from which `length` consecutive bits are all 0 (clear) or all 1 (set). It is a
 * multiple of `alignment` bits; 0 and 1 mean any position. The run may be part of a longer one.
 *
 * Result: the position; nbits if there is none. A run of length 0 is found at the first aligned
 * position up to nbits. Cost: one pass over the bitmap, for any bits in it (tens of GB/s with AVX2
 * and AVX-512); of runs of 128 bits and more, only about one word for each `length` - 63 bits is
 * read. With an alignment above 1, runs that are not there are ruled out from their ends, one after
 * the other.
 * Example: size_t block = bmill_bits_find_first_clear_run(used, nblocks, 16, 16);
 */
/** @{ */

/** Position of the first run of 0 bits. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_clear_run(const void *bits, size_t nbits,
                                                            size_t length, size_t alignment);
/** Position of the first run of 1 bits. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_set_run(const void *bits, size_t nbits,
                                                          size_t length, size_t alignment);
/** Position of the first run of 0 bits at or after `from`. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_clear_run(const void *bits, size_t nbits,
                                                           size_t from, size_t length,
                                                           size_t alignment);
/** Position of the first run of 1 bits at or after `from`. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_set_run(const void *bits, size_t nbits,
                                                         size_t from, size_t length,
                                                         size_t alignment);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_set_range);
BMILL_LIBRARY_(bmill_bits_clear_range);
BMILL_LIBRARY_(bmill_bits_flip_range);
BMILL_LIBRARY_(bmill_bits_modify_range);
BMILL_LIBRARY_PURE_(bmill_bits_count_range);
BMILL_LIBRARY_PURE_(bmill_bits_any_range);
BMILL_LIBRARY_PURE_(bmill_bits_all_range);
BMILL_LIBRARY_PURE_(bmill_bits_none_range);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_set_run);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_set_run);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_clear_run);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_clear_run);

/* A search for a run reads the bits from the first position where one may begin, if there is room
 * for it. */
BMILL_BEGIN_INLINE_
BMILL_FRONT_HELPER_ struct bmill_extent_ bmill_extent_of_runs_(size_t nbits, size_t from,
                                                               size_t length, size_t alignment)
{
    size_t over = alignment > 1 ? from % alignment : 0;
    from = over ? bmill_sum_(from, alignment - over) : from;
    if (length == 0 || from >= nbits || nbits - from < length)
        return bmill_extent_of_bits_(0, 0);
    return bmill_extent_of_bits_(from, nbits - from);
}
BMILL_END_INLINE_

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_set_range(void *BMILL_SIZED_ bits, size_t first, size_t count)
{
    BMILL_WRITES_BITS_(bits, first, count);
    bmill_bits_set_range_library_(bits, first, count);
}

BMILL_FRONT_ void bmill_bits_clear_range(void *BMILL_SIZED_ bits, size_t first, size_t count)
{
    BMILL_WRITES_BITS_(bits, first, count);
    bmill_bits_clear_range_library_(bits, first, count);
}

BMILL_FRONT_ void bmill_bits_flip_range(void *BMILL_SIZED_ bits, size_t first, size_t count)
{
    BMILL_WRITES_BITS_(bits, first, count);
    bmill_bits_flip_range_library_(bits, first, count);
}

BMILL_FRONT_ void bmill_bits_modify_range(void *BMILL_SIZED_ bits, size_t first, size_t count,
                                          bool state)
{
    BMILL_WRITES_BITS_(bits, first, count);
    bmill_bits_modify_range_library_(bits, first, count, state);
}

BMILL_FRONT_PURE_ size_t bmill_bits_count_range(const void *BMILL_SIZED_ bits, size_t first,
                                                size_t count)
{
    BMILL_READS_BITS_(bits, first, count);
    return bmill_bits_count_range_library_(bits, first, count);
}

BMILL_FRONT_PURE_ bool bmill_bits_any_range(const void *BMILL_SIZED_ bits, size_t first,
                                            size_t count)
{
    BMILL_READS_BITS_(bits, first, count);
    return bmill_bits_any_range_library_(bits, first, count);
}

BMILL_FRONT_PURE_ bool bmill_bits_all_range(const void *BMILL_SIZED_ bits, size_t first,
                                            size_t count)
{
    BMILL_READS_BITS_(bits, first, count);
    return bmill_bits_all_range_library_(bits, first, count);
}

BMILL_FRONT_PURE_ bool bmill_bits_none_range(const void *BMILL_SIZED_ bits, size_t first,
                                             size_t count)
{
    BMILL_READS_BITS_(bits, first, count);
    return bmill_bits_none_range_library_(bits, first, count);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_set_run(const void *BMILL_SIZED_ bits, size_t nbits,
                                                       size_t length, size_t alignment)
{
    BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, 0, length, alignment), false);
    return bmill_bits_find_first_set_run_library_(bits, nbits, length, alignment);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_set_run(const void *BMILL_SIZED_ bits, size_t nbits,
                                                      size_t from, size_t length, size_t alignment)
{
    BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, from, length, alignment), false);
    return bmill_bits_find_next_set_run_library_(bits, nbits, from, length, alignment);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_clear_run(const void *BMILL_SIZED_ bits,
                                                         size_t nbits, size_t length,
                                                         size_t alignment)
{
    BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, 0, length, alignment), false);
    return bmill_bits_find_first_clear_run_library_(bits, nbits, length, alignment);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_clear_run(const void *BMILL_SIZED_ bits, size_t nbits,
                                                        size_t from, size_t length,
                                                        size_t alignment)
{
    BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, from, length, alignment), false);
    return bmill_bits_find_next_clear_run_library_(bits, nbits, from, length, alignment);
}

BMILL_END_FRONTS_

#endif

#if BMILL_INLINE_FRONTS_

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ uint64_t bmill_bits_read(const void *BMILL_SIZED_ bits, size_t first,
                                           size_t count)
{
    BMILL_READS_BITS_(bits, first, bmill_least_(count, 64));
    return (&bmill_bits_read)(bits, first, count);
}

BMILL_FRONT_ void bmill_bits_write(void *BMILL_SIZED_ bits, size_t first, size_t count,
                                   uint64_t value)
{
    BMILL_WRITES_BITS_(bits, first, bmill_least_(count, 64));
    (&bmill_bits_write)(bits, first, count, value);
}

BMILL_END_FRONTS_

#endif

#endif
