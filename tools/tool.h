/* tool.h: what the files of the bitmill command share. */
#ifndef BITMILL_TOOL_H
#define BITMILL_TOOL_H

#include <bitmill.h>
#include <stdio.h>

/* What a command returns. DONE, FAILED and USAGE are also the exit statuses; HELPED is 0. A command
 * that answers a question, as compare does, exits with 1 for NO, and with 2 for every error. */
enum { DONE = 0, FAILED = 1, USAGE = 2, HELPED, NO };

/* The exit status for FAILED. A command that answers a question begins by setting it to USAGE. */
extern int failed_status;

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
extern const struct command command_count, command_compare, command_find, command_positions;
extern const struct command command_histogram, command_show, command_random;
extern const struct command command_and, command_or, command_xor, command_andnot, command_not;
extern const struct command command_explain, command_eval, command_law, command_table;
extern const struct command command_quiz, command_grade, command_isa;

/* Prints the help of a command on standard output. */
void print_help(const struct command *command);

/* ---- message.c ---- */

#ifdef __MINGW32__ /* with the printf of C99: see configure.ac */
#define LIKE_PRINTF(nth, first) __attribute__((format(gnu_printf, nth, first)))
#elif defined(__GNUC__)
#define LIKE_PRINTF(nth, first) __attribute__((format(printf, nth, first)))
#else
#define LIKE_PRINTF(nth, first)
#endif

/* Length of the UTF-8 character of several bytes at the start of `s`, 2 to 4; 0 if there is none.
 */
size_t utf8_valid_length(const unsigned char *s);

/* Prints `text`, which is the user's, such as the name of a file: control characters, bytes that
 * are not UTF-8, and the backslash become C escapes. */
void put_escaped(const char *text, FILE *stream);

/* Each prints "bitmill: " and one line on standard error, in which put_escaped() is at work. */
int usage_error(const char *format, ...) LIKE_PRINTF(1, 2); /* Result: USAGE. */
int failure(const char *format, ...) LIKE_PRINTF(1, 2);     /* Result: FAILED. */

/* Prints what errno says about the file `name` on standard error. Result: FAILED. */
int file_error(const char *name);

/* Whether standard output is a terminal that shall have colours: see https://no-color.org. */
bool color_wanted(void);

/* Room for any list of names that a message shows. */
enum { LIST_SIZE = 512 };

/* Appends `name` to the list "a, b or c" in `list`, which starts as "". */
void list_add(char list[LIST_SIZE], const char *name, bool last);

/* Writes part / whole with four digits after the point, or as many more as keep a share that is
 * neither 0 nor 1 from being rounded to that. whole is not 0. */
enum { SHARE_SIZE = 32 };
void write_share(char text[SHARE_SIZE], uint64_t part, uint64_t whole);

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
    uint64_t offset;    /* of the next piece */
    bool ended;         /* nothing is left to read; only if it is not mapped */
    bool failed;        /* reading failed, and that has been printed */
    unsigned char buffer[INPUT_PIECE];
};

/* Opens the file `name`; "-" is standard input. Result: false after printing why it failed. */
bool input_open(struct input *in, const char *name);

/* Makes *piece the next bytes of the input. Result: how many; 0 at the end or if in->failed. */
size_t input_next(struct input *in, const unsigned char **piece);

/* Goes to the piece that contains this byte, or to the end. */
void input_skip(struct input *in, uint64_t byte);

void input_close(struct input *in);

/* Checks that at most one of the files is "-". Result: DONE, or USAGE after a message. */
int check_stdin_once(const struct command *command, char *const *names);

/* ---- output.c: a file that is written whole or not at all ---- */

struct output {
    const char *name; /* as given by the user */
    int fd;
    char *path; /* the file that the temporary one will become; NULL if there is none */
};

/* Opens the file `name`, which must not be in use for another output; NULL or "-" is standard
 * output, which may not be a terminal. Result: DONE, or FAILED or USAGE after a message. */
int output_open(struct output *out, const struct command *command, const char *name);

/* Result: false after a message. The output is then to be discarded. */
bool output_write(struct output *out, const void *bytes, size_t n);

/* Puts the file in its place. Result: DONE, or FAILED after a message. */
int output_finish(struct output *out);

/* Leaves the file as it was. */
void output_discard(struct output *out);

/* Removes the temporary file, if there is one: for signal handlers. */
void output_abandon(void);

/* `name` in the directory of `path`, in new memory; NULL without memory. */
char *beside(const char *path, const char *name);

/* ---- system.c: what differs from system to system ---- */

/* The first call of main(). */
void system_begin(void);

/* From a fixed moment on. */
double system_seconds(void);

/* A number of six digits, another one in each run. */
uint64_t system_seed(void);

/* File descriptors; -1 on failure, with errno. */
int open_to_read(const char *name);
int open_to_write(const char *name, bool empty);

/* A file descriptor for the same that is none of the three standard ones, which may have been
 * closed; -1 if `fd` is that, or on failure. */
int above_standard(int fd);

/* The first `size` bytes of a regular file, which has no fewer; NULL if it cannot be mapped. */
unsigned char *map_file(int fd, size_t size);
void unmap_file(unsigned char *map, size_t size);

/* Whether the name of a directory may end so, before the name of a file in it. */
bool ends_directory(char c);

/* The file that `name` leads to, itself or by symbolic links, in new memory; NULL on failure. */
char *follow_links(const char *name);

/* Creates a file, writes its last six characters into `name`, which ends in XXXXXX, and stores that
 * in *created, so that no signal comes in between. It has the permissions of a new file, or those
 * of the file `like` unless that is NULL. Fatal signals call output_abandon() from now on.
 * Result: a file descriptor above the standard ones, or -1. */
int create_temporary(char *name, const char *like, char *volatile *created);

/* Waits until the disk has all of the file. */
bool synchronise(int fd);

/* Gives the file `with` the name `path`. */
bool replace_file(const char *with, const char *path);

/* ---- progress.c: on a terminal, when a command takes longer than a second ---- */

/* What is to be read or written: bytes, 0 if unknown; or these files. */
void progress_start(uint64_t total);
void progress_start_files(char *const *names);

/* So many more bytes are done. input_next() calls it. */
void progress_add(size_t bytes);

/* Makes room for what is printed next. */
void progress_clear(void);

/* ---- speed.c ---- */

/* Counts the bits of the file `name` with every set of kernels, and prints how fast each one is.
 * Result: DONE or FAILED. */
int speed_of_file(const char *name);

#endif
