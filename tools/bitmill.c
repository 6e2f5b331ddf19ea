/* bitmill.c: the command line tool: the list of the commands, the help, and the exit status. */
#include "args.h"
#include "engine/bitmap.h"
#include "engine/verbs.h"
#include "paint.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

int failed_status = FAILED;

static const struct command command_help;

/* In the order in which the overview shows them. */
static const struct command *const commands[] = {
    /* clang-format off */
    &command_count,
    &command_compare,
    &command_find,
    &command_positions,
    &command_histogram,
    &command_show,
    &command_and,
    &command_or,
    &command_xor,
    &command_andnot,
    &command_not,
    &command_random,
    &command_explain,
    &command_eval,
    &command_law,
    &command_table,
    &command_quiz,
    &command_grade,
    &command_isa,
    &command_help,
    /* clang-format on */
};
enum { NCOMMANDS = sizeof commands / sizeof commands[0] };

void print_help(const struct command *command)
{
    printf("usage: bitmill %s%s%s\n\n%s", command->name, *command->synopsis ? " " : "",
           command->synopsis, command->help);
}

static int overview(void)
{
    puts("usage: bitmill COMMAND ...\n");
    for (size_t i = 0; i < NCOMMANDS; i++)
        printf("  %-12s %s\n", commands[i]->name, commands[i]->summary);
    puts("  -h, --help     show this overview; after COMMAND, its help with an example\n"
         "  -V, --version  show the version\n"
         "\n"
         "Options may stand anywhere: --option VALUE, --option=VALUE; '--' ends them.\n"
         "Bit i of a file is bit i % 8, counted from the least significant, of byte\n"
         "i / 8. The environment variable BMILL_ISA chooses the set of kernels: see\n"
         "'bitmill help isa'.\n"
         "Exit status: 0, or 1 if a file failed, or 2 if the command line is wrong.");
    return DONE;
}

static bool is_verb(const char *name)
{
    size_t length = strlen(name);
    return verb_find(name, length, NULL) || operator_find(name, length) || bitmap_verb_find(name);
}

/* Result: NULL after a message. `name` NULL: none was given. */
static const struct command *find_command(const char *name)
{
    char list[LIST_SIZE] = "";
    for (size_t i = 0; i < NCOMMANDS; i++) {
        if (name && same_name(name, commands[i]->name))
            return commands[i];
        list_add(list, commands[i]->name, i + 1 == NCOMMANDS);
    }
    if (name && is_verb(name))
        usage_error("unknown command '%s': expected 'bitmill explain %s'", name, name);
    else if (name)
        usage_error("unknown command '%s': expected %s", name, list);
    else
        usage_error("missing command: expected %s, or --help", list);
    return NULL;
}

static int run_help(char **args)
{
    int status = take_options(&command_help, args, NULL, NAMES);
    if (status != DONE)
        return status;
    if (check_operands(&command_help, args, 0, 1) != DONE)
        return USAGE;
    if (!*args)
        return overview();
    const struct command *command = find_command(*args);
    if (!command)
        return USAGE;
    print_help(command);
    return DONE;
}

static const struct command command_help = {
    "help",
    "[COMMAND]",
    "show this overview, or the help of a command",
    "Shows the overview of all commands, or the help of one of them, as\n"
    "'bitmill COMMAND --help' does.\n"
    "\n"
    "Example:\n"
    "  bitmill help count\n",
    run_help,
};

static int run(char **args)
{
    const char *name = *args;
    if (name && (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0))
        return overview();
    if (name && (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0))
        return puts("bitmill " BMILL_VERSION), DONE;
    const struct command *command = find_command(name);
    paint_title(args);
    return command ? command->run(args + 1) : USAGE;
}

/* What was printed may still be in the buffer of stdout, and a full disk must not look like
 * success. A stdout that was closed from the start is no error if nothing was printed. */
static bool close_stdout(void)
{
    errno = 0;
    bool failed = fflush(stdout) != 0 || ferror(stdout);
    if (!failed && (fclose(stdout) == 0 || errno == EBADF))
        return true;
    failure("standard output: %s", errno ? strerror(errno) : "write error");
    return false;
}

int main(int argc, char **argv)
{
    system_begin();
    int status = run(argv + (argc > 0));
    progress_clear();
    if (!close_stdout() && status != USAGE)
        status = FAILED;
    return status == FAILED ? failed_status : status == NO ? 1 : status == USAGE ? USAGE : 0;
}
