/* bench_thresholds.c: the cost on either side of each threshold of lib/tables/thresholds.def, or
 * why it has no other side. The library in this program is compiled with variables in place of
 * these constants (movable.h), so both ways are measured in one run, in turns, by the same code.
 * script/bench --thresholds makes tables and pictures of what this prints.
 */
#include "movable.h"
#include "tables/vector_thresholds.h"

#include <bitmill.h>
#include <bitmill/bits/search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What lib/tables says. */
#define BMILL_THRESHOLD(group, unit, name, value)        {#name, (size_t)(value)},
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) {#name, (size_t)(value)},
static const struct constant {
    const char *name;
    size_t value;
} constants[] = {
#include "../../lib/tables/thresholds.def"
};
enum { CONSTANTS = sizeof constants / sizeof constants[0] };

static size_t value_of(const char *name)
{
    for (size_t i = 0; i < CONSTANTS; i++)
        if (strcmp(constants[i].name, name) == 0)
            return constants[i].value;
    fprintf(stderr, "bench_thresholds: %s: lib/tables/thresholds.def has no such row\n", name);
    exit(1);
}

/* ---- Memory ---- */

enum { MOST_BYTES = 32 << 20, ROOM = MOST_BYTES + 4096 };
static unsigned char *a, *b, *dst;

static void fill_random(unsigned char *p, size_t nbytes, unsigned density, uint64_t state)
{
    memset(p, 0, nbytes);
    for (size_t i = 0; i < 8 * nbytes; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        if ((state >> 33) % density == 0)
            p[i / 8] = (unsigned char)(p[i / 8] | 1u << i % 8);
    }
}

static unsigned char *new_memory(void)
{
    unsigned char *p = aligned_alloc(4096, ROOM);
    if (!p) {
        fprintf(stderr, "bench_thresholds: no memory: %zu bytes\n", (size_t)ROOM);
        exit(1);
    }
    memset(p, 0, ROOM); /* pages that are there when the clock starts */
    return p;
}

/* ---- What is measured: x is a length, or, where the threshold is the length of a block, what it
 * is set to, which these do not see. ---- */

enum { SHORT = 4 << 10, BLOCKS = 1 << 20, FINDS = 32 << 10, FRESH = 4 << 20 };

/* Where branches depend on bits, each call gets other bits, which no branch predictor learns: on
 * bits that are always the same, decoding line by line seemed twice as fast as by batches. */
static size_t fresh_at;
static const unsigned char *fresh(size_t nbytes)
{
    fresh_at = (fresh_at + nbytes) % FRESH;
    return a + fresh_at;
}

static size_t count_one_off(size_t x) { return bmill_bits_count(a + 1, 8 * x); }
#if BMILL_SIMD == BMILL_SIMD_AVX2
static size_t and_count(size_t x) { return bmill_bits_and_count(a, b, 8 * x); }
#endif
static size_t and_one_off(size_t x) { return bmill_bits_and(dst + 1, a + 1, b + 1, 8 * x), 0; }
static size_t and_apart(size_t x) { return bmill_bits_and(dst, a, b, 8 * x), 0; }
#if BMILL_SIMD == BMILL_SIMD_AVX2
static size_t similarity(size_t x)
{
    return (void)x, (size_t)(1e9 * bmill_bits_jaccard(a, b, 8 * (size_t)BLOCKS));
}
#endif
static size_t next_set(size_t x)
{
    const unsigned char *bits = fresh(FINDS);
    size_t sum = 0, nbits = 8 * (size_t)FINDS;
    (void)x;
    for (size_t i = bmill_bits_find_next_set(bits, nbits, 0); i < nbits;
         i = bmill_bits_find_next_set(bits, nbits, i + 1))
        sum += i;
    return sum;
}
static size_t set_range(size_t x) { return bmill_bits_set_range(dst, 0, 8 * x), 0; }
static size_t find_run(size_t x)
{
    return bmill_bits_find_first_clear_run(a, 8 * (size_t)SHORT, x, 0);
}
static size_t decode(size_t x)
{
    size_t from = 0;
    return bmill_bits_decode_u32((uint32_t *)(void *)dst, fresh(64 * x), 512 * x, 512 * x, &from,
                                 0);
}
static size_t copy(size_t x) { return bmill_bits_copy(dst, 3, a, 3, 8 * x - 6), 0; }
static size_t rotate(size_t x)
{
    return (void)x, bmill_bits_rotate_left(dst, dst, 8 * (size_t)BLOCKS, 8 * (size_t)BLOCKS / 3), 0;
}
static size_t count_pattern(size_t x)
{
    return bmill_bits_count_pattern(a, "\x12\x34\x56\x78\x9a\xbc", 8 * (size_t)SHORT, x);
}

/* ---- The rows ---- */

static const size_t infinite = (size_t)1 << 40;

enum kind { LENGTHS, VALUES };

struct row {
    const char *threshold, *operation;
    const char *x; /* what is varied, with its unit */
    enum kind kind;
    size_t *variable;
    size_t unit;  /* the variable is the threshold, divided by this */
    size_t least; /* LENGTHS: set to this, all lengths go the way of long ones */
    size_t (*run)(size_t x);
    unsigned density; /* of a: 1 bit in so many */
    size_t xs[20];
    /* LENGTHS: up to which x the way of short ones is right, and from which that of long ones */
    size_t last_short, first_long;
};

#define MOVED(member) &bench_movable.member
#if BMILL_SIMD == BMILL_SIMD_AVX512
#define BATCH_BITS "AVX512_BATCH_BITS"
#define QUICK      "AVX512_QUICK_BITS"
#else
#define BATCH_BITS "AVX2_BATCH_BITS"
#define QUICK      "AVX2_QUICK_BITS"
#endif

static const struct row rows[] = {
    {"ALIGN_BYTES",
     "count, one byte off",
     "bytes",
     LENGTHS,
     MOVED(align_bytes),
     1,
     0,
     count_one_off,
     2,
     {512, 1024, 1536, 2048, 3072, 4096, 8192, 16384, 32768, 131072, 524288},
     infinite,
     256},
    {"ALIGN_BYTES",
     "and, one byte off",
     "bytes",
     LENGTHS,
     MOVED(align_bytes),
     1,
     0,
     and_one_off,
     2,
     {512, 1024, 1536, 2048, 3072, 4096, 8192, 16384, 32768, 131072, 524288},
     infinite,
     256},
    {"STREAM_UNKNOWN_BYTES",
     "and into a third bitmap",
     "bytes of each",
     LENGTHS,
     MOVED(stream_bytes),
     3,
     0,
     and_apart,
     2,
     {65536, 262144, 524288, 1 << 20, 2 << 20, 3 << 20, 4 << 20, 6 << 20, 8 << 20, 16 << 20,
      32 << 20},
     infinite,
     4096},
#if BMILL_SIMD == BMILL_SIMD_AVX2 /* no instruction counts the bits of a vector */
    {"COUNT_BY_ADDERS_BYTES",
     "and_count",
     "bytes",
     LENGTHS,
     MOVED(count_by_adders_bytes),
     1,
     0,
     and_count,
     2,
     {768, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 4096, 8192, 32768},
     infinite,
     768},
    {"SIMILARITY_BLOCK_BITS",
     "jaccard of 1 MiB",
     "bits",
     VALUES,
     MOVED(similarity_block_bits),
     1,
     0,
     similarity,
     2,
     {8 * 512, 8 * 1024, 8 * 2048, 8 * 4096, 8 * 8192, 8 * 16384, 8 * 32768, 8 * 65536, 8 << 20},
     0,
     0},
#endif
    {"NEXT_WORDS_BITS",
     "find_next_set, 1 bit in 30",
     "bits",
     VALUES,
     MOVED(next_words_bits),
     1,
     0,
     next_set,
     30,
     {0, 64, 128, 192, 256, 320, 384, 512, 1024},
     0,
     0},
    {"NEXT_WORDS_BITS",
     "find_next_set, 1 bit in 100",
     "bits",
     VALUES,
     MOVED(next_words_bits),
     1,
     0,
     next_set,
     100,
     {0, 64, 128, 192, 256, 320, 384, 512, 1024},
     0,
     0},
    {"NEXT_WORDS_BITS",
     "find_next_set, 1 bit in 1000",
     "bits",
     VALUES,
     MOVED(next_words_bits),
     1,
     0,
     next_set,
     1000,
     {0, 64, 128, 192, 256, 320, 384, 512, 1024},
     0,
     0},
    {"FILL_BYTES",
     "set_range",
     "bytes",
     LENGTHS,
     MOVED(fill_bytes),
     1,
     0,
     set_range,
     2,
     {12, 16, 24, 32, 48, 64, 65, 80, 96, 128, 192, 256, 512, 1024},
     infinite,
     9},
    {"LONG_RUN",
     "find_first_clear_run in 4 KiB, half of the bits 1",
     "bits of the run",
     LENGTHS,
     MOVED(long_run),
     1,
     0,
     find_run,
     2,
     {72, 80, 96, 112, 120, 127, 128, 129, 160, 200, 300, 500, 1000},
     127,
     72},
#if BMILL_SIMD == BMILL_SIMD_AVX2 || BMILL_SIMD == BMILL_SIMD_AVX512
    {BATCH_BITS,
     "decode_u32, 1 bit in 10",
     "lines of 512 bits",
     LENGTHS,
     MOVED(fewest_lines),
     512,
     1,
     decode,
     10,
     {1, 2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 64, 128, 256},
     infinite,
     1},
    {BATCH_BITS,
     "decode_u32, 1 bit in 100",
     "lines of 512 bits",
     LENGTHS,
     MOVED(fewest_lines),
     512,
     1,
     decode,
     100,
     {1, 2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 64, 128, 256},
     infinite,
     1},
    {QUICK,
     "count_pattern in 4 KiB",
     "bits of the pattern",
     LENGTHS,
     MOVED(quick_bits),
     1,
     0,
     count_pattern,
     2,
     {10, 12, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 28, 32, 40},
     infinite,
     10},
#endif
    {"MEMMOVE_BYTES",
     "copy from bit 3 to bit 3",
     "bytes",
     LENGTHS,
     MOVED(memmove_bytes),
     1,
     0,
     copy,
     2,
     {16, 32, 48, 64, 96, 128, 192, 256, 384, 512},
     8 * V_BYTES,
     9},
    {"COPY_LOOP_BYTES",
     "copy from bit 3 to bit 3",
     "bytes",
     LENGTHS,
     MOVED(copy_loop_bytes),
     1,
     0,
     copy,
     2,
     {768, 1024, 1536, 2048, 2049, 3072, 4096, 8192, 16384},
     infinite,
     8 * V_BYTES + 1},
    {"COPY_LOOP_MOST_BYTES",
     "copy from bit 3 to bit 3",
     "bytes",
     LENGTHS,
     MOVED(copy_loop_most_bytes),
     1,
     0,
     copy,
     2,
     {4096, 8192, 12288, 16384, 20480, 24576, 32768, 65536, 131072},
     infinite,
     2049},
    {"ROTATE_BLOCK_BITS",
     "rotate_left of 1 MiB in place by a third",
     "bits",
     VALUES,
     MOVED(rotate_block_bits),
     1,
     0,
     rotate,
     2,
     {8 * 255, 8 * 511, 8 * 1023, 8 * 2047, 8 * 4095, 8 * 8191, 8 * 16383, 8 * 32767},
     0,
     0},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

/* Those with no other side that can be measured, and why. */
static const struct fixed {
    const char *threshold, *reason;
} fixed[] = {
    {"ONE_WORD", "the size of a word"},
    {"TWO_WORDS", "as many bytes as two words that overlap have"},
    {"FOUR_WORDS", "as many bytes as four words that overlap have"},
    {"ONE_VECTOR", "the size of a vector"},
    {"TWO_VECTORS", "as many bytes as two vectors that overlap have"},
    {"STREAM_LEAST_BYTES", "a limit for what the size of the cache says: see STREAM_UNKNOWN_BYTES"},
    {"STREAM_MOST_BYTES", "a limit for what the size of the cache says: see STREAM_UNKNOWN_BYTES"},
    {"SELECT_BLOCK", "eight words, which the code has one by one"},
    {"FOUR_VECTORS", "a loop's step: its code has as many vectors"},
    {"FIVE_VECTORS", "a loop's step: its code has as many vectors"},
    {"EIGHT_VECTORS", "a loop's step: its code has as many vectors"},
    {"SIXTEEN_VECTORS", "a loop's step: its code has as many vectors"},
    {"LINE_BITS", "a line has as many bits: its code works on eight words"},
    {"FOUR_LINES", "a loop's step: its code has four lines"},
    {"MOST_BATCH_BITS", "the size of an array: not moved"},
    {"WORD_ROOM", "a word has as many bits"},
    {"LINE_ROOM", "a line has as many bits"},
    {"INDICES_AT_ONCE",
     "a loop of constant length, which the compiler turns into vectors: not moved"},
    {"RUN_STEP", "a loop of constant length: not moved"},
    {"WORD_BITS_ANYWHERE", "as many bits are in one word, wherever they begin"},
    {"COPY_STEP", "a loop's step: its code has as many vectors"},
    {"COPY_HALVES", "a loop's step: its code has as many vectors"},
    {"COPY_ONE_VECTOR", "as many bytes as a vector and two ends have"},
    {"COPY_TWO_VECTORS", "as many bytes as two vectors and two ends have"},
    {"SHIFT_BYTES", "an expression in the kernel (14 * V_BYTES), not its name: not moved"},
    {"ROTATE_BLOCK_BYTES", "room for a block of ROTATE_BLOCK_BITS that begins at any bit"},
    {"STRIP_BYTES", "the size of an array: not moved"},
    {"PLANES_BYTES", "the size of an array: not moved"},
    {"GROUP", "the code adds as many bitmaps at a time"},
    {"TWO_BYTE_PATTERN", "two bytes hold a longer pattern at some positions only"},
    {"EXACT_BITS", "three bytes hold a longer pattern at some positions only"},
    {"PATTERN_WORD", "a word has as many bits"},
    {"SPAN", "the bytes that a step reads"},
    {"FOUR_SPANS", "the bytes that four steps read"},
    {"STEPS_LEAST_BITS", "two words: that of a step, and one that selects enough after it"},
    {"FEW_ELEMENTS", "a byte of the mask has as many bits"},
    {"ELEMENTS_OF_A_WORD", "a word of the mask has as many bits"},
    {"PACKED_AT_ONCE", "a loop's step: its code has as many vectors"},
    {"TILE_SIDE", "the size of an array: not moved"},
    {"MASK_LINE", "a line has as many bits: its code works on eight words"},
    {"MASK_BLOCK", "a word has a bit for each word: its code works on 64"},
    {"HEX_ONE_WORD", "as many bits make a word of digits"},
    {"HEX_TWO_WORDS", "as many bits make two words of digits"},
    {"HEX_BYTES", "as many bytes make a block of digits"},
    {"BINARY_WORD", "a word has as many bits"},
    {"RANDOM_BITS", "the state has as many bits"},
#if BMILL_SIMD == BMILL_SIMD_AVX512
    {"COUNT_BY_ADDERS_BYTES", "not in this set, whose vectors count their bits: see avx2"},
    {"SIMILARITY_BLOCK_BITS", "not in this set, whose vectors count their bits: see avx2"},
    {"AVX2_BATCH_BITS", "not in this set: see avx2"},
    {"AVX2_QUICK_BITS", "not in this set: see avx2"},
#else
    {"AVX512_BATCH_BITS", "not in this set: see avx512"},
    {"AVX512_QUICK_BITS", "not in this set: see avx512"},
#endif
#if BMILL_SIMD != BMILL_SIMD_AVX2 && BMILL_SIMD != BMILL_SIMD_AVX512
    {"COUNT_BY_ADDERS_BYTES", "not measured in this set"},
    {"SIMILARITY_BLOCK_BITS", "not measured in this set"},
    {"AVX2_BATCH_BITS", "not in this set: see avx2"},
    {"AVX2_QUICK_BITS", "not in this set: see avx2"},
#endif
};
enum { FIXED = sizeof fixed / sizeof fixed[0] };

struct bench_movable bench_movable;

static void set_all(void)
{
    bench_movable.align_bytes = value_of("ALIGN_BYTES");
    bench_movable.stream_bytes = value_of("STREAM_UNKNOWN_BYTES") / 3;
    bench_movable.count_by_adders_bytes = value_of("COUNT_BY_ADDERS_BYTES");
    bench_movable.next_words_bits = value_of("NEXT_WORDS_BITS");
    bench_movable.similarity_block_bits = value_of("SIMILARITY_BLOCK_BITS");
    bench_movable.fill_bytes = value_of("FILL_BYTES");
    bench_movable.long_run = value_of("LONG_RUN");
    bench_movable.fewest_lines = value_of(BATCH_BITS) / value_of("LINE_BITS");
    bench_movable.memmove_bytes = value_of("MEMMOVE_BYTES");
    bench_movable.copy_loop_bytes = value_of("COPY_LOOP_BYTES");
    bench_movable.copy_loop_most_bytes = value_of("COPY_LOOP_MOST_BYTES");
    bench_movable.rotate_block_bits = value_of("ROTATE_BLOCK_BITS");
    bench_movable.quick_bits = value_of(QUICK);
}

/* Whether each threshold has a row here, and each row a threshold. */
static bool all_known(void)
{
    bool known = true;
    for (size_t i = 0; i < CONSTANTS; i++) {
        size_t found = 0;
        for (size_t k = 0; k < ROWS; k++)
            found += strcmp(rows[k].threshold, constants[i].name) == 0;
        for (size_t k = 0; k < FIXED; k++)
            found += strcmp(fixed[k].threshold, constants[i].name) == 0;
        if (!found) {
            fprintf(stderr,
                    "bench_thresholds: %s: expected a row that measures it, or a reason why not\n",
                    constants[i].name);
            known = false;
        }
    }
    for (size_t k = 0; k < FIXED; k++)
        (void)value_of(fixed[k].threshold);
    return known;
}

/* ---- Time ---- */

static double now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static volatile size_t used;

static double time_calls(const struct row *row, size_t x, size_t value, size_t calls)
{
    double start;
    *row->variable = value;
    used = row->run(x); /* as the calls before leave the caches */
    start = now_ns();
    for (size_t i = 0; i < calls; i++)
        used = row->run(x);
    return (now_ns() - start) / (double)calls;
}

static int by_value(const void *p, const void *q)
{
    double x = *(const double *)p, y = *(const double *)q;
    return (x > y) - (x < y);
}
static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, by_value);
    return (values[(n - 1) / 2] + values[n / 2]) / 2;
}

enum { MOST_PASSES = 31, MOST_WAYS = 20 };
static size_t passes = 31;
static double batch_ns = 1e5;

/* Measures ways in turns, each another x or another value, and prints a line for each. */
static void measure(const struct row *row, size_t ways, const size_t *x, const size_t *value,
                    const char *const *names)
{
    static double ns[MOST_WAYS][MOST_PASSES];
    size_t calls[MOST_WAYS];
    for (size_t w = 0; w < ways; w++) {
        calls[w] = 1;
        while (time_calls(row, x[w], value[w], calls[w]) * (double)calls[w] < batch_ns / 2)
            calls[w] *= 2;
    }
    for (size_t pass = 0; pass < passes; pass++)
        for (size_t w = 0; w < ways; w++) {
            size_t k = pass % 2 ? ways - 1 - w : w;
            ns[k][pass] = time_calls(row, x[k], value[k], calls[k]);
        }
    for (size_t w = 0; w < ways; w++)
        printf("%s;%zu;%s;%s;%zu;%s;%.5g\n", row->threshold, value_of(row->threshold) / row->unit,
               row->operation, row->x, row->kind == VALUES ? value[w] : x[w], names[w],
               median(ns[w], passes));
}

/* Both ways must do the same. */
static bool same_results(const struct row *row, size_t x, size_t one, size_t other)
{
    static unsigned char kept[BLOCKS + 64];
    size_t value, n = sizeof kept;
    memset(dst, 0x5c, n);
    *row->variable = one;
    fresh_at = 0;
    value = row->run(x);
    memcpy(kept, dst, n);
    memset(dst, 0x5c, n);
    *row->variable = other;
    fresh_at = 0;
    if (row->run(x) == value && memcmp(kept, dst, n) == 0)
        return true;
    fprintf(stderr, "FAILED: %s at %zu: %s is another with %zu than with %zu\n", row->threshold, x,
            row->operation, one, other);
    return false;
}

static bool measure_row(const struct row *row, size_t most)
{
    static const char *const ways[] = {"short", "long"}, *const values[MOST_WAYS] = {
                                                             "set", "set", "set", "set", "set",
                                                             "set", "set", "set", "set", "set",
                                                             "set", "set", "set", "set", "set",
                                                             "set", "set", "set", "set", "set"};
    size_t zeros[MOST_WAYS] = {0}, n = 0;
    bool right = true;
    while (n < sizeof row->xs / sizeof row->xs[0] && (row->xs[n] || n == 0))
        n++;
    fill_random(a, FRESH + FINDS, row->density, 1);
    set_all();
    if (row->kind == VALUES) {
        for (size_t i = 1; i < n; i++)
            right &= same_results(row, 0, row->xs[0], row->xs[i]);
        measure(row, n, zeros, row->xs, values);
    } else {
        for (size_t i = 0; i < n && row->xs[i] <= most; i++) {
            size_t x[2] = {row->xs[i], row->xs[i]}, moved[2] = {infinite, row->least};
            size_t first = row->xs[i] > row->last_short,
                   count = !first && x[0] >= row->first_long ? 2 : 1;
            if (count == 2)
                right &= same_results(row, x[0], moved[0], moved[1]);
            measure(row, count, x, moved + first, ways + first);
        }
    }
    set_all();
    return right;
}

static const char usage[] =
    "usage: bench_thresholds [--quick | --fixed]\n"
    "\n"
    "Prints a line for each point of the curves: threshold; its value; operation; what is varied;\n"
    "to what; which way (short, long), or \"set\" where the threshold itself is varied; ns of a "
    "call.\n"
    "\n"
    "  --quick  in a second: lengths of up to 64 KiB, three passes\n"
    "  --fixed  instead: the thresholds that have no other side, and why\n"
    "\n"
    "Exit status: 0; 1 if the two ways differ in what they compute, or a threshold has no row; 2: "
    "misuse.\n";

int main(int argc, char **argv)
{
    size_t most = MOST_BYTES;
    bool right = all_known();
    if (argc > 2 || (argc == 2 && strcmp(argv[1], "--help") != 0 &&
                     strcmp(argv[1], "--quick") != 0 && strcmp(argv[1], "--fixed") != 0)) {
        fprintf(stderr, "bench_thresholds: %s: expected --quick or --fixed; see --help\n",
                argv[argc - 1]);
        return 2;
    }
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        fputs(usage, stdout);
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--fixed") == 0) {
        for (size_t i = 0; i < FIXED; i++)
            printf("%s;%zu;%s\n", fixed[i].threshold, value_of(fixed[i].threshold),
                   fixed[i].reason);
        return !right;
    }
    if (argc == 2)
        most = 64 << 10, passes = 3, batch_ns = 1e4;
    a = new_memory(), b = new_memory(), dst = new_memory();
    fill_random(b, FINDS, 2, 2);
    for (size_t i = FINDS; i < MOST_BYTES; i += FINDS)
        memcpy(b + i, b, FINDS);
    for (size_t i = 0; i < ROWS; i++) {
        fprintf(stderr, "\r%zu of %zu curves ", i + 1, (size_t)ROWS);
        right &= measure_row(&rows[i], most);
        fflush(stdout);
    }
    fputc('\n', stderr);
    return !right;
}
