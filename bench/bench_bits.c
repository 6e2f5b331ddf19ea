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
    "  --density LIST     1:2,1:10,1:100,1:1000,9:10,runs: the 1 bits, where they matter; default: "
    "the\n"
    "                     first three\n"
    "  --latency          instead: the address of each call depends on the result of the one "
    "before;\n"
    "                     up to 256 bytes, operations that return something\n"
    "  --passes N         default: 9\n"
    "  --batch MICROSECONDS  what a contender runs for in a pass; default: 100\n"
    "  --csv FILE         also writes a line for each contender of each cell\n"
    "  --verify           only verify, do not measure\n"
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
    bool has_operation, has_against, losing, all, latency, verify, list;
    size_t bytes[MOST], n_bytes, passes;
    enum offset offsets[3];
    size_t n_offsets;
    int densities[MOST];
    size_t n_densities;
    double batch_ns;
    const char *isa;
    FILE *csv;
} given = {.passes = 9, .batch_ns = 1e5};

static const struct density {
    const char *name;
    int content;
} densities[] = {{"1:2", RANDOM},          {"1:10", ONE_IN(10)}, {"1:100", ONE_IN(100)},
                 {"1:1000", ONE_IN(1000)}, {"9:10", NINE_IN_10}, {"runs", CLUSTERS}};
enum { DENSITIES = sizeof densities / sizeof densities[0] };
static const char *const offsets[] = {"aligned", "byte", "bit"};

static const char *density_name(int content)
{
    for (size_t i = 0; i < DENSITIES; i++)
        if (densities[i].content == content)
            return densities[i].name;
    return "";
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
    misuse("--density", text, "1:2, 1:10, 1:100, 1:1000, 9:10 or runs");
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
    if (!value)
        misuse(option, "", "a value");
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
    else if (strcmp(option, "--csv") == 0)
        given.csv = fopen(value, "w");
    else
        misuse("unknown argument", option, "an option");
    if (given.passes < 1 || given.passes > MAX_PASSES)
        misuse(option, value, "1 to 99");
    if (!(given.batch_ns > 0 && given.batch_ns <= 1e9))
        misuse(option, value, "above 0, at most 1000000");
    if (strcmp(option, "--csv") == 0 && !given.csv)
        misuse(option, value, "a file that can be written");
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
        } else if (strcmp(argv[i], "--verify") == 0) {
            given.verify = true;
        } else if (strcmp(argv[i], "--list") == 0) {
            given.list = true;
        } else {
            take_value(argv[i], argv[i + 1]);
            i++;
        }
    }
    if (!given.n_bytes)
        take_list(given.latency ? "8,16,24,32,64,100,128,200,256"
                                : "8,16,32,64,100,200,512,1K,4K,32K,128K,512K,8M",
                  take_size);
    if (!given.n_offsets)
        take_offset("aligned");
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

static const char *cell_mode(const struct cell *cell)
{
    static char text[64];
    snprintf(text, sizeof text, "%s%s%s%s", offsets[cell->offset], cell->density ? "," : "",
             cell->density ? density_name(cell->density) : "", cell->latency ? ",latency" : "");
    return text;
}

static size_t cells, losing, draws, wrong;
static struct measured measured;

static double gb_per_s(const struct cell *cell, double ns)
{
    return (double)(cell->op->streams * cell->nbytes) / ns;
}

static void print_contenders(const struct cell *cell, FILE *file, const char *format)
{
    for (size_t i = 0; i < measured.n; i++) {
        const struct contender *c = &measured.contenders[i];
        fprintf(file, format, cell->op->name, cell->nbytes, cell_mode(cell), c->peer->name,
                c->median, gb_per_s(cell, c->median), c->ratio, c->spread);
    }
}

static void report(const struct cell *cell)
{
    const struct contender *ours = &measured.contenders[0], *best = NULL;
    bool loses, draw;
    for (size_t i = 1; i < measured.n; i++)
        if (!best || measured.contenders[i].ratio < best->ratio)
            best = &measured.contenders[i];
    cells++;
    loses = best && best->ratio < 0.97;
    draw = best && best->ratio - best->spread < 1 && best->ratio + best->spread > 1;
    losing += loses;
    draws += draw;
    if (given.csv)
        print_contenders(cell, given.csv, "%s,%zu,\"%s\",%s,%.3f,%.3f,%.3f,%.3f\n");
    if (given.losing && !loses)
        return;
    printf("%-22s %9zu %-14s %12.2f %8.4g  %-22s %12.2f %6.2f +-%.2f%s%s\n", cell->op->name,
           cell->nbytes, cell_mode(cell), ours->median, gb_per_s(cell, ours->median),
           best ? best->peer->name : "-", best ? best->median : 0, best ? best->ratio : 0,
           best ? best->spread : 0, loses ? " <" : "", draw ? " ~" : "");
    if (given.all)
        print_contenders(cell, stdout, "    %-18s %9zu %-14s %-22s %12.2f %8.4g %6.2f +-%.2f\n");
    fflush(stdout);
}

static void run_cell(const struct cell *cell)
{
    if (!verify_cell(cell, peers, &measured)) {
        fprintf(stderr, "FAILED: %s at %zu bytes, %s: %s differs from bitmill\n", cell->op->name,
                cell->nbytes, cell_mode(cell), measured.wrong);
        wrong++;
        return;
    }
    if (given.verify) {
        cells++;
        return;
    }
    measure_cell(cell, &measured, given.passes, given.batch_ns);
    report(cell);
}

static void run_operation(const struct operation *op)
{
    bool dense = op->a == DENSITY || op->b == DENSITY;
    if (given.latency && !(op->flags & LATENCY))
        return;
    for (size_t d = 0; d < (dense ? given.n_densities : 1); d++)
        for (size_t o = 0; o < given.n_offsets; o++)
            for (size_t i = 0; i < given.n_bytes; i++) {
                struct cell cell = {op, given.bytes[i], given.offsets[o],
                                    dense ? given.densities[d] : 0, given.latency};
                if (operation_takes(op, cell.nbytes) &&
                    (cell.offset != BIT_OFF || op->flags & FIRST))
                    run_cell(&cell);
            }
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
    for (size_t i = 0; i < given.n_bytes; i++)
        most = given.bytes[i] > most ? given.bytes[i] : most;
    new_buffers(most);
    pin();
    for (size_t i = 0; i < count; i++)
        if (!given.has_operation || regexec(&given.operation, ops[i].name, 0, NULL, 0) == 0)
            run_operation(&ops[i]);
    if (!cells && !wrong)
        misuse("the options", "together", "at least one cell");
    printf("%s: %zu cells, %zu below 0.97, %zu draws%s\n", given.isa, cells, losing, draws,
           given.verify ? ", verified only" : "");
    return wrong != 0;
}
