/** @file
 * bitmill/bits/iterate.h: a loop over the 1 bits, the 0 bits, or the runs of a bitmap.
 *
 *     BMILL_FOR_EACH_SET (i, bits, nbits)
 *         use(i);
 *
 * A word of 64 bits is held in a register, and each of its bits takes a few instructions. When no
 * bit of it is left, the next words are tried inline, and longer empty stretches are skipped by the
 * library's find.
 *
 * The bitmap may be changed during the iteration. A change at or before the last position returned
 * has no effect on it. Of the changes after that position, those to the next 63 positions may be
 * missed, and all later ones are seen.
 *
 * The rules of bitmill/bits.h hold.
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

/** A run: `count` consecutive bits that are equal, from bit `first` on. */
typedef struct bmill_bits_run {
    /** The position of the first bit of the run. */
    size_t first;
    /** The number of its bits. */
    size_t count;
} bmill_bits_run;

/* Private: a word of the bitmap, the 64 bits from byte `byte` on, a multiple of 8. The bits of
 * `word` that are 1 are those that the iteration has still to return. The position is kept in
 * bytes, because processors have addressing modes to compute from it both the address of the word
 * and the positions of its bits. */
struct bmill_bits_word_ {
    size_t byte;
    uint64_t word;
};

/** The state of an iteration. The fields are private. */
typedef struct bmill_bits_iterator {
    const unsigned char *bits;  /**< Private: the bitmap. */
    size_t nbits;               /**< Private: its size. */
    uint64_t flip;              /**< Private: all 1 if the iteration is over 0 bits, else 0. */
    struct bmill_bits_word_ at; /**< Private: the word that the iteration is at. */
} bmill_bits_iterator;

/* Private: the word with the first 1 bit at or after `from` of the bitmap XOR `flip`, without its
 * bits before `from` and past nbits. If there is no such bit: 0, at the end of the bitmap. */
BMILL_API struct bmill_bits_word_ bmill_bits_find_word_(const void *bits, size_t nbits, size_t from,
                                                        uint64_t flip);

/* Private: *end becomes the end of the run that contains the last bit of the word at `byte`. The
 * result is the word that holds this end, without the bits before it. */
BMILL_API struct bmill_bits_word_ bmill_bits_find_end_(const void *bits, size_t nbits, size_t byte,
                                                       uint64_t flip, size_t *end);

#ifdef __cplusplus
}
#endif

BMILL_BEGIN_INLINE_

/* Private: goes on to the next word that is not 0; false if there is none. Up to 40 words are tried
 * here, because a call of the library takes as long: one, and if that is 0 the next four together.
 * Which of these is not 0 takes no branch, because that is hard to predict where bits are sparse.
 */
BMILL_INLINE bool bmill_bits_refill_(bmill_bits_iterator *it)
{
    /* While `byte` is below these, the next word is a whole one, and so are the next four. */
    const size_t end = it->nbits < 128 ? 0 : it->nbits / 8 - 15;
    const size_t end_of_four = end < 24 ? 0 : end - 24;
    int k;
    for (k = 0; k < 8 && it->at.byte < end; k++) {
        const unsigned char *next = it->bits + it->at.byte + 8;
        it->at.byte += 8;
        it->at.word = bmill_load_le_u64(next) ^ it->flip;
        if (BMILL_LIKELY_(it->at.word != 0))
            return true;
        if (it->at.byte < end_of_four) {
            uint64_t a = bmill_load_le_u64(next + 8) ^ it->flip;
            uint64_t b = bmill_load_le_u64(next + 16) ^ it->flip;
            uint64_t c = bmill_load_le_u64(next + 24) ^ it->flip;
            uint64_t d = bmill_load_le_u64(next + 32) ^ it->flip;
            if (a | b | c | d) {
                unsigned some = (a != 0) | (unsigned)(b != 0) << 1 | (unsigned)(c != 0) << 2 | 8;
                it->at.byte += 8 + 8 * (size_t)bmill_ctz_u64(some);
                it->at.word = bmill_load_le_u64(it->bits + it->at.byte) ^ it->flip;
                return true;
            }
            it->at.byte += 32;
        }
    }
    if (it->nbits - 8 * it->at.byte <= 64)
        return false;
    BMILL_READS_REST_("bmill_bits_next", it, 8 * it->at.byte + 64);
    it->at = bmill_bits_find_word_(it->bits, it->nbits, 8 * it->at.byte + 64, it->flip);
    return it->at.word != 0;
}

/* Private: the end of the run that contains the last bit of the word, which is not the last one.
 * The iterator goes on to the word that holds this end. The next word is tried here: 4 KiB with
 * runs of 64 bits in the mean took 1.34 times as long when each end was a call of the library (Zen
 * 5). */
BMILL_INLINE size_t bmill_bits_end_of_run_(bmill_bits_iterator *it)
{
    size_t end;
    if (it->nbits / 8 - it->at.byte >= 16) {
        const uint64_t next = bmill_load_le_u64(it->bits + it->at.byte + 8) ^ it->flip;
        it->at.byte += 8;
        it->at.word = next & (next + 1);
        end = 8 * it->at.byte + bmill_ctz_u64(~next);
        if (BMILL_LIKELY_(~next != 0) || it->nbits - 8 * it->at.byte <= 64)
            return end;
    }
    BMILL_READS_REST_("bmill_bits_next_run", it, 8 * it->at.byte + 64);
    it->at = bmill_bits_find_end_(it->bits, it->nbits, it->at.byte, it->flip, &end);
    return end;
}

/* Private: an iterator over the 1 bits of the bitmap XOR `flip`. */
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
 * `from` may be nbits or more; then nothing is found. A copy of an iterator is an iterator of its
 * own.
 * Example: bmill_bits_iterator it = bmill_bits_iterate_set(free_blocks, nblocks, hint);
 */
BMILL_BITS_INLINE_ BMILL_NODISCARD_ bmill_bits_iterator
bmill_bits_iterate_set(const void *const bits, size_t nbits, size_t from)
{
    BMILL_READS_BITS_(bits, from, from < nbits ? nbits - from : 0);
    return bmill_bits_iterate_(bits, nbits, from, 0);
}

/**
 * An iterator over the 0 bits at or after `from`, for bmill_bits_next() and bmill_bits_next_run().
 *
 * Example: bmill_bits_iterator it = bmill_bits_iterate_clear(used_blocks, nblocks, hint);
 */
BMILL_BITS_INLINE_ BMILL_NODISCARD_ bmill_bits_iterator
bmill_bits_iterate_clear(const void *const bits, size_t nbits, size_t from)
{
    BMILL_READS_BITS_(bits, from, from < nbits ? nbits - from : 0);
    return bmill_bits_iterate_(bits, nbits, from, ~UINT64_C(0));
}

/**
 * Store the next position in `*i`.
 *
 * Result: false if there is none left; `*i` stays then. Cost: 3 to 4 instructions where the bits
 * are dense; empty stretches at the speed of memory.
 *
 * Example:
 *
 *     for (size_t i; bmill_bits_next(&it, &i) && i < limit;)
 *         use(i);
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
 * Store the next run in `*run`: the next position, and the number of positions that follow it
 * without a gap, itself included.
 *
 * Result: false if there is none left; `*run` stays then. After bmill_bits_next() the run begins
 * with the rest of the run of that bit, if there is one. Cost: about 10 instructions for a short
 * run; long runs, and the gaps between runs, at the speed of memory.
 *
 * Example:
 *
 *     while (bmill_bits_next_run(&it, &run))
 *         read_pages(run.first, run.count);
 */
BMILL_BITS_INLINE_ bool bmill_bits_next_run(bmill_bits_iterator *const it,
                                            bmill_bits_run *const run)
{
    uint64_t carried; /* the word plus its lowest 1: the carry goes to the end of the run */
    size_t end;
    BMILL_WRITES_ELEMENTS_(it, 1);
    if (it->at.word == 0 && !bmill_bits_refill_(it))
        return false;
    BMILL_WRITES_ELEMENTS_(run, 1);
    carried = it->at.word + (it->at.word & (~it->at.word + 1));
    run->first = 8 * it->at.byte + bmill_ctz_u64(it->at.word);
    end = 8 * it->at.byte + bmill_ctz_u64(carried);
    it->at.word &= carried;
    if (carried == 0 && it->nbits - 8 * it->at.byte > 64) /* the run may go on */
        end = bmill_bits_end_of_run_(it);
    run->count = end - run->first;
    return true;
}

BMILL_END_INLINE_

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_INLINE_FRONTS_

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ bmill_bits_iterator bmill_bits_iterate_set(const void *BMILL_SIZED_ bits,
                                                             size_t nbits, size_t from)
{
    BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits));
    return (&bmill_bits_iterate_set)(bits, nbits, from);
}

BMILL_FRONT_PURE_ bmill_bits_iterator bmill_bits_iterate_clear(const void *BMILL_SIZED_ bits,
                                                               size_t nbits, size_t from)
{
    BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits));
    return (&bmill_bits_iterate_clear)(bits, nbits, from);
}

/* *i and *run are written only if something is left. */
BMILL_FRONT_ bool bmill_bits_next(bmill_bits_iterator *BMILL_SIZED_ it, size_t *BMILL_SIZED_ i)
{
    BMILL_WRITES_ELEMENTS_(it, 1);
    if (it->at.word == 0 && !bmill_bits_refill_(it))
        return false;
    BMILL_WRITES_ELEMENTS_(i, 1);
    return (&bmill_bits_next)(it, i);
}

BMILL_FRONT_ bool bmill_bits_next_run(bmill_bits_iterator *BMILL_SIZED_ it,
                                      bmill_bits_run *BMILL_SIZED_ run)
{
    BMILL_WRITES_ELEMENTS_(it, 1);
    if (it->at.word == 0 && !bmill_bits_refill_(it))
        return false;
    BMILL_WRITES_ELEMENTS_(run, 1);
    return (&bmill_bits_next_run)(it, run);
}

BMILL_END_FRONTS_

#endif

/* Private: a loop over the words that are not 0, and one over the bits of a word, which compilers
 * make as short as one that is written by hand. A bit is cleared after the statement: if one is
 * still left after the inner loop, the statement was left by `break`, and the outer loop ends. */
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

/* Private: two loops, because a `for` declares variables of one type. The body of the outer one
 * runs once, so that `break` in the inner one ends both. */
#define BMILL_FOR_EACH_RUN_(run, iterator)                              \
    for (bmill_bits_iterator bmill_it_##run##_ = (iterator),            \
                             *bmill_once_##run##_ = &bmill_it_##run##_; \
         bmill_once_##run##_; bmill_once_##run##_ = NULL)               \
        for (bmill_bits_run run; bmill_bits_next_run(&bmill_it_##run##_, &run);)

/** @name Loops
 *
 * A statement for each 1 bit, each 0 bit, or each run of them, in ascending order. The first
 * argument is a name: a variable of that name is declared for the statement, which may change it
 * without any effect on the loop. `break` and `continue` work as in any loop; such loops can be
 * nested, with different names. `bits` and `nbits` are evaluated once. Cost: that of
 * bmill_bits_next() and bmill_bits_next_run().
 *
 * Example:
 *
 *     BMILL_FOR_EACH_SET (i, is_online, nusers)
 *         greet(i);
 *     BMILL_FOR_EACH_SET_RUN (dirty, is_dirty, npages)
 *         flush(dirty.first, dirty.count);
 */
/** @{ */

/** BMILL_FOR_EACH_SET (i, bits, nbits) statement: for each 1 bit; `i` is a size_t. */
#define BMILL_FOR_EACH_SET(i, bits, nbits) \
    BMILL_FOR_EACH_BIT_(i, bmill_bits_iterate_set((bits), (nbits), 0))

/** BMILL_FOR_EACH_CLEAR (i, bits, nbits) statement: for each 0 bit; `i` is a size_t. */
#define BMILL_FOR_EACH_CLEAR(i, bits, nbits) \
    BMILL_FOR_EACH_BIT_(i, bmill_bits_iterate_clear((bits), (nbits), 0))

/** BMILL_FOR_EACH_SET_RUN (run, bits, nbits) statement: for each run of 1 bits; `run` is a
 * bmill_bits_run. */
#define BMILL_FOR_EACH_SET_RUN(run, bits, nbits) \
    BMILL_FOR_EACH_RUN_(run, bmill_bits_iterate_set((bits), (nbits), 0))

/** BMILL_FOR_EACH_CLEAR_RUN (run, bits, nbits) statement: for each run of 0 bits; `run` is a
 * bmill_bits_run. */
#define BMILL_FOR_EACH_CLEAR_RUN(run, bits, nbits) \
    BMILL_FOR_EACH_RUN_(run, bmill_bits_iterate_clear((bits), (nbits), 0))

/** @} */

#endif
