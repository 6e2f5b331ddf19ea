/* weblog.c: the requests of a web server's log that failed in the afternoon, sent again.
 *
 * It teaches: a log as bitmaps, one bit for each line, so that a question such as "5xx and GET
 * after noon" is two ANDs over whole bitmaps (log.c, query.c); and two ways to wait for many
 * answers at once, a pool of threads (threads.c) and tasks in one thread that wait and are resumed
 * (tasks.c). The server is the example's own, and nothing leaves this machine. The log is drawn
 * from a seed. Read log.h and query.c first; then send.h, and threads.c beside tasks.c.
 *
 * It costs: the log in memory, with 38 bits of bitmaps and 8 bytes for each of its lines; for a
 * question, a pass over the bitmaps of its terms. The time of sending is mostly that of waiting for
 * answers that do not come, divided by how many requests wait at the same time.
 *
 *   cc -O2 -pthread examples/weblog/[a-z]*.c -o weblog $(pkg-config --cflags --libs bitmill)
 *   ./weblog --help
 *
 * Prints:
 *   lines: 4000, malformed 5
 *   5xx: 202, GET: 3192
 *   5xx & GET & 12-23h: 110
 *   marked retry: 110, the first: retry 1410 GET /search/81147
 *   threads: 71 succeed, 30 are refused, 6 time out, 3 break off
 *   one loop: 71 succeed, 30 are refused, 6 time out, 3 break off
 *   server: 200 to 62, 503 to 30, late to 9, silent to 2, drips to 4, half to 3
 *   stay on the list: 39, by hour from 12h on: 3 7 4 2 6 0 2 4 6 5 0 0
 */
#define _POSIX_C_SOURCE 200809L
#include "commands.h"
#include "files.h"
#include "generate.h"
#include "list.h"
#include "resend.h"
#include "server.h"
#include <bitmill.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char after_noon[] = "5xx & GET & 12-23h";

/* Writes the list to a file, and reads it again from there, as the commands do. */
static bool through_file(struct list *list)
{
    FILE *file = tmpfile();
    struct buffer text = {0};
    bool right = false;
    if (file != NULL) {
        list_write(list, NULL, file);
        right = fflush(file) == 0 && !ferror(file);
        rewind(file);
        right = right && buffer_read(&text, file);
        fclose(file);
    }
    if (right) {
        list_free(list);
        right = list_read(list, &text);
        printf("marked retry: %zu", list->n);
        if (text.length > 0) /* then there is an end of line in it */
            printf(", the first: %.*s", (int)strcspn(text.bytes, "\n"), text.bytes);
        printf("\n");
    } else
        complain("a temporary file", strerror(errno));
    free(text.bytes);
    return right;
}

/* A bit of `failed` belongs to a request of the list, which is a line that was found: pdep moves
 * the bits to these lines. Then the bitmaps of the log say more about them. */
static void report_hours(const struct weblog *log, const unsigned char *found,
                         const unsigned char *failed, unsigned char *lines)
{
    bmill_bits_pdep(lines, failed, found, log->lines);
    printf("stay on the list: %zu, by hour from 12h on:", bmill_bits_count(lines, log->lines));
    for (size_t hour = 12; hour < HOURS; hour++)
        printf(" %zu", bmill_bits_and_count(lines, log->hour[hour], log->lines));
    printf("\n");
}

static int send_again(const struct weblog *log, const unsigned char *found,
                      const struct options *options)
{
    struct list list;
    unsigned char *failed = NULL, *lines = malloc(map_bytes(log) + 1);
    if (list_select(&list, log, found) && lines != NULL) {
        if (through_file(&list))
            failed = resend(&list, options);
        if (failed != NULL)
            report_hours(log, found, failed, lines);
    } else
        complain("the list", strerror(ENOMEM));
    list_free(&list);
    free(lines);
    free(failed);
    return failed == NULL ? 1 : close_output(NULL, stdout);
}

/* All of it: generate, count, select, send. */
static int tour(const struct options *options)
{
    struct buffer text = {0};
    struct weblog log = {0};
    unsigned char *found = NULL;
    int status = 1;
    if (generate_log(&text, options->lines, options->seed) &&
        weblog_parse(&log, text.bytes, text.length)) {
        printf("lines: %zu, malformed %zu\n", log.lines,
               log.lines - bmill_bits_count(log.well_formed, log.lines));
        found = ask(&log, after_noon, &status);
    } else
        complain("the log", strerror(ENOMEM));
    if (found != NULL) {
        printf("5xx: %zu, GET: %zu\n", bmill_bits_count(log.status[4], log.lines),
               bmill_bits_count(log.method[0], log.lines));
        printf("%s: %zu\n", after_noon, bmill_bits_count(found, log.lines));
        status = send_again(&log, found, options);
    }
    free(found);
    weblog_free(&log);
    free(text.bytes);
    return status;
}

static int help(void)
{
    printf("weblog [OPTION ...]                     all of what follows, with a log that is drawn\n"
           "weblog generate [-o LOG]                writes a log\n"
           "weblog count LOG                        counts lines by status, method and hour\n"
           "weblog select QUERY LOG [-o LIST]       marks the lines that fit as retry\n"
           "weblog send LIST [-o LIST]              sends them again, to a server of its own\n"
           "\n"
           "A QUERY is made of 5xx, GET, 9h, 12-23h, all, with ! & | ( ): '%s'.\n"
           "The file - is standard input.\n"
           "\n"
           "  --seed N        of the log, and of what the server does (%d)\n"
           "  --lines N       of the log (%d)\n"
           "  --threads N     of the pool (%d)\n"
           "  --in-flight N   requests that the loop has open at a time (%d)\n"
           "  --timeout MS    for each request (%d)\n"
           "  --time          tell the times, too\n"
           "\n",
           after_noon, DEFAULT_SEED, DEFAULT_LINES, DEFAULT_THREADS, DEFAULT_IN_FLIGHT,
           DEFAULT_TIMEOUT_MS);
    generate_describe(stdout);
    printf("\n");
    server_describe(stdout);
    return close_output(NULL, stdout);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        int (*run)(const struct options *);
    } commands[] = {{"generate", command_generate},
                    {"count", command_count},
                    {"select", command_select},
                    {"send", command_send}};
    struct options options;
    if (argc == 2 && strcmp(argv[1], "--help") == 0)
        return help();
    if (!options_read(&options, argc, argv))
        return 2;
    if (options.operands == 0)
        return tour(&options);
    for (size_t k = 0; k < sizeof commands / sizeof commands[0]; k++)
        if (strcmp(options.operand[0], commands[k].name) == 0)
            return commands[k].run(&options);
    fprintf(stderr, "weblog: unknown command '%s': expected generate, count, select or send\n",
            options.operand[0]);
    return 2;
}
