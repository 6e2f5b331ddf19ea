/* arena.c: see arena.h. */
#include "arena.h"
#include "runner.h"
#include <stdlib.h>
#include <string.h>

enum { PAGE = 4096, NEAR = 512 };

static size_t size_of(const struct arena *m) { return (size_t)(m->end - m->start); }

void arena_mirror(struct arena *m) { memcpy(m->twin, m->start, size_of(m)); }

struct arena arena_new(size_t max_bits)
{
    struct guarded g = guard_alloc(max_bits / 8 + 1 + PAGE);
    struct arena m = {g.start, g.end, malloc((size_t)(g.end - g.start))};
    ck_assert_ptr_nonnull(m.twin);
    arena_mirror(&m);
    return m;
}

void arena_free(struct arena *m)
{
    guard_free((struct guarded){m->start, m->end});
    free(m->twin);
}

void arenas_new(struct arena *const all[], size_t max_bits)
{
    for (; *all; all++)
        **all = arena_new(max_bits);
}

void arenas_free(struct arena *const all[])
{
    for (; *all; all++)
        arena_free(*all);
}

/* Fills the memory of a bitmap of n bytes, which is drawn later, and around it. One number is drawn
 * for that, so that it differs from case to case, and shrinking may find that it does not matter.
 */
static void draw_surroundings(struct arena *m, prop *p, unsigned char *place, size_t n)
{
    uint64_t noise = prop_draw(p, UINT64_MAX), kind = noise % 4;
    unsigned char *start = place - m->start < NEAR ? m->start : place - NEAR;
    unsigned char *end = (size_t)(m->end - place) < n + NEAR ? m->end : place + n + NEAR;
    if (kind < 2)
        fill_random(start, (size_t)(end - start), &noise);
    else
        memset(start, kind == 2 ? 0xff : 0, (size_t)(end - start));
}

/* The bitmap crosses the last border between two pages. */
static unsigned char *across_pages(struct arena *m, prop *p, size_t n)
{
    size_t most = size_of(m) - PAGE < n ? size_of(m) - PAGE : n;
    size_t least = n > PAGE ? n - PAGE : 0;
    size_t before = least + (size_t)prop_draw(p, most - least < 200 ? most - least : 200);
    return m->end - PAGE - before;
}

static unsigned char *draw_place(struct arena *m, prop *p, size_t n, const char **what)
{
    size_t room = size_of(m) - n;
    uint64_t kind = prop_draw(p, 4);
    *what = "";
    if (kind == 4)
        return across_pages(m, p, n);
    if (kind == 3)
        return m->start + prop_draw(p, room < PAGE ? room : PAGE);
    *what = kind == 2 ? "flush left: " : "flush right: ";
    return kind == 2 ? m->start : m->end - n;
}

unsigned char *arena_place(struct arena *m, prop *p, size_t nbits)
{
    size_t n = nbits / 8 + (nbits % 8 != 0);
    const char *what;
    unsigned char *place = draw_place(m, p, n, &what), last;
    draw_surroundings(m, p, place, n);
    last = n ? place[n - 1] : 0;
    prop_fill(p, place, n, NULL, 0);
    if (nbits % 8) /* the bits past nbits are surroundings as well */
        place[n - 1] ^= (unsigned char)((last ^ place[n - 1]) & 0xff << nbits % 8);
    arena_mirror(m);
    prop_show(p, "%s%zu bits at %p", what, nbits, (void *)place);
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
