/* lists.c: sets of numbers as they occur, each a sorted list: those of a directory, and four
 * families that are made of what is on a Linux machine. All sets of a family are bitmaps of one
 * length. */
#include "bench.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void no_memory(void)
{
    fputs("bench_bits: no memory for the lists\n", stderr);
    exit(1);
}

static void *new_items(size_t n, size_t size)
{
    void *p = calloc(n ? n : 1, size);
    if (!p)
        no_memory();
    return p;
}

/* A family without sets, for up to `most`. */
static struct family *new_family(const char *name, size_t most)
{
    struct family *family = new_items(1, sizeof *family);
    family->name = name;
    family->lists = new_items(most, sizeof *family->lists);
    family->lengths = new_items(most, sizeof *family->lengths);
    return family;
}

/* Appends a number that is larger than all before to the last set. */
static void add_number(struct family *family, uint32_t number)
{
    size_t set = family->sets - 1, n = family->lengths[set];
    if ((n & (n - 1)) == 0) { /* full at each power of 2 */
        family->lists[set] = realloc(family->lists[set], (n ? 2 * n : 1) * sizeof number);
        if (!family->lists[set])
            no_memory();
    }
    family->lists[set][n] = number;
    family->lengths[set] = n + 1;
    if (number / 64 * 8 + 8 > family->nbytes)
        family->nbytes = number / 64 * 8 + 8;
}

/* ---- Files ---- */

/* What is in the file, a 0 after it. NULL: it cannot be read. */
static unsigned char *content_of(const char *path, size_t *nbytes)
{
    unsigned char *content = NULL;
    FILE *file = fopen(path, "rb");
    *nbytes = 0;
    if (!file)
        return NULL;
    for (size_t room = 1 << 16, n = 1; n; room *= 2) {
        content = realloc(content, room + 1);
        if (!content)
            no_memory();
        n = fread(content + *nbytes, 1, room - *nbytes, file);
        *nbytes += n;
    }
    content[*nbytes] = 0;
    fclose(file);
    return content;
}

static unsigned char *first_readable(const char *const *paths, size_t *nbytes)
{
    unsigned char *content = NULL;
    for (; *paths && !content; paths++)
        content = content_of(*paths, nbytes);
    return content && *nbytes ? content : NULL;
}

/* ---- A directory: a file for each set, numbers with commas or white space between them ---- */

static void add_file(struct family *family, const char *path)
{
    size_t nbytes;
    unsigned char *content = content_of(path, &nbytes);
    char *p = (char *)content;
    long long last = -1;
    if (!content) {
        fprintf(stderr, "bench_bits: --lists: %s: cannot be read\n", path);
        exit(2);
    }
    family->sets++;
    for (p += strspn(p, ", \t\r\n"); *p; p += strspn(p, ", \t\r\n")) {
        char *end;
        long long number = strtoll(p, &end, 10);
        if (end == p || *p == '-' || *p == '+' || number <= last || number >= UINT32_MAX) {
            fprintf(stderr,
                    "bench_bits: --lists: %s: '%.*s' after %lld: expected ascending numbers below "
                    "2^32 - 1, with commas or white space between them\n",
                    path, (int)strcspn(p, ", \t\r\n"), p, last);
            exit(2);
        }
        last = number;
        add_number(family, (uint32_t)number);
        p = end;
    }
    free(content);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct family *family_of_directory(const char *path)
{
    enum { MOST = 4096 };
    static char *names[MOST];
    const char *slash;
    struct family *family;
    size_t n = 0;
    struct dirent *entry;
    DIR *directory = opendir(path);
    while (directory && (entry = readdir(directory)))
        if (entry->d_name[0] != '.' && n < MOST) {
            size_t room = strlen(path) + strlen(entry->d_name) + 2;
            names[n] = new_items(room, 1);
            snprintf(names[n++], room, "%s/%s", path, entry->d_name);
        }
    if (n < 2) {
        fprintf(stderr,
                "bench_bits: --lists %s: expected a directory with two files at least, a list of "
                "numbers each\n",
                path);
        exit(2);
    }
    closedir(directory);
    qsort(names, n, sizeof *names, by_name);
    slash = strrchr(path, '/');
    family = new_family(slash && slash[1] ? slash + 1 : path, n);
    for (size_t i = 0; i < n; i++)
        add_file(family, names[i]);
    return family;
}

/* ---- Families ---- */

/* Of each letter the words that have it. */
static struct family *words_by_letter(void)
{
    static const char *const paths[] = {"/usr/share/dict/words", NULL};
    size_t nbytes;
    unsigned char *content = first_readable(paths, &nbytes);
    struct family *family = new_family("words", 26);
    for (unsigned letter = 'a'; content && letter <= 'z'; letter++) {
        uint32_t word = 0, last = UINT32_MAX;
        family->sets++;
        for (size_t i = 0; i < nbytes; i++) {
            word += content[i] == '\n';
            if ((content[i] | 0x20u) == letter && word != last)
                add_number(family, last = word);
        }
    }
    free(content);
    return family;
}

/* Of the most frequent bytes of a program's code and data the positions, in 1 MiB. */
static struct family *bytes_of_file(void)
{
    static const char *const paths[] = {"/lib/x86_64-linux-gnu/libc.so.6",
                                        "/lib/aarch64-linux-gnu/libc.so.6", "/lib64/libc.so.6",
                                        "/bin/sh", NULL};
    size_t nbytes, counts[256] = {0};
    unsigned char *content = first_readable(paths, &nbytes);
    struct family *family = new_family("bytes", 16);
    nbytes = nbytes < 1 << 20 ? nbytes : 1 << 20;
    for (size_t i = 0; content && i < nbytes; i++)
        counts[content[i]]++;
    while (content && family->sets < 16) {
        unsigned most = 0;
        for (unsigned byte = 1; byte < 256; byte++)
            if (counts[byte] > counts[most])
                most = byte;
        counts[most] = 0;
        family->sets++;
        for (size_t i = 0; i < nbytes; i++)
            if (content[i] == most)
                add_number(family, (uint32_t)i);
    }
    free(content);
    return family;
}

/* The primes below 2^23 that end in 1, 3, 7 and 9. */
static struct family *primes_by_digit(void)
{
    enum { LIMIT = 1 << 23 };
    unsigned char *composite = new_items(LIMIT, 1);
    struct family *family = new_family("primes", 4);
    for (size_t p = 2; p * p < LIMIT; p++)
        for (size_t i = p * p; !composite[p] && i < LIMIT; i += p)
            composite[i] = 1;
    for (size_t digit = 1; digit < 10; digit += digit == 3 ? 4 : 2) {
        family->sets++;
        for (size_t i = digit == 1 ? 11 : digit; i < LIMIT; i += 10)
            if (!composite[i])
                add_number(family, (uint32_t)i);
    }
    free(composite);
    return family;
}

/* Of the most frequent words of a log the lines that have them. A word is told by a hash; a line
 * counts once. */
static struct family *lines_of_log(void)
{
    static const char *const paths[] = {"/var/log/dpkg.log", "/var/log/syslog", "/var/log/messages",
                                        NULL};
    enum { HASHES = 1 << 16, WORDS_KEPT = 26 };
    size_t nbytes;
    unsigned char *content = first_readable(paths, &nbytes);
    struct family *family = new_family("log", WORDS_KEPT);
    uint32_t *lines = new_items(HASHES, sizeof *lines), *last = new_items(HASHES, sizeof *last);
    for (uint32_t set = 0, chosen = 0; content && set <= WORDS_KEPT; set++) {
        /* At first all words are counted, then the lines of the most frequent one are listed. */
        uint32_t line = 1, hash = 0;
        if (set > 0) {
            chosen = 0;
            for (uint32_t i = 1; i < HASHES; i++)
                if (lines[i] > lines[chosen])
                    chosen = i;
            if (!lines[chosen])
                break;
            lines[chosen] = 0;
            family->sets++;
        }
        memset(last, 0, HASHES * sizeof *last);
        for (size_t i = 0; i < nbytes; i++) {
            if (content[i] > ' ') {
                hash = (hash ^ content[i]) * UINT32_C(16777619);
                continue;
            }
            hash = (hash ^ hash >> 15) % HASHES;
            if (set == 0 && last[hash] != line)
                lines[hash]++;
            else if (set > 0 && hash == chosen && last[hash] != line)
                add_number(family, line - 1);
            last[hash] = line;
            hash = 0;
            line += content[i] == '\n';
        }
    }
    free(lines), free(last), free(content);
    return family;
}

static struct family *given;

void use_family(struct family *family) { given = family; }

const struct family *family_of(int content)
{
    static struct family *families[GIVEN_LISTS - REAL_WORDS];
    static struct family *(*const make[])(void) = {words_by_letter, bytes_of_file, primes_by_digit,
                                                   lines_of_log};
    struct family **family;
    if (content == GIVEN_LISTS)
        return given;
    if (content < REAL_WORDS || content > GIVEN_LISTS)
        return NULL;
    family = &families[content - REAL_WORDS];
    if (!*family) {
        *family = make[content - REAL_WORDS]();
        if (!(*family)->sets)
            fprintf(stderr,
                    "skipped: cells of %s: this machine has none of the files they are made of\n",
                    (*family)->name);
    }
    return (*family)->sets ? *family : NULL;
}

void put_set(unsigned char *bits, const struct family *family, size_t set)
{
    memset(bits, 0, family->nbytes);
    for (size_t i = 0; i < family->lengths[set]; i++) {
        uint32_t at = family->lists[set][i];
        bits[at / 8] = (unsigned char)(bits[at / 8] | 1u << at % 8);
    }
}
