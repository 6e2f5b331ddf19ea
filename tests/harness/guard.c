/* guard.c: see guard.h. */
#include "guard.h"
#include "pages.h"
#include "runner.h"

static size_t page_size(void)
{
    size_t size = pages_size();
    return size ? size : 4096;
}

struct guarded guard_alloc(size_t size)
{
    size_t page = page_size(), inner = (size + page - 1) / page * page;
    struct guarded g = {pages_new(inner, page), NULL};
    static uint64_t calls;
    uint64_t noise = test_seed() + ++calls;
    ck_assert_msg(g.start != NULL, "no memory for %zu bytes between guards", inner);
    g.end = g.start + inner;
    fill_random(g.start, inner, &noise);
    return g;
}

void guard_free(struct guarded g) { pages_free(g.start, (size_t)(g.end - g.start), page_size()); }
