/* bench_bits.c: operations of the bits layer by bitmill and by what one might use instead: see
 * --help. bench/peers has the contenders, operations.def the operations. script/bench makes tables
 * and pictures of what this prints. */
#ifdef __linux__
#define _GNU_SOURCE /* sched_setaffinity */
#endif
#include "bench.h"

#include <bitmill/isa.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __linux__
#include <sched.h>
#include <unistd.h>
#endif

static const char usage[] =
    "usage: bench_bits [option ...]\n"
    "\n"
    "Measures cells: an operation at a size, of all contenders in turn, each verified before. A "
    "line\n"
    "is operation, bytes, what it works on, ns of bitmill, GB/s, the best other, its ns, and the\n"
    "ratio: how many times faster bitmill is, with the spread over the passes. < marks a ratio "
    "below\n"
    "0.97, ~ a draw: 1 lies within the spread.\n"
    "\n"
    "  --operation REGEX  operations with such a name (extended regular expression; '^and$' for "
    "one)\n"
    "  --bytes LIST       such as 8,100,4K,8M; default: 13 sizes from 8 to 8M\n"
    "  --isa NAME         bitmill's kernels; default: the best. The others are compiled with\n"
    "                     -march=native. bench_bits_avx2 has them for x86-64-v3, to be compared "
    "with\n"
    "                     the kernels avx2, and bench_bits_portable for plain x86-64\n"
    "  --against REGEX    only such contenders\n"
    "  --losing           print only the lines with a ratio below 0.97\n"
    "  --all              print a line for each contender\n"
    "  --offset LIST      aligned (default), byte, bit: how far off the addresses, or a range, "
    "are\n"
    "  --density LIST     1:2,1:10,1:100,1:1000,9:10,runs,sorted: the 1 bits, where they matter; "
    "or\n"
    "                     real ones: words (by letter), bytes (of a file), primes, log (its lines "
    "by\n"
    "                     word); default: the first three\n"
    "  --lists DIRECTORY  instead: a file for each set, its numbers ascending, with commas or "
    "white\n"
    "                     space between them: the counts of AND and OR of each two that follow "
    "one\n"
    "                     another, and all positions, by each contender\n"
    "  --latency          instead: the address of each call depends on the result of the one "
    "before;\n"
    "                     up to 256 bytes, operations that return something\n"
    "  --cold             instead: each call at another place of 256 MiB, which are in no cache\n"
    "  --threads LIST     1,2 ...: operations that split by range, by so many threads, a part "
    "each\n"
    "  --counters         with --all: cycles and instructions of a call, where the machine counts "
    "them\n"
    "  --passes N         default: 9\n"
    "  --batch MICROSECONDS  what a contender runs for in a pass; default: 100\n"
    "  --cells FILE       the cells are those of a list (bench/cells.list), of these operations "
    "only\n"
    "  --dry-run          only print the cells\n"
    "  --json FILE        also writes the times of all passes: an object for each cell, one a "
    "line\n"
    "  --progress         says on standard error how far it is, and the time left; prints no "
    "lines\n"
    "  --then N           as many runs like this one follow: the time left is that of all\n"
    "  --check            fails if something is faster than the limit of the machine\n"
    "  --verify           only verify, do not measure\n"
    "  --isas             print the sets of kernels that this machine can run\n"
    "  --list             print the contenders and their operations\n"
    "\n"
    "Exit status: 0; 1 if a contender computes something wrong, or something is missing; 2: "
    "misuse.\n";

static void misuse(const char *option, const char *value, const char *expected)
{
    fprintf(stderr, "bench_bits: %s %s: expected %s; see --help\n", option, value, expected);
    exit(2);
}

/* ---- Contenders: bitmill first, the others by name and level ---- */

static struct peer *peers;

void add_peer(struct peer *peer)
{
    struct peer **at = &peers;
    while (*at && (strcmp(peer->name, "bitmill") != 0) &&
           (strcmp((*at)->name, "bitmill") == 0 || strcmp((*at)->name, peer->name) < 0))
        at = &(*at)->next;
    peer->next = *at;
    *at = peer;
}

static void keep_peers(const regex_t *against)
{
    for (struct peer **at = &peers->next; *at;)
        if (regexec(against, (*at)->name, 0, NULL, 0) != 0)
            *at = (*at)->next;
        else
            at = &(*at)->next;
}

static void list_peers(void)
{
    for (const struct peer *peer = peers; peer; peer = peer->next) {
        printf("%s%s%s:", peer->name, *peer->level ? " for " : "", peer->level);
        for (const struct entry *entry = peer->table; entry->operation; entry++)
            if (entry->repeat)
                printf(" %s", entry->operation);
        putchar('\n');
    }
}

/* ---- The command line ---- */

enum { MOST = 64 };

static struct {
    regex_t operation, against;
    bool has_operation, has_against, losing, all, latency, verify, list, progress, check, dry_run;
    size_t bytes[MOST], n_bytes, passes;
    enum offset offsets[3];
    size_t n_offsets;
    int densities[MOST];
    size_t threads[MOST], n_threads;
    bool cold, counters;
    size_t n_densities, then;
    double batch_ns;
    const char *isa;
    const char *cells, *lists;
    FILE *json;
} given = {.passes = 9, .batch_ns = 1e5};

static const struct density {
    const char *name;
    int content;
} densities[] = {{"1:2", RANDOM},          {"1:10", ONE_IN(10)},  {"1:100", ONE_IN(100)},
                 {"1:1000", ONE_IN(1000)}, {"9:10", NINE_IN_10},  {"runs", CLUSTERS},
                 {"sorted", SORTED},       {"words", REAL_WORDS}, {"bytes", REAL_BYTES},
                 {"primes", REAL_PRIMES},  {"log", REAL_LOG}};
enum { DENSITIES = sizeof densities / sizeof densities[0] };
static const char *const offsets[] = {"aligned", "byte", "bit"};

static const char *density_name(int content)
{
    for (size_t i = 0; i < DENSITIES; i++)
        if (densities[i].content == content)
            return densities[i].name;
    return content == GIVEN_LISTS ? family_of(content)->name : "";
}

static void take_size(const char *text)
{
    char *end;
    unsigned long long n = strtoull(text, &end, 10);
    if (*end == 'K')
        n <<= 10, end++;
    else if (*end == 'M')
        n <<= 20, end++;
    if (*end || n < 8 || n > (1u << 30) || given.n_bytes == MOST)
        misuse("--bytes", text, "at most 64 numbers, each 8 to 1024M, such as 100, 4K, 8M");
    given.bytes[given.n_bytes++] = (size_t)n;
}

static void take_offset(const char *text)
{
    for (size_t i = 0; i < 3; i++)
        if (strcmp(text, offsets[i]) == 0 && given.n_offsets < 3) {
            given.offsets[given.n_offsets++] = (enum offset)i;
            return;
        }
    misuse("--offset", text, "aligned, byte or bit");
}

static void take_density(const char *text)
{
    for (size_t i = 0; i < DENSITIES; i++)
        if (strcmp(text, densities[i].name) == 0 && given.n_densities < MOST) {
            given.densities[given.n_densities++] = densities[i].content;
            return;
        }
    misuse("--density", text,
           "1:2, 1:10, 1:100, 1:1000, 9:10, runs, sorted, words, bytes, primes or log");
}

static void take_threads(const char *text)
{
    char *end;
    unsigned long n = strtoul(text, &end, 10);
    static char expected[64];
    snprintf(expected, sizeof expected, "1 to %zu, the processors here", processors_here());
    if (*end || !n || n > processors_here() || given.n_threads == MOST)
        misuse("--threads", text, expected);
    given.threads[given.n_threads++] = n;
}

static void take_list(const char *list, void (*take)(const char *text))
{
    char copy[1024];
    snprintf(copy, sizeof copy, "%s", list);
    for (char *text = strtok(copy, ","); text; text = strtok(NULL, ","))
        take(text);
}

static void take_regex(const char *option, const char *text, regex_t *regex, bool *has)
{
    if (regcomp(regex, text, REG_EXTENDED | REG_NOSUB) != 0)
        misuse(option, text, "an extended regular expression");
    *has = true;
}

static void take_value(const char *option, const char *value)
{
    static const char *const options[] = {
        "--operation", "--against", "--bytes", "--offset", "--density", "--isa",    "--passes",
        "--batch",     "--then",    "--cells", "--json",   "--lists",   "--threads"};
    size_t known = 0;
    while (known < sizeof options / sizeof options[0] && strcmp(option, options[known]) != 0)
        known++;
    if (known == sizeof options / sizeof options[0])
        misuse("unknown argument", option, "an option");
    if (!value)
        misuse(option, "without a value", "one");
    if (strcmp(option, "--operation") == 0)
        take_regex(option, value, &given.operation, &given.has_operation);
    else if (strcmp(option, "--against") == 0)
        take_regex(option, value, &given.against, &given.has_against);
    else if (strcmp(option, "--bytes") == 0)
        take_list(value, take_size);
    else if (strcmp(option, "--offset") == 0)
        take_list(value, take_offset);
    else if (strcmp(option, "--density") == 0)
        take_list(value, take_density);
    else if (strcmp(option, "--isa") == 0)
        given.isa = value;
    else if (strcmp(option, "--passes") == 0)
        given.passes = strtoul(value, NULL, 10);
    else if (strcmp(option, "--batch") == 0)
        given.batch_ns = 1e3 * strtod(value, NULL);
    else if (strcmp(option, "--then") == 0)
        given.then = strtoul(value, NULL, 10);
    else if (strcmp(option, "--cells") == 0)
        given.cells = value;
    else if (strcmp(option, "--threads") == 0)
        take_list(value, take_threads);
    else if (strcmp(option, "--lists") == 0)
        use_family(family_of_directory(given.lists = value));
    else if (strcmp(option, "--json") == 0)
        given.json = fopen(value, "w");
    if (given.passes < 1 || given.passes > MAX_PASSES)
        misuse(option, value, "1 to 99");
    if (!(given.batch_ns > 0 && given.batch_ns <= 1e9))
        misuse(option, value, "above 0, at most 1000000");
    if (strcmp(option, "--json") == 0 && !given.json)
        misuse(option, value, "a file that can be written");
}

static void print_isas(void)
{
    const char *name;
    for (size_t i = 0; (name = bmill_isa_name(i)); i++)
        if (bmill_isa_query(name) == BMILL_ISA_OK)
            puts(name);
}

static void take_arguments(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            fputs(usage, stdout);
            exit(0);
        } else if (strcmp(argv[i], "--losing") == 0) {
            given.losing = true;
        } else if (strcmp(argv[i], "--all") == 0) {
            given.all = true;
        } else if (strcmp(argv[i], "--latency") == 0) {
            given.latency = true;
        } else if (strcmp(argv[i], "--cold") == 0) {
            given.cold = true;
        } else if (strcmp(argv[i], "--counters") == 0) {
            given.counters = true;
        } else if (strcmp(argv[i], "--verify") == 0) {
            given.verify = true;
        } else if (strcmp(argv[i], "--list") == 0) {
            given.list = true;
        } else if (strcmp(argv[i], "--progress") == 0) {
            given.progress = true;
        } else if (strcmp(argv[i], "--check") == 0) {
            given.check = true;
        } else if (strcmp(argv[i], "--isas") == 0) {
            print_isas();
            exit(0);
        } else if (strcmp(argv[i], "--dry-run") == 0) {
            given.dry_run = true;
        } else {
            take_value(argv[i], argv[i + 1]);
            i++;
        }
    }
    if (given.latency + given.cold + (given.n_threads > 0) > 1)
        misuse("--latency, --cold, --threads", "together", "one of them");
    if (!given.n_threads)
        take_threads("1");
    if (!given.n_bytes)
        take_list(given.cold                               ? "64,512,4K"
                  : given.threads[given.n_threads - 1] > 1 ? "512K,8M,64M"
                  : given.latency                          ? "8,16,24,32,64,100,128,200,256"
                                  : "8,16,32,64,100,200,512,1K,4K,32K,128K,512K,8M",
                  take_size);
    if (!given.n_offsets)
        take_offset("aligned");
    if (given.lists)
        given.n_densities = 1, given.densities[0] = GIVEN_LISTS;
    if (!given.n_densities)
        take_list("1:2,1:10,1:100", take_density);
}

/* ---- What is measured ---- */

/* What the contenders of this program are compiled for, and the kernels to compare them with. */
#ifndef BENCH_LEVEL
#define BENCH_LEVEL "native"
#define BENCH_ISA   bmill_isa_active()
#endif

static void choose_isa(void)
{
    if (!given.isa)
        given.isa = BENCH_ISA;
    if (bmill_isa_select(given.isa) != BMILL_ISA_OK) {
        fprintf(stderr, "bench_bits: --isa %s: this machine cannot run it, or there is none\n",
                given.isa);
        exit(2);
    }
}

/* glibc chooses for itself, at start: begin again, with what the kernels may use. */
static void restrict_libc(char **argv)
{
#if defined(__linux__) && defined(__x86_64__)
    const char *tunables = strcmp(given.isa, "avx2") == 0
                               ? "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW"
                               : "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX2";
    if (strcmp(given.isa, "avx512") == 0 || getenv("GLIBC_TUNABLES"))
        return;
    if (setenv("GLIBC_TUNABLES", tunables, 1) == 0)
        execv("/proc/self/exe", argv);
#else
    (void)argv;
#endif
}

static void pin(void)
{
#ifdef __linux__
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET((size_t)sched_getcpu(), &one);
    sched_setaffinity(0, sizeof one, &one);
#endif
}

static void mode_name(const struct cell *cell, char *text, size_t room)
{
    if (cell->threads > 1)
        snprintf(text, room, "%zu threads", cell->threads);
    else
        snprintf(text, room, "%s", cell->latency ? "latency" : cell->cold ? "cold" : "");
}

static const char *cell_mode(const struct cell *cell)
{
    static char text[64], mode[32];
    mode_name(cell, mode, sizeof mode);
    snprintf(text, sizeof text, "%s%s%s%s%s", offsets[cell->offset], cell->density ? "," : "",
             cell->density ? density_name(cell->density) : "", *mode ? "," : "", mode);
    return text;
}

static size_t losing, draws, wrong, above;
static struct measured measured;

/* The bytes of input, for GB/s. */
static size_t counted_bytes(const struct cell *cell)
{
    const struct family *family = cell->op->a == SETS ? family_of(cell->density) : NULL;
    size_t n = !family ? 1 : cell->op->streams == 1 ? family->sets : family->sets - 1;
    return cell->op->streams * cell->nbytes * n;
}

static double gb_per_s(const struct cell *cell, double ns)
{
    return (double)counted_bytes(cell) / ns;
}

/* The fastest of contenders[first] to contenders[first + n - 1]. */
static const struct contender *fastest(size_t first, size_t n)
{
    const struct contender *best = NULL;
    for (size_t i = first; i < first + n; i++)
        if (!best || measured.contenders[i].ratio < best->ratio)
            best = &measured.contenders[i];
    return best;
}

static void print_contenders(const struct cell *cell)
{
    for (size_t i = 0; i < measured.n + measured.limits; i++) {
        const struct contender *c = &measured.contenders[i];
        printf("    %-18s %9zu %-18s %-14s %12.2f %8.4g %6.2f +-%.2f\n", cell->op->name,
               cell->nbytes, cell_mode(cell), c->peer->name, c->median, gb_per_s(cell, c->median),
               c->ratio, c->spread);
        if (c->cycles > 0)
            printf("    %-18s %9s %-18s %-14s %12.2f cycles %.2f instructions\n", "", "", "", "",
                   c->cycles, c->instructions);
    }
}

/* The time for a pair of sets, or for one, of each contender, the fastest first. */
static void print_lists(const struct cell *cell)
{
    const struct family *family = family_of(cell->density);
    size_t n = cell->op->streams == 1 ? family->sets : family->sets - 1;
    bool printed[MAX_PEERS] = {false};
    printf("\n%s, ns for each %s\n", cell->op->name, n == family->sets ? "set" : "pair");
    for (size_t k = 0; k < measured.n; k++) {
        size_t best = measured.n;
        for (size_t i = 0; i < measured.n; i++)
            if (!printed[i] && (best == measured.n ||
                                measured.contenders[i].ratio < measured.contenders[best].ratio))
                best = i;
        printed[best] = true;
        printf("  %-16s %12.1f  %8.3g times that of bitmill +-%.2g\n",
               measured.contenders[best].peer->name, measured.contenders[best].median / (double)n,
               measured.contenders[best].ratio, measured.contenders[best].spread);
    }
}

/* What the lists are, and what memory they take. */
static void print_family(const struct family *family)
{
    size_t ones = 0, total = family->sets * family->nbytes;
    for (size_t i = 0; i < family->sets; i++)
        ones += family->lengths[i];
    printf("\n%s: %zu sets of numbers below %zu, %.3g %% of the bits 1. Bitmaps: %zu bytes each, "
           "%.4g MB\n",
           family->name, family->sets, 8 * family->nbytes, 100 * (double)ones / (8 * (double)total),
           family->nbytes, 1e-6 * (double)total);
    if (bench_set_bytes)
        printf("Compressed, by CRoaring: %.4g MB, %.3g times smaller\n",
               1e-6 * (double)bench_set_bytes, (double)total / (double)bench_set_bytes);
}

static void write_json(const struct cell *cell, FILE *file)
{
    char mode[32];
    mode_name(cell, mode, sizeof mode);
    fprintf(file,
            "{\"operation\": \"%s\", \"bytes\": %zu, \"offset\": \"%s\", \"density\": \"%s\", "
            "\"mode\": \"%s\", \"isa\": \"%s\", \"counted\": %zu, \"ns\": {",
            cell->op->name, cell->nbytes, offsets[cell->offset],
            cell->density ? density_name(cell->density) : "", mode, given.isa, counted_bytes(cell));
    for (size_t i = 0; i < measured.n + measured.limits; i++) {
        const struct contender *c = &measured.contenders[i];
        fprintf(file, "%s\"%s\": [", i ? ", " : "", c->peer->name);
        for (size_t pass = 0; pass < c->passes; pass++)
            fprintf(file, "%s%.5g", pass ? ", " : "", c->ns[pass]);
        fputc(']', file);
    }
    fputs("}}\n", file);
}

/* Whether something is faster than the limit, by more than the spread and 5 %: then the limit is
 * none, or the clock is wrong. Below 64 KiB, where L1 may be the limit, it is instructions that
 * count, those of the limit's own loop too, so it says nothing. */
static bool above_limit(const struct cell *cell, const struct contender *best,
                        const struct contender *limit)
{
    double fastest_ratio = best && best->ratio < 1 ? best->ratio : 1;
    double spread = limit->spread + (best && best->ratio < 1 ? best->spread : 0);
    return cell->nbytes >= 64 << 10 && limit->ratio - spread > fastest_ratio * 1.05;
}

static void report(const struct cell *cell)
{
    const struct contender *ours = &measured.contenders[0];
    const struct contender *best = fastest(1, measured.n - 1);
    const struct contender *limit = fastest(measured.n, measured.limits);
    bool loses = best && best->ratio < 0.97;
    bool draw = best && best->ratio - best->spread < 1 && best->ratio + best->spread > 1;
    bool over = limit && above_limit(cell, best, limit);
    losing += loses;
    draws += draw;
    above += over;
    if (over)
        fprintf(stderr, "above the limit: %s at %zu bytes, %s: %.4g ns, the limit %.4g\n",
                cell->op->name, cell->nbytes, cell_mode(cell),
                best && best->ratio < 1 ? best->median : ours->median, limit->median);
    if (given.lists && !given.progress)
        print_lists(cell);
    if ((given.losing && !loses) || given.progress || given.lists)
        return;
    printf("%-20s %8zu %-16s %11.2f %7.4g %4.0f%%  %-11s %11.2f %6.2f +-%.2f%s%s\n", cell->op->name,
           cell->nbytes, cell_mode(cell), ours->median, gb_per_s(cell, ours->median),
           limit ? 100 * limit->ratio : 0, best ? best->peer->name : "-", best ? best->median : 0,
           best ? best->ratio : 0, best ? best->spread : 0, loses ? " <" : "", draw ? " ~" : "");
    if (given.all)
        print_contenders(cell);
    fflush(stdout);
}

static void no_memory(void)
{
    fputs("bench_bits: no memory for the list of cells\n", stderr);
    exit(1);
}

/* With json, that becomes the line of --json, to be freed. */
static void run_cell(const struct cell *cell, char **json)
{
    if (!verify_cell(cell, peers, &measured)) {
        fprintf(stderr, "FAILED: %s at %zu bytes, %s: %s differs from bitmill\n", cell->op->name,
                cell->nbytes, cell_mode(cell), measured.wrong);
        wrong++;
    } else if (!given.verify) {
        measure_cell(cell, &measured, given.passes, given.batch_ns);
        report(cell);
        if (json) {
            size_t length;
            FILE *line = open_memstream(json, &length);
            if (!line)
                no_memory();
            write_json(cell, line);
            if (fclose(line) != 0)
                no_memory();
        }
    }
}

/* ---- The list of cells ---- */

static struct cell *cells;
static size_t cell_count;

static bool same_cell(const struct cell *x, const struct cell *y)
{
    return x->op == y->op && x->nbytes == y->nbytes && x->offset == y->offset &&
           x->density == y->density && x->latency == y->latency && x->cold == y->cold &&
           x->threads == y->threads;
}

/* The longest that is measured in cold memory. Results that are as long as what is read would be in
 * the caches, so such operations are not. */
enum { MOST_COLD = 32 << 10 };

static void add_cell(const struct cell *cell)
{
    const struct family *family = family_of(cell->density);
    if (cell->density >= REAL_WORDS && cell->density <= GIVEN_LISTS && !family)
        return;
    if (!operation_takes(cell->op, cell->nbytes) ||
        (cell->offset == BIT_OFF && !(cell->op->flags & FIRST)) ||
        (cell->latency && !(cell->op->flags & LATENCY)) ||
        (cell->threads > 1 && (!(cell->op->flags & SPLITS) || cell->nbytes < 64 * cell->threads)) ||
        (cell->cold && (cell->op->result == WHOLE || cell->nbytes > MOST_COLD)))
        return;
    for (size_t i = 0; i < cell_count; i++)
        if (same_cell(&cells[i], cell))
            return;
    if (cell_count % 1024 == 0) {
        cells = realloc(cells, (cell_count + 1024) * sizeof *cells);
        if (!cells)
            no_memory();
    }
    cells[cell_count++] = *cell;
}

/* A cell for each family that is given as a density; its size is that of the bitmaps. */
static void add_family_cells(const struct operation *op)
{
    for (size_t d = 0; d < given.n_densities; d++) {
        const struct family *family = family_of(given.densities[d]);
        if (family)
            add_cell(
                &(struct cell){op, family->nbytes, ALIGNED, given.densities[d], false, false, 1});
    }
}

/* All combinations of what is given. */
static void add_cells(const struct operation *op)
{
    bool dense = op->a == DENSITY || op->b == DENSITY;
    if (op->a == SETS) {
        add_family_cells(op);
        return;
    }
    for (size_t d = 0; d < (dense ? given.n_densities : 1); d++)
        for (size_t o = 0; o < given.n_offsets; o++)
            for (size_t i = 0; i < given.n_bytes; i++)
                for (size_t t = 0; t < given.n_threads; t++)
                    add_cell(&(struct cell){op, given.bytes[i], given.offsets[o],
                                            dense ? given.densities[d] : 0, given.latency,
                                            given.cold, given.threads[t]});
}

static void add_matching(const struct operation *ops, size_t count, const regex_t *wanted)
{
    for (size_t i = 0; i < count; i++)
        if ((!given.has_operation || regexec(&given.operation, ops[i].name, 0, NULL, 0) == 0) &&
            (!wanted || regexec(wanted, ops[i].name, 0, NULL, 0) == 0) &&
            (!given.lists || ops[i].a == SETS))
            add_cells(&ops[i]);
}

/* Two threads, and as many as there are processors. */
static void take_most_threads(void)
{
    given.n_threads = 0;
    if (processors_here() > 2)
        given.threads[given.n_threads++] = 2;
    if (processors_here() > 1)
        given.threads[given.n_threads++] = processors_here();
}

/* A row of the list: regular expression, sizes, offsets, densities or -, mode. */
static void add_row(const char *row, const struct operation *ops, size_t count)
{
    char text[5][512];
    regex_t wanted;
    bool has;
    if (sscanf(row, "%511s%511s%511s%511s%511s", text[0], text[1], text[2], text[3], text[4]) != 5)
        misuse("--cells", row, "rows of five columns");
    take_regex("--cells", text[0], &wanted, &has);
    given.n_bytes = given.n_offsets = given.n_densities = 0;
    take_list(text[1], take_size);
    take_list(text[2], take_offset);
    if (strcmp(text[3], "-") == 0)
        given.n_densities = 1, given.densities[0] = RANDOM;
    else
        take_list(text[3], take_density);
    given.latency = strcmp(text[4], "latency") == 0;
    given.cold = strcmp(text[4], "cold") == 0;
    given.n_threads = 1, given.threads[0] = 1;
    if (strcmp(text[4], "threads") == 0)
        take_most_threads();
    else if (!given.latency && !given.cold && strcmp(text[4], "throughput") != 0)
        misuse("--cells", row, "throughput, latency, cold or threads in the last column");
    add_matching(ops, count, &wanted);
    regfree(&wanted);
}

static void add_list(const struct operation *ops, size_t count)
{
    char row[2048];
    FILE *file = fopen(given.cells, "r");
    if (!file)
        misuse("--cells", given.cells, "a file that can be read");
    while (fgets(row, sizeof row, file))
        if (row[0] != '#' && row[strspn(row, " \t\r\n")])
            add_row(row, ops, count);
    fclose(file);
}

/* ---- Progress: the time left is that of the cells done so far at the same size, and as fresh;
 * where there are none yet, of the next smaller size, and in proportion above 1 MiB ---- */

static double wall_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static struct {
    size_t nbytes, done, left;
    double seconds;
    bool fresh; /* its bits are made anew more often */
} costs[MOST];
static size_t cost_count;

static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

static size_t cost_of(const struct cell *cell)
{
    bool fresh = cell->op->flags & FRESH;
    size_t i = 0;
    while (i < cost_count && !(costs[i].nbytes == cell->nbytes && costs[i].fresh == fresh))
        i++;
    return i;
}

static void count_costs(void)
{
    for (size_t i = 0; i < cell_count; i++) {
        size_t k = cost_of(&cells[i]);
        if (k == MOST)
            continue;
        if (k == cost_count) {
            costs[k].nbytes = cells[i].nbytes;
            costs[k].fresh = cells[i].op->flags & FRESH;
            cost_count++;
        }
        costs[k].left++;
    }
    qsort(costs, cost_count, sizeof *costs, by_size);
}

static double seconds_left(void)
{
    double left = 0, one = 0.02;
    size_t last = 1 << 20;
    for (size_t i = 0; i < cost_count; i++) {
        if (costs[i].done)
            one = costs[i].seconds / (double)costs[i].done;
        else if (costs[i].nbytes > last)
            one *= (double)costs[i].nbytes / (double)last;
        if (costs[i].nbytes > last)
            last = costs[i].nbytes;
        left += one * (double)costs[i].left;
    }
    return left;
}

static void show_progress(size_t done, double begun, double *shown)
{
    enum { WIDTH = 30 };
    static const char bar[] = "##############################",
                      room[] = "..............................";
    size_t filled = cell_count ? done * WIDTH / cell_count : 0;
    double now = wall_s(), left = seconds_left();
    left += (double)given.then * (now - begun + left);
    if (!given.progress || (now - *shown < 0.2 && done < cell_count))
        return;
    *shown = now;
    fprintf(stderr, "\r%s [%s%s] %zu of %zu cells", given.isa, bar + WIDTH - filled, room + filled,
            done, cell_count);
    if (20 * done >= cell_count) /* fewer say too little of the others */
        fprintf(stderr, ", %.0f %s left", left < 100 ? left : left / 60, left < 100 ? "s" : "min");
    fputs(done == cell_count ? "   \n" : "   ", stderr);
}

/* The order in which cells are measured. Where no lines are printed it is a drawn one, always the
 * same: the cells done so far then stand for those to come, and the time left is right soon. */
static size_t *order_of_cells(void)
{
    size_t *order = malloc(cell_count * sizeof *order);
    uint64_t state = 1;
    if (!order)
        no_memory();
    for (size_t i = 0; i < cell_count; i++) {
        size_t k = i;
        if (given.progress) {
            state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            k = (size_t)(state >> 33) % (i + 1);
        }
        order[i] = order[k];
        order[k] = i;
    }
    return order;
}

static void run_cells(void)
{
    double shown = 0, begun = wall_s();
    size_t *order = order_of_cells();
    char **lines = calloc(cell_count, sizeof *lines); /* of --json, in the order of the cells */
    if (!lines)
        no_memory();
    count_costs();
    for (size_t i = 0; i < cell_count; i++) {
        const struct cell *cell = &cells[order[i]];
        size_t k = cost_of(cell);
        double start = wall_s();
        show_progress(i, begun, &shown);
        run_cell(cell, given.json ? &lines[order[i]] : NULL);
        if (k < cost_count) {
            costs[k].left--, costs[k].done++;
            costs[k].seconds += wall_s() - start;
        }
    }
    show_progress(cell_count, begun, &shown);
    for (size_t i = 0; i < cell_count; i++) {
        if (lines[i])
            fputs(lines[i], given.json);
        free(lines[i]);
    }
    free(lines);
    free(order);
}

int main(int argc, char **argv)
{
    size_t count, most = 0;
    const struct operation *ops = all_operations(&count);
    take_arguments(argc, argv);
    if (given.list) {
        list_peers();
        return 0;
    }
    choose_isa();
    restrict_libc(argv);
    if (given.has_against)
        keep_peers(&given.against);
    if (given.cells)
        add_list(ops, count);
    else
        add_matching(ops, count, NULL);
    if (!cell_count)
        misuse("the options", "together", "at least one cell");
    for (size_t i = 0; i < cell_count; i++) {
        const struct family *family = cells[i].op->a == SETS ? family_of(cells[i].density) : NULL;
        size_t nbytes = cells[i].nbytes * (family ? family->sets : 1);
        nbytes = cells[i].cold ? cold_bytes() : nbytes;
        most = nbytes > most ? nbytes : most;
        if (given.dry_run)
            printf("%s %zu %s\n", cells[i].op->name, cells[i].nbytes, cell_mode(&cells[i]));
    }
    if (given.dry_run)
        return 0;
    if (given.lists)
        new_family_buffers(family_of(GIVEN_LISTS));
    else
        new_buffers(most);
    processors_here();
    pin();
    if (given.counters)
        (void)open_counters();
    run_cells();
    if (given.json && fclose(given.json) != 0) {
        fputs("bench_bits: --json: the file could not be written\n", stderr);
        return 1;
    }
    if (given.lists)
        print_family(family_of(GIVEN_LISTS));
    printf("%s: %zu cells, %s", given.isa, cell_count, given.verify ? "verified only\n" : "");
    if (!given.verify)
        printf("%zu below 0.97, %zu draws, %zu above the limit\n", losing, draws, above);
    return wrong || (given.check && above);
}
