/* bitmill/bits_inline.h: the bits layer where nbits is a constant and small.
 *
 * Included by bitmill/bits.h; nothing here is called by name. bmill_bits_and(d, a, b, 100) becomes
 * a handful of instructions in the caller; with a variable nbits it stays a call of the library,
 * which is then faster than any test on the size in the caller would be. The address of a
 * function, &bmill_bits_and, is always that of the library's. Define BMILL_NO_INLINE_BITS to have
 * calls only. Where calls are checked (bitmill/bits/check.h) there are calls only, too.
 */
#ifndef BITMILL_BITS_INLINE_H
#define BITMILL_BITS_INLINE_H

#include <bitmill/bits/count.h>
#include <bitmill/bits/find.h>
#include <bitmill/bits/logic.h>
#include <bitmill/bits/test.h>
#include <bitmill/word/count.h>
#include <bitmill/word/memory.h>

#if defined(__GNUC__) && defined(__OPTIMIZE__) && !defined(BMILL_NO_INLINE_BITS) && !BMILL_CHECKS_

#if defined(__clang__)
#define BMILL_UNROLL_ /* clang unrolls loops of a constant length by itself */
#else
#define BMILL_UNROLL_ _Pragma("GCC unroll 8")
#endif

BMILL_BEGIN_INLINE_

/* The bytes of word k of a bitmap, which holds its bits 64 k to 64 k + 63, or to nbits - 1. */
BMILL_ALWAYS_INLINE_ size_t bmill_word_bytes_(size_t nbits, size_t k)
{
    return nbits - 64 * k < 64 ? (nbits - 64 * k + 7) / 8 : 8;
}

/* Word k; what it holds above the bits of the bitmap is noise. */
BMILL_ALWAYS_INLINE_ uint64_t bmill_load_word_(const void *bits, size_t nbits, size_t k)
{
    return bmill_load_le((const unsigned char *)bits + 8 * k, bmill_word_bytes_(nbits, k));
}

/* The bits of word k that belong to the bitmap. */
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_mask_(size_t nbits, size_t k)
{
    size_t rest = nbits - 64 * k;
    return rest < 64 ? (UINT64_C(1) << (rest & 63)) - 1 : ~UINT64_C(0);
}

/* Stores the bits of x that belong to the bitmap and leaves the others as they are. The empty asm:
 * of (x & mask) | (old & ~mask) gcc makes old ^ ((old ^ x) & mask), and valgrind takes all of that
 * for undefined where a bit of `old` past nbits was never written. */
BMILL_ALWAYS_INLINE_ void bmill_store_word_(void *bits, size_t nbits, size_t k, uint64_t x)
{
    unsigned char *p = (unsigned char *)bits + 8 * k;
    size_t n = bmill_word_bytes_(nbits, k);
    unsigned kept = 0;
    if (nbits - 64 * k < 64 && nbits % 8 != 0) {
        kept = p[n - 1] & 0xffu << nbits % 8;
#if !defined(__clang__)
        __asm__("" : "+r"(kept));
#endif
    }
    bmill_store_le(p, n, (x & bmill_word_mask_(nbits, k)) | (uint64_t)kept << 8 * (n - 1));
}

/* The operations on words. */
typedef uint64_t bmill_word_op_(uint64_t a, uint64_t b);
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_id_(uint64_t a, uint64_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_not_(uint64_t a, uint64_t b) { return (void)b, ~a; }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_and_(uint64_t a, uint64_t b) { return a & b; }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_or_(uint64_t a, uint64_t b) { return a | b; }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_xor_(uint64_t a, uint64_t b) { return a ^ b; }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_andnot_(uint64_t a, uint64_t b) { return a & ~b; }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_nand_(uint64_t a, uint64_t b) { return ~(a & b); }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_nor_(uint64_t a, uint64_t b) { return ~(a | b); }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_xnor_(uint64_t a, uint64_t b) { return ~(a ^ b); }
BMILL_ALWAYS_INLINE_ uint64_t bmill_word_ornot_(uint64_t a, uint64_t b) { return a | ~b; }

/* Word k of op(a, b), without the bits that are past nbits. */
BMILL_ALWAYS_INLINE_ uint64_t bmill_small_word_(const void *a, const void *b, size_t nbits,
                                                size_t k, bmill_word_op_ *op)
{
    return op(bmill_load_word_(a, nbits, k), bmill_load_word_(b, nbits, k)) &
           bmill_word_mask_(nbits, k);
}

/* One function for each shape: word by word if nbits is a constant up to the limit, else the call.
 * Limits, measured against the call on Zen 5: 512 bits for logic and predicates (0.3 to 2.3 ns
 * against 3 to 4.7), 128 for counts and find. */
#define BMILL_SMALL_(nbits, limit) (__builtin_constant_p(nbits) && (nbits) <= (limit))

BMILL_ALWAYS_INLINE_ void bmill_small_map2_(void *dst, const void *a, const void *b, size_t nbits,
                                            bmill_word_op_ *op,
                                            void (*call)(void *, const void *, const void *,
                                                         size_t))
{
    size_t k;
    if (!BMILL_SMALL_(nbits, 512)) {
        call(dst, a, b, nbits);
        return;
    }
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        bmill_store_word_(dst, nbits, k, bmill_small_word_(a, b, nbits, k, op));
}

BMILL_ALWAYS_INLINE_ void bmill_small_map1_(void *dst, const void *a, size_t nbits,
                                            bmill_word_op_ *op,
                                            void (*call)(void *, const void *, size_t))
{
    size_t k;
    if (!BMILL_SMALL_(nbits, 512)) {
        call(dst, a, nbits);
        return;
    }
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        bmill_store_word_(dst, nbits, k, bmill_small_word_(a, a, nbits, k, op));
}

BMILL_ALWAYS_INLINE_ size_t bmill_small_count2_(const void *a, const void *b, size_t nbits,
                                                bmill_word_op_ *op,
                                                size_t (*call)(const void *, const void *, size_t))
{
    size_t k, count = 0;
    if (!BMILL_SMALL_(nbits, 128))
        return call(a, b, nbits);
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        count += bmill_popcount_u64(bmill_small_word_(a, b, nbits, k, op));
    return count;
}

BMILL_ALWAYS_INLINE_ size_t bmill_small_count1_(const void *a, size_t nbits, bmill_word_op_ *op,
                                                size_t (*call)(const void *, size_t))
{
    size_t k, count = 0;
    if (!BMILL_SMALL_(nbits, 128))
        return call(a, nbits);
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        count += bmill_popcount_u64(bmill_small_word_(a, a, nbits, k, op));
    return count;
}

/* The result is `found` if a bit of op(a, b) is 1, else !found. */
BMILL_ALWAYS_INLINE_ bool bmill_small_test2_(const void *a, const void *b, size_t nbits,
                                             bmill_word_op_ *op, bool found,
                                             bool (*call)(const void *, const void *, size_t))
{
    uint64_t any = 0;
    size_t k;
    if (!BMILL_SMALL_(nbits, 512))
        return call(a, b, nbits);
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        any |= bmill_small_word_(a, b, nbits, k, op);
    return (any != 0) == found;
}

BMILL_ALWAYS_INLINE_ bool bmill_small_test1_(const void *a, size_t nbits, bmill_word_op_ *op,
                                             bool found, bool (*call)(const void *, size_t))
{
    uint64_t any = 0;
    size_t k;
    if (!BMILL_SMALL_(nbits, 512))
        return call(a, nbits);
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        any |= bmill_small_word_(a, a, nbits, k, op);
    return (any != 0) == found;
}

BMILL_ALWAYS_INLINE_ size_t bmill_small_find1_(const void *a, size_t nbits, bmill_word_op_ *op,
                                               size_t (*call)(const void *, size_t))
{
    size_t k;
    if (!BMILL_SMALL_(nbits, 128))
        return call(a, nbits);
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++) {
        uint64_t x = bmill_small_word_(a, a, nbits, k, op);
        if (x)
            return 64 * k + bmill_ctz_u64(x);
    }
    return nbits;
}

BMILL_END_INLINE_

/* Variadic, so that an argument may contain commas; the last argument is the library's function.
 * What is not here (find_last_..., ..._with_count, find of two bitmaps) is always a call. */
#define bmill_bits_and(...)    bmill_small_map2_(__VA_ARGS__, bmill_word_and_, bmill_bits_and)
#define bmill_bits_or(...)     bmill_small_map2_(__VA_ARGS__, bmill_word_or_, bmill_bits_or)
#define bmill_bits_xor(...)    bmill_small_map2_(__VA_ARGS__, bmill_word_xor_, bmill_bits_xor)
#define bmill_bits_andnot(...) bmill_small_map2_(__VA_ARGS__, bmill_word_andnot_, bmill_bits_andnot)
#define bmill_bits_nand(...)   bmill_small_map2_(__VA_ARGS__, bmill_word_nand_, bmill_bits_nand)
#define bmill_bits_nor(...)    bmill_small_map2_(__VA_ARGS__, bmill_word_nor_, bmill_bits_nor)
#define bmill_bits_xnor(...)   bmill_small_map2_(__VA_ARGS__, bmill_word_xnor_, bmill_bits_xnor)
#define bmill_bits_ornot(...)  bmill_small_map2_(__VA_ARGS__, bmill_word_ornot_, bmill_bits_ornot)
#define bmill_bits_not(...)    bmill_small_map1_(__VA_ARGS__, bmill_word_not_, bmill_bits_not)
#define bmill_bits_count(...)  bmill_small_count1_(__VA_ARGS__, bmill_word_id_, bmill_bits_count)
#define bmill_bits_and_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_and_, bmill_bits_and_count)
#define bmill_bits_or_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_or_, bmill_bits_or_count)
#define bmill_bits_xor_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_xor_, bmill_bits_xor_count)
#define bmill_bits_andnot_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_andnot_, bmill_bits_andnot_count)
#define bmill_bits_nand_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_nand_, bmill_bits_nand_count)
#define bmill_bits_nor_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_nor_, bmill_bits_nor_count)
#define bmill_bits_xnor_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_xnor_, bmill_bits_xnor_count)
#define bmill_bits_ornot_count(...) \
    bmill_small_count2_(__VA_ARGS__, bmill_word_ornot_, bmill_bits_ornot_count)
#define bmill_bits_any(...)  bmill_small_test1_(__VA_ARGS__, bmill_word_id_, true, bmill_bits_any)
#define bmill_bits_all(...)  bmill_small_test1_(__VA_ARGS__, bmill_word_not_, false, bmill_bits_all)
#define bmill_bits_none(...) bmill_small_test1_(__VA_ARGS__, bmill_word_id_, false, bmill_bits_none)
#define bmill_bits_equal(...) \
    bmill_small_test2_(__VA_ARGS__, bmill_word_xor_, false, bmill_bits_equal)
#define bmill_bits_intersects(...) \
    bmill_small_test2_(__VA_ARGS__, bmill_word_and_, true, bmill_bits_intersects)
#define bmill_bits_subset(...) \
    bmill_small_test2_(__VA_ARGS__, bmill_word_andnot_, false, bmill_bits_subset)
#define bmill_bits_find_first_set(...) \
    bmill_small_find1_(__VA_ARGS__, bmill_word_id_, bmill_bits_find_first_set)
#define bmill_bits_find_first_clear(...) \
    bmill_small_find1_(__VA_ARGS__, bmill_word_not_, bmill_bits_find_first_clear)

#endif

#endif
