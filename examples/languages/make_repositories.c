/* make_repositories.c: draws repositories, each with the languages of its files, as lines of JSON:
 * input for languages.c whose true frequencies are known.
 *
 *   make_repositories COUNT SEED     prints COUNT lines; a seed gives the same lines everywhere
 *   make_repositories --expected     prints the probability of each language and of each pair
 *
 * The numbers are invented, in 256ths. A repository has one main language, drawn by `weight`. Each
 * other language joins it with the chance that stands beside the main language, independently of
 * all others. So a language has the probability
 *
 *   P(x) = sum over all main languages m of  P(m) * P(x | m),  where P(m | m) = 1
 *
 * and two languages occur in one repository with the probability
 *
 *   P(x, y) = sum over all main languages m of  P(m) * P(x | m) * P(y | m)
 *
 * What it teaches: drawing by bitmaps. There is no loop that draws a number for each repository.
 * One random byte for each of them, compared with two limits, gives the bitmap of those with one
 * main language; one bitmap of random bits, ANDed with it, gives those that another language joins.
 * That is 13 comparisons and 57 random bitmaps for any COUNT; printing takes most of the time.
 *
 *   cc -O2 make_repositories.c -o make_repositories $(pkg-config --cflags --libs bitmill)
 */
#include <bitmill.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/values.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    JAVASCRIPT,
    TYPESCRIPT,
    PYTHON,
    JAVA,
    C,
    CPP,
    GO,
    PHP,
    RUST,
    RUBY,
    JUPYTER,
    HTML,
    SHELL,
    CSS,
    DOCKERFILE,
    MAKEFILE,
    CMAKE,
    ASSEMBLY,
    LANGUAGES
};

static const char *const names[LANGUAGES] = {
    "JavaScript",
    "TypeScript",
    "Python",
    "Java",
    "C",
    "C++",
    "Go",
    "PHP",
    "Rust",
    "Ruby",
    "Jupyter Notebook",
    "HTML",
    "Shell",
    "CSS",
    "Dockerfile",
    "Makefile",
    "CMake",
    "Assembly",
};

enum { WHOLE = 256, MAX_JOINING = 6 };

/* Main languages, and what joins them; all numbers in 256ths. The weights add up to 256. */
static const struct main_language {
    unsigned char language, weight;
    struct {
        unsigned char language, chance;
    } joining[MAX_JOINING]; /* the rest has chance 0 */
} mains[] = {
    {JAVASCRIPT, 44, {{HTML, 128}, {CSS, 112}, {TYPESCRIPT, 24}, {SHELL, 32}, {DOCKERFILE, 20}}},
    {TYPESCRIPT, 26, {{JAVASCRIPT, 160}, {HTML, 96}, {CSS, 88}, {DOCKERFILE, 48}, {SHELL, 32}}},
    {PYTHON,
     46,
     {{SHELL, 72}, {JUPYTER, 48}, {DOCKERFILE, 56}, {HTML, 24}, {MAKEFILE, 24}, {C, 8}}},
    {JAVA, 28, {{HTML, 24}, {SHELL, 40}, {DOCKERFILE, 32}}},
    {C, 18, {{MAKEFILE, 168}, {SHELL, 72}, {CPP, 48}, {ASSEMBLY, 40}, {PYTHON, 32}, {CMAKE, 36}}},
    {CPP, 18, {{CMAKE, 144}, {C, 120}, {MAKEFILE, 64}, {PYTHON, 56}, {SHELL, 56}}},
    {GO, 16, {{MAKEFILE, 112}, {SHELL, 104}, {DOCKERFILE, 128}}},
    {PHP, 14, {{HTML, 112}, {JAVASCRIPT, 160}, {CSS, 144}, {SHELL, 24}}},
    {RUST, 12, {{SHELL, 56}, {MAKEFILE, 24}, {PYTHON, 20}, {DOCKERFILE, 32}, {C, 16}}},
    {RUBY, 10, {{HTML, 96}, {JAVASCRIPT, 88}, {CSS, 80}, {SHELL, 48}}},
    {JUPYTER, 10, {{PYTHON, 144}, {SHELL, 16}}},
    {HTML, 8, {{CSS, 176}, {JAVASCRIPT, 128}}},
    {SHELL, 6, {{DOCKERFILE, 56}, {MAKEFILE, 40}, {PYTHON, 24}}},
};
enum { MAINS = sizeof mains / sizeof *mains };

/* ---- What is to be expected ---- */

/* P(language | main), in 256ths. */
static unsigned chance(const struct main_language *main, unsigned language)
{
    if (main->language == language)
        return WHOLE;
    for (size_t i = 0; i < MAX_JOINING; i++)
        if (main->joining[i].chance && main->joining[i].language == language)
            return main->joining[i].chance;
    return 0;
}

/* P(x, y); P(x) if they are the same. */
static double probability(unsigned x, unsigned y)
{
    unsigned long sum = 0; /* in 256ths of 256ths of 256ths */
    for (size_t m = 0; m < MAINS; m++)
        sum += (unsigned long)mains[m].weight * chance(&mains[m], x) *
               (x == y ? WHOLE : chance(&mains[m], y));
    return (double)sum / WHOLE / WHOLE / WHOLE;
}

/* Lines "language probability" and "language language probability", with tabs between them. */
static void print_expected(void)
{
    for (unsigned x = 0; x < LANGUAGES; x++) {
        printf("%s\t%.10f\n", names[x], probability(x, x));
        for (unsigned y = x + 1; y < LANGUAGES; y++)
            printf("%s\t%s\t%.10f\n", names[x], names[y], probability(x, y));
    }
}

/* ---- Drawing ---- */

static void *allocate(size_t size)
{
    void *p = calloc(size ? size : 1, 1);
    if (!p) {
        fprintf(stderr, "make_repositories: no memory for %zu bytes\n", size);
        exit(1);
    }
    return p;
}

/* Fills one bitmap for each language: the repositories that have it. Each random bitmap has a seed
 * of its own. */
static void draw(unsigned char *has[LANGUAGES], size_t n, uint64_t seed)
{
    unsigned char *dice = allocate(n);
    unsigned char *group = allocate(BMILL_BYTES(n)), *below = allocate(BMILL_BYTES(n));
    unsigned char *joining = allocate(BMILL_BYTES(n));
    unsigned limit = 0;

    seed *= MAINS * MAX_JOINING + 1;
    bmill_bits_random(dice, 8 * n, 1, 1, seed++);
    for (const struct main_language *main = mains; main < mains + MAINS; main++) {
        /* The group of this main language: limit <= dice < limit + weight. `below` has those of all
         * groups before it. */
        limit += main->weight;
        bmill_bits_le_value_u8(group, dice, n, (uint8_t)(limit - 1));
        bmill_bits_andnot(group, group, below, n);
        bmill_bits_or(below, below, group, n);
        bmill_bits_or(has[main->language], has[main->language], group, n);
        for (size_t i = 0; i < MAX_JOINING; i++, seed++) {
            unsigned char *other = has[main->joining[i].language];
            bmill_bits_random(joining, n, main->joining[i].chance, 8, seed);
            bmill_bits_and(joining, joining, group, n);
            bmill_bits_or(other, other, joining, n);
        }
    }
    free(dice);
    free(group);
    free(below);
    free(joining);
}

/* The names have escapes and characters of two and four bytes, for readers to get right. */
static void print_line(unsigned char *const has[LANGUAGES], size_t i)
{
    static const char *const words[] = {
        "parser",       "viewer",        "caf\\u00e9",     "na\xc3\xafve", "\\\"quoted\\\"",
        "left\\/right", "back\\\\slash", "\\ud83d\\ude80", "a,b]}",        "server",
    };
    const char *separator = "";
    printf("{\"name\":\"%s-%zu\",\"languages\":[", words[i % (sizeof words / sizeof *words)], i);
    for (size_t l = 0; l < LANGUAGES; l++)
        if (bmill_bits_is_set(has[l], i)) {
            printf("%s\"%s\"", separator, names[l]);
            separator = ",";
        }
    printf("]}\n");
}

static uint64_t number(const char *what, const char *text, uint64_t most)
{
    char *end;
    uint64_t value;
    errno = 0;
    value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || errno || value > most) {
        fprintf(stderr, "make_repositories: %s '%s': expected a number from 0 to %" PRIu64 "\n",
                what, text, most);
        exit(2);
    }
    return value;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--expected") == 0) {
        print_expected();
    } else if (argc == 3) {
        unsigned char *has[LANGUAGES];
        size_t n = (size_t)number("COUNT", argv[1], 100000000);
        uint64_t seed = number("SEED", argv[2], UINT64_MAX);
        for (size_t l = 0; l < LANGUAGES; l++)
            has[l] = allocate(BMILL_BYTES(n));
        draw(has, n, seed);
        for (size_t i = 0; i < n; i++)
            print_line(has, i);
        for (size_t l = 0; l < LANGUAGES; l++)
            free(has[l]);
    } else {
        fprintf(stderr, "make_repositories: %d arguments, expected COUNT SEED or --expected\n",
                argc - 1);
        return 2;
    }
    if (fflush(stdout) || ferror(stdout)) {
        perror("make_repositories: standard output");
        return 1;
    }
    return 0;
}
