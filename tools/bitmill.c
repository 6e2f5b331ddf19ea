/* bitmill.c: the command line tool: finds the command, and has the functions that all of them
 * share. */
#include "tool.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct command {
    const char *name;
    int (*run)(char **args);
} commands[] = {
    {"count", run_count},
    {"compare", run_compare},
    {"explain", run_explain},
    {"isa", run_isa},
};
enum { NCOMMANDS = sizeof commands / sizeof commands[0] };

static const char help[] =
    "usage: bitmill COMMAND ...\n"
    "\n"
    "  count FILE...            count the 1 bits; '-' is standard input\n"
    "  count --speed FILE...    time the count with every set of kernels\n"
    "  compare A B              compare two files as bitmaps; one of them may be '-'\n"
    "  explain OPERATION ...    work out an operation in binary, step by step\n"
    "  isa                      list the sets of kernels, and which one is in use\n"
    "  --help, --version\n"
    "\n"
    "Operations to explain, with an optional --width 8, 16, 32 or 64:\n"
    "  set X I    clear X I    flip X I    modify X I STATE    is-set X I    shl X N    shr X N\n"
    "  and X Y    or X Y       xor X Y     not X               is-pow2 X     parity X\n"
    "Numbers are decimal, 0x hexadecimal or 0b binary.\n"
    "\n"
    "Bit i of a file is bit i % 8, counted from the least significant, of byte i / 8.\n"
    "The environment variable BMILL_ISA chooses the set of kernels: see 'bitmill isa'.\n"
    "Exit status: 0, or 1 if a file failed, or 2 if the command line is wrong.\n";

int usage_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("bitmill: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return USAGE;
}

void file_error(const char *name) { fprintf(stderr, "bitmill: %s: %s\n", name, strerror(errno)); }

void list_add(char list[LIST_SIZE], const char *name, bool last)
{
    size_t length = strlen(list);
    const char *separator = length == 0 ? "" : last ? " or " : ", ";
    snprintf(list + length, LIST_SIZE - length, "%s%s", separator, name);
}

/* "-" is a file and "-1" is a number, though a bad one: neither is an option. */
static bool is_option(const char *arg)
{
    return arg[0] == '-' && arg[1] != '\0' && !(arg[1] >= '0' && arg[1] <= '9');
}

int take_option(const char *command, char **args, struct option *option)
{
    char **operands = args;
    for (; *args && strcmp(*args, "--") != 0; args++) {
        if (!is_option(*args)) {
            *operands++ = *args;
            continue;
        }
        if (!option->name || strcmp(*args, option->name) != 0)
            return usage_error("%s: unknown option '%s': expected %s", command, *args,
                               option->name ? option->name : "none");
        option->value = *args;
        if (!option->expected)
            continue;
        option->value = *++args;
        if (!option->value)
            return usage_error("%s: option '%s' lacks its value: expected %s", command,
                               option->name, option->expected);
    }
    if (*args)
        args++;
    while (*args)
        *operands++ = *args++;
    *operands = NULL;
    return DONE;
}

/* `name` NULL: none was given. */
static int unknown_command(const char *name)
{
    char list[LIST_SIZE] = "";
    for (size_t i = 0; i < NCOMMANDS; i++)
        list_add(list, commands[i].name, i + 1 == NCOMMANDS);
    if (!name)
        return usage_error("missing command: expected %s, or --help", list);
    return usage_error("unknown command '%s': expected %s", name, list);
}

static int run(char **args)
{
    const char *name = *args++;
    if (strcmp(name, "--help") == 0 || (*args && strcmp(*args, "--help") == 0))
        return fputs(help, stdout), DONE;
    if (strcmp(name, "--version") == 0)
        return puts("bitmill " BMILL_VERSION), DONE;
    for (size_t i = 0; i < NCOMMANDS; i++)
        if (strcmp(name, commands[i].name) == 0)
            return commands[i].run(args);
    return unknown_command(name);
}

/* What was printed may still be in the buffer of stdout, and a full disk must not look like
 * success. A stdout that was closed from the start is no error if nothing was printed. */
static int close_stdout(int status)
{
    errno = 0;
    bool failed = fflush(stdout) != 0 || ferror(stdout);
    if (!failed && (fclose(stdout) == 0 || errno == EBADF))
        return status;
    fprintf(stderr, "bitmill: standard output: %s\n", errno ? strerror(errno) : "write error");
    return status == DONE ? FAILED : status;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return unknown_command(NULL);
    return close_stdout(run(argv + 1));
}
