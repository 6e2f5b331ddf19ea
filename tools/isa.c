/* isa.c: `bitmill isa`, and the check of BMILL_ISA that commands with kernels begin with. */
#include "args.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int check_isa_environment(void)
{
    bmill_isa_status status = bmill_isa_environment();
    if (status == BMILL_ISA_OK)
        return DONE;

    char usable[LIST_SIZE] = "";
    for (size_t i = 0; bmill_isa_name(i); i++)
        if (bmill_isa_query(bmill_isa_name(i)) == BMILL_ISA_OK)
            list_add(usable, bmill_isa_name(i), false);
    list_add(usable, "auto", true);
    return usage_error("BMILL_ISA: %s '%s': expected %s",
                       status == BMILL_ISA_UNKNOWN ? "there are no kernels called"
                                                   : "this machine cannot run the kernels",
                       getenv("BMILL_ISA"), usable);
}

static const char *state_of(const char *name)
{
    if (strcmp(name, bmill_isa_active()) == 0)
        return "in use";
    return bmill_isa_query(name) == BMILL_ISA_OK ? "available" : "not on this machine";
}

static int run_isa(char **args)
{
    int status = take_options(&command_isa, args, NULL, NAMES);
    if (status != DONE)
        return status;
    if (check_operands(&command_isa, args, 0, 0) != DONE || check_isa_environment() != DONE)
        return USAGE;
    for (size_t i = 0; bmill_isa_name(i); i++) {
        const char *name = bmill_isa_name(i);
        const char *remark = strcmp(name, bmill_isa_active()) == 0 ? bmill_isa_remark() : "";
        printf("%-10s %s", name, state_of(name));
        if (*remark)
            printf(" (%s)", remark);
        putchar('\n');
    }
    return DONE;
}

const struct command command_isa = {
    "isa",
    "",
    "list the sets of kernels, and which one is in use",
    "Lists the sets of kernels (vectorised loops) that the library has, best first,\n"
    "and says which one is in use and which this machine cannot run.\n"
    "\n"
    "The environment variable BMILL_ISA chooses one of them, in every program that\n"
    "uses the library.\n"
    "\n"
    "Example:\n"
    "  BMILL_ISA=portable bitmill isa\n",
    run_isa,
};
