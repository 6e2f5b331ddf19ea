/* tool.h: what the files of the bitmill command share. */
#ifndef BITMILL_TOOL_H
#define BITMILL_TOOL_H

#include <bitmill.h>

/* Exit statuses. */
enum { DONE = 0, FAILED = 1, USAGE = 2 };

/* The commands. `args` are the arguments after the name of the command, with NULL after the last.
 * Result: the exit status, after what went wrong has been printed. */
int run_count(char **args);
int run_compare(char **args);
int run_explain(char **args);
int run_isa(char **args);

/* ---- bitmill.c: messages and arguments ---- */

#ifdef __GNUC__
#define LIKE_PRINTF(nth, first) __attribute__((format(printf, nth, first)))
#else
#define LIKE_PRINTF(nth, first)
#endif

/* Prints "bitmill: " and one line on standard error. Result: USAGE. */
int usage_error(const char *format, ...) LIKE_PRINTF(1, 2);

/* Prints what errno says about the file `name` on standard error. */
void file_error(const char *name);

/* Room for any list of names that a message shows. */
enum { LIST_SIZE = 256 };

/* Appends `name` to the list "a, b or c" in `list`, which starts as "". */
void list_add(char list[LIST_SIZE], const char *name, bool last);

/* The option of a command; no command has more than one. */
struct option {
    const char *name;     /* "--width"; NULL: the command has none */
    const char *expected; /* what its value may be; NULL: it has no value */
    const char *value;    /* out: the value, or the name if it has no value; NULL: not given */
};

/* Takes the option out of `args`, wherever it stands in front of "--", and leaves the operands.
 * Result: DONE or USAGE. */
int take_option(const char *command, char **args, struct option *option);

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
