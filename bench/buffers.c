/* buffers.c: the memory that all benchmarks work on. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 4096 };

/* Each buffer begins at a cache line, a quarter of a page after the one before it. With equal
 * offsets in a page, a load from a would wait for a store to dst, on processors that compare the
 * low 12 bits of addresses only (4K aliasing). */
enum { APART = PAGE / 4 };

const struct buffers *new_buffers(size_t max_bytes)
{
    static struct buffers m;
    size_t stride = (max_bytes + PAGE - 1) / PAGE * PAGE + APART;
    size_t total = (4 * stride + PAGE - 1) / PAGE * PAGE;
    unsigned char *memory = aligned_alloc(PAGE, total);
    if (!memory) {
        fprintf(stderr, "bench_bits: no memory: %zu bytes\n", total);
        exit(1);
    }
    memset(memory, 0, total); /* so that every page is mapped before the clock starts */
    m = (struct buffers){memory, memory + stride, memory + 2 * stride, memory + 3 * stride};
    return &m;
}

/* splitmix64 (S. Vigna, public domain): each word depends on its position and the seed only. */
static uint64_t random_word(uint64_t seed, size_t i)
{
    uint64_t x = (seed << 32) + (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

static void fill(unsigned char *p, int content, uint64_t seed, size_t nbytes)
{
    memset(p, content < 0 ? 0 : content, nbytes);
    if (content == RANDOM)
        for (size_t i = 0; i < nbytes / 8; i++) {
            uint64_t word = random_word(seed, i);
            memcpy(p + 8 * i, &word, 8);
        }
    else if (content < 0)
        for (size_t i = 0; i < 8 * nbytes; i++)
            if (random_word(seed, i) % (uint64_t)-content == 0)
                p[i / 8] = (unsigned char)(p[i / 8] | 1u << i % 8);
}

void fill_buffers(const struct buffers *m, struct content wanted, size_t nbytes)
{
    static struct content content; /* zeros, from new_buffers() */
    static size_t filled;
    if (wanted.a == content.a && wanted.b == content.b && nbytes <= filled)
        return;
    fill(m->a, wanted.a, 1, nbytes);
    fill(m->b, wanted.b, 2, nbytes);
    fill(m->c, RANDOM, 3, nbytes);
    content = wanted;
    filled = nbytes;
}
