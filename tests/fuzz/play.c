/* play.c: makes the call that an input describes: see fuzz.h. */
#include "input.h"
#include <bitmill/isa.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- The table of functions ---- */

static const struct group *const groups[] = {
    fuzz_logic,  fuzz_find, fuzz_one_bit, fuzz_range, fuzz_iterate, fuzz_lists,
    fuzz_values, fuzz_move, fuzz_matrix,  fuzz_many,  fuzz_text,    fuzz_word,
};
enum { GROUPS = sizeof groups / sizeof groups[0] };

/* The group that function number *i is in, and *i becomes its number there; NULL if there is none.
 */
static const struct group *find_group(size_t *i)
{
    for (size_t k = 0; k < GROUPS; k++)
        for (const struct group *g = groups[k]; g->attempt; g++) {
            if (*i < g->count)
                return g;
            *i -= g->count;
        }
    return NULL;
}

static const void *row_of(const struct group *g, size_t i)
{
    return (const char *)g->rows + i * g->row_size;
}

size_t functions_count(void)
{
    static size_t count;
    if (count == 0) {
        size_t none = SIZE_MAX;
        find_group(&none);
        count = SIZE_MAX - none;
    }
    return count;
}

/* Number i of all groups, after the functions before it; NULL if there are not so many. */
static const struct group *nth_group(size_t i, size_t *before)
{
    *before = 0;
    for (size_t k = 0; k < GROUPS; k++)
        for (const struct group *g = groups[k]; g->attempt; *before += g->count, g++)
            if (i-- == 0)
                return g;
    return NULL;
}

/* Half of the numbers choose a function, the others a group and then a function in it, so that
 * functions of small groups are not rare. */
enum { BY_GROUP = 1 << 15 };
static size_t function_of(const unsigned char *bytes, size_t n)
{
    static size_t ngroups;
    size_t i = (n > 0 ? bytes[0] : 0) | (n > 1 ? (size_t)bytes[1] << 8 : 0), before;
    if (i < BY_GROUP)
        return i % functions_count();
    while (nth_group(ngroups, &before))
        ngroups++;
    i -= BY_GROUP;
    return i / ngroups % nth_group(i % ngroups, &before)->count + before;
}

const char *function_name(size_t i, char *buffer)
{
    const struct group *g = find_group(&i);
    snprintf(buffer, 80, "%s%s", g ? g->prefix : "?", g ? *(const char *const *)row_of(g, i) : "");
    return buffer;
}

/* ---- Kernels ---- */

/* The sets of kernels that run here. Asked once: in a virtual machine it takes longer than most
 * calls. */
enum { MAX_ISAS = 20 };
static const char *isas[MAX_ISAS];
static size_t nisas;

static void select_by_name(const char *isa)
{
    if (bmill_isa_select(isa) != BMILL_ISA_OK || strcmp(bmill_isa_active(), isa) != 0) {
        fprintf(stderr, "fuzz: the %s kernels cannot be selected\n", isa);
        abort();
    }
}

#ifdef BMILL_FUZZ_TABLES
/* This program is linked with the library's own objects (fuzz.mk), so it can set the column in use
 * without asking the processor each time, and also try the column for processors with slow pext. */
#include "config.h"
#include "dispatch/cpu_x86.h"
#include "dispatch/rows.h"

static unsigned columns[MAX_ISAS];

static void remember_column(size_t i) { columns[i] = bmill_column_in_use(); }

static void add_unselectable(void)
{
#ifdef BMILL_WITH_AVX2
    if (bmill_cpu_has_avx2()) {
        columns[nisas] = BMILL_COLUMN_AVX2_SLOW_PEXT;
        isas[nisas++] = "avx2 for slow pext";
    }
#endif
}

static void select_isa(size_t i) { bmill_store(&bmill_column, columns[i]); }
#else
static void remember_column(size_t i) { (void)i; }
static void add_unselectable(void) {}
static void select_isa(size_t i) { select_by_name(isas[i]); }
#endif

static void find_isas(void)
{
    for (size_t k = 0; bmill_isa_name(k) && nisas + 1 < MAX_ISAS; k++) {
        if (bmill_isa_query(bmill_isa_name(k)) != BMILL_ISA_OK)
            continue;
        isas[nisas] = bmill_isa_name(k);
        select_by_name(isas[nisas]);
        remember_column(nisas++);
    }
    add_unselectable();
}

/* ---- The call under way ---- */

enum { MAX_NOTES = 24 };
static struct {
    const unsigned char *bytes;
    size_t n, function;
    const char *isa; /* NULL if the function has no kernels */
    struct {
        const char *name;
        uint64_t value;
    } notes[MAX_NOTES];
    size_t nnotes;
    char wrong[300]; /* "" if nothing is wrong */
} now;

void note(const char *name, uint64_t value)
{
    if (now.nnotes < MAX_NOTES) {
        now.notes[now.nnotes].name = name;
        now.notes[now.nnotes++].value = value;
    }
}

void note_again(uint64_t value) { now.notes[now.nnotes - 1].value = value; }

bool right_so_far(void) { return !*now.wrong; }

void expect(const char *name, uint64_t got, uint64_t expected)
{
    if (got != expected && !*now.wrong)
        snprintf(now.wrong, sizeof now.wrong,
                 "%s is %" PRIu64 " (%#" PRIx64 "), expected %" PRIu64 " (%#" PRIx64 ")", name, got,
                 got, expected, expected);
}

void expect_double(double got, double expected)
{
    if (!(got == expected) && !*now.wrong)
        snprintf(now.wrong, sizeof now.wrong, "the result is %a, expected %a", got, expected);
}

static void print_call_line(void)
{
    char name[80];
    fprintf(stderr, "%s%s%s%s:", *now.wrong ? "failed: " : "", function_name(now.function, name),
            now.isa ? ", " : "", now.isa ? now.isa : "");
    for (size_t i = 0; i < now.nnotes; i++)
        fprintf(stderr, "%s %s = %" PRIu64, i ? "," : "", now.notes[i].name, now.notes[i].value);
    fprintf(stderr, "\n");
}

void print_call(void)
{
    print_call_line();
    if (*now.wrong)
        fprintf(stderr, "  %s\n", now.wrong);
    print_placed(*now.wrong);
    fprintf(stderr, "  for tests/fuzz/bugs.txt: ");
    print_line(stderr, now.bytes, now.n);
}

/* Sanitizers call these when they find something. */
void __asan_on_error(void);
void __asan_on_error(void) { print_call(); }
void __ubsan_on_report(void);
void __ubsan_on_report(void) { print_call(); }

/* On one set of kernels; NO_ISA: the function has none. */
enum { NO_ISA = MAX_ISAS };
static bool play_once(const unsigned char *bytes, size_t n, size_t isa)
{
    const struct group *g;
    size_t i = now.function = function_of(bytes, n);
    begin_input(bytes + (n < HEAD_BYTES ? n : HEAD_BYTES), n < HEAD_BYTES ? 0 : n - HEAD_BYTES);
    now.bytes = bytes;
    now.n = n;
    now.nnotes = 0;
    now.isa = isa == NO_ISA ? NULL : isas[isa];
    *now.wrong = 0;
    if (isa != NO_ISA)
        select_isa(isa);
    begin_noise();
    g = find_group(&i);
    g->attempt(row_of(g, i));
    if (!*now.wrong)
        memory_agrees(now.wrong, sizeof now.wrong);
    if (*now.wrong)
        print_call();
    return !*now.wrong;
}

bool play(const unsigned char *bytes, size_t n)
{
    size_t i = function_of(bytes, n);
    if (nisas == 0)
        find_isas();
    if (find_group(&i)->inline_only)
        return play_once(bytes, n, NO_ISA);
    for (i = 0; i < nisas; i++)
        if (!play_once(bytes, n, i))
            return false;
    return true;
}

/* ---- Lines of corpus.txt and bugs.txt ---- */

void print_line(FILE *file, const unsigned char *bytes, size_t n)
{
    char name[80];
    fprintf(file, "%s ", function_name(function_of(bytes, n), name));
    for (size_t i = HEAD_BYTES; i < n; i++)
        fprintf(file, "%02x", bytes[i]);
    fprintf(file, "%s\n", n > HEAD_BYTES ? "" : "-");
}

static size_t find_function(const char *name)
{
    char buffer[80];
    size_t i = 0;
    while (i < functions_count() && strcmp(function_name(i, buffer), name) != 0)
        i++;
    return i;
}

size_t read_line(const char *line, unsigned char *bytes, size_t size)
{
    char function[80];
    int at = 0;
    size_t i, n = HEAD_BYTES;
    unsigned byte;
    if (sscanf(line, "%79s %n", function, &at) < 1 || size < HEAD_BYTES)
        return 0;
    if ((i = find_function(function)) == functions_count())
        return 0;
    bytes[0] = (unsigned char)i;
    bytes[1] = (unsigned char)(i >> 8);
    for (line += at; n < size && sscanf(line, "%2x", &byte) == 1; line += 2)
        bytes[n++] = (unsigned char)byte;
    return n;
}
