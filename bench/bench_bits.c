/* bench_bits.c: all operations of ops.def and of bits/<topic>.c, by all contenders that
 * have them, at all sizes.
 *
 * A benchmark is called op/contender/bytes, and the GB/s reported are of input read: bytes times
 * the number of input bitmaps. Contenders are
 *
 *   avx512 avx2 portable ...   the library's function with these kernels, dispatch included
 *   plain-O3, plain-native     the loops in plain.c, as the compiler vectorises them; those in
 *                              bits/<topic>.c are plain-native
 *   plain-words                the loops in plain.c without vectors
 *   memcmp                     for `equal`
 *
 * limit/read, read2, copy and fill (limits.c) show what the machine allows. For example
 *
 *   bench_bits --benchmark_filter='^(and|or)/(avx2|plain-native)/4096$'
 *
 * The environment variable BMILL_REQUIRE_ISA=avx512 makes it an error if these kernels cannot run
 * here. script/bench makes a table of all this.
 */
#include "bench.h"

#include <bitmill.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t sizes[] = {8, 64, 512, 4 << 10, 32 << 10, 512 << 10, 8 << 20, 256 << 20};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

/* ---- Contenders ---- */

struct contender {
    const char *name;
    bool is_isa; /* kernels of the library, to be selected by this name */
    const struct functions *functions;
};

/* The public functions, called as a program that links with the library calls them. */
static const struct functions library = {
#define BMILL_OP(name, shape, bit, vector, summary) .name = bmill_bits_##name,
#include "tables/ops.def"
};

static bool equal_by_memcmp(const void *a, const void *b, size_t nbits)
{
    return memcmp(a, b, nbits / 8) == 0;
}

static const struct functions libc = {.equal = equal_by_memcmp};

enum { MAX_CONTENDERS = 16 };
static struct contender contenders[MAX_CONTENDERS];
static size_t contender_count;

static void add_contender(const char *name, bool is_isa, const struct functions *functions)
{
    if (contender_count == MAX_CONTENDERS) {
        fprintf(stderr, "bench_bits: more contenders than room in %s\n", __FILE__);
        exit(1);
    }
    contenders[contender_count++] = (struct contender){name, is_isa, functions};
}

/* The library's kernels, the best first, then the other contenders. */
static void list_contenders(void)
{
    const char *name;
    for (size_t i = 0; (name = bmill_isa_name(i)); i++)
        if (bmill_isa_query(name) == BMILL_ISA_OK)
            add_contender(name, true, &library);
        else
            fprintf(stderr, "not measured: %s: this machine cannot run it\n", name);
    add_contender("plain-O3", false, &plain_O3);
    add_contender("plain-native", false, &plain_native);
    add_contender("plain-words", false, &plain_words);
    add_contender("memcmp", false, &libc);
}

/* ---- Benchmarks, and the objects that they are registered with ---- */

static const struct buffers *buffers;

static struct task tasks[OPS][SIZES];
static struct bits_benchmark {
    const struct contender *contender;
    struct task *task;
    bool verified;
} bits_benchmarks[OPS][SIZES][MAX_CONTENDERS];

static void run_bits(struct bench_run *run, void *arg)
{
    struct bits_benchmark *benchmark = arg;
    const struct contender *contender = benchmark->contender;
    const struct op *op = benchmark->task->op;
    size_t nbytes = benchmark->task->nbytes;
    const char *wrong;

    if (contender->is_isa && (bmill_isa_select(contender->name) != BMILL_ISA_OK ||
                              strcmp(bmill_isa_active(), contender->name) != 0)) {
        bench_fail(run, "these kernels could not be selected");
        return;
    }
    fill_buffers(buffers, op_content(op), nbytes);
    wrong = benchmark->verified ? NULL : verify(benchmark->task, contender->functions, buffers);
    if (wrong) {
        bench_fail(run, wrong);
        return;
    }
    benchmark->verified = true;
    op->repeat(bench_begin(run), contender->functions, buffers, 8 * nbytes);
    bench_end(run, op->inputs * nbytes);
}

enum { MAX_WORKS = 512 };
static struct work_benchmark {
    const struct work *work;
    const char *isa; /* NULL: the plain loop */
    size_t nbytes;
    bool new_bits; /* see works_new */
    bool verified;
} work_benchmarks[MAX_WORKS * SIZES];
static size_t work_benchmark_count;

/* Whether the library and the plain loop agree. */
static bool works_agree(const struct work *work, size_t nbytes)
{
    unsigned char *right = malloc(nbytes);
    size_t value;
    bool agree;
    if (!right)
        return false;
    memset(buffers->dst, 0x5c, nbytes); /* no result of another function stays there */
    value = work->plain(buffers, nbytes);
    memcpy(right, buffers->dst, nbytes);
    memset(buffers->dst, 0x5c, nbytes);
    agree = work->ours(buffers, nbytes) == value && memcmp(buffers->dst, right, nbytes) == 0;
    free(right);
    return agree;
}

/* Calls the plain loop, as `ours` calls the library. Without this, the difference at 64 bytes would
 * include a call: 0.3 to 1.0 ns of 4. */
static __attribute__((noinline)) size_t call_plain(const struct work *work, const struct buffers *m,
                                                   size_t nbytes)
{
    size_t value = work->plain(m, nbytes);
    bench_use(value); /* not a jump */
    return value;
}

static void run_work(struct bench_run *run, void *arg)
{
    struct work_benchmark *benchmark = arg;
    const struct work *work = benchmark->work;
    size_t nbytes = benchmark->nbytes, step = benchmark->new_bits ? nbytes : 0, at = 0;
    struct buffers m = *buffers;
    if (benchmark->isa && (bmill_isa_select(benchmark->isa) != BMILL_ISA_OK ||
                           strcmp(bmill_isa_active(), benchmark->isa) != 0)) {
        bench_fail(run, "these kernels could not be selected");
        return;
    }
    fill_buffers(buffers, work->content, benchmark->new_bits ? NEW_BYTES : nbytes);
    if (!benchmark->verified && !works_agree(work, nbytes)) {
        bench_fail(run, "the library and the plain loop differ");
        return;
    }
    benchmark->verified = true;
    for (uint64_t n = bench_begin(run); n; n--) {
        bench_use(benchmark->isa ? work->ours(&m, nbytes) : call_plain(work, &m, nbytes));
        at = (at + step) % NEW_BYTES;
        m.a = buffers->a + at;
    }
    bench_end(run, work->streams * nbytes);
}

static struct limit_benchmark {
    const struct limit *limit;
    size_t nbytes;
} limit_benchmarks[LIMITS][SIZES];

static void run_limit(struct bench_run *run, void *arg)
{
    const struct limit_benchmark *benchmark = arg;
    const struct limit *limit = benchmark->limit;
    size_t nbytes = benchmark->nbytes;
    for (uint64_t n = bench_begin(run); n; n--)
        bench_use(limit->pass(buffers->dst, buffers->a, buffers->b, nbytes));
    bench_end(run, limit->streams * nbytes);
}

static void add_benchmark(const char *op, const char *contender, size_t nbytes,
                          bench_function *function, void *arg)
{
    char name[128];
    snprintf(name, sizeof name, "%s/%s/%zu", op, contender, nbytes);
    bench_register(name, function, arg);
}

static void add_op(size_t op, size_t size)
{
    struct task *task = &tasks[op][size];
    *task = (struct task){.op = &ops[op], .nbytes = sizes[size]};
    for (size_t i = 0; i < contender_count; i++) {
        const struct contender *contender = &contenders[i];
        struct bits_benchmark *benchmark = &bits_benchmarks[op][size][i];
        *benchmark = (struct bits_benchmark){contender, task, false};
        if (ops[op].exists(contender->functions))
            add_benchmark(ops[op].name, contender->name, sizes[size], run_bits, benchmark);
    }
}

static void add_work_benchmark(const struct work *work, const char *contender, bool is_isa,
                               size_t nbytes, bool new_bits)
{
    struct work_benchmark *benchmark = &work_benchmarks[work_benchmark_count++];
    if (work_benchmark_count == MAX_WORKS * SIZES) {
        fprintf(stderr, "bench_bits: more work than room in %s\n", __FILE__);
        exit(1);
    }
    *benchmark = (struct work_benchmark){work, is_isa ? contender : NULL, nbytes, new_bits, false};
    add_benchmark(work->name, contender, nbytes, run_work, benchmark);
}

static void add_work(const struct work *work, size_t size, bool new_bits)
{
    for (size_t i = 0; i < contender_count; i++)
        if (contenders[i].is_isa)
            add_work_benchmark(work, contenders[i].name, true, sizes[size], new_bits);
    add_work_benchmark(work, "plain-native", false, sizes[size], new_bits);
}

static void add_limit(size_t limit, size_t size)
{
    struct limit_benchmark *benchmark = &limit_benchmarks[limit][size];
    *benchmark = (struct limit_benchmark){&limits[limit], sizes[size]};
    add_benchmark("limit", limits[limit].name, sizes[size], run_limit, benchmark);
}

/* ---- The command line ---- */

/* Removes --large from argv. google-benchmark gets all other arguments. */
static bool take_large(int *argc, char **argv)
{
    int kept = 1, given = *argc;
    for (int i = 1; i < given; i++) {
        if (strcmp(argv[i], "--help") == 0)
            puts("bench_bits [--large] [flags of google-benchmark, see below]\n"
                 "  --large   bitmaps of 256 MiB too\n");
        if (strcmp(argv[i], "--large") != 0)
            argv[kept++] = argv[i];
    }
    argv[kept] = NULL;
    *argc = kept;
    return kept < given;
}

int main(int argc, char **argv)
{
    size_t size_count = take_large(&argc, argv) ? SIZES : SIZES - 1;
    const char *required = getenv("BMILL_REQUIRE_ISA");
    list_contenders();
    if (required && bmill_isa_query(required) != BMILL_ISA_OK) {
        fprintf(stderr, "bench_bits: BMILL_REQUIRE_ISA=%s: cannot be measured here\n", required);
        return 1;
    }
    buffers = new_buffers(sizes[size_count - 1]);
    for (size_t op = 0; op < OPS; op++)
        for (size_t size = 0; size < size_count; size++)
            add_op(op, size);
    for (size_t group = 0; works[group]; group++)
        for (const struct work *work = works[group]; work->name; work++)
            for (size_t size = 0; size < size_count; size++)
                add_work(work, size, false);
    for (size_t group = 0; works_new[group]; group++)
        for (const struct work *work = works_new[group]; work->name; work++)
            for (size_t size = 0; FEWEST_PIECES * sizes[size] <= NEW_BYTES; size++)
                add_work(work, size, true);
    for (size_t limit = 0; limit < LIMITS; limit++)
        for (size_t size = 0; size < size_count; size++)
            add_limit(limit, size);
    return bench_main(argc, argv);
}
