/* arena.h: memory to try a function of the bits layer on: any length at any address between guard
 * pages, with noise around, and a twin on which a reference does the same. Afterwards all of the
 * memory must equal the twin, so a bit that was changed outside of the bitmap is seen.
 *
 *     static bool reverse_is_right(prop *p)
 *     {
 *         size_t nbits = prop_draw(p, MAX_BITS);
 *         unsigned char *dst = arena_place(&to, p, nbits);
 *         unsigned char *a = arena_place(&from, p, nbits);
 *         reference_reverse(arena_twin(&to, dst), a, nbits);
 *         bmill_bits_reverse(dst, a, nbits);
 *         prop_show(p, "nbits = %zu", nbits);
 *         return arena_agrees(&to, p) && arena_agrees(&from, p);
 *     }
 */
#ifndef BMILL_TESTS_ARENA_H
#define BMILL_TESTS_ARENA_H

#include "guard.h"
#include "prop.h"

/* The pages between the guards, and the twin: memory of the same size. */
struct arena {
    unsigned char *start, *end, *twin;
};

/* Room for bitmaps of max_bits at any offset. Fails the running test if there is no memory. */
struct arena arena_new(size_t max_bits);
void arena_free(struct arena *m);

/* The same for each of a list that ends with NULL. */
void arenas_new(struct arena *const all[], size_t max_bits);
void arenas_free(struct arena *const all[]);

/* A bitmap of nbits with drawn contents (see prop_fill) at a drawn address, often right before or
 * right after an unreadable page, or across the border of two pages. All other bytes are noise,
 * different in each case, or all 1 bits, or all 0 bits. The twin gets the same bytes. `nbits` may
 * be the sum of several bitmaps. If it is no multiple of 8, the rest of the last byte is drawn like
 * the bytes around.
 */
unsigned char *arena_place(struct arena *m, prop *p, size_t nbits);

/* The byte of the twin that belongs to this one. */
unsigned char *arena_twin(const struct arena *m, const void *place);

/* Makes the twin equal again, after the contents were changed by hand. */
void arena_mirror(struct arena *m);

/* Whether memory and twin are equal; if not, shows the first byte that is not. */
bool arena_agrees(const struct arena *m, prop *p);

/* One bit at a time, for references. */
static inline bool ref_get(const void *bits, size_t i)
{
    return ((const unsigned char *)bits)[i / 8] >> i % 8 & 1;
}
static inline void ref_put(void *bits, size_t i, bool state)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    *byte = (unsigned char)((*byte & ~(1u << i % 8)) | (unsigned)state << i % 8);
}

#endif
