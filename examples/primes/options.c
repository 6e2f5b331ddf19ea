/* options.c: see options.h. */
#include "options.h"
#include "sieve.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A number in digits. False if there is anything else, or it is above `most`. */
static bool read_digits(const char *text, size_t length, uint64_t most, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        unsigned digit = (unsigned)(text[i] - '0');
        if (digit > most || *number > (most - digit) / 10)
            return false;
        *number = 10 * *number + digit;
    }
    return length > 0;
}

/* The same, and also with a number of zeros, as in 1e9. */
static bool read_number(const char *text, uint64_t most, uint64_t *number)
{
    size_t length = strcspn(text, "e");
    uint64_t zeros = 0;
    if (!read_digits(text, length, most, number) ||
        (text[length] && !read_digits(text + length + 1, strlen(text + length + 1), 19, &zeros)))
        return false;
    for (; zeros > 0; zeros--) {
        if (*number > most / 10)
            return false;
        *number *= 10;
    }
    return true;
}

static bool fail(struct options *options, const char *what, const char *value, const char *expected)
{
    snprintf(options->error, sizeof options->error, "%s '%.40s': expected %s", what, value,
             expected);
    return false;
}

static bool read_up_to(struct options *options, const char *text)
{
    char expected[120];
    snprintf(expected, sizeof expected,
             "a number from 0 to %" PRIu64 ", as the sum of more primes does not fit 64 bits",
             SIEVE_MOST);
    return read_number(text, SIEVE_MOST, &options->up_to) || fail(options, "UP_TO", text, expected);
}

/* Options that have a value: the kinds of pools. */
static bool read_workers(struct options *options, const char *option, const char *value)
{
    uint64_t workers = 0;
    char expected[60];
    snprintf(expected, sizeof expected, "a number from 1 to %d", OPTIONS_MOST_WORKERS);
    if (options->open != pool_alone)
        return fail(options, "surplus option", option, "one of --threads and --processes");
    if (!value)
        return fail(options, "missing value of", option, expected);
    if (!read_number(value, OPTIONS_MOST_WORKERS, &workers) || workers == 0)
        return fail(options, option, value, expected);
    options->open = strcmp(option, "--threads") == 0 ? pool_threads : pool_processes;
    options->workers = (unsigned)workers;
    return true;
}

bool options_read(struct options *options, int argc, char **argv)
{
    bool has_up_to = false;
    *options = (struct options){.open = pool_alone, .workers = 1, .up_to = 1000000};
    for (int i = 1; i < argc; i++) {
        const char *argument = argv[i];
        if (strcmp(argument, "--threads") == 0 || strcmp(argument, "--processes") == 0) {
            if (!read_workers(options, argument, argv[i + 1]))
                return false;
            i++;
        } else if (strcmp(argument, "--time") == 0) {
            options->time = true;
        } else if (strcmp(argument, "--progress") == 0) {
            options->progress = true;
        } else if (strcmp(argument, "--help") == 0) {
            options->help = true;
        } else if (argument[0] == '-') {
            return fail(options, "unknown option", argument,
                        "--threads, --processes, --time, --progress or --help");
        } else if (has_up_to) {
            return fail(options, "surplus argument", argument, "one number");
        } else if (!read_up_to(options, argument)) {
            return false;
        } else {
            has_up_to = true;
        }
    }
    return true;
}
