/* speed.c: see speed.h. */
#define _POSIX_C_SOURCE 200809L
#include "speed.h"
#include <bitmill.h>
#include <bitmill/bits/index.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The same sets in three forms. */
struct forms {
    const struct survey *survey;
    uint32_t **repositories; /* for each language, the sorted numbers of its repositories */
    size_t *first;           /* the languages of repository i begin at members[first[i]] */
    uint32_t *members;
    size_t *counts; /* what the ways below fill: [a * nlanguages + b], a < b */
};

/* ---- Three ways to fill the counts ---- */

static void by_bitmaps(struct forms *f)
{
    size_t n = f->survey->nlanguages;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++)
            f->counts[a * n + b] = survey_together(f->survey, a, b);
}

/* One pass over all repositories, with a loop over each two languages of one. */
static void by_repositories(struct forms *f)
{
    size_t n = f->survey->nlanguages;
    memset(f->counts, 0, n * n * sizeof *f->counts);
    for (size_t r = 0; r < f->survey->nrepositories; r++)
        for (size_t i = f->first[r]; i < f->first[r + 1]; i++)
            for (size_t j = i + 1; j < f->first[r + 1]; j++)
                f->counts[f->members[i] * n + f->members[j]]++;
}

/* The length of the intersection of two sorted lists, without a branch that depends on the data. */
static size_t intersection(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
    size_t i = 0, j = 0, both = 0;
    while (i < na && j < nb) {
        uint32_t x = a[i], y = b[j];
        both += x == y;
        i += x <= y;
        j += y <= x;
    }
    return both;
}

static void by_sorted_lists(struct forms *f)
{
    const struct language *languages = f->survey->languages;
    size_t n = f->survey->nlanguages;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++)
            f->counts[a * n + b] = intersection(f->repositories[a], languages[a].count,
                                                f->repositories[b], languages[b].count);
}

/* ---- Timing ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* The best of at least three runs, and of as many as fit into 0.2 s. */
static double best_time(void (*way)(struct forms *), struct forms *f)
{
    double begin = now(), best = 1e300;
    for (int run = 0; run < 3 || now() - begin < 2e8; run++) {
        double start = now(), taken;
        way(f);
        taken = now() - start;
        if (taken < best)
            best = taken;
    }
    return best;
}

/* ---- The lists ---- */

static void make_lists(struct forms *f)
{
    const struct survey *survey = f->survey;
    size_t total = 0;
    f->repositories = reallocate(NULL, survey->nlanguages * sizeof *f->repositories);
    for (size_t l = 0; l < survey->nlanguages; l++) {
        const struct language *language = &survey->languages[l];
        size_t from = 0;
        f->repositories[l] = reallocate(NULL, language->count * sizeof **f->repositories);
        bmill_bits_decode_u32(f->repositories[l], language->bits, survey->nrepositories,
                              language->count, &from, 0);
        total += language->count;
    }
    f->first = reallocate(NULL, (survey->nrepositories + 1) * sizeof *f->first);
    f->members = reallocate(NULL, total * sizeof *f->members);
    total = 0;
    for (size_t r = 0; r < survey->nrepositories; r++) {
        f->first[r] = total;
        for (uint32_t l = 0; l < survey->nlanguages; l++)
            if (bmill_bits_is_set(survey->languages[l].bits, r))
                f->members[total++] = l;
    }
    f->first[survey->nrepositories] = total;
}

static void free_forms(struct forms *f)
{
    for (size_t l = 0; l < f->survey->nlanguages; l++)
        free(f->repositories[l]);
    free(f->repositories);
    free(f->first);
    free(f->members);
    free(f->counts);
}

void print_speed(const struct survey *survey)
{
    static const struct {
        const char *name;
        void (*fill)(struct forms *);
    } ways[] = {
        {"bmill_bits_and_count", by_bitmaps},
        {"loop over each two of a repository", by_repositories},
        {"merge of two sorted lists", by_sorted_lists},
    };
    size_t n = survey->nlanguages, pairs = n * (n - 1) / 2, size = n * n * sizeof(size_t);
    struct forms f = {.survey = survey, .counts = memset(reallocate(NULL, size), 0, size)};
    size_t *expected = reallocate(NULL, size);
    double bitmaps = 0;

    make_lists(&f);
    printf("%zu pairs of languages in %zu repositories\n\n", n ? pairs : 0, survey->nrepositories);
    printf("%-36s %12s %9s\n", "way", "ns per pair", "times");
    for (size_t w = 0; n > 1 && w < sizeof ways / sizeof *ways; w++) {
        double time = best_time(ways[w].fill, &f);
        if (w == 0) {
            bitmaps = time;
            memcpy(expected, f.counts, size);
        } else if (memcmp(expected, f.counts, size) != 0) {
            fprintf(stderr, "languages: '%s' counts otherwise than bitmaps do\n", ways[w].name);
            exit(1);
        }
        printf("%-36s %12.0f %9.1f\n", ways[w].name, time / (double)pairs, time / bitmaps);
    }
    free(expected);
    free_forms(&f);
}
