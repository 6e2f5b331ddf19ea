/* commands.c: see commands.h. */
#define _POSIX_C_SOURCE 200809L
#include "commands.h"
#include "files.h"
#include "generate.h"
#include "list.h"
#include "loop.h"
#include "query.h"
#include "resend.h"
#include <bitmill.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int misuse(const char *command, const char *expected)
{
    fprintf(stderr, "weblog: %s: wrong number of operands: expected %s\n", command, expected);
    return 2;
}

static int no_memory(const char *what) { return complain(what, strerror(ENOMEM)); }

unsigned char *ask(const struct weblog *log, const char *question, int *status)
{
    unsigned char *answer = malloc(map_bytes(log) + 1);
    struct query_error error;
    *status = 1;
    if (answer == NULL) {
        no_memory("the query");
    } else if (!query(answer, log, question, &error)) {
        fprintf(stderr, "weblog: query '%s', column %zu: %s\n", question, error.column, error.text);
        free(answer);
        answer = NULL;
        *status = 2;
    }
    return answer;
}

/* ---- generate ---- */

int command_generate(const struct options *options)
{
    struct buffer log = {0};
    FILE *file;
    int status = 1;
    if (options->operands != 1)
        return misuse("generate", "none");
    if (!generate_log(&log, options->lines, options->seed)) {
        no_memory("the log");
    } else if ((file = open_output(options->output)) != NULL) {
        fwrite(log.bytes, 1, log.length, file);
        status = close_output(options->output, file);
    }
    free(log.bytes);
    return status;
}

/* ---- count: how many bits of each bitmap are 1 ---- */

static void count_maps(const char *title, const struct weblog *log, unsigned char *const *maps,
                       const char *const *names, size_t n)
{
    printf("%s:", title);
    for (size_t k = 0; k < n; k++)
        printf(" %s %zu", names[k], bmill_bits_count(maps[k], log->lines));
    printf("\n");
}

static void print_counts(const struct weblog *log)
{
    static const char *const classes[CLASSES] = {"1xx", "2xx", "3xx", "4xx", "5xx"};
    printf("lines: %zu, well formed %zu\n", log->lines,
           bmill_bits_count(log->well_formed, log->lines));
    count_maps("status", log, log->status, classes, CLASSES);
    count_maps("method", log, log->method, method_names, METHODS);
    printf("hour:");
    for (size_t k = 0; k < HOURS; k++)
        printf(" %zu", bmill_bits_count(log->hour[k], log->lines));
    printf("\n");
    for (size_t k = 1; k < REASONS; k++)
        if (log->malformed[k] > 0)
            printf("malformed, %s: %zu\n", reason_texts[k], log->malformed[k]);
    if (log->first_malformed < log->lines)
        printf("malformed first: line %zu\n", log->first_malformed + 1);
}

int command_count(const struct options *options)
{
    struct buffer text = {0};
    struct weblog log = {0};
    int status = 1;
    if (options->operands != 2)
        return misuse("count", "LOG");
    if (read_file(&text, options->operand[1])) {
        if (weblog_parse(&log, text.bytes, text.length)) {
            print_counts(&log);
            status = close_output(NULL, stdout);
        } else
            no_memory("the log");
        weblog_free(&log);
    }
    free(text.bytes);
    return status;
}

/* ---- select: the retry list of the lines that fit ---- */

/* Of the lines that fit, those with GET are marked retry. The others are not: what a POST asks for
 * must not be done twice because its answer was lost. */
static int write_marked(const struct weblog *log, unsigned char *fits, const char *output)
{
    const unsigned char *get = log->method[0];
    size_t others = bmill_bits_andnot_count(fits, get, log->lines);
    struct list list;
    FILE *file;
    int status = 1;
    bmill_bits_and(fits, fits, get, log->lines);
    if (!list_select(&list, log, fits)) {
        no_memory("the list");
    } else if ((file = open_output(output)) != NULL) {
        list_write(&list, NULL, file);
        status = close_output(output, file);
        fprintf(stderr, "marked retry: %zu\n", list.n);
        if (others > 0)
            fprintf(stderr, "not marked, since not GET: %zu\n", others);
    }
    list_free(&list);
    return status;
}

static int select_from(const struct weblog *log, const struct options *options)
{
    size_t malformed = log->lines - bmill_bits_count(log->well_formed, log->lines);
    double begun = clock_seconds(CLOCK_MONOTONIC);
    int status;
    unsigned char *fits = ask(log, options->operand[1], &status);
    if (fits == NULL)
        return status;
    if (options->time)
        fprintf(stderr, "the query took %.0f microseconds for %zu lines\n",
                (clock_seconds(CLOCK_MONOTONIC) - begun) * 1e6, log->lines);
    if (malformed > 0)
        fprintf(stderr, "malformed lines: %zu, the first is line %zu: %s\n", malformed,
                log->first_malformed + 1, reason_texts[log->first_reason]);
    status = write_marked(log, fits, options->output);
    free(fits);
    return status;
}

int command_select(const struct options *options)
{
    struct buffer text = {0};
    struct weblog log = {0};
    int status = 1;
    if (options->operands != 3)
        return misuse("select", "QUERY LOG");
    if (read_file(&text, options->operand[2])) {
        status = weblog_parse(&log, text.bytes, text.length) ? select_from(&log, options)
                                                             : no_memory("the log");
        weblog_free(&log);
    }
    free(text.bytes);
    return status;
}

/* ---- send: twice; what fails again stays on the list ---- */

static int send_from(const struct list *list, const struct options *options)
{
    FILE *file;
    unsigned char *failed;
    int status;
    if (list->malformed > 0)
        printf("malformed lines: %zu\n", list->malformed);
    failed = resend(list, options);
    if (failed == NULL)
        return 1;
    printf("stay on the list: %zu of %zu\n", bmill_bits_count(failed, list->n), list->n);
    status = close_output(NULL, stdout);
    if (options->output != NULL) {
        file = open_output(options->output);
        if (file != NULL)
            list_write(list, failed, file);
        status |= file == NULL ? 1 : close_output(options->output, file);
    }
    free(failed);
    return status;
}

int command_send(const struct options *options)
{
    struct buffer text = {0};
    struct list list;
    int status = 1;
    if (options->operands != 2)
        return misuse("send", "LIST");
    if (read_file(&text, options->operand[1])) {
        status = list_read(&list, &text) ? send_from(&list, options) : no_memory("the list");
        list_free(&list);
    }
    free(text.bytes);
    return status;
}
