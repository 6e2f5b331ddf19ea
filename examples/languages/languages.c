/* languages.c: which languages occur in the same repositories? Each language becomes a bitmap with
 * one bit for each repository. How often two occur together is then one call,
 * bmill_bits_and_count(), and how alike they are is another, bmill_bits_jaccard(): of the
 * repositories that have either of the two languages, the part that has both.
 *
 *   make_repositories 100000 1 >repositories.jsonl        (see make_repositories.c)
 *   languages repositories.jsonl                          the tables below
 *   languages --svg map.svg repositories.jsonl            and a heat map
 *   languages --pairs repositories.jsonl                  all pairs, with tabs: both, either,
 * Jaccard languages --speed repositories.jsonl                  what a pair costs, against lists
 *
 * A repository is a line of JSON, {"name":"...","languages":["C","Shell"]}; "-" is standard input.
 * A wrong line ends the program: FILE:LINE:COLUMN, what was expected, what was found, exit
 * status 1. The tables and the map show the 18 languages that are most frequent.
 *
 *   cc -O2 -o languages languages.c survey.c record.c heatmap.c speed.c \
 *       $(pkg-config --cflags --libs bitmill)
 *
 * Cost: 100,000 repositories are 12.5 KB for each language. A pair takes bmill_bits_and_count()
 * 0.16 microseconds with AVX-512. A loop over each two languages of each repository, which counts
 * all pairs in one pass, takes 25 times as long for a pair (9 times as long as the portable
 * kernels), and a merge of two sorted lists of repositories 560 times (--speed, gcc 12 -O2, all in
 * the cache). Reading the file takes 20 milliseconds, more than all 153 pairs in any of these ways:
 * bitmaps pay where one asks more than once.
 *
 * Prints, for the file above:
 *   100000 repositories, 18 languages
 *
 *   language           repositories    share  most often together with
 *   JavaScript                29706   29.7 %  HTML (14369)
 *   Python                    22969   23.0 %  Shell (5963)
 *   HTML                      21833   21.8 %  JavaScript (14369)
 *   Shell                     21070   21.1 %  Python (5963)
 *   CSS                       17214   17.2 %  JavaScript (12932)
 *   Dockerfile                12764   12.8 %  Python (3898)
 *   TypeScript                11838   11.8 %  JavaScript (8075)
 *   Makefile                  11617   11.6 %  C (5613)
 *   C                         11287   11.3 %  Makefile (5613)
 *   Java                      11091   11.1 %  Shell (1762)
 *   C++                        8443    8.4 %  C (4705)
 *   Jupyter Notebook           7239    7.2 %  Python (5534)
 *   Go                         6275    6.3 %  Dockerfile (3152)
 *   PHP                        5458    5.5 %  JavaScript (3433)
 *   CMake                      4930    4.9 %  C++ (4097)
 *   Rust                       4786    4.8 %  Shell (1039)
 *   Ruby                       3875    3.9 %  HTML (1452)
 *   Assembly                   1141    1.1 %  C (1141)
 *
 *   Jaccard similarity in %
 *                           1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17
 *    1 JavaScript
 *    2 HTML                39
 *    3 CSS                 38  29
 *    4 TypeScript          24  16  17
 *    5 Dockerfile           7   6   4   9
 *    6 Go                   0   0   0   0  20
 *    7 Makefile             0   0   0   0   8  18
 *    8 C                    0   0   0   0   1   0  32
 *    9 C++                  0   0   0   0   0   0  15  31
 *   10 CMake                0   0   0   0   0   0  11  22  44
 *   11 Shell                7   7   5   5  12  10  13  10   7   5
 *   12 Python               0   4   0   0  12   0   8   7   6   4  16
 *   13 Jupyter Notebook     0   1   0   0   4   0   2   1   0   0   4  22
 *   14 Java                 0   3   0   0   6   0   0   0   0   0   6   0   0
 *   15 PHP                 11   9  16   0   0   0   0   0   0   0   2   0   0   0
 *   16 Rust                 0   0   0   0   4   0   3   2   0   0   4   1   0   0   0
 *   17 Ruby                 4   6   6   0   0   0   0   0   0   0   3   0   0   0   0   0
 *   18 Assembly             0   0   0   0   0   0   6  10   2   3   1   1   0   0   0   0   0
 */
#include "heatmap.h"
#include "speed.h"
#include "survey.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 18, EXIT_USAGE = 2 };

static size_t shown(const struct survey *survey)
{
    return survey->nlanguages < SHOWN ? survey->nlanguages : SHOWN;
}

/* ---- Tables ---- */

static void print_pairs(const struct survey *survey)
{
    for (size_t a = 0; a < survey->nlanguages; a++)
        for (size_t b = a + 1; b < survey->nlanguages; b++) {
            const struct language *x = &survey->languages[a], *y = &survey->languages[b];
            size_t both = survey_together(survey, a, b);
            printf("%s\t%s\t%zu\t%zu\t%.6f\n", x->name, y->name, both, x->count + y->count - both,
                   survey_similarity(survey, a, b));
        }
}

static void print_frequencies(const struct survey *survey)
{
    size_t n = shown(survey);
    printf("%zu repositories, %zu languages\n\n", survey->nrepositories, survey->nlanguages);
    printf("%-18s %12s  %7s  most often together with\n", "language", "repositories", "share");
    for (size_t a = 0; a < n; a++) {
        const struct language *language = &survey->languages[a];
        size_t most = 0, partner = a;
        for (size_t b = 0; b < survey->nlanguages; b++)
            if (b != a && survey_together(survey, a, b) > most) {
                most = survey_together(survey, a, b);
                partner = b;
            }
        printf("%-18s %12zu  %5.1f %%  ", language->name, language->count,
               100.0 * (double)language->count / (double)survey->nrepositories);
        if (partner == a)
            printf("none\n");
        else
            printf("%s (%zu)\n", survey->languages[partner].name, most);
    }
}

static void print_matrix(const struct survey *survey)
{
    size_t order[SHOWN], n = shown(survey);
    if (n < 2)
        return;
    survey_order(survey, order, n);
    printf("\nJaccard similarity in %%\n%21s", "");
    for (size_t column = 0; column + 1 < n; column++)
        printf("%4zu", column + 1);
    printf("\n");
    for (size_t row = 0; row < n; row++) {
        printf("%2zu %-*s", row + 1, row ? 18 : 0, survey->languages[order[row]].name);
        for (size_t column = 0; column < row; column++)
            printf("%4.0f", 100 * survey_similarity(survey, order[row], order[column]));
        printf("\n");
    }
}

static void print_tables(const struct survey *survey)
{
    print_frequencies(survey);
    print_matrix(survey);
}

/* ---- The picture ---- */

static void draw(const struct survey *survey, const char *file)
{
    size_t order[SHOWN], n = shown(survey);
    const char *names[SHOWN];
    double values[SHOWN * SHOWN];
    struct heatmap map = {
        .title = "Languages that occur in the same repositories",
        .description =
            "A triangle with one cell for each pair of languages. The darker the cell, the "
            "larger is the part of the repositories with either that has both.",
        .n = n,
        .names = names,
        .values = values,
    };
    FILE *stream = fopen(file, "w");
    survey_order(survey, order, n);
    for (size_t row = 0; row < n; row++) {
        names[row] = survey->languages[order[row]].name;
        for (size_t column = 0; column < n; column++)
            values[row * n + column] = survey_similarity(survey, order[row], order[column]);
    }
    if (!stream || !heatmap_write(stream, &map) || fclose(stream)) {
        fprintf(stderr, "languages: %s: %s\n", file, strerror(errno));
        exit(1);
    }
}

/* ---- Arguments ---- */

struct arguments {
    const char *file, *picture;
    int pairs, speed;
};

static int usage(const char *message, const char *argument)
{
    fprintf(stderr, "languages: %s%s%s, expected [--pairs | --speed] [--svg PICTURE] FILE\n",
            message, argument ? " " : "", argument ? argument : "");
    return EXIT_USAGE;
}

static int parse(struct arguments *arguments, char **argv)
{
    while (*++argv) {
        if (strcmp(*argv, "--pairs") == 0)
            arguments->pairs = 1;
        else if (strcmp(*argv, "--speed") == 0)
            arguments->speed = 1;
        else if (strcmp(*argv, "--svg") == 0 && !argv[1])
            return usage("no file after --svg", NULL);
        else if (strcmp(*argv, "--svg") == 0)
            arguments->picture = *++argv;
        else if ((*argv)[0] == '-' && (*argv)[1] != '\0')
            return usage("unknown option", *argv);
        else if (arguments->file)
            return usage("a second file,", *argv);
        else
            arguments->file = *argv;
    }
    if (!arguments->file)
        return usage("no file", NULL);
    if (arguments->pairs && arguments->speed)
        return usage("both --pairs and --speed", NULL);
    return 0;
}

int main(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct survey survey = {0};
    if (argc < 1 || parse(&arguments, argv) != 0)
        return EXIT_USAGE;
    survey_read(&survey, arguments.file);
    if (arguments.picture)
        draw(&survey, arguments.picture);
    if (arguments.pairs)
        print_pairs(&survey);
    else if (arguments.speed)
        print_speed(&survey);
    else
        print_tables(&survey);
    survey_free(&survey);
    if (fflush(stdout) || ferror(stdout)) {
        perror("languages: standard output");
        return 1;
    }
    return 0;
}
