/* logic.c: `bitmill and`, `or`, `xor`, `andnot` and `not`: files as bitmaps, piece by piece. */
#include "args.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef void operation(void *dst, const void *a, const void *b, size_t nbits);

/* What to do with inputs of different lengths. */
enum lengths { EQUAL, EXTEND, TRUNCATE };

struct task {
    const struct command *command;
    operation *apply;
    enum lengths lengths;
    struct input *inputs;
    size_t ninputs;
    struct output out;
    unsigned char result[INPUT_PIECE];
};

/* bmill_bits_not with the parameters of the others, of which it has but one input. */
static void not_a(void *dst, const void *a, const void *b, size_t nbits)
{
    (void)b;
    bmill_bits_not(dst, a, nbits);
}

/* The length of an input in words: " at least" is what is said of a pipe that goes on for long. */
static const char *length_of(struct input *in, uint64_t *bytes)
{
    const unsigned char *piece;
    if (!in->map)
        input_next(in, &piece);
    *bytes = in->map ? in->size : in->offset;
    return in->map || in->ended ? "" : " at least";
}

static int unequal(struct task *task, struct input *a, struct input *b)
{
    uint64_t na, nb;
    const char *about_a = length_of(a, &na), *about_b = length_of(b, &nb);
    if (a->failed || b->failed)
        return FAILED;
    return failure("%s: %s has%s %" PRIu64 " bytes, %s has%s %" PRIu64
                   ": expected equal lengths, --extend or --truncate",
                   task->command->name, a->name, about_a, na, b->name, about_b, nb);
}

/* Lengths that are known are compared before anything is written. */
static int check_lengths(struct task *task)
{
    struct input *first = NULL;
    for (size_t i = 0; i < task->ninputs && task->lengths == EQUAL; i++) {
        struct input *in = &task->inputs[i];
        if (!in->map)
            continue;
        if (first && first->size != in->size)
            return unequal(task, first, in);
        first = first ? first : in;
    }
    return DONE;
}

/* Combines the result so far, of which *n bytes are there, with the next piece of an input. Past
 * the end of either, bytes are 0 if they count. */
static void combine(struct task *task, const unsigned char *piece, size_t got, size_t *n)
{
    static const unsigned char zeros[INPUT_PIECE];
    unsigned char *result = task->result;
    if (task->lengths == TRUNCATE) {
        *n = got < *n ? got : *n;
        got = *n;
    } else if (got > *n) {
        memset(result + *n, 0, got - *n);
        *n = got;
    }
    task->apply(result, result, piece, 8 * got);
    task->apply(result + got, result + got, zeros, 8 * (*n - got));
}

/* One round: the next piece of each input. *n becomes the number of bytes written. */
static int next_pieces(struct task *task, size_t *n)
{
    const unsigned char *piece;
    struct input *first = &task->inputs[0];
    *n = input_next(first, &piece);
    memcpy(task->result, piece, *n);
    if (first->failed)
        return FAILED;
    if (task->ninputs == 1)
        task->apply(task->result, task->result, NULL, 8 * *n);
    for (size_t i = 1; i < task->ninputs; i++) {
        struct input *in = &task->inputs[i];
        size_t got = input_next(in, &piece);
        if (in->failed)
            return FAILED;
        if (task->lengths == EQUAL && got != *n)
            return unequal(task, first, in);
        combine(task, piece, got, n);
    }
    return output_write(&task->out, task->result, *n) ? DONE : FAILED;
}

static int write_result(struct task *task, const char *name)
{
    size_t n;
    int status = check_lengths(task);
    if (status == DONE)
        status = output_open(&task->out, task->command, name);
    if (status != DONE)
        return status;
    do
        status = next_pieces(task, &n);
    while (status == DONE && n == INPUT_PIECE);
    progress_clear();
    if (status != DONE)
        output_discard(&task->out);
    return status;
}

static int open_inputs(struct task *task, char **names)
{
    size_t opened = 0;
    while (names[opened] && input_open(&task->inputs[opened], names[opened]))
        opened++;
    task->ninputs = opened;
    return names[opened] ? FAILED : DONE;
}

static int run_task(struct task *task, char **names, const char *out)
{
    size_t n = 0;
    while (names[n])
        n++;
    task->inputs = malloc(n * sizeof *task->inputs);
    if (!task->inputs)
        return failure("%s: no memory for %zu files", task->command->name, n);
    progress_start_files(names);
    int status = open_inputs(task, names);
    if (status == DONE)
        status = write_result(task, out);
    for (size_t i = 0; i < task->ninputs; i++)
        input_close(&task->inputs[i]);
    free(task->inputs);
    /* The output may be one of the inputs, and Windows replaces no file that is open. */
    return status == DONE ? output_finish(&task->out) : status;
}

static int run(const struct command *command, operation *apply, char **args)
{
    static struct task task;
    struct option options[] = {{"--output", 'o', "a file, or '-'", NULL},
                               {"--extend", 0, NULL, NULL},
                               {"--truncate", 0, NULL, NULL},
                               {NULL, 0, NULL, NULL}};
    size_t least = 2, most = SIZE_MAX;
    if (apply == not_a) {
        options[1].name = NULL;
        least = most = 1;
    }
    int status = take_options(command, args, options, NAMES);
    if (status != DONE)
        return status;
    if (options[1].value && options[2].value)
        return usage_error("%s: --extend and --truncate are both given: expected one of them",
                           command->name);
    if (check_operands(command, args, least, most) != DONE ||
        check_stdin_once(command, args) != DONE || check_isa_environment() != DONE)
        return USAGE;
    task.command = command;
    task.apply = apply;
    task.lengths = options[1].value ? EXTEND : options[2].value ? TRUNCATE : EQUAL;
    return run_task(&task, args, options[0].value);
}

static int run_and(char **args) { return run(&command_and, bmill_bits_and, args); }
static int run_or(char **args) { return run(&command_or, bmill_bits_or, args); }
static int run_xor(char **args) { return run(&command_xor, bmill_bits_xor, args); }
static int run_andnot(char **args) { return run(&command_andnot, bmill_bits_andnot, args); }
static int run_not(char **args) { return run(&command_not, not_a, args); }

#define SYNOPSIS "[-o OUT] [--extend|--truncate] A B..."
#define OUTPUT_HELP                                                                  \
    "  -o, --output OUT  the file to write, instead of standard output; it may be\n" \
    "                    one of the inputs, and is written whole or not at all\n"
#define OPTIONS_HELP                                                                  \
    "One of the inputs may be '-', standard input. Inputs of different lengths are\n" \
    "an error, unless an option says what to do.\n"                                   \
    "\n" OUTPUT_HELP "  --extend          extend shorter inputs with zeros\n"         \
    "  --truncate        stop at the end of the shortest input\n"                     \
    "\n"                                                                              \
    "Example:\n"

const struct command command_and = {
    "and",
    SYNOPSIS,
    "the bits that are 1 in all files",
    "Writes the AND of files: a bit of OUT is 1 where the bits of all inputs are 1.\n" OPTIONS_HELP
    "  bitmill and monday.bits friday.bits -o both.bits\n",
    run_and,
};

const struct command command_or = {
    "or",
    SYNOPSIS,
    "the bits that are 1 in at least one file",
    "Writes the OR of files: a bit of OUT is 1 where a bit of any input is 1.\n" OPTIONS_HELP
    "  bitmill or monday.bits friday.bits -o either.bits\n",
    run_or,
};

const struct command command_xor = {
    "xor",
    SYNOPSIS,
    "the bits that are 1 in an odd number of files: of two, one",
    "Writes the XOR of files: a bit of OUT is 1 where the bits of an odd number of\n"
    "inputs are 1. Of two inputs, that is where they differ.\n" OPTIONS_HELP
    "  bitmill xor old.bits new.bits | bitmill count -\n",
    run_xor,
};

const struct command command_andnot = {
    "andnot",
    SYNOPSIS,
    "the bits that are 1 in the first file and in no other",
    "Writes A AND NOT B: a bit of OUT is 1 where that of A is 1 and those of all\n"
    "other inputs are 0.\n" OPTIONS_HELP
    "  bitmill andnot members.bits absent.bits -o present.bits\n",
    run_andnot,
};

const struct command command_not = {
    "not",
    "[-o OUT] A",
    "every bit of a file inverted",
    "Writes NOT A: a bit of OUT is 1 where that of A is 0. A may be '-', standard\n"
    "input.\n"
    "\n" OUTPUT_HELP "\n"
    "Example:\n"
    "  bitmill not used.bits -o free.bits\n",
    run_not,
};
