/* bitmill/bits/iterate.h: a loop over the set bits, the clear bits, or the runs of a bitmap.
 *
 *     BMILL_FOR_EACH_SET (i, bits, nbits)
 *         use(i);
 *
 * 64 bits are in a register and looked at with a few instructions each. When none of them is left,
 * the next ones are looked at here, and what is empty for longer is skipped by the library's find.
 *
 * The bitmap may be changed on the way. What changes at or before the last position returned makes
 * no difference; of what changes after it, the next 63 positions may be seen as they were, and all
 * later ones are seen as they are.
 *
 * The rules of bitmill/bits.h hold. Since 0.1.0.
 */
#ifndef BITMILL_BITS_ITERATE_H
#define BITMILL_BITS_ITERATE_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>
#include <bitmill/word/count.h>
#include <bitmill/word/memory.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A run: `count` bits that are equal, from bit `first` on. */
typedef struct bmill_bits_run {
    size_t first, count;
} bmill_bits_run;

/* Private: the 64 bits from byte number `byte` on, a multiple of 8; those that are wanted and left
 * are 1. Bytes, as that is an addressing mode of processors for the position, and for the word. */
struct bmill_bits_word_ {
    size_t byte;
    uint64_t word;
};

/** Where an iteration is. What is in it is private. */
typedef struct bmill_bits_iterator {
    const unsigned char *bits;
    size_t nbits;
    uint64_t flip; /* ones where 0 bits are wanted */
    struct bmill_bits_word_ at;
} bmill_bits_iterator;

/* Private: the word that has the first 1, at or after `from`, of the bitmap XOR `flip`; only the
 * bits at or after `from` and below nbits. If there is none: 0, at the end of the bitmap. */
BMILL_API struct bmill_bits_word_ bmill_bits_find_word_(const void *bits, size_t nbits, size_t from,
                                                        uint64_t flip);

/* Private: where the run ends that has the last bit of the word at `byte`, in *end; and the word
 * where that is, with what is left behind it. */
BMILL_API struct bmill_bits_word_ bmill_bits_find_end_(const void *bits, size_t nbits, size_t byte,
                                                       uint64_t flip, size_t *end);

#ifdef __cplusplus
}
#endif

BMILL_BEGIN_INLINE_

/* Private: the next word that is not 0. A call of the library is as long as looking at 20 words. */
BMILL_INLINE bool bmill_bits_refill_(bmill_bits_iterator *it)
{
    size_t end = it->nbits < 128 ? 0 : it->nbits / 8 - 15; /* below it, the next word is whole */
    int k;
    for (k = 0; k < 20 && it->at.byte < end; k++) {
        it->at.byte += 8;
        it->at.word = bmill_load_le_u64(it->bits + it->at.byte) ^ it->flip;
        if (BMILL_LIKELY_(it->at.word != 0))
            return true;
    }
    if (it->nbits - 8 * it->at.byte <= 64)
        return false;
    BMILL_READS_REST_("bmill_bits_next", it, 8 * it->at.byte + 64);
    it->at = bmill_bits_find_word_(it->bits, it->nbits, 8 * it->at.byte + 64, it->flip);
    return it->at.word != 0;
}

BMILL_INLINE bmill_bits_iterator bmill_bits_iterate_(const void *bits, size_t nbits, size_t from,
                                                     uint64_t flip)
{
    bmill_bits_iterator it = {(const unsigned char *)bits, nbits, flip, {from / 64 * 8, 0}};
    if (nbits >= 64 && it.at.byte <= nbits / 8 - 8)
        it.at.word = (bmill_load_le_u64(it.bits + it.at.byte) ^ flip) & ~UINT64_C(0) << from % 64;
    else
        it.at = bmill_bits_find_word_(bits, nbits, from, flip);
    return it;
}

/**
 * An iterator over the 1 bits at or after `from`, for bmill_bits_next() and bmill_bits_next_run().
 *
 * `from` may be nbits or more: nothing is found then. A copy of an iterator goes on by itself.
 * Example: bmill_bits_iterator it = bmill_bits_iterate_set(free_blocks, nblocks, hint);
 */
BMILL_BITS_INLINE_ bmill_bits_iterator bmill_bits_iterate_set(const void *const bits, size_t nbits,
                                                              size_t from)
{
    BMILL_READS_BITS_(bits, from, from < nbits ? nbits - from : 0);
    return bmill_bits_iterate_(bits, nbits, from, 0);
}

/**
 * An iterator over the 0 bits at or after `from`: the same for what is not set.
 *
 * Example: bmill_bits_iterator it = bmill_bits_iterate_clear(used_blocks, nblocks, hint);
 */
BMILL_BITS_INLINE_ bmill_bits_iterator bmill_bits_iterate_clear(const void *const bits,
                                                                size_t nbits, size_t from)
{
    BMILL_READS_BITS_(bits, from, from < nbits ? nbits - from : 0);
    return bmill_bits_iterate_(bits, nbits, from, ~UINT64_C(0));
}

/**
 * The next position, in `*i`.
 *
 * Result: false if there is none left; `*i` stays as it is then. Cost: 3 to 4 instructions where
 * the bits are dense; empty stretches at the speed of memory.
 * Example: for (size_t i; bmill_bits_next(&it, &i) && i < limit;) use(i);
 */
BMILL_BITS_INLINE_ bool bmill_bits_next(bmill_bits_iterator *const it, size_t *const i)
{
    BMILL_WRITES_ELEMENTS_(it, 1);
    if (it->at.word == 0 && !bmill_bits_refill_(it))
        return false;
    BMILL_WRITES_ELEMENTS_(i, 1);
    *i = 8 * it->at.byte + bmill_ctz_u64(it->at.word);
    it->at.word &= it->at.word - 1;
    return true;
}

/**
 * The next run, in `*run`: the next position, and how many follow it without a gap.
 *
 * Result: false if there is none left; `*run` stays as it is then. After bmill_bits_next() it is
 * what is left of that bit's run, if something is. Cost: about 10 instructions for a short run;
 * long runs and what lies between them at the speed of memory. Example: while
 * (bmill_bits_next_run(&it, &run)) lseek_and_read(run.first, run.count);
 */
BMILL_BITS_INLINE_ bool bmill_bits_next_run(bmill_bits_iterator *const it,
                                            bmill_bits_run *const run)
{
    uint64_t carried; /* the word, with a 1 added that is carried to behind the run */
    size_t end;
    BMILL_WRITES_ELEMENTS_(it, 1);
    if (it->at.word == 0 && !bmill_bits_refill_(it))
        return false;
    BMILL_WRITES_ELEMENTS_(run, 1);
    carried = it->at.word + (it->at.word & (~it->at.word + 1));
    run->first = 8 * it->at.byte + bmill_ctz_u64(it->at.word);
    end = 8 * it->at.byte + bmill_ctz_u64(carried);
    it->at.word &= carried;
    if (carried == 0 && it->nbits - 8 * it->at.byte > 64) { /* it may reach further */
        size_t found;
        BMILL_READS_REST_("bmill_bits_next_run", it, 8 * it->at.byte + 64);
        it->at = bmill_bits_find_end_(it->bits, it->nbits, it->at.byte, it->flip, &found);
        end = found;
    }
    run->count = end - run->first;
    return true;
}

BMILL_END_INLINE_

#include <bitmill/bits/checked/iterate.h>

/* Private: a loop over the words that are not 0, and one over the bits of a word, which compilers
 * make as short as the one that is written by hand. A bit is taken away after the statement: if one
 * is still there after the inner loop, the statement said `break`, and there shall be no others. */
#define BMILL_FOR_EACH_BIT_(i, iterator)                                                          \
    for (bmill_bits_iterator bmill_it_##i##_ = (iterator);                                        \
         bmill_it_##i##_.at.word != 0 || bmill_bits_refill_(&bmill_it_##i##_);                    \
         bmill_it_##i##_.at.byte = bmill_it_##i##_.at.word ? bmill_it_##i##_.nbits / 8            \
                                                           : bmill_it_##i##_.at.byte,             \
                             bmill_it_##i##_.at.word = 0)                                         \
        for (size_t i; bmill_it_##i##_.at.word != 0 &&                                            \
                       (i = 8 * bmill_it_##i##_.at.byte + bmill_ctz_u64(bmill_it_##i##_.at.word), \
                       (void)i, true);                                                            \
             bmill_it_##i##_.at.word &= bmill_it_##i##_.at.word - 1)

/* Private: two loops, as a `for` declares variables of one type. The outer one goes round once,
 * and a `break` of the inner one ends both. */
#define BMILL_FOR_EACH_RUN_(run, iterator)                              \
    for (bmill_bits_iterator bmill_it_##run##_ = (iterator),            \
                             *bmill_once_##run##_ = &bmill_it_##run##_; \
         bmill_once_##run##_; bmill_once_##run##_ = NULL)               \
        for (bmill_bits_run run; bmill_bits_next_run(&bmill_it_##run##_, &run);)

/**
 * BMILL_FOR_EACH_SET (i, bits, nbits) statement
 *
 * The statement for each 1 bit, in order. `i` is a name: a size_t of that name is declared for the
 * statement, and may be changed there without any effect. `break` and `continue` do as in any
 * loop, such loops can be nested (with other names), and `bits` and `nbits` are evaluated once.
 *
 * Example: BMILL_FOR_EACH_SET (i, is_online, nusers) greet(i);
 */
#define BMILL_FOR_EACH_SET(i, bits, nbits) \
    BMILL_FOR_EACH_BIT_(i, bmill_bits_iterate_set((bits), (nbits), 0))

/**
 * BMILL_FOR_EACH_CLEAR (i, bits, nbits) statement
 *
 * The same for each 0 bit. Example: BMILL_FOR_EACH_CLEAR (i, received, nchunks) request(i);
 */
#define BMILL_FOR_EACH_CLEAR(i, bits, nbits) \
    BMILL_FOR_EACH_BIT_(i, bmill_bits_iterate_clear((bits), (nbits), 0))

/**
 * BMILL_FOR_EACH_SET_RUN (run, bits, nbits) statement
 *
 * The statement for each run of 1 bits, in order; `run` is declared as a bmill_bits_run.
 *
 * Example: BMILL_FOR_EACH_SET_RUN (dirty, is_dirty, npages) flush(dirty.first, dirty.count);
 */
#define BMILL_FOR_EACH_SET_RUN(run, bits, nbits) \
    BMILL_FOR_EACH_RUN_(run, bmill_bits_iterate_set((bits), (nbits), 0))

/**
 * BMILL_FOR_EACH_CLEAR_RUN (run, bits, nbits) statement
 *
 * The same for each run of 0 bits. Example: BMILL_FOR_EACH_CLEAR_RUN (gap, used, n) list(gap);
 */
#define BMILL_FOR_EACH_CLEAR_RUN(run, bits, nbits) \
    BMILL_FOR_EACH_RUN_(run, bmill_bits_iterate_clear((bits), (nbits), 0))

#endif
