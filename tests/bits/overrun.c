/* overrun.c: each function of the bits layer with blocks that are exactly as long as it needs,
 * which must pass, and with each of its blocks one byte too short, which must be reported before
 * the call: see bitmill/bits/check.h. Built with checks, here and by tests/scripts/overruns.sh:
 *
 *   -DBMILL_DEBUG        the compiler knows the length of what malloc returned (-O1 and higher)
 *   -fsanitize=address   the report is ours, and then ASan's own
 *   -DARRAYS -DSHORT=k   the compiler knows the length of arrays, also at -O0; block k is short,
 *                        none if k is 0
 *
 * overrun --list writes the functions that have a case, and how many of their pointers are
 * tested.
 */
#ifndef BMILL_DEBUG
#define BMILL_DEBUG
#endif
#define _GNU_SOURCE
#include "tables/shapes.h"
#include <bitmill.h>
#include <bitmill/bits/atomic.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/matrix.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/ternary.h>
#include <bitmill/bits/text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASAN 1
#endif
#endif
#ifndef ASAN
#define ASAN 0
#endif

const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "symbolize=0:detect_leaks=0"; }

/* ---- Cases ---- */

struct test {
    const char *function;
    int pointers; /* blocks 1 to `pointers` are the arguments that are pointers; */
    int blocks;   /* the others, up to `blocks`, are what only ASan can know: maps[k] */
    void (*call)(void);
};
static struct test cases[400], quiet[400], excess[10];
static int ncases, nquiet, nexcess;

static void add_case(const char *function, int pointers, int blocks, void (*call)(void))
{
    cases[ncases++] = (struct test){function, pointers, blocks, call};
}
static void add_quiet(const char *function, void (*call)(void))
{
    quiet[nquiet++] = (struct test){function, 0, 0, call};
}

/* CASE(function, pointers) { its blocks, its call }; QUIET is a call that must not be reported. */
#define CASE(name, pointers) CASE_OF(name, pointers, pointers)
#define CASE_OF(name, pointers, blocks)                               \
    static void call_##name(void);                                    \
    __attribute__((constructor)) static void add_##name(void)         \
    {                                                                 \
        add_case("bmill_bits_" #name, pointers, blocks, call_##name); \
    }                                                                 \
    static void call_##name(void)
#define QUIET(name)                                                 \
    static void quiet_##name(void);                                 \
    __attribute__((constructor)) static void add_quiet_##name(void) \
    {                                                               \
        add_quiet(#name, quiet_##name);                             \
    }                                                               \
    static void quiet_##name(void)

/* The report that the child expects when it makes the call, and whether the block would be written.
 */
static struct expected {
    char line[200];
    const char *access;
} * expected;
static const char *function_called;
static volatile size_t sink;

#ifdef ARRAYS
#define BLOCK(k, name, bytes) _Alignas(16) unsigned char name[(bytes) - (SHORT == (k))]
#else
static int short_block;
#define SHORT                 short_block
#define BLOCK(k, name, bytes) unsigned char *name = malloc((bytes) - (SHORT == (k)))
#endif

/* Block k: an input or an output of so many bytes, which are `count` things, all of them `fill`.
 * The last three arguments are BITS(n), ELEMENTS(n, type), BYTES(n), or spelled out. */
#define IN(k, name, fill, ...)    NAMED(k, #name, name, fill, "READ", __VA_ARGS__)
#define OUT(k, name, ...)         NAMED(k, #name, name, 0x5a, "WRITE", __VA_ARGS__)
#define INOUT(k, name, fill, ...) NAMED(k, #name, name, fill, "WRITE", __VA_ARGS__)
#define NAMED(k, argument, name, fill, access, ...) \
    BLOCK(k, name, FIRST_OF_3(__VA_ARGS__));        \
    prepare(k, argument, name, fill, access, __VA_ARGS__)
#define FIRST_OF_3(bytes, count, unit) (bytes)
#define BITS(n)                        BMILL_BYTES(n), (n), "bit"
#define ELEMENTS(n, type)              (n) * sizeof(type), (n), "element"
#define BYTES(n)                       (n), (n), "byte"

static __attribute__((noinline)) void prepare(int k, const char *argument, void *block, int fill,
                                              const char *access, size_t bytes, size_t count,
                                              const char *unit)
{
    memset(block, fill, bytes - (SHORT == k));
    if (SHORT != k)
        return;
    expected->access = access;
    snprintf(expected->line, sizeof expected->line,
             "bitmill: %s: %s has %zu of the %zu byte%s that %zu %s%s\n", function_called, argument,
             bytes - 1, bytes, bytes == 1 ? "" : "s", count, unit,
             count == 1 ? " takes" : "s take");
}

/* The contents of a block, as far as it exists. */
static __attribute__((noinline)) void put(int k, void *block, const void *from, size_t bytes)
{
    memcpy(block, from, bytes - (SHORT == k));
}

/* Hides from the compiler where the pointer points to, so that it does not warn. */
static __attribute__((noinline)) void *hidden(void *p) { return p; }

enum { N = 97, I = 96, FIRST = 50, COUNT = 47 }; /* bits: the last byte has one of them */

/* ---- bits.h ---- */

#define SINGLE(name, ...)           \
    CASE(name, 1)                   \
    {                               \
        INOUT(1, bits, 1, BITS(N)); \
        __VA_ARGS__;                \
    }
#define SINGLES(name)                                                               \
    SINGLE(name##set, bmill_bits_##name##set(bits, I))                              \
    SINGLE(name##clear, bmill_bits_##name##clear(bits, I))                          \
    SINGLE(name##flip, bmill_bits_##name##flip(bits, I))                            \
    SINGLE(name##modify, bmill_bits_##name##modify(bits, I, true))                  \
    SINGLE(name##test_and_set, sink = bmill_bits_##name##test_and_set(bits, I))     \
    SINGLE(name##test_and_clear, sink = bmill_bits_##name##test_and_clear(bits, I)) \
    SINGLE(name##test_and_flip, sink = bmill_bits_##name##test_and_flip(bits, I))   \
    CASE(name##is_set, 1)                                                           \
    {                                                                               \
        IN(1, bits, 1, BITS(N));                                                    \
        sink = bmill_bits_##name##is_set(bits, I);                                  \
    }
SINGLES()
SINGLES(atomic_)

/* ---- The rows of ops.def. What is tested follows from the parameters of their shape. ---- */

#define BLOCKS_A NAMED(1, "bits", a, 1, "READ", BITS(nbits))
#define BLOCKS_A_B            \
    IN(1, a, 1, BITS(nbits)); \
    IN(2, b, 1, BITS(nbits))
#define BLOCKS_DST_A          \
    OUT(1, dst, BITS(nbits)); \
    IN(2, a, 1, BITS(nbits))
#define BLOCKS_DST_A_B        \
    OUT(1, dst, BITS(nbits)); \
    IN(2, a, 1, BITS(nbits)); \
    IN(3, b, 2, BITS(nbits))
enum { POINTERS_A = 1, POINTERS_A_B = 2, POINTERS_DST_A = 2, POINTERS_DST_A_B = 3 };

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)
/* Uses a result, if the shape has one. */
#define KEEP(return_)   KEEP__(return_)
#define KEEP__(return_) KEEP_##return_
#define KEEP_return     sink = (size_t)
#define KEEP_

#define BMILL_OP(name, shape, bit, vector, summary)                         \
    CASE(name, JOIN(POINTERS_, BMILL_SIGNATURE(shape)))                     \
    {                                                                       \
        enum { nbits = N };                                                 \
        JOIN(BLOCKS_, BMILL_SIGNATURE(shape));                              \
        KEEP(BMILL_RETURN(shape)) bmill_bits_##name BMILL_ARGUMENTS(shape); \
    }                                                                       \
    QUIET(name)                                                             \
    {                                                                       \
        enum { nbits = 0 };                                                 \
        void *const dst = NULL;                                             \
        const void *const a = NULL, *const b = NULL;                        \
        (void)dst, (void)a, (void)b;                                        \
        KEEP(BMILL_RETURN(shape)) bmill_bits_##name BMILL_ARGUMENTS(shape); \
    }
#include "tables/ops.def"

/* ---- bits.h, beside these ---- */

#define OF_TWO(name)                               \
    CASE(name, 2)                                  \
    {                                              \
        IN(1, a, 1, BITS(N));                      \
        IN(2, b, 1, BITS(N));                      \
        sink = (size_t)bmill_bits_##name(a, b, N); \
    }                                              \
    QUIET(name) { sink = (size_t)bmill_bits_##name(NULL, NULL, 0); }
OF_TWO(jaccard)
OF_TWO(dice)
OF_TWO(containment)
OF_TWO(compare_lexicographic)
OF_TWO(compare_numeric)

/* find: next reads from the byte of `from` on, previous up to the byte before it. */
#define FIND(name)                                             \
    CASE(find_next_##name, 1)                                  \
    {                                                          \
        IN(1, bits, 1, BITS(N));                               \
        sink = bmill_bits_find_next_##name(bits, N, 60);       \
    }                                                          \
    CASE(find_previous_##name, 1)                              \
    {                                                          \
        IN(1, bits, 1, BITS(60));                              \
        sink = bmill_bits_find_previous_##name(bits, N, 60);   \
    }                                                          \
    QUIET(find_next_##name)                                    \
    {                                                          \
        IN(1, bits, 1, BITS(8));                               \
        sink = bmill_bits_find_next_##name(NULL, 0, 60);       \
        sink = bmill_bits_find_next_##name(bits, N, N);        \
        sink = bmill_bits_find_next_##name(bits, N, SIZE_MAX); \
        sink = bmill_bits_find_previous_##name(NULL, 0, 60);   \
        sink = bmill_bits_find_previous_##name(bits, N, 0);    \
        sink = bmill_bits_find_previous_##name(bits, N, 8);    \
        sink = bmill_bits_find_previous_##name(bits, 8, N);    \
    }
#define FIND_OF_TWO(name)                                          \
    CASE(find_next_##name, 2)                                      \
    {                                                              \
        IN(1, a, 1, BITS(N));                                      \
        IN(2, b, 1, BITS(N));                                      \
        sink = bmill_bits_find_next_##name(a, b, N, 60);           \
    }                                                              \
    CASE(find_previous_##name, 2)                                  \
    {                                                              \
        IN(1, a, 1, BITS(60));                                     \
        IN(2, b, 1, BITS(60));                                     \
        sink = bmill_bits_find_previous_##name(a, b, N, 60);       \
    }                                                              \
    QUIET(find_next_##name)                                        \
    {                                                              \
        IN(1, bits, 1, BITS(8));                                   \
        sink = bmill_bits_find_next_##name(NULL, NULL, 0, 60);     \
        sink = bmill_bits_find_next_##name(bits, bits, N, N);      \
        sink = bmill_bits_find_previous_##name(NULL, NULL, 0, 60); \
        sink = bmill_bits_find_previous_##name(bits, bits, N, 8);  \
    }
FIND(set)
FIND(clear)
FIND_OF_TWO(and)
FIND_OF_TWO(or)
FIND_OF_TWO(xor)
FIND_OF_TWO(andnot)
#define SELECT(name)                          \
    CASE(name, 1)                             \
    {                                         \
        IN(1, bits, 1, BITS(N));              \
        sink = bmill_bits_##name(bits, N, 0); \
    }                                         \
    QUIET(name) { sink = bmill_bits_##name(NULL, 0, 0); }
SELECT(select)
SELECT(select_clear)

/* dst may be an input: one block is all. */
QUIET(in_place)
{
    IN(1, a, 3, BITS(N));
    bmill_bits_and(a, a, a, N);
    bmill_bits_not(a, a, N);
    bmill_bits_shift_left(a, a, N, 3);
    bmill_bits_reverse(a, a, N);
    sink = bmill_bits_or_with_count(a, a, a, N);
}

/* ---- range.h ---- */

#define RANGE(name, ...)                 \
    CASE(name, 1)                        \
    {                                    \
        INOUT(1, bits, 0, BITS(N));      \
        __VA_ARGS__(bits, FIRST, COUNT); \
    }                                    \
    QUIET(name)                          \
    {                                    \
        INOUT(1, bits, 0, BITS(16));     \
        __VA_ARGS__(NULL, 0, 0);         \
        __VA_ARGS__(NULL, SIZE_MAX, 0);  \
        __VA_ARGS__(bits, 16, 0);        \
        __VA_ARGS__(bits, 15, 1);        \
    }
#define RANGE_READ(name)                              \
    CASE(name, 1)                                     \
    {                                                 \
        IN(1, bits, 0, BITS(N));                      \
        sink = bmill_bits_##name(bits, FIRST, COUNT); \
    }                                                 \
    QUIET(name)                                       \
    {                                                 \
        IN(1, bits, 0, BITS(16));                     \
        sink = bmill_bits_##name(NULL, SIZE_MAX, 0);  \
        sink = bmill_bits_##name(bits, 16, 0);        \
        sink = bmill_bits_##name(bits, 15, 1);        \
    }
RANGE(set_range, bmill_bits_set_range)
RANGE(clear_range, bmill_bits_clear_range)
RANGE(flip_range, bmill_bits_flip_range)
RANGE_READ(count_range)
RANGE_READ(any_range)
RANGE_READ(all_range)
RANGE_READ(none_range)
RANGE_READ(read)
CASE(modify_range, 1)
{
    INOUT(1, bits, 0, BITS(N));
    bmill_bits_modify_range(bits, FIRST, COUNT, true);
}
CASE(write, 1)
{
    INOUT(1, bits, 0, BITS(N));
    bmill_bits_write(bits, FIRST, COUNT, 1);
}
QUIET(write)
{
    INOUT(1, bits, 0, BITS(80));
    bmill_bits_modify_range(NULL, SIZE_MAX, 0, true);
    bmill_bits_modify_range(bits, 80, 0, true);
    bmill_bits_write(NULL, SIZE_MAX, 0, 1);
    bmill_bits_write(bits, 80, 0, 1);
    bmill_bits_write(bits, 16, SIZE_MAX, 1); /* is taken as 64 */
    sink = (size_t)bmill_bits_read(bits, 16, SIZE_MAX);
}
#define RUNS(name)                                                         \
    CASE(find_first_##name##_run, 1)                                       \
    {                                                                      \
        IN(1, bits, 0x55, BITS(N));                                        \
        sink = bmill_bits_find_first_##name##_run(bits, N, 4, 1);          \
    }                                                                      \
    CASE(find_next_##name##_run, 1)                                        \
    {                                                                      \
        IN(1, bits, 0x55, BITS(N));                                        \
        sink = bmill_bits_find_next_##name##_run(bits, N, 20, 4, 8);       \
    }                                                                      \
    QUIET(find_first_##name##_run)                                         \
    {                                                                      \
        IN(1, bits, 0x55, BITS(16));                                       \
        sink = bmill_bits_find_first_##name##_run(NULL, 0, 4, 1);          \
        sink = bmill_bits_find_first_##name##_run(bits, 16, 16, 0);        \
        sink = bmill_bits_find_first_##name##_run(bits, N, 0, 1);          \
        sink = bmill_bits_find_first_##name##_run(bits, N, N + 1, 1);      \
        sink = bmill_bits_find_next_##name##_run(bits, N, N, 1, 1);        \
        sink = bmill_bits_find_next_##name##_run(bits, N, SIZE_MAX, 1, 1); \
        sink = bmill_bits_find_next_##name##_run(bits, N, 1, 4, 128);      \
        sink = bmill_bits_find_next_##name##_run(bits, N, 1, 4, SIZE_MAX); \
    }
RUNS(set)
RUNS(clear)

/* ---- iterate.h ---- */

#define ITERATE(name)                                              \
    CASE(iterate_##name, 1)                                        \
    {                                                              \
        IN(1, bits, 0, BITS(N));                                   \
        sink = bmill_bits_iterate_##name(bits, N, 30).nbits;       \
    }                                                              \
    QUIET(iterate_##name)                                          \
    {                                                              \
        IN(1, bits, 0, BITS(8));                                   \
        sink = bmill_bits_iterate_##name(NULL, 0, 0).nbits;        \
        sink = bmill_bits_iterate_##name(bits, N, N).nbits;        \
        sink = bmill_bits_iterate_##name(bits, N, SIZE_MAX).nbits; \
    }
ITERATE(set)
ITERATE(clear)
static const unsigned char one_byte[1] = {1};
CASE(next, 2)
{
    bmill_bits_iterator iterator = bmill_bits_iterate_set(one_byte, 8, 0);
    INOUT(1, it, 0, ELEMENTS(1, bmill_bits_iterator));
    OUT(2, i, ELEMENTS(1, size_t));
    put(1, it, &iterator, sizeof iterator);
    sink = bmill_bits_next((bmill_bits_iterator *)(void *)it, (size_t *)(void *)i);
}
CASE(next_run, 2)
{
    bmill_bits_iterator iterator = bmill_bits_iterate_set(one_byte, 8, 0);
    INOUT(1, it, 0, ELEMENTS(1, bmill_bits_iterator));
    OUT(2, run, ELEMENTS(1, bmill_bits_run));
    put(1, it, &iterator, sizeof iterator);
    sink = bmill_bits_next_run((bmill_bits_iterator *)(void *)it, (bmill_bits_run *)(void *)run);
}
QUIET(next) /* the position stays as it is at the end: nothing is written */
{
    bmill_bits_iterator it = bmill_bits_iterate_set(NULL, 0, 0);
    OUT(1, byte, BYTES(1));
    void *no_room = hidden(byte);
    sink = bmill_bits_next(&it, (size_t *)no_room);
    sink = bmill_bits_next_run(&it, (bmill_bits_run *)no_room);
    BMILL_FOR_EACH_SET (k, one_byte, 8)
        sink = k;
    BMILL_FOR_EACH_CLEAR_RUN (r, one_byte, 8)
        sink = r.count;
}

/* ---- index.h: bits 0, 8, 16, ... of the bitmaps are 1 ---- */

#define LISTS(T, type)                                                                             \
    CASE(decode_##T, 3)                                                                            \
    {                                                                                              \
        OUT(1, dst, ELEMENTS(6, type));                                                            \
        IN(2, bits, 1, BITS(N));                                                                   \
        INOUT(3, from, 0, ELEMENTS(1, size_t));                                                    \
        put(3, from, &(size_t){50}, sizeof(size_t));                                               \
        sink =                                                                                     \
            bmill_bits_decode_##T((type *)(void *)dst, bits, N, 1000, (size_t *)(void *)from, 0);  \
    }                                                                                              \
    QUIET(decode_##T)                                                                              \
    {                                                                                              \
        size_t from = 0, past = SIZE_MAX;                                                          \
        OUT(1, dst, ELEMENTS(2, type));                                                            \
        IN(2, bits, 1, BITS(N));                                                                   \
        sink = bmill_bits_decode_##T((type *)(void *)dst, bits, N, 2, &from, 0);                   \
        sink = bmill_bits_decode_##T(NULL, bits, N, 0, &from, 0);                                  \
        sink = bmill_bits_decode_##T(NULL, one_byte, N, 0, &from, 0);                              \
        sink = bmill_bits_decode_##T(NULL, NULL, 0, 5, NULL, 0);                                   \
        sink = bmill_bits_decode_##T(NULL, bits, N, 5, &past, 0);                                  \
    }                                                                                              \
    CHANGES(set, T, type)                                                                          \
    CHANGES(clear, T, type)                                                                        \
    CHANGES(flip, T, type)                                                                         \
    CASE(runs_from_indices_##T, 2)                                                                 \
    {                                                                                              \
        const type list[6] = {3, 4, 5, 9, (type)-1, 0}; /* 4 runs */                               \
        OUT(1, runs, ELEMENTS(8, type));                                                           \
        IN(2, indices, 0, ELEMENTS(6, type));                                                      \
        put(2, indices, list, sizeof list);                                                        \
        sink = bmill_bits_runs_from_indices_##T((type *)(void *)runs, (type *)(void *)indices, 6); \
    }                                                                                              \
    CASE(indices_from_runs_##T, 2)                                                                 \
    {                                                                                              \
        const type list[4] = {3, 2, 9, 5};                                                         \
        OUT(1, indices, ELEMENTS(7, type));                                                        \
        IN(2, runs, 0, ELEMENTS(4, type));                                                         \
        put(2, runs, list, sizeof list);                                                           \
        sink = bmill_bits_indices_from_runs_##T((type *)(void *)indices, (type *)(void *)runs, 2,  \
                                                100);                                              \
    }                                                                                              \
    QUIET(runs_from_indices_##T)                                                                   \
    {                                                                                              \
        const type list[4] = {3, 2, 9, 5};                                                         \
        OUT(1, indices, ELEMENTS(4, type));                                                        \
        sink = bmill_bits_runs_from_indices_##T(NULL, NULL, 0);                                    \
        sink = bmill_bits_indices_from_runs_##T(NULL, NULL, 0, 9);                                 \
        sink = bmill_bits_indices_from_runs_##T(NULL, list, 2, 0);                                 \
        sink = bmill_bits_indices_from_runs_##T((type *)(void *)indices, list, 2, 4);              \
    }
#define CHANGES(verb, T, type)                                                                  \
    CASE(verb##_indices_##T, 2)                                                                 \
    {                                                                                           \
        const type list[3] = {5, I, 0};                                                         \
        INOUT(1, bits, 0, BITS(N));                                                             \
        IN(2, indices, 0, ELEMENTS(3, type));                                                   \
        put(2, indices, list, sizeof list);                                                     \
        bmill_bits_##verb##_indices_##T(bits, (type *)(void *)indices, 3);                      \
    }                                                                                           \
    CASE(verb##_indices_checked_##T, 2)                                                         \
    {                                                                                           \
        const type list[3] = {5, I, 0};                                                         \
        INOUT(1, bits, 0, BITS(N));                                                             \
        IN(2, indices, 0, ELEMENTS(3, type));                                                   \
        put(2, indices, list, sizeof list);                                                     \
        sink = bmill_bits_##verb##_indices_checked_##T(bits, (type *)(void *)indices, 1000, 3); \
    }                                                                                           \
    QUIET(verb##_indices_##T)                                                                   \
    {                                                                                           \
        const type list[3] = {5, I, 0};                                                         \
        INOUT(1, bits, 0, BITS(1));                                                             \
        bmill_bits_##verb##_indices_##T(NULL, NULL, 0);                                         \
        sink = bmill_bits_##verb##_indices_checked_##T(NULL, list, 0, 3);                       \
        sink = bmill_bits_##verb##_indices_checked_##T(bits, list, I, 3); /* changes nothing */ \
    }
LISTS(u16, uint16_t)
LISTS(u32, uint32_t)
LISTS(u64, uint64_t)

/* ---- many.h ---- */

#define MANY(name, ...)                                                        \
    CASE_OF(name, 2, 4)                                                        \
    {                                                                          \
        OUT(1, dst, BITS(N));                                                  \
        IN(2, maps, 0, ELEMENTS(2, void *));                                   \
        NAMED(3, "maps[0]", maps_0, 1, "READ", BITS(N));                       \
        NAMED(4, "maps[1]", maps_1, 1, "READ", BITS(N));                       \
        const void *list[2] = {maps_0, maps_1};                                \
        put(2, maps, list, sizeof list);                                       \
        bmill_bits_##name(dst, (const void **)(void *)maps, 2, N __VA_ARGS__); \
    }                                                                          \
    QUIET(name)                                                                \
    {                                                                          \
        OUT(1, dst, BITS(N));                                                  \
        bmill_bits_##name(NULL, NULL, 2, 0 __VA_ARGS__);                       \
        bmill_bits_##name(dst, NULL, 0, N __VA_ARGS__);                        \
    }
#define COMMA ,
MANY(and_many, )
MANY(or_many, )
MANY(xor_many, )
MANY(at_least, COMMA 1)
MANY(exactly, COMMA 2)

QUIET(thresholds) /* all bits 1 or all 0, whatever the maps are */
{
    OUT(1, dst, BITS(N));
    bmill_bits_at_least(dst, NULL, 2, N, 0);
    bmill_bits_at_least(dst, NULL, 2, N, 3);
    bmill_bits_exactly(dst, NULL, 2, N, 3);
}

/* ---- matrix.h ---- */

CASE(transpose_8x8, 2)
{
    OUT(1, dst, BYTES(8));
    IN(2, a, 1, BYTES(8));
    bmill_bits_transpose_8x8(dst, a);
}
CASE(transpose_64x64, 2)
{
    OUT(1, dst, BYTES(512));
    IN(2, a, 1, BYTES(512));
    bmill_bits_transpose_64x64(dst, a);
}
CASE(transpose, 2) /* 20 rows of 12 bits in 2 bytes, stride 5, to 12 rows of 3 bytes, stride 4 */
{
    OUT(1, dst, 11 * 4 + 3, 12, "row");
    IN(2, a, 1, 19 * 5 + 2, 20, "row");
    bmill_bits_transpose(dst, 4, a, 5, 20, 12);
}
QUIET(transpose)
{
    bmill_bits_transpose(NULL, 4, NULL, 5, 20, 0);
    bmill_bits_transpose(NULL, 4, NULL, 5, 0, 12);
}
#define PLANES(size)                                                            \
    CASE(shuffle_u##size, 2)                                                    \
    {                                                                           \
        OUT(1, dst, (size)*BMILL_BYTES(N), size, "row");                        \
        IN(2, a, 1, N *(size) / 8, N, "element");                               \
        bmill_bits_shuffle_u##size(dst, a, N);                                  \
    }                                                                           \
    CASE(unshuffle_u##size, 2)                                                  \
    {                                                                           \
        OUT(1, dst, N *(size) / 8, N, "element");                               \
        IN(2, a, 1, (size)*BMILL_BYTES(N), size, "row");                        \
        bmill_bits_unshuffle_u##size(dst, a, N);                                \
    }                                                                           \
    CASE(positional_count_u##size, 2)                                           \
    {                                                                           \
        OUT(1, counts, ELEMENTS(size, size_t));                                 \
        IN(2, a, 1, N *(size) / 8, N, "element");                               \
        bmill_bits_positional_count_u##size((size_t *)(void *)counts, a, N);    \
    }                                                                           \
    QUIET(shuffle_u##size)                                                      \
    {                                                                           \
        OUT(1, counts, ELEMENTS(size, size_t));                                 \
        bmill_bits_shuffle_u##size(NULL, NULL, 0);                              \
        bmill_bits_unshuffle_u##size(NULL, NULL, 0);                            \
        bmill_bits_positional_count_u##size((size_t *)(void *)counts, NULL, 0); \
    }
PLANES(8)
PLANES(16)
PLANES(32)
PLANES(64)

/* ---- move.h ---- */

CASE(copy, 2)
{
    OUT(1, dst, BITS(90 + 13));
    IN(2, a, 1, BITS(90 + 30));
    bmill_bits_copy(dst, 13, a, 30, 90);
}
#define MOVE(name)                       \
    CASE(name, 2)                        \
    {                                    \
        OUT(1, dst, BITS(N));            \
        IN(2, a, 1, BITS(N));            \
        bmill_bits_##name(dst, a, N, 3); \
    }                                    \
    QUIET(name) { bmill_bits_##name(NULL, NULL, 0, 3); }
MOVE(shift_left)
MOVE(shift_right)
MOVE(rotate_left)
MOVE(rotate_right)
CASE(reverse, 2)
{
    OUT(1, dst, BITS(N));
    IN(2, a, 1, BITS(N));
    bmill_bits_reverse(dst, a, N);
}
#define EDIT(name)                               \
    CASE(name, 1)                                \
    {                                            \
        INOUT(1, bits, 1, BITS(N));              \
        bmill_bits_##name(bits, N, 40, 3);       \
    }                                            \
    QUIET(name)                                  \
    {                                            \
        bmill_bits_##name(NULL, 0, 0, 3);        \
        bmill_bits_##name(NULL, N, N, 3);        \
        bmill_bits_##name(NULL, N, SIZE_MAX, 3); \
    }
EDIT(insert_range)
EDIT(delete_range)
CASE(interleave, 3)
{
    OUT(1, dst, BITS(2 * N));
    IN(2, a, 1, BITS(N));
    IN(3, b, 1, BITS(N));
    bmill_bits_interleave(dst, a, b, N);
}
CASE(deinterleave, 3)
{
    OUT(1, dst_even, BITS(N));
    OUT(2, dst_odd, BITS(N));
    IN(3, a, 1, BITS(2 * N));
    bmill_bits_deinterleave(dst_even, dst_odd, a, N);
}
CASE(pext, 3) /* 13 bytes with a 1 each */
{
    OUT(1, dst, BITS(13));
    IN(2, a, 1, BITS(N));
    IN(3, mask, 1, BITS(N));
    sink = bmill_bits_pext(dst, a, mask, N);
}
CASE(pdep, 3)
{
    OUT(1, dst, BITS(N));
    IN(2, a, 1, BITS(13));
    IN(3, mask, 1, BITS(N));
    sink = bmill_bits_pdep(dst, a, mask, N);
}
QUIET(move)
{
    IN(1, mask, 0, BITS(N));
    OUT(2, dst, BITS(N));
    bmill_bits_copy(NULL, SIZE_MAX, NULL, SIZE_MAX, 0);
    bmill_bits_copy(dst, 99, mask, 100, 1);
    bmill_bits_shift_left(dst, NULL, N, N);
    bmill_bits_shift_right(dst, NULL, N, N);
    bmill_bits_reverse(NULL, NULL, 0);
    bmill_bits_interleave(NULL, NULL, NULL, 0);
    bmill_bits_deinterleave(NULL, NULL, NULL, 0);
    sink = bmill_bits_pext(NULL, mask, mask, N);
    sink = bmill_bits_pdep(dst, NULL, mask, N);
    sink = bmill_bits_pext(NULL, NULL, NULL, 0);
    sink = bmill_bits_pdep(NULL, NULL, NULL, 0);
}

/* ---- pack.h ---- */

#define PACK(suffix)                               \
    CASE(pack##suffix, 2)                          \
    {                                              \
        OUT(1, dst, BITS(N));                      \
        IN(2, bytes, 1, BYTES(N));                 \
        bmill_bits_pack##suffix(dst, bytes, N);    \
    }                                              \
    CASE(unpack##suffix, 2)                        \
    {                                              \
        OUT(1, bytes, BYTES(N));                   \
        IN(2, bits, 1, BITS(N));                   \
        bmill_bits_unpack##suffix(bytes, bits, N); \
    }                                              \
    QUIET(pack##suffix)                            \
    {                                              \
        bmill_bits_pack##suffix(NULL, NULL, 0);    \
        bmill_bits_unpack##suffix(NULL, NULL, 0);  \
    }
PACK()
PACK(_msb)
CASE(reverse_in_bytes, 2)
{
    OUT(1, dst, BYTES(N));
    IN(2, a, 1, BYTES(N));
    bmill_bits_reverse_in_bytes(dst, a, N);
}
QUIET(reverse_in_bytes) { bmill_bits_reverse_in_bytes(NULL, NULL, 0); }

/* ---- random.h, search.h, ternary.h ---- */

CASE(random, 1)
{
    OUT(1, dst, BITS(N));
    bmill_bits_random(dst, N, 1, 1, 1);
}
CASE(random_exactly, 1)
{
    OUT(1, dst, BITS(N));
    bmill_bits_random_exactly(dst, N, 7, 1);
}
QUIET(random)
{
    bmill_bits_random(NULL, 0, 1, 1, 1);
    bmill_bits_random_exactly(NULL, 0, 7, 1);
}
#define PATTERN(name, ...)                                              \
    CASE(name, 2)                                                       \
    {                                                                   \
        IN(1, bits, 1, BITS(N));                                        \
        IN(2, pattern, 1, BITS(20));                                    \
        sink = bmill_bits_##name(bits, pattern, N, __VA_ARGS__ 20);     \
    }                                                                   \
    QUIET(name)                                                         \
    {                                                                   \
        sink = bmill_bits_##name(NULL, NULL, 0, __VA_ARGS__ 20);        \
        sink = bmill_bits_##name(NULL, NULL, 0, __VA_ARGS__ 0);         \
        sink = bmill_bits_##name(one_byte, NULL, N, __VA_ARGS__ 0);     \
        sink = bmill_bits_##name(one_byte, NULL, N, __VA_ARGS__ N + 1); \
    }
PATTERN(find_first_pattern, )
PATTERN(find_next_pattern, 30 COMMA)
PATTERN(count_pattern, )
#define OF_THREE(name, ...)                             \
    CASE(name, 4)                                       \
    {                                                   \
        OUT(1, dst, BITS(N));                           \
        IN(2, a, 1, BITS(N));                           \
        IN(3, b, 1, BITS(N));                           \
        IN(4, c, 1, BITS(N));                           \
        bmill_bits_##name(dst, a, b, c, N __VA_ARGS__); \
    }                                                   \
    QUIET(name) { bmill_bits_##name(NULL, NULL, NULL, NULL, 0 __VA_ARGS__); }
OF_THREE(majority, )
OF_THREE(ternary, COMMA 0xe8)
CASE(mux, 4)
{
    OUT(1, dst, BITS(N));
    IN(2, mask, 1, BITS(N));
    IN(3, a, 1, BITS(N));
    IN(4, b, 1, BITS(N));
    bmill_bits_mux(dst, mask, a, b, N);
}
QUIET(mux) { bmill_bits_mux(NULL, NULL, NULL, NULL, 0); }
#define TERNARY(name)                               \
    CASE(name, 3)                                   \
    {                                               \
        IN(1, a, 1, BITS(N));                       \
        IN(2, b, 1, BITS(N));                       \
        IN(3, c, 1, BITS(N));                       \
        sink = bmill_bits_##name(a, b, c, N, 0xe8); \
    }                                               \
    QUIET(name) { sink = bmill_bits_##name(NULL, NULL, NULL, 0, 0xe8); }
TERNARY(ternary_count)
TERNARY(ternary_any)

/* ---- text.h: a shorter text has fewer bits, and only these are read; _msb reads the last ---- */

#define FORMAT(name, digits)                                          \
    CASE(format_##name, 2)                                            \
    {                                                                 \
        OUT(1, text, (digits) + 1, (digits) + 1, "character");        \
        IN(2, bits, 1, BITS(N));                                      \
        sink = bmill_bits_format_##name((char *)text, 1000, bits, N); \
    }                                                                 \
    QUIET(format_##name)                                              \
    {                                                                 \
        OUT(1, text, BYTES(4));                                       \
        IN(2, bits, 1, BITS(N));                                      \
        sink = bmill_bits_format_##name(NULL, 0, bits, N);            \
        sink = bmill_bits_format_##name((char *)text, 4, bits, N);    \
        sink = bmill_bits_format_##name(NULL, 0, NULL, 0);            \
        sink = bmill_bits_format_##name((char *)text, 1000, NULL, 0); \
    }
FORMAT(binary, N)
FORMAT(binary_msb, N)
FORMAT(hex, (N + 3) / 4)
FORMAT(hex_msb, (N + 3) / 4)
FORMAT(ranges, 36) /* 0,8,16, and so on to 96 */
QUIET(format_short)
{
    OUT(1, text, BYTES(9));
    IN(2, bits, 1, BITS(8));
    sink = bmill_bits_format_binary((char *)text, 9, bits, N);
    sink = bmill_bits_format_hex((char *)text, 3, bits, N);
    sink = bmill_bits_format_binary_msb((char *)text, 1, bits, N);
}
#define PARSE(name, digit)                                                                  \
    CASE(parse_##name, 3)                                                                   \
    {                                                                                       \
        INOUT(1, bits, 0, BITS(N));                                                         \
        IN(2, text, digit, 20, 20, "character");                                            \
        OUT(3, error, ELEMENTS(1, size_t));                                                 \
        sink = bmill_bits_parse_##name(bits, N, (char *)text, 20, (size_t *)(void *)error); \
    }                                                                                       \
    QUIET(parse_##name)                                                                     \
    {                                                                                       \
        INOUT(1, bits, 0, BITS(N));                                                         \
        sink = bmill_bits_parse_##name(bits, N, "10", 2, NULL);                             \
        sink = bmill_bits_parse_##name(bits, N, NULL, 0, NULL);                             \
        sink = bmill_bits_parse_##name(NULL, 0, NULL, 0, NULL);                             \
    }
PARSE(binary, '1')
PARSE(binary_msb, '1')
PARSE(hex, '1')
PARSE(hex_msb, '1')
PARSE(ranges, ' ')

/* ---- values.h ---- */

#define COMPARE(R, T, type)                                                 \
    CASE(R##_##T, 3)                                                        \
    {                                                                       \
        OUT(1, dst, BITS(N));                                               \
        IN(2, a, 0, ELEMENTS(N, type));                                     \
        IN(3, b, 0, ELEMENTS(N, type));                                     \
        bmill_bits_##R##_##T(dst, (type *)(void *)a, (type *)(void *)b, N); \
    }                                                                       \
    CASE(R##_value_##T, 2)                                                  \
    {                                                                       \
        OUT(1, dst, BITS(N));                                               \
        IN(2, a, 0, ELEMENTS(N, type));                                     \
        bmill_bits_##R##_value_##T(dst, (type *)(void *)a, N, 1);           \
    }                                                                       \
    QUIET(R##_##T)                                                          \
    {                                                                       \
        bmill_bits_##R##_##T(NULL, NULL, NULL, 0);                          \
        bmill_bits_##R##_value_##T(NULL, NULL, 0, 1);                       \
    }
#define COMPARES(T, type) \
    COMPARE(eq, T, type)  \
    COMPARE(ne, T, type)  \
    COMPARE(lt, T, type)  \
    COMPARE(le, T, type)  \
    COMPARE(gt, T, type)  \
    COMPARE(ge, T, type)
COMPARES(u8, uint8_t)
COMPARES(u16, uint16_t)
COMPARES(u32, uint32_t)
COMPARES(u64, uint64_t)
COMPARES(i8, int8_t)
COMPARES(i16, int16_t)
COMPARES(i32, int32_t)
COMPARES(i64, int64_t)
COMPARES(f32, float)
COMPARES(f64, double)
#define FILTER(T, type)                                                                \
    CASE(filter_##T, 3)                                                                \
    {                                                                                  \
        OUT(1, dst, ELEMENTS(13, type));                                               \
        IN(2, a, 0, ELEMENTS(N, type));                                                \
        IN(3, mask, 1, BITS(N));                                                       \
        sink = bmill_bits_filter_##T((type *)(void *)dst, (type *)(void *)a, mask, N); \
    }                                                                                  \
    CASE(expand_##T, 3)                                                                \
    {                                                                                  \
        OUT(1, dst, ELEMENTS(N, type));                                                \
        IN(2, a, 0, ELEMENTS(13, type));                                               \
        IN(3, mask, 1, BITS(N));                                                       \
        sink = bmill_bits_expand_##T((type *)(void *)dst, (type *)(void *)a, mask, N); \
    }                                                                                  \
    QUIET(filter_##T)                                                                  \
    {                                                                                  \
        OUT(1, dst, ELEMENTS(N, type));                                                \
        IN(2, mask, 0, BITS(N));                                                       \
        sink = bmill_bits_filter_##T(NULL, (type *)(void *)dst, mask, N);              \
        sink = bmill_bits_expand_##T((type *)(void *)dst, NULL, mask, N);              \
        sink = bmill_bits_filter_##T(NULL, NULL, NULL, 0);                             \
        sink = bmill_bits_expand_##T(NULL, NULL, NULL, 0);                             \
    }
FILTER(u8, uint8_t)
FILTER(u16, uint16_t)
FILTER(u32, uint32_t)
FILTER(u64, uint64_t)

/* ---- Far too much: sizes that no memory has, whose bytes do not fit a size_t, and whose end would
 * be past that of the address space. ---- */

static void expect(const char *argument, size_t has, size_t needs, size_t count, const char *unit,
                   const char *access)
{
    expected->access = access;
    snprintf(expected->line, sizeof expected->line,
             "bitmill: %s: %s has %zu of the %zu bytes that %zu %ss take\n", function_called,
             argument, has, needs, count, unit);
}
#define EXCESS(name)                                                                 \
    static void excess_##name(void);                                                 \
    __attribute__((constructor)) static void add_excess_##name(void)                 \
    {                                                                                \
        excess[nexcess++] = (struct test){"bmill_bits_" #name, 0, 0, excess_##name}; \
    }                                                                                \
    static void excess_##name(void)
EXCESS(count)
{
    IN(9, bits, 1, BYTES(13));
    expect("bits", 13, SIZE_MAX / 8 + 1, SIZE_MAX, "bit", "READ");
    sink = bmill_bits_count(bits, SIZE_MAX);
}
EXCESS(set_range)
{
    INOUT(9, bits, 1, BYTES(13));
    expect("bits", 13, SIZE_MAX / 8 + 1, SIZE_MAX - 2, "bit", "WRITE");
    bmill_bits_set_range(bits, SIZE_MAX - 5, 3);
}
EXCESS(clear_range)
{
    INOUT(9, bits, 1, BYTES(13));
    expect("bits", 13, SIZE_MAX / 4 + 1, SIZE_MAX, "bit", "WRITE");
    bmill_bits_clear_range(bits, SIZE_MAX, SIZE_MAX);
}
EXCESS(positional_count_u64)
{
    OUT(9, counts, ELEMENTS(64, size_t));
    IN(9, a, 1, BYTES(13));
    expect("a", 13, SIZE_MAX, SIZE_MAX / 2, "element", "READ");
    bmill_bits_positional_count_u64((size_t *)(void *)counts, a, SIZE_MAX / 2);
}
EXCESS(format_binary_msb) /* of a short text, the last bits */
{
    OUT(9, text, BYTES(4));
    IN(9, bits, 1, BYTES(12));
    expect("bits", 12, 13, N, "bit", "READ");
    sink = bmill_bits_format_binary_msb((char *)text, 4, bits, N);
}
EXCESS(find_first_set_run) /* that is the whole bitmap */
{
    IN(9, bits, 1, BYTES(12));
    expect("bits", 12, 13, N, "bit", "READ");
    sink = bmill_bits_find_first_set_run(bits, N, N, 1);
}
EXCESS(transpose)
{
    OUT(9, dst, BYTES(64));
    IN(9, a, 1, BYTES(13));
    expect("a", 13, SIZE_MAX, 8, "row", "READ");
    bmill_bits_transpose(dst, 8, a, SIZE_MAX / 2, 8, 8);
}

/* ---- The children: each should end with a report ---- */

static int passed, failed, skipped;

#ifndef ARRAYS
/* Whether short blocks can be seen. */
#if !defined(__has_builtin)
#define __has_builtin(x) 0
#endif
#if ASAN
static const char *const why_not = NULL;
#elif !__has_builtin(__builtin_dynamic_object_size)
static const char *const why_not = "the compiler has no __builtin_dynamic_object_size";
#elif !defined(__OPTIMIZE__)
static const char *const why_not = "built without optimisation, the length of blocks is not known";
#else
static const char *const why_not = NULL;
#endif
#endif

static void outcome(bool right, const char *function, int block, const char *said)
{
    if (right) {
        passed++;
        return;
    }
    failed++;
    printf("failed: %s, block %d one byte short (0: far too short):\n  expected: %s  got: %.300s\n",
           function, block, expected->line, *said ? said : "no report\n");
}

/* The output of a child on standard error, and how it ended. */
static int run_in_child(const struct test *test, char *said, size_t size)
{
    int pipes[2], status = -1;
    size_t n = 0;
    ssize_t got;
    pid_t child;
    if (pipe(pipes) != 0 || (child = fork()) < 0)
        abort();
    if (child == 0) {
        dup2(pipes[1], STDERR_FILENO);
        test->call();
        _exit(0);
    }
    close(pipes[1]);
    while ((got = read(pipes[0], said + n, n < size - 1 ? size - 1 - n : 0)) > 0)
        n += (size_t)got;
    said[n] = 0;
    while (read(pipes[0], &(char[256]){0}, 256) > 0)
        ;
    close(pipes[0]);
    waitpid(child, &status, 0);
    return status;
}

static void expect_report(const struct test *test, int block)
{
    static char said[4096];
    char access[40];
    size_t n;
    int status;
    *expected = (struct expected){"", NULL};
    function_called = test->function;
    status = run_in_child(test, said, sizeof said);
    n = strlen(expected->line);
    snprintf(access, sizeof access, "%s of size", expected->access ? expected->access : "?");
    if (ASAN)
        outcome(n > 0 && status != 0 && strncmp(said, expected->line, n) == 0 &&
                    strstr(said, "AddressSanitizer") && strstr(said, "buffer-overflow") &&
                    strstr(said, access),
                test->function, block, said);
    else
        outcome(n > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT &&
                    strcmp(said, expected->line) == 0,
                test->function, block, said);
}

/* Whatever is said here ends the program, and is seen as a missing closing line. */
static void expect_silence(void)
{
    for (int k = 0; k < ncases; k++, passed++)
        cases[k].call();
    for (int k = 0; k < nquiet; k++, passed++)
        quiet[k].call();
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--list") == 0) {
        for (int k = 0; k < ncases; k++)
            printf("%s %d\n", cases[k].function, cases[k].pointers);
        return 0;
    }
    expected =
        mmap(NULL, sizeof *expected, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (expected == MAP_FAILED)
        abort();
#ifdef ARRAYS
    for (int k = 0; SHORT > 0 && k < ncases; k++)
        if (SHORT <= cases[k].pointers)
            expect_report(&cases[k], SHORT);
    if (SHORT == 0)
        expect_silence();
#else
    expect_silence();
    if (why_not) {
        printf("skipped: overrun: short blocks: %s\n", why_not);
        skipped++;
    }
    for (int k = 0; k < nexcess && !why_not; k++)
        expect_report(&excess[k], 0);
    for (int k = 0; k < ncases && !why_not; k++)
        for (short_block = 1; short_block <= (ASAN ? cases[k].blocks : cases[k].pointers);
             short_block++)
            expect_report(&cases[k], short_block);
#endif
    printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped);
    return failed > 0 || passed == 0;
}
