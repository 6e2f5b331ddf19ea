/* args.c: reads the arguments of a command, in the manner of getopt_long. */
#include "args.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static char fold(char c) { return c == '_' ? '-' : c; }

static bool same_start(const char *a, const char *b, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (fold(a[i]) != fold(b[i]) || a[i] == '\0')
            return false;
    return true;
}

bool same_name(const char *a, const char *b)
{
    return strlen(a) == strlen(b) && same_start(a, b, strlen(a));
}

static struct option *find_letter(struct option *options, char letter)
{
    for (struct option *o = options; o && o->name; o++)
        if (o->letter == letter)
            return o;
    return NULL;
}

static struct option *find_long(struct option *options, const char *name, size_t length)
{
    for (struct option *o = options; o && o->name; o++)
        if (strlen(o->name) == length && same_start(o->name, name, length))
            return o;
    return NULL;
}

static bool is_option(const char *arg, struct option *options, enum operands kind)
{
    if (arg[0] != '-' || arg[1] == '\0')
        return false;
    if (kind == NAMES || arg[1] == '-')
        return true;
    if (kind == NUMBERS)
        return !isdigit((unsigned char)arg[1]);
    return strcmp(arg, "-h") == 0 || find_letter(options, arg[1]);
}

static int unknown_option(const struct command *command, const char *arg,
                          const struct option *options)
{
    char list[LIST_SIZE] = "";
    for (const struct option *o = options; o && o->name; o++)
        list_add(list, o->name, false);
    list_add(list, "--help", true);
    return usage_error("%s: unknown option '%s': expected %s", command->name, arg, list);
}

/* Gives the option its value: `attached` is the text in the same argument, if there is one, else
 * it is the next argument, to which *arg then moves. */
static int take_value(const struct command *command, struct option *option, const char *attached,
                      char ***arg)
{
    option->value = option->name;
    if (!option->expected) {
        if (attached)
            return usage_error("%s: option '%s' has the value '%s': expected none", command->name,
                               option->name, attached);
        return DONE;
    }
    option->value = attached ? attached : *++*arg;
    if (!option->value) {
        --*arg;
        return usage_error("%s: option '%s' lacks its value: expected %s", command->name,
                           option->name, option->expected);
    }
    return DONE;
}

static int help_of(const struct command *command)
{
    print_help(command);
    return HELPED;
}

static int take_long(const struct command *command, struct option *options, char ***arg)
{
    const char *text = **arg;
    size_t length = strcspn(text, "=");
    const char *attached = text[length] == '=' ? text + length + 1 : NULL;
    struct option *option = find_long(options, text, length);
    if (option)
        return take_value(command, option, attached, arg);
    if (strcmp(text, "--help") == 0)
        return help_of(command);
    return unknown_option(command, text, options);
}

/* Takes an argument of letters: -a, -ab, -o VALUE or -oVALUE. */
static int take_letters(const struct command *command, struct option *options, char ***arg)
{
    const char *text = **arg;
    for (const char *letter = text + 1; *letter; letter++) {
        struct option *option = find_letter(options, *letter);
        if (!option && *letter == 'h')
            return help_of(command);
        if (!option)
            return unknown_option(command, text, options);
        bool attached = option->expected && letter[1] != '\0';
        int status = take_value(command, option, attached ? letter + 1 : NULL, arg);
        if (status != DONE || option->expected)
            return status;
    }
    return DONE;
}

int take_options(const struct command *command, char **args, struct option *options,
                 enum operands kind)
{
    char **operands = args;
    for (; *args && strcmp(*args, "--") != 0; args++) {
        if (!is_option(*args, options, kind)) {
            *operands++ = *args;
            continue;
        }
        int status = (*args)[1] == '-' ? take_long(command, options, &args)
                                       : take_letters(command, options, &args);
        if (status != DONE)
            return status;
    }
    if (*args)
        args++;
    while (*args)
        *operands++ = *args++;
    *operands = NULL;
    return DONE;
}

int check_operands(const struct command *command, char **args, size_t least, size_t most)
{
    size_t n = 0;
    while (args[n])
        n++;
    if (n < least)
        return usage_error("%s: missing operand: expected %s", command->name, command->synopsis);
    if (n > most)
        return usage_error("%s: surplus operand '%s': expected %s", command->name, args[most],
                           *command->synopsis ? command->synopsis : "none");
    return DONE;
}

enum number read_number(const char *text, uint64_t *value)
{
    static const char digits[] = "0123456789abcdef";
    unsigned base = 10;
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'b')) {
        base = text[1] == 'x' ? 16 : 2;
        text += 2;
    }
    enum number result = *text == '\0' ? NO_NUMBER : A_NUMBER;
    *value = 0;
    for (; *text; text++) {
        const char *found = strchr(digits, tolower((unsigned char)*text));
        if (!found || found >= digits + base)
            return NO_NUMBER;
        uint64_t digit = (uint64_t)(found - digits);
        if (*value > (UINT64_MAX - digit) / base)
            result = TOO_LARGE;
        *value = *value * base + digit;
    }
    return result;
}

int number_option(const struct command *command, const struct option *option, uint64_t least,
                  uint64_t most, uint64_t *value)
{
    if (!option->value)
        return DONE;
    enum number kind = read_number(option->value, value);
    if (kind == A_NUMBER && *value >= least && *value <= most)
        return DONE;
    return usage_error("%s: %s '%s' is %s: expected %" PRIu64 " to %" PRIu64, command->name,
                       option->name, option->value,
                       kind == NO_NUMBER ? "not a number" : "out of range", least, most);
}
