/* peer.h: what a file of bench/peers is made of: functions of struct operands, and a table that
 * says which operation of operations.def each of them does.
 *
 *   static size_t run_count(const struct operands *m) { return mpn_popcount(...); }
 *   REPEAT(count)
 *   static const struct entry table[] = {ENTRY(count) END};
 *   PEER("gmp", "", table)
 *
 * That is all: a row of peers.list names the file, and nothing else knows of it.
 */
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What an operation works on: `nbytes` of each, and more only where operations.def says so. */
struct operands {
    unsigned char *dst;
    unsigned char *a, *b, *c; /* inputs */
    size_t nbytes;
    size_t first;    /* where a range or a source begins, in bits: 0, or 1 for "one bit off" */
    size_t k;        /* the rank for select */
    size_t capacity; /* numbers that dst has room for */
    /* For operations on a family of sets: a has their bitmaps, of nbytes each, and these are the
     * same sets as sorted lists. */
    size_t sets;
    const uint32_t *const *lists;
    const size_t *lengths;
};

/* Returns what the operation returns, or anything equal for all peers; 0 if it returns nothing. */
typedef size_t operation_function(const struct operands *m);

/* Where the calls go. */
struct walk {
    bool latency; /* the address of the next a depends on the result */
    /* Else a and b move on by `step` bytes with each call, and begin again after `size`, a power of
     * 2: with step 0 they stay, with others each call sees other bits, so that no branch is
     * learned. */
    size_t step, size;
    size_t at; /* where they begin */
};

/* Calls a function n times. Result: that of the last call. */
typedef size_t repeat_function(uint64_t n, const struct operands *m, const struct walk *walk);

struct entry {
    const char *operation; /* its name in operations.def */
    repeat_function *repeat;
    /* The rest may be NULL. Whether it can do this size; how it gets its own memory filled,
     * unmeasured (then it is left out where each call works on other bits); and how its result gets
     * to dst, to be verified. */
    bool (*takes)(const struct operands *m);
    void (*prepare)(const struct operands *m);
    void (*finish)(const struct operands *m);
};

/* A contender: a table that ends with an entry without a name. */
struct peer {
    const char *name;
    const char *level; /* native, v3, base: compiled for that -march; "": for all processors, or it
                        * chooses by itself */
    const struct entry *table;
    struct peer *next;
};

void add_peer(struct peer *peer);

/* The bytes of the last sets that an entry prepared: compressed ones. */
extern size_t bench_set_bytes;

/* Makes the compiler compute `value`, and believe that all memory is read and written here. */
static inline void bench_use(size_t value) { __asm__ volatile("" : : "r"(value) : "memory"); }

/* 0, but the compiler does not know. */
static inline size_t bench_zero(void)
{
    size_t zero = 0;
    __asm__ volatile("" : "+r"(zero));
    return zero;
}

/* Neither this call nor the next may know anything of these: as in a program that has many bitmaps.
 */
#define BENCH_FORGET(m) \
    __asm__ volatile("" : "+r"((m).dst), "+r"((m).a), "+r"((m).b), "+r"((m).nbytes))

/* The operation is inlined here, as a loop is where a programmer writes it.
 *
 * What the next addresses are made of must stay in registers also where the operation is a call,
 * which leaves six of them on x86-64. Else the loads of the next call wait for one from the stack,
 * and that waits for the loads of this call: any of 4 KiB by AVX-512 took 13.4 ns, not 10.5 (Zen
 * 5), beside loops that are inlined and lose nothing. So the inner loop has no other variables. */
static inline __attribute__((always_inline)) size_t bench_repeat(operation_function *operation,
                                                                 uint64_t n,
                                                                 const struct operands *operands,
                                                                 const struct walk *walk)
{
    struct operands m = *operands;
    size_t value = 0, at = walk->at;
    if (walk->latency)
        for (size_t mask = bench_zero(); n; n--) {
            BENCH_FORGET(m);
            bench_use(value = operation(&m));
            m.a += value & mask;
            m.b += value & mask;
        }
    while (n) {
        size_t step = walk->step;
        size_t to_end = step ? (walk->size - at + step - 1) / step : n;
        size_t calls = n < to_end ? n : to_end;
        n -= calls;
        m.a = operands->a + at;
        m.b = operands->b + at;
        at = (at + calls * step) & (walk->size - 1);
        for (; calls; calls--, m.a += step, m.b += step) {
            BENCH_FORGET(m);
            bench_use(value = operation(&m));
        }
    }
    return value;
}

/* The rows of a matrix of nbytes, a power of 2, that is as nearly square as possible. */
static inline size_t square_rows(size_t nbytes)
{
    size_t rows = 8;
    while (4 * rows * rows <= 8 * nbytes)
        rows *= 2;
    return rows;
}

#define REPEAT(name)                                                         \
    static size_t repeat_##name(uint64_t n, const struct operands *operands, \
                                const struct walk *walk)                     \
    {                                                                        \
        return bench_repeat(run_##name, n, operands, walk);                  \
    }
#define ENTRY(name) {#name, repeat_##name, NULL, NULL, NULL},
#define END                          \
    {                                \
        NULL, NULL, NULL, NULL, NULL \
    }

#ifdef __cplusplus
}
#endif

/* Adds the table before main() begins. A file may have several. */
#define PEER(name, level, table)                               \
    __attribute__((constructor)) static void add_##table(void) \
    {                                                          \
        static struct peer peer = {name, level, table, NULL};  \
        add_peer(&peer);                                       \
    }

#endif
