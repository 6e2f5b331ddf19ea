/* args.h: reads the arguments of a command: options, operands, numbers. */
#ifndef BITMILL_ARGS_H
#define BITMILL_ARGS_H

#include "tool.h"

/* One option of a command. A list of them ends with one whose name is NULL. */
struct option {
    const char *name;     /* "--output"; in it, the user may write _ for - */
    char letter;          /* 'o' if it can also be given as -o; else 0 */
    const char *expected; /* what its value may be, for messages; NULL: it has no value */
    const char *value;    /* out: the value, or the name if it has no value; NULL: not given */
};

/* Which arguments that begin with '-' are operands. "-" is one always, and so is everything after
 * "--". */
enum operands {
    NAMES,      /* no others */
    NUMBERS,    /* also a '-' and a digit, such as -5 */
    EXPRESSIONS /* also every '-' after which neither '-' nor the letter of an option follows */
};

/* Takes the options out of `args`, wherever they stand, and leaves the operands, with NULL after
 * the last. Prints the help of the command at -h or --help. Of an option that is given twice the
 * last value counts. `options` may be NULL.
 * Result: DONE, or else what the command returns: HELPED or USAGE, after a message. */
int take_options(const struct command *command, char **args, struct option *options,
                 enum operands kind);

/* Checks that there are `least` to `most` operands. Result: DONE, or USAGE after a message. */
int check_operands(const struct command *command, char **args, size_t least, size_t most);

/* Whether two names are the same, when '-' and '_' are taken for the same. */
bool same_name(const char *a, const char *b);

enum number { A_NUMBER, NO_NUMBER, TOO_LARGE };

/* Reads decimal digits, or 0x and hexadecimal, or 0b and binary ones. TOO_LARGE: 64 bits cannot
 * hold it. */
enum number read_number(const char *text, uint64_t *value);

/* Reads the value of an option, if it is given, as a number from `least` to `most`.
 * Result: DONE, or USAGE after a message. */
int number_option(const struct command *command, const struct option *option, uint64_t least,
                  uint64_t most, uint64_t *value);

#endif
