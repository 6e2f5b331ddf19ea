/* blocks.h: how kernels of three and more bitmaps go through memory.
 *
 * They work on blocks of one vector or more that do not overlap each other. Inside a block vectors
 * may overlap, if its length is not a multiple of V_BYTES. All of a block is loaded before any of
 * it is stored, so dst may be an input. A bitmap shorter than a vector is one block, in halves
 * (v_load_halves); one of up to two vectors is its first and its last vector (struct two). The bits
 * past nbits in the last byte of dst are put back after all stores (put_back in ends.h). */
#ifndef BMILL_KERNELS_BLOCKS_H
#define BMILL_KERNELS_BLOCKS_H

#include "kernels/ends.h"
#include "simd/simd.h"

/* Whether the next block has `most` bytes and is not the last one; and the bytes of it, up to
 * `most`, which is a multiple of V_BYTES, two vectors at least. If rest >= most / 2, every block
 * has at least most / 2 bytes, rounded down to whole vectors. */
BMILL_ALWAYS_INLINE bool is_whole_block(size_t rest, size_t most)
{
    return rest >= most + most / 2;
}
BMILL_ALWAYS_INLINE size_t next_block(size_t rest, size_t most)
{
    if (BMILL_LIKELY(is_whole_block(rest, most)))
        return most;
    return BMILL_LIKELY(rest <= most) ? rest : most / 2 / V_BYTES * V_BYTES;
}
/* The first block; its length may align the second one. */
BMILL_ALWAYS_INLINE size_t first_block(const unsigned char *p, size_t n, size_t most)
{
    if (!BMILL_LIKELY(n < ALIGN_BYTES) && (uintptr_t)p % V_BYTES != 0)
        return most - (uintptr_t)p % V_BYTES;
    return next_block(n, most);
}

/* A block of two to four vectors in registers. The first vector is at byte 0, the second follows
 * it; these are the positions of the others. */
enum { FOUR_BYTES = 4 * V_BYTES };
struct places {
    size_t p2, p3;
};
struct four {
    v_t v0, v1, v2, v3;
};

/* The places in a block of four vectors. */
BMILL_ALWAYS_INLINE struct places four_places(void)
{
    return (struct places){2 * V_BYTES, 3 * V_BYTES};
}
BMILL_ALWAYS_INLINE struct places places_in(size_t len)
{
    struct places at = four_places();
    if (!BMILL_LIKELY(len == FOUR_BYTES)) {
        at.p3 = len - V_BYTES;
        at.p2 = min_offset(at.p2, at.p3);
    }
    return at;
}

BMILL_ALWAYS_INLINE struct four four_load(const unsigned char *p, struct places at)
{
    return (struct four){v_load(p), v_load(p + V_BYTES), v_load(p + at.p2), v_load(p + at.p3)};
}

BMILL_ALWAYS_INLINE void four_store(unsigned char *p, struct places at, struct four r)
{
    v_store(p, r.v0);
    BMILL_IN_ORDER;
    v_store(p + V_BYTES, r.v1);
    BMILL_IN_ORDER;
    v_store(p + at.p2, r.v2);
    BMILL_IN_ORDER;
    v_store(p + at.p3, r.v3);
}

/* A block of four vectors, to a multiple of V_BYTES. */
BMILL_ALWAYS_INLINE void four_stream(unsigned char *p, struct four r)
{
    v_stream(p, r.v0);
    BMILL_IN_ORDER;
    v_stream(p + V_BYTES, r.v1);
    BMILL_IN_ORDER;
    v_stream(p + 2 * V_BYTES, r.v2);
    BMILL_IN_ORDER;
    v_stream(p + 3 * V_BYTES, r.v3);
}

/* Each byte of the block in one vector only: where vectors overlap, the others become zero. */
BMILL_ALWAYS_INLINE struct four four_once(struct four r, struct places at)
{
    return (struct four){r.v0, v_keep_first(r.v1, at.p2 - V_BYTES),
                         v_keep_first(r.v2, at.p3 - at.p2), r.v3};
}

/* Stores n bytes, k to 2 k vectors: up[0] at the begin and so on, down[0] at the end. */
BMILL_ALWAYS_INLINE void both_ends_store(unsigned char *p, size_t n, const v_t *up, const v_t *down,
                                         size_t k)
{
    BMILL_UNROLL
    for (size_t i = 0; i < k; i++) {
        v_store(p + V_BYTES * i, up[i]);
        v_store(p + n - V_BYTES * (i + 1), down[i]);
    }
}

/* A bitmap of V_BYTES to 2 * V_BYTES bytes: its first vector and its last. */
struct two {
    v_t first, last;
};

BMILL_ALWAYS_INLINE void two_store(unsigned char *p, size_t n, struct two r)
{
    v_store(p, r.first);
    v_store(p + n - V_BYTES, r.last);
}

/* Each byte in one of the two vectors only, without the bits past nbits. */
BMILL_ALWAYS_INLINE struct two two_once(struct two r, size_t nbits)
{
    return (struct two){v_keep_first(r.first, bytes_of(nbits) - V_BYTES),
                        v_and(r.last, v_last_mask(nbits))};
}

/* The mask for what v_load_halves loaded: each byte once, without the bits past nbits. */
BMILL_ALWAYS_INLINE v_t halves_once(size_t nbits)
{
    size_t n = bytes_of(nbits);
    size_t half = n >= 32 ? 32 : n >= 16 ? 16 : n >= 8 ? 8 : n;
    return v_load_halves(bmill_last_mask[0] + 64 - (n - half),
                         bmill_last_mask[unused_bits(nbits)] + 64, n);
}

#endif
