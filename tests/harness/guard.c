/* guard.c: see guard.h. */
#define _DEFAULT_SOURCE
#include "guard.h"
#include "runner.h"
#include <sys/mman.h>
#include <unistd.h>

struct guarded guard_alloc(size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), inner = (size + page - 1) / page * page;
    unsigned char *p = mmap(NULL, inner + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct guarded g;
    static uint64_t calls;
    uint64_t noise = test_seed() + ++calls;
    ck_assert_msg(p != MAP_FAILED, "mmap of %zu bytes failed", inner + 2 * page);
    g.start = p + page;
    g.end = g.start + inner;
    ck_assert_msg(mprotect(g.start, inner, PROT_READ | PROT_WRITE) == 0, "mprotect failed");
    fill_random(g.start, inner, &noise);
    return g;
}

void guard_free(struct guarded g)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    munmap(g.start - page, (size_t)(g.end - g.start) + 2 * page);
}
