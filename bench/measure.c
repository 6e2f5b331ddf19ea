/* measure.c: a cell: all contenders that do an operation, on the same memory, verified and timed.
 *
 * They take turns: in each pass each of them runs for a tenth of a millisecond or so, in another
 * order, because what the one before leaves in the caches counts, too. So what changes slowly, the
 * clock or a neighbour on the machine, meets all of them, and ratios are taken within a pass.
 * (google-benchmark's interleaving shuffles the repetitions of all benchmarks of a run: the two
 * sides of a ratio would lie minutes apart.)
 */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* No result depends on where the ends of such bitmaps are, but on those of smaller ones; and what
 * is larger than all caches finds nothing in them. */
enum { LARGE = 1 << 20, BEYOND_CACHES = 64 << 20 };

size_t bench_set_bytes;

/* The time that this thread ran, so without that of a neighbour who was given the processor. */
static double now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static const struct entry *entry_of(const struct peer *peer, const struct cell *cell,
                                    const struct operands *m)
{
    struct walk walk = walk_of(cell);
    const struct entry *entry = peer->table;
    while (entry->operation && !(entry->repeat && strcmp(entry->operation, cell->op->name) == 0))
        entry++;
    /* One that has its own memory works on the same bits in each call, wherever the calls go. */
    if (!entry->operation || (entry->takes && !entry->takes(m)) ||
        (entry->prepare && (walk.latency || walk.step || cell->threads > 1)))
        return NULL;
    return entry;
}

/* ---- Verification ---- */

static bool equal_bits(const unsigned char *a, const unsigned char *b, size_t nbits)
{
    return memcmp(a, b, nbits / 8) == 0 &&
           (nbits % 8 == 0 || ((a[nbits / 8] ^ b[nbits / 8]) & ((1u << nbits % 8) - 1)) == 0);
}

static size_t run_once(const struct contender *contender, const struct operands *m, size_t room)
{
    static const struct walk same = {false, 0, 1, 0};
    size_t value;
    memset(m->dst, 0x5c, room); /* no result of another one stays there */
    if (contender->entry->prepare)
        contender->entry->prepare(m);
    value = contender->entry->repeat(1, m, &same);
    if (contender->entry->finish)
        contender->entry->finish(m);
    return value;
}

static bool all_agree(const struct cell *cell, const struct operands *m, struct measured *result)
{
    size_t room = result_room(cell->op, cell->nbytes);
    size_t value = run_once(&result->contenders[0], m, room);
    size_t nbits = result_bits(cell->op, cell->nbytes, value);
    unsigned char *right = malloc(nbits / 8 + 1);
    if (!right) {
        fprintf(stderr, "bench_bits: no memory: %zu bytes\n", nbits / 8 + 1);
        exit(1);
    }
    memcpy(right, m->dst, nbits / 8 + 1);
    for (size_t i = 1; i < result->n && !result->wrong; i++)
        if (run_once(&result->contenders[i], m, room) != value || !equal_bits(m->dst, right, nbits))
            result->wrong = result->contenders[i].peer->name;
    free(right);
    return !result->wrong;
}

/* "Nothing found" may come from one that looked at nothing: let something be at either end. */
static bool all_agree_on_ends(const struct cell *cell, const struct operands *m,
                              struct measured *result)
{
    unsigned char *ends[2] = {m->a, m->a + cell->nbytes - 1};
    for (size_t i = 0; i < 2; i++) {
        unsigned char kept = *ends[i];
        bool agree;
        *ends[i] = (unsigned char)~kept;
        agree = all_agree(cell, m, result);
        *ends[i] = kept;
        if (!agree)
            return false;
    }
    return true;
}

/* The parts of all threads are the whole, and nothing after it. */
static bool parts_agree(const struct cell *cell, const struct operands *m, struct measured *result)
{
    static const struct walk same = {false, 0, 1, 0};
    const struct contender *ours = &result->contenders[0];
    unsigned char *right;
    if (cell->threads == 1 || cell->op->result != WHOLE)
        return true;
    right = malloc(cell->nbytes + 1);
    if (!right) {
        fprintf(stderr, "bench_bits: no memory: %zu bytes\n", cell->nbytes + 1);
        exit(1);
    }
    (void)run_once(ours, m, cell->nbytes + 1);
    memcpy(right, m->dst, cell->nbytes + 1);
    memset(m->dst, 0x5c, cell->nbytes + 1);
    (void)time_threads(ours->entry->repeat, 1, m, &same, cell->threads);
    if (memcmp(right, m->dst, cell->nbytes + 1) != 0)
        result->wrong = "bitmill by several threads";
    free(right);
    return !result->wrong;
}

bool verify_cell(const struct cell *cell, const struct peer *peers, struct measured *result)
{
    struct operands m = fill_buffers(cell);
    result->n = result->limits = 0;
    result->wrong = NULL;
    for (int limits = 0; limits < 2; limits++)
        for (const struct peer *peer = peers; peer; peer = peer->next) {
            const struct entry *entry = entry_of(peer, cell, &m);
            size_t at = result->n + result->limits;
            if (!entry || at == MAX_PEERS || (strncmp(peer->name, "limit", 5) == 0) != limits)
                continue;
            result->contenders[at] = (struct contender){.peer = peer, .entry = entry};
            *(limits ? &result->limits : &result->n) += 1;
        }
    return all_agree(cell, &m, result) && parts_agree(cell, &m, result) &&
           (cell->op->a >= ZERO_BYTES || m.nbytes > LARGE || all_agree_on_ends(cell, &m, result));
}

/* ---- Time ---- */

/* The order of a pass: a permutation of 0 to n - 1, from a linear congruential generator. */
static void shuffle(size_t *order, size_t n)
{
    static uint64_t state = 1;
    for (size_t i = 0; i < n; i++) {
        size_t k;
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        k = (size_t)(state >> 33) % (i + 1);
        order[i] = order[k];
        order[k] = i;
    }
}

/* In cold memory each turn goes on where the one before it, of another contender, ended. */
static double time_calls(const struct contender *contender, const struct cell *cell,
                         const struct operands *m, struct walk *walk, uint64_t calls)
{
    double start;
    if (cell->cold)
        walk->at = (walk->at + calls * walk->step) & (walk->size - 1);
    if (cell->threads > 1)
        return time_threads(contender->entry->repeat, calls, m, walk, cell->threads);
    start = now_ns();
    contender->entry->repeat(calls, m, walk);
    return now_ns() - start;
}

/* How many calls take about batch_ns. Result: ns of one call. */
static double calibrate(struct contender *contender, const struct cell *cell,
                        const struct operands *m, struct walk *walk, double batch_ns)
{
    double ns = 0;
    contender->calls = 1;
    for (;;) { /* the shorter of two, because an interrupt looks like a slow function */
        double once = time_calls(contender, cell, m, walk, contender->calls);
        ns = once < 4 * batch_ns ? time_calls(contender, cell, m, walk, contender->calls) : once;
        ns = once < ns ? once : ns;
        if (ns >= batch_ns / 4)
            break;
        contender->calls *= ns > batch_ns / 64 ? 2 : 8;
    }
    ns /= (double)contender->calls;
    contender->calls = ns < batch_ns ? (uint64_t)(batch_ns / ns) : 1;
    return ns;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The median, and half of the distance between the quartiles. */
static double median_of(const double *values, size_t n, double *spread)
{
    double sorted[MAX_PASSES];
    memcpy(sorted, values, n * sizeof *values);
    qsort(sorted, n, sizeof *sorted, by_value);
    *spread = (sorted[n - 1 - (n - 1) / 4] - sorted[(n - 1) / 4]) / 2;
    return n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

void measure_cell(const struct cell *cell, struct measured *result, size_t passes, double batch_ns)
{
    struct operands m = fill_buffers(cell);
    struct walk walk = walk_of(cell);
    /* To begin and to wait for the others takes time, which long turns make small. */
    double turn_ns = cell->threads > 1 ? 10 * batch_ns : batch_ns;
    double best = 0, ratios[MAX_PASSES], unused;
    size_t n = result->n + result->limits;
    for (size_t i = 0; i < n; i++) {
        struct contender *contender = &result->contenders[i];
        double ns;
        if (contender->entry->prepare)
            contender->entry->prepare(&m);
        ns = calibrate(contender, cell, &m, &walk, turn_ns);
        best = i == 0 || (ns < best && i < result->n) ? ns : best;
        contender->median = ns;
    }
    /* Those far from the best contender need no precision. */
    for (size_t i = 0; i < n; i++) {
        bool far = i && i < result->n && result->contenders[i].median > 4 * best;
        result->contenders[i].passes = far ? 1 : passes;
    }
    for (size_t pass = 0; pass < passes; pass++) {
        size_t order[MAX_PEERS];
        shuffle(order, n);
        for (size_t i = 0; i < n; i++) {
            struct contender *contender = &result->contenders[order[i]];
            if (pass >= contender->passes)
                continue;
            if (contender->calls < 8 && m.nbytes < BEYOND_CACHES) /* as this one leaves them */
                time_calls(contender, cell, &m, &walk, 1);
            contender->ns[pass] =
                time_calls(contender, cell, &m, &walk, contender->calls) / (double)contender->calls;
        }
    }
    for (size_t i = 0; i < n; i++) {
        struct contender *contender = &result->contenders[i];
        double counts[2] = {0, 0};
        if (cell->threads == 1)
            count_calls(contender->entry->repeat, contender->calls, &m, &walk, counts);
        contender->cycles = counts[0], contender->instructions = counts[1];
        contender->median = median_of(contender->ns, contender->passes, &unused);
        for (size_t pass = 0; pass < contender->passes; pass++)
            ratios[pass] = contender->ns[pass] / result->contenders[0].ns[pass];
        contender->ratio = median_of(ratios, contender->passes, &contender->spread);
    }
}
