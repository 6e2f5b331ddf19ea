/* options.c: see options.h. */
#include "options.h"
#include "server.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An option that takes a number, and where that goes. */
struct number {
    const char *name;
    uint64_t least, most, value;
};

enum { SEED, LINES, THREADS, IN_FLIGHT, TIMEOUT, NUMBERS };

static bool take_number(struct number *number, const char *text)
{
    char *end = NULL;
    errno = 0;
    if (text != NULL && *text >= '0' && *text <= '9')
        number->value = strtoull(text, &end, 10);
    if (end != NULL && *end == '\0' && errno == 0 && number->value >= number->least &&
        number->value <= number->most)
        return true;
    fprintf(stderr, "weblog: %s '%s': expected a number from %" PRIu64 " to %" PRIu64 "\n",
            number->name, text == NULL ? "" : text, number->least, number->most);
    return false;
}

/* The number whose option this is; NULL if it is none. */
static struct number *find_number(struct number *numbers, const char *name)
{
    for (size_t k = 0; k < NUMBERS; k++)
        if (strcmp(numbers[k].name, name) == 0)
            return &numbers[k];
    return NULL;
}

static bool take_operand(struct options *options, const char *text)
{
    if (options->operands == OPERANDS) {
        fprintf(stderr, "weblog: unexpected operand '%s': see weblog --help\n", text);
        return false;
    }
    options->operand[options->operands++] = text;
    return true;
}

static bool take_output(struct options *options, const char *text)
{
    options->output = text;
    if (text == NULL)
        fprintf(stderr, "weblog: -o '': expected the name of a file\n");
    return text != NULL;
}

static bool take_all(struct options *options, struct number *numbers, char **argv)
{
    for (bool names = true; *argv != NULL; argv++) {
        struct number *number = names ? find_number(numbers, *argv) : NULL;
        bool right;
        if (number != NULL)
            right = take_number(number, argv[1]) && *++argv != NULL;
        else if (names && strcmp(*argv, "--") == 0)
            right = true, names = false;
        else if (names && strcmp(*argv, "--time") == 0)
            right = options->time = true;
        else if (names && strcmp(*argv, "-o") == 0)
            right = take_output(options, argv[1]) && *++argv != NULL;
        else if (!names || **argv != '-' || strcmp(*argv, "-") == 0)
            right = take_operand(options, *argv);
        else {
            fprintf(stderr, "weblog: unknown option '%s': see weblog --help\n", *argv);
            right = false;
        }
        if (!right)
            return false;
    }
    return true;
}

bool options_read(struct options *options, int argc, char **argv)
{
    struct number numbers[NUMBERS] = {
        [SEED] = {"--seed", 0, UINT64_MAX, DEFAULT_SEED},
        [LINES] = {"--lines", 1, 10000000, DEFAULT_LINES},
        /* Each request takes two descriptors, here and in the server, of the usual limit of 1024.
         */
        [THREADS] = {"--threads", 1, 400, DEFAULT_THREADS},
        [IN_FLIGHT] = {"--in-flight", 1, 400, DEFAULT_IN_FLIGHT},
        /* Late answers must come in time, and drips must not. */
        [TIMEOUT] = {"--timeout", 4 * SLOW_MS, DRIP_AT_LEAST_MS / 2, DEFAULT_TIMEOUT_MS}};
    *options = (struct options){.operands = 0};
    if (argc > 0 && !take_all(options, numbers, argv + 1))
        return false;
    options->seed = numbers[SEED].value;
    options->lines = (size_t)numbers[LINES].value;
    options->threads = (size_t)numbers[THREADS].value;
    options->in_flight = (size_t)numbers[IN_FLIGHT].value;
    options->timeout_ms = (unsigned)numbers[TIMEOUT].value;
    return true;
}
