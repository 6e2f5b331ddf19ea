/* generate.c: see generate.h. */
#include "generate.h"
#include "draw.h"
#include <string.h>

/* A value, and how many of 1000 lines have it. */
struct choice {
    const char *text;
    unsigned per_thousand;
};

static const struct choice methods[] = {{"GET", 800},   {"POST", 120},  {"HEAD", 40},
                                        {"PUT", 15},    {"DELETE", 10}, {"OPTIONS", 10},
                                        {"PROPFIND", 5}};
static const struct choice statuses[] = {{"200", 790}, {"301", 30}, {"304", 80},
                                         {"400", 5},   {"404", 45}, {"500", 20},
                                         {"502", 10},  {"503", 15}, {"504", 5}};
/* A log is in the order of time: of 1000 lines, the first 15 are of the hour from 0 to 1. */
static const unsigned hours[24] = {15, 10, 8,  6,  6,  10, 20, 35, 50, 60, 65, 65,
                                   60, 60, 65, 65, 60, 55, 55, 60, 60, 50, 35, 25};

static const char *const words[] = {"shop", "search", "images", "news", "api", "login", "cart"};
/* What is in one URL of 100, as servers write it to a log: a quote, a backslash, a control
 * character, a space, a letter that is not ASCII, and code in the place of a word. */
static const char *const odd[] = {"say=\\\"hi\\\"", "c:\\\\temp",       "a\\x07b\\x1b[2J",
                                  "two words",      "caf\\xc3\\xa9",    "<script>alert(1)</script>",
                                  "tab\\there",     "percent%20already"};
static const char *const cut[] = {"12.0.0.1 - - [10/Oct", "",
                                  "12.0.0.1 - - [10/Oct/2026:99:00:00 +0000] \"",
                                  "12.0.0.1 - - [10/Oct/2026:12:00:00 +0000] \"GET /half"};

enum { N_METHODS = sizeof methods / sizeof methods[0] };
enum { N_STATUSES = sizeof statuses / sizeof statuses[0] };
enum { N_WORDS = sizeof words / sizeof words[0] };
enum { N_ODD = sizeof odd / sizeof odd[0] };
enum { N_CUT = sizeof cut / sizeof cut[0] };
enum { ODD_PER_THOUSAND = 10, CUT_PER_THOUSAND = 2 };

static const char *choose(const struct choice *choices, uint64_t *state)
{
    unsigned left = draw_below(state, 1000);
    while (left >= choices->per_thousand)
        left -= choices++->per_thousand;
    return choices->text;
}

/* The second of the day at which the given part of all lines, in millionths, has been written. */
static unsigned second_of_day(uint64_t millionths)
{
    unsigned hour = 0;
    while (millionths >= hours[hour] * UINT64_C(1000))
        millionths -= hours[hour++] * UINT64_C(1000);
    return hour * 3600 + (unsigned)(millionths * 3600 / (hours[hour] * UINT64_C(1000)));
}

static void add_url(struct buffer *log, uint64_t *state)
{
    char number[40];
    snprintf(number, sizeof number, "/%u", draw_below(state, 100000));
    buffer_add_text(log, "/");
    buffer_add_text(log, words[draw_below(state, N_WORDS)]);
    buffer_add_text(log, number);
    if (draw_below(state, 1000) < ODD_PER_THOUSAND) {
        buffer_add_text(log, "?");
        buffer_add_text(log, odd[draw_below(state, N_ODD)]);
    }
}

static void add_line(struct buffer *log, unsigned second, uint64_t *state)
{
    char text[120];
    snprintf(text, sizeof text, "10.%u.%u.%u - - [10/Oct/2026:%02u:%02u:%02u +0000] \"",
             draw_below(state, 256), draw_below(state, 256), draw_below(state, 256), second / 3600,
             second / 60 % 60, second % 60);
    buffer_add_text(log, text);
    buffer_add_text(log, choose(methods, state));
    buffer_add_text(log, " ");
    add_url(log, state);
    buffer_add_text(log, " HTTP/1.1\" ");
    buffer_add_text(log, choose(statuses, state));
    snprintf(text, sizeof text, " %u \"-\" \"Mozilla/5.0\"", draw_below(state, 50000));
    buffer_add_text(log, text);
}

bool generate_log(struct buffer *log, size_t lines, uint64_t seed)
{
    uint64_t state = seed;
    for (size_t i = 0; i < lines && !log->failed; i++) {
        if (draw_below(&state, 1000) < CUT_PER_THOUSAND)
            buffer_add_text(log, cut[draw_below(&state, N_CUT)]);
        else
            add_line(log, second_of_day(i * UINT64_C(1000000) / lines), &state);
        buffer_add_text(log, "\n");
    }
    return !log->failed;
}

static void describe(FILE *file, const char *what, const struct choice *choices, size_t n)
{
    fprintf(file, "  %s:", what);
    for (size_t i = 0; i < n; i++)
        fprintf(file, " %s %u", choices[i].text, choices[i].per_thousand);
    fprintf(file, "\n");
}

void generate_describe(FILE *file)
{
    fprintf(file, "Of 1000 lines that `weblog generate` writes, so many have\n");
    describe(file, "the method", methods, N_METHODS);
    describe(file, "the status", statuses, N_STATUSES);
    fprintf(file, "  the hour (0h, 1h, ... 23h):\n   ");
    for (size_t i = 0; i < 24; i++)
        fprintf(file, " %u", hours[i]);
    fprintf(file, "\n  a URL with quotes, control characters or the like: %d\n", ODD_PER_THOUSAND);
    fprintf(file, "  and %d are cut short, or have a time that does not exist.\n",
            CUT_PER_THOUSAND);
}
