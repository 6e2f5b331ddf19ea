/* survey.c: see survey.h. */
#define _POSIX_C_SOURCE 200809L
#include "survey.h"
#include "record.h"
#include <bitmill.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *reallocate(void *p, size_t size)
{
    p = realloc(p, size ? size : 1);
    if (!p) {
        fprintf(stderr, "languages: no memory for %zu bytes\n", size);
        exit(1);
    }
    return p;
}

/* ---- Reading ---- */

static struct language *find_language(struct survey *survey, const char *name)
{
    struct language *language;
    size_t bytes = strlen(name) + 1;
    for (size_t l = 0; l < survey->nlanguages; l++)
        if (strcmp(survey->languages[l].name, name) == 0)
            return &survey->languages[l];
    survey->languages =
        reallocate(survey->languages, (survey->nlanguages + 1) * sizeof *survey->languages);
    language = &survey->languages[survey->nlanguages++];
    language->name = memcpy(reallocate(NULL, bytes), name, bytes);
    language->bits = memset(reallocate(NULL, survey->room / 8), 0, survey->room / 8);
    language->count = 0;
    return language;
}

/* Doubles the room. Each bit is moved once on average, so the number of lines need not be known. */
static void grow(struct survey *survey)
{
    size_t old = survey->room / 8, new = old ? 2 * old : 512;
    for (size_t l = 0; l < survey->nlanguages; l++) {
        struct language *language = &survey->languages[l];
        language->bits = reallocate(language->bits, new);
        memset(language->bits + old, 0, new - old);
    }
    survey->room = 8 * new;
}

static void add(struct survey *survey, const struct record *record)
{
    if (survey->nrepositories == survey->room)
        grow(survey);
    for (size_t i = 0; i < record->nlanguages; i++)
        bmill_bits_set(find_language(survey, record->languages[i])->bits, survey->nrepositories);
    survey->nrepositories++;
}

static void read_lines(struct survey *survey, FILE *stream, const char *file)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    struct record record;
    struct mistake mistake;
    while ((length = getline(&line, &size, stream)) >= 0) {
        if (length > 0 && line[length - 1] == '\n')
            line[--length] = '\0';
        if (!record_read(line, (size_t)length, &record, &mistake)) {
            fprintf(stderr, "languages: %s:%zu:%zu: expected %s, found %s\n", file,
                    survey->nrepositories + 1, mistake.column, mistake.expected, mistake.found);
            exit(1);
        }
        add(survey, &record);
    }
    if (ferror(stream)) {
        fprintf(stderr, "languages: %s: %s\n", file, strerror(errno));
        exit(1);
    }
    free(line);
}

/* The most frequent first; equally frequent ones by name. */
static int by_count(const void *x, const void *y)
{
    const struct language *a = x, *b = y;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return strcmp(a->name, b->name);
}

void survey_read(struct survey *survey, const char *file)
{
    FILE *stream = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
    if (!stream) {
        fprintf(stderr, "languages: %s: %s\n", file, strerror(errno));
        exit(1);
    }
    read_lines(survey, stream, file);
    fclose(stream);
    for (size_t l = 0; l < survey->nlanguages; l++)
        survey->languages[l].count =
            bmill_bits_count(survey->languages[l].bits, survey->nrepositories);
    if (survey->nlanguages)
        qsort(survey->languages, survey->nlanguages, sizeof *survey->languages, by_count);
}

void survey_free(struct survey *survey)
{
    for (size_t l = 0; l < survey->nlanguages; l++) {
        free(survey->languages[l].name);
        free(survey->languages[l].bits);
    }
    free(survey->languages);
}

/* ---- Pairs ---- */

size_t survey_together(const struct survey *survey, size_t a, size_t b)
{
    return bmill_bits_and_count(survey->languages[a].bits, survey->languages[b].bits,
                                survey->nrepositories);
}

double survey_similarity(const struct survey *survey, size_t a, size_t b)
{
    return bmill_bits_jaccard(survey->languages[a].bits, survey->languages[b].bits,
                              survey->nrepositories);
}

/* After each language comes the one of the others
 * that is most similar to it. */
void survey_order(const struct survey *survey, size_t *order, size_t n)
{
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    for (size_t i = 1; i < n; i++) {
        size_t best = i, language;
        for (size_t j = i + 1; j < n; j++)
            if (survey_similarity(survey, order[i - 1], order[j]) >
                survey_similarity(survey, order[i - 1], order[best]))
                best = j;
        language = order[best];
        memmove(&order[i + 1], &order[i], (best - i) * sizeof *order);
        order[i] = language;
    }
}
