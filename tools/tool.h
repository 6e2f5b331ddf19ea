/* tool.h: what the files of the bitmill command share. */
#ifndef BITMILL_TOOL_H
#define BITMILL_TOOL_H

#include <bitmill.h>
#include <stdio.h>

/* What a command returns. DONE, FAILED and USAGE are also the exit statuses. A command that answers
 * a question, as compare does, exits with 0 for YES, 1 for NO, and 2 for every error. */
enum { DONE = 0, FAILED = 1, USAGE = 2, HELPED, YES, NO };

/* A command: tools/<name>.c defines command_<name>, and bitmill.c lists it. */
struct command {
    const char *name;
    const char *synopsis; /* its arguments: "[--speed] FILE..." */
    const char *summary;  /* one line for the overview, of at most 64 characters */
    /* What --help shows below the usage: lines of at most 80 characters, each with its newline. An
     * option has a line that begins with two spaces: completion and a test look for these. */
    const char *help;
    /* `args` are the arguments after the name of the command, with NULL after the last. */
    int (*run)(char **args);
};
extern const struct command command_compare, command_count, command_eval, command_explain,
    command_isa, command_quiz, command_table;

/* Prints the help of a command on standard output. */
void print_help(const struct command *command);

/* ---- message.c ---- */

#ifdef __GNUC__
#define LIKE_PRINTF(nth, first) __attribute__((format(printf, nth, first)))
#else
#define LIKE_PRINTF(nth, first)
#endif

/* Prints `text`, which is the user's, such as the name of a file: control characters, bytes that
 * are not UTF-8, and the backslash become C escapes. */
void put_escaped(const char *text, FILE *stream);

/* Each prints "bitmill: " and one line on standard error, in which put_escaped() is at work. */
int usage_error(const char *format, ...) LIKE_PRINTF(1, 2); /* Result: USAGE. */
int failure(const char *format, ...) LIKE_PRINTF(1, 2);     /* Result: FAILED. */

/* Prints what errno says about the file `name` on standard error. Result: FAILED. */
int file_error(const char *name);

/* Room for any list of names that a message shows. */
enum { LIST_SIZE = 512 };

/* Appends `name` to the list "a, b or c" in `list`, which starts as "". */
void list_add(char list[LIST_SIZE], const char *name, bool last);

/* ---- isa.c ---- */

/* Checks that the environment variable BMILL_ISA can be obeyed. Result: DONE or USAGE. */
int check_isa_environment(void);

/* ---- input.c: mapping a file or reading in pieces, behind one interface ---- */

/* All pieces of an input but the last have this many bytes, so that the pieces of two inputs lie
 * side by side. Small enough to stay in the cache while compare goes over two of them repeatedly.
 */
enum { INPUT_PIECE = 65536 };

struct input {
    const char *name;   /* as given by the user */
    int fd;             /* -1 when mapped: no longer needed */
    unsigned char *map; /* the whole file, or NULL where it cannot be mapped */
    size_t size;        /* of map, in bytes */
    size_t offset;      /* of the next piece in map */
    bool ended;         /* nothing is left to read */
    bool failed;        /* reading failed, and that has been printed */
    unsigned char buffer[INPUT_PIECE];
};

/* Opens the file `name`; "-" is standard input. Result: false after printing why it failed. */
bool input_open(struct input *in, const char *name);

/* Makes *piece the next bytes of the input. Result: how many; 0 at the end or if in->failed. */
size_t input_next(struct input *in, const unsigned char **piece);

void input_close(struct input *in);

/* ---- speed.c ---- */

/* Counts the bits of the file `name` with every set of kernels, and prints how fast each one is.
 * Result: DONE or FAILED. */
int speed_of_file(const char *name);

#endif
