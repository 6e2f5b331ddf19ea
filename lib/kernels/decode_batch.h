/* decode_batch.h: the positions of the 1 bits of up to 256 lines of 64 bytes at a time: the middle
 * layer of decode.h, for long bitmaps.
 *
 * Three steps. First the places of the nonzero words are listed. Then a sample of these words says
 * how many 1 bits a word has: the level. Then each word is decoded by code for that level, which
 * stores a fixed number of elements without a branch; the surplus is overwritten by the next word's
 * elements. So that nothing is stored after the last element, the last words of a batch, which have
 * as many 1 bits as the surplus can be, are decoded exactly.
 *
 * An ISA that defines BMILL_HAVE_DECODE_BATCH has, in simd/<isa>/index.h:
 *
 *   list_nonzero(places, p, lines)      the places, from 0 up, of the words of these lines that
 *                                       are not 0; may store 64 places too many
 *   FEWEST_LINES                        below it, line by line is faster
 *   DECODE_LEVELS                       up to 4; 0 is for the fewest 1 bits
 *   decode_level(ones, words, width)    the level for `words` words with `ones` 1 bits in all
 *   decode_slots(level, width)          how many elements decode_all may store too many
 *   decode_all(dst, n, p, x, level, width)
 *                                       stores x + i for all 1 bits i of the word at p, from
 *                                       element n on; may store up to element n + 63
 *
 * and with BMILL_HAVE_DECODE_ONES:
 *
 *   decode_ones(word, level)            the number of 1 bits, by what decode_all computes anyway
 *
 * and with BMILL_HAVE_DECODE_EIGHT, and DECODE_BY_EIGHT not 0, for level 0 instead:
 *
 *   decode_eight(dst, &n, p, places, x, width)
 *                                       the same for eight words of p; false, and nothing is
 *                                       stored, if they have too many 1 bits. It may store up to 64
 *                                       elements
 */
#ifndef BMILL_KERNELS_DECODE_BATCH_H
#define BMILL_KERNELS_DECODE_BATCH_H

#include "kernels/decode_line.h"
#include "kernels/lists.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

#ifdef BMILL_HAVE_DECODE_BATCH

/* The words of a batch to decode: number k is at place places[k], or at k if there is no list. */
struct batch {
    const unsigned char *p;
    size_t first; /* the position of its bit 0 */
    const uint16_t *places;
    size_t count;
};

BMILL_ALWAYS_INLINE size_t place_of(const struct batch *b, size_t k)
{
    return b->places ? b->places[k] : k;
}
BMILL_ALWAYS_INLINE const unsigned char *address_of(const struct batch *b, size_t k)
{
    return b->p + W_BYTES * place_of(b, k);
}
BMILL_ALWAYS_INLINE w_t word_of(const struct batch *b, size_t k)
{
    return w_load(address_of(b, k));
}

/* Decodes words k to end - 1 without a surplus. `few` is a constant: whether most have few 1 bits.
 * False: dst is full now. */
BMILL_ALWAYS_INLINE bool decode_exactly(struct decoding *d, const struct batch *b, size_t k,
                                        size_t end, bool few, size_t width)
{
    for (; k < end; k++) {
        size_t first = b->first + 64 * place_of(b, k);
        if (few && d->capacity - d->n > WORD_ROOM)
            d->n = put_ones(d->dst, d->n, word_of(b, k), d->base + first, width);
        else if (!decode_word(d, word_of(b, k), first, width))
            return false;
    }
    return true;
}

/* Decodes words *k to end - 1, eight at a time, while there is room for 64 elements. False: dst is
 * full now. */
BMILL_ALWAYS_INLINE bool decode_eights(struct decoding *d, const struct batch *b, size_t *k,
                                       size_t end, size_t width)
{
#ifdef BMILL_HAVE_DECODE_EIGHT
    bool room = true;
    for (; room && *k + 8 <= end && d->capacity - d->n >= WORD_ROOM; *k += 8)
        if (!decode_eight(d->dst, &d->n, b->p, b->places + *k, d->base + b->first, width))
            room = decode_exactly(d, b, *k, *k + 8, false, width);
    return room;
#else
    return (void)d, (void)b, (void)k, (void)end, (void)width, true;
#endif
}

/* Decodes words *k to end - 1 one by one, while there is room for more than 64 elements: a word may
 * have 64, and then the next one still finds room. */
BMILL_ALWAYS_INLINE void decode_freely(struct decoding *d, const struct batch *b, size_t *k,
                                       size_t end, int level, size_t width)
{
    size_t n = d->n;
    for (; *k < end && d->capacity - n > WORD_ROOM; ++*k) {
        uint64_t x = d->base + b->first + 64 * place_of(b, *k);
#ifdef BMILL_HAVE_DECODE_ONES
        size_t ones = decode_ones(word_of(b, *k), level);
        decode_all(d->dst, n, address_of(b, *k), x, level, width);
        n += ones;
#else
        decode_all(d->dst, n, address_of(b, *k), x, level, width);
        n += w_popcount(word_of(b, *k));
#endif
    }
    d->n = n;
}

BMILL_ALWAYS_INLINE bool decode_at_level(struct decoding *d, const struct batch *b, int level,
                                         size_t width)
{
    size_t covered = b->count; /* the words whose surplus is overwritten by the words after them */
    size_t ones = 0;
    size_t k = 0;
    bool room = true;
    while (covered > 0 && ones < decode_slots(level, width))
        ones += w_popcount(word_of(b, --covered));
    if (DECODE_BY_EIGHT && level == 0)
        room = decode_eights(d, b, &k, covered, width);
    else
        decode_freely(d, b, &k, covered, level, width);
    return room && decode_exactly(d, b, k, b->count, level == 0, width);
}

/* The level of most words of the batch, from a sample of 8. */
BMILL_ALWAYS_INLINE int level_of(const struct batch *b, size_t width)
{
    size_t ones = 0;
    if (b->count < 16)
        return 0;
    for (size_t k = 0; k < 8; k++)
        ones += w_popcount(word_of(b, k * b->count / 8));
    return decode_level(ones, 8, width);
}

BMILL_ALWAYS_INLINE bool decode_batch(struct decoding *d, size_t first, size_t lines, size_t width)
{
    uint16_t places[BATCH_LINES * LINE_WORDS + 64];
    struct batch b = {d->bits + first / 8, first, places, 0};
    int level;
    b.count = list_nonzero(places, b.p, lines);
    level = level_of(&b, width);
    /* With many 1 bits nearly all words are nonzero, and it is faster to take them in a row. */
    if (level == DECODE_LEVELS - 1 && 8 * b.count >= 7 * LINE_WORDS * lines) {
        b.count = LINE_WORDS * lines;
        b.places = NULL;
        return decode_at_level(d, &b, level, width);
    }
    return level == 0   ? decode_at_level(d, &b, 0, width)
           : level == 1 ? decode_at_level(d, &b, 1, width)
           : level == 2 ? decode_at_level(d, &b, 2, width)
                        : decode_at_level(d, &b, DECODE_LEVELS - 1, width);
}

/* Whether that many bits are worth a batch. */
BMILL_ALWAYS_INLINE bool is_long(size_t nbits) { return nbits >= FEWEST_LINES * LINE_BITS; }

/* Decodes all batches of whole lines from bit *first. Where little room is left a batch is small,
 * because most of the list of a large one would be made in vain. False: dst is full now. */
BMILL_ALWAYS_INLINE bool decode_batches(struct decoding *d, size_t *first, size_t width)
{
    bool room = true;
    while (room && is_long(d->nbits - *first)) {
        size_t lines = (d->nbits - *first) / LINE_BITS;
        size_t useful = 8 + (d->capacity - d->n) / 32;
        lines = lines < BATCH_LINES ? lines : BATCH_LINES;
        lines = lines < useful ? lines : useful;
        room = decode_batch(d, *first, lines, width);
        *first += LINE_BITS * lines;
    }
    return room;
}

#else

BMILL_ALWAYS_INLINE bool is_long(size_t nbits) { return (void)nbits, false; }
BMILL_ALWAYS_INLINE bool decode_batches(struct decoding *d, size_t *first, size_t width)
{
    return (void)d, (void)first, (void)width, true;
}

#endif

#endif
