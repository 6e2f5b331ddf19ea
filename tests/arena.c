/* arena.c: see arena.h. */
#include "arena.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 4096 };

static size_t size_of(const struct arena *m) { return (size_t)(m->end - m->start); }

struct arena arena_new(size_t max_bits)
{
    struct guarded g = guard_alloc(max_bits / 8 + 1 + PAGE);
    struct arena m = {g.start, g.end, malloc((size_t)(g.end - g.start))};
    ck_assert_ptr_nonnull(m.twin);
    return m;
}

void arena_free(struct arena *m)
{
    guard_free((struct guarded){m->start, m->end});
    free(m->twin);
}

void arena_mirror(struct arena *m) { memcpy(m->twin, m->start, size_of(m)); }

/* The noise depends on nothing drawn, so that it does not disturb shrinking. */
static void fill_noise(unsigned char *p, size_t n)
{
    uint64_t x = 0x9e3779b97f4a7c15;
    for (size_t i = 0; i < n; i++) {
        x = x * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
        p[i] = (unsigned char)(x >> 56);
    }
}

unsigned char *arena_place(struct arena *m, prop *p, size_t nbits)
{
    size_t n = nbits / 8 + (nbits % 8 != 0), room = size_of(m) - n;
    uint64_t kind = prop_draw(p, 3);
    unsigned char *place = m->end - n; /* kinds 0 and 1 */
    unsigned char last;
    if (kind == 2)
        place = m->start;
    else if (kind == 3)
        place = m->start + prop_draw(p, room < PAGE ? room : PAGE);
    fill_noise(m->start, size_of(m));
    last = n ? place[n - 1] : 0;
    prop_fill(p, place, n, NULL, 0);
    if (nbits % 8) /* the noise past nbits */
        place[n - 1] ^= (unsigned char)((last ^ place[n - 1]) & 0xff << nbits % 8);
    arena_mirror(m);
    prop_show(p, "%s%zu bits at %p",
              kind < 2    ? "flush right: "
              : kind == 2 ? "flush left: "
                          : "",
              nbits, (void *)place);
    return place;
}

unsigned char *arena_twin(const struct arena *m, const void *place)
{
    return m->twin + ((const unsigned char *)place - m->start);
}

bool arena_agrees(const struct arena *m, prop *p)
{
    size_t i = 0;
    while (i < size_of(m) && m->start[i] == m->twin[i])
        i++;
    if (i == size_of(m))
        return true;
    prop_show(p, "byte at %p is %#04x, expected %#04x", (void *)(m->start + i), m->start[i],
              m->twin[i]);
    return false;
}
