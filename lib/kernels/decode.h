/* decode.h: the positions of the 1 bits, as a list: see kernels.tmpl.h. */
#include "kernels/lists.h"

#ifndef BMILL_HAVE_decode_word
/* The ones of the 64 bits at `first`, as far as there is room. False: dst is full now. */
BMILL_KERNEL bool decode_word(struct decoding *d, w_t word, size_t first, size_t width)
{
    size_t n = d->n;
    if (BMILL_LIKELY(d->capacity - n > 64)) {
        for (; word; word &= word - 1)
            put_element(d->dst, n++, width, d->base + first + bmill_ctz_u64(word));
        d->n = n;
        return true;
    }
    for (; word; word &= word - 1) {
        unsigned i = bmill_ctz_u64(word);
        put_element(d->dst, d->n++, width, d->base + first + i);
        if (d->n == d->capacity) {
            d->from = first + i + 1;
            return false;
        }
    }
    return true;
}
#endif

#include "kernels/decode_batch.h"

/* What is too long for the loop in decode(): called, so that short bitmaps do not pay for it. Both
 * sides work on copies that no one else has the address of: with each store to dst, *d could have
 * changed. */
typedef bool decode_long_op(struct decoding *d, size_t *first);

BMILL_KERNEL bool decode_long(struct decoding *d, size_t *first, size_t width)
{
    struct decoding copy = *d;
    bool room = decode_batches(&copy, first, width);
    *d = copy;
    return room;
}

/* Whole words from *first on. */
BMILL_KERNEL bool decode_words(struct decoding *d, size_t *first, size_t width,
                               decode_long_op *long_op)
{
    bool room = true;
    if (d->nbits - *first >= FEWEST_BITS) {
        struct decoding copy = *d;
        size_t next = *first;
        room = long_op(&copy, &next);
        *first = next;
        *d = copy;
    }
    for (; room && d->nbits - *first >= 64; *first += 64)
        room = decode_word(d, w_load(d->bits + *first / 8), *first, width);
    return room;
}

BMILL_KERNEL size_t decode(struct decoding d, size_t *from, size_t width, decode_long_op *long_op)
{
    size_t first = d.from - d.from % 64;
    w_t wanted = ~(w_t)0 << d.from % 64; /* not what is before `from` */
    bool room = true;
    if (wanted != ~(w_t)0 && d.nbits - first >= 64) {
        room = decode_word(&d, w_load(d.bits + first / 8) & wanted, first, width);
        first += 64;
        wanted = ~(w_t)0;
    }
    if (room)
        room = decode_words(&d, &first, width, long_op);
    if (room && first < d.nbits) {
        const unsigned char *p = d.bits + first / 8;
        room = decode_word(&d, only_word(p, p, d.nbits - first, any_w) & wanted, first, width);
    }
    *from = room ? d.nbits : d.from;
    return d.n;
}
