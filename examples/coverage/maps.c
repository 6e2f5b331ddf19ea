/* maps.c: see maps.h. How many lines a source file has is known only when all maps have been read,
 * so the maps are read into lists first, and become bitmaps afterwards. */
#define _POSIX_C_SOURCE 200809L
#include "maps.h"
#include <bitmill.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINES = 10000000 }; /* of a source file: more is a mistake in a map */

struct source {
    char *name;
    size_t nlines; /* the largest number of a line that is mentioned */
    size_t first;  /* line 1 of this file is this bit */
};

struct entry {
    size_t source, line;
    int ran;
};

/* What has been read so far. */
struct reader {
    struct source *sources;
    size_t nsources;
    struct entry *entries; /* of all tests, one after the other */
    size_t nentries, room;
};

static void *reallocate(void *p, size_t size)
{
    p = realloc(p, size ? size : 1);
    if (!p) {
        fprintf(stderr, "coverage: no memory for %zu bytes\n", size);
        exit(1);
    }
    return p;
}

void *allocate(size_t size) { return memset(reallocate(NULL, size), 0, size); }

static char *copy(const char *text, size_t length)
{
    char *to = allocate(length + 1);
    return memcpy(to, text, length);
}

/* ---- Reading ---- */

static size_t find_source(struct reader *reader, const char *name)
{
    for (size_t s = 0; s < reader->nsources; s++)
        if (strcmp(reader->sources[s].name, name) == 0)
            return s;
    reader->sources = reallocate(reader->sources, (reader->nsources + 1) * sizeof *reader->sources);
    reader->sources[reader->nsources] = (struct source){copy(name, strlen(name)), 0, 0};
    return reader->nsources++;
}

static void add(struct reader *reader, struct entry entry)
{
    struct source *source = &reader->sources[entry.source];
    if (entry.line > source->nlines)
        source->nlines = entry.line;
    if (reader->nentries == reader->room) {
        reader->room = reader->room ? 2 * reader->room : 1024;
        reader->entries = reallocate(reader->entries, reader->room * sizeof *reader->entries);
    }
    reader->entries[reader->nentries++] = entry;
}

/* Reads digits; a number that is too large becomes a very large one. NULL if there are none. */
static const char *number(const char *text, unsigned long long *value)
{
    char *end;
    if (*text < '0' || *text > '9')
        return NULL;
    *value = strtoull(text, &end, 10);
    return end;
}

/* What follows "lcount:". */
static int read_count(const char *text, struct entry *entry)
{
    unsigned long long line, count;
    text = number(text, &line);
    if (!text || *text != ',' || line < 1 || line > MOST_LINES)
        return 0;
    text = number(text + 1, &count);
    if (!text || (*text && *text != ','))
        return 0;
    entry->line = (size_t)line;
    entry->ran = count > 0;
    return 1;
}

static int begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Returns what was expected instead of this line; NULL if it is right. `*source` is the file that
 * the last line "file:" named, or SIZE_MAX. */
static const char *read_line(struct reader *reader, const char *line, size_t *source)
{
    struct entry entry = {*source, 0, 0};
    if (begins(line, "file:") && line[5]) {
        *source = find_source(reader, line + 5);
    } else if (begins(line, "lcount:")) {
        if (*source == SIZE_MAX)
            return "file:NAME before the first lcount";
        if (!read_count(line + 7, &entry))
            return "lcount:LINE,COUNT with a line from 1 to 10000000";
        add(reader, entry);
    } else if (!begins(line, "function:") && !begins(line, "branch:") &&
               !begins(line, "version:")) {
        return "file:NAME or lcount:LINE,COUNT";
    }
    return NULL;
}

static void read_file(struct reader *reader, const char *file)
{
    FILE *stream = fopen(file, "r");
    char *line = NULL;
    size_t size = 0, source = SIZE_MAX, n = 0;
    while (stream && getline(&line, &size, stream) >= 0) {
        const char *expected;
        n++;
        line[strcspn(line, "\r\n")] = '\0';
        expected = read_line(reader, line, &source);
        if (expected) {
            fprintf(stderr, "coverage: %s:%zu: expected %s, found '%.40s'\n", file, n, expected,
                    line);
            exit(1);
        }
    }
    if (!stream || ferror(stream)) {
        fprintf(stderr, "coverage: %s: %s\n", file, strerror(errno));
        exit(1);
    }
    free(line);
    fclose(stream);
}

/* ---- Bitmaps ---- */

static char *test_name(const char *file)
{
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    size_t length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, ".map") == 0)
        length -= 4;
    return copy(name, length);
}

static void make_bitmap(struct maps *maps, size_t test, const struct reader *reader, size_t first,
                        size_t end)
{
    maps->covered[test] = allocate(BMILL_BYTES(maps->nbits));
    for (size_t e = first; e < end; e++) {
        const struct entry *entry = &reader->entries[e];
        size_t bit = reader->sources[entry->source].first + entry->line - 1;
        bmill_bits_set(maps->code, bit);
        if (entry->ran) /* a line may be there more than once: in a header, or a macro */
            bmill_bits_set(maps->covered[test], bit);
    }
}

void maps_read(struct maps *maps, char *const *files, size_t nfiles)
{
    struct reader reader = {0};
    size_t *ends = allocate(nfiles * sizeof *ends), first = 0;
    for (size_t t = 0; t < nfiles; t++) {
        read_file(&reader, files[t]);
        ends[t] = reader.nentries;
    }
    *maps = (struct maps){.ntests = nfiles};
    for (size_t s = 0; s < reader.nsources; s++) {
        reader.sources[s].first = maps->nbits;
        maps->nbits += reader.sources[s].nlines;
    }
    maps->names = allocate(nfiles * sizeof *maps->names);
    maps->covered = allocate(nfiles * sizeof *maps->covered);
    maps->code = allocate(BMILL_BYTES(maps->nbits));
    for (size_t t = 0; t < nfiles; first = ends[t++]) {
        maps->names[t] = test_name(files[t]);
        make_bitmap(maps, t, &reader, first, ends[t]);
    }
    for (size_t s = 0; s < reader.nsources; s++)
        free(reader.sources[s].name);
    free(reader.sources);
    free(reader.entries);
    free(ends);
}

void maps_free(struct maps *maps)
{
    for (size_t t = 0; t < maps->ntests; t++) {
        free(maps->names[t]);
        free(maps->covered[t]);
    }
    free(maps->names);
    free(maps->covered);
    free(maps->code);
}
