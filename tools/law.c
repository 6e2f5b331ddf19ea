/* law.c: `bitmill law`: tries whether a condition holds for all values. */
#include "engine/law.h"
#include "args.h"
#include "paint.h"

static int complain(const char *source, const struct expr_error *error)
{
    struct text place = {0};
    usage_error("law: %s", error->message);
    expr_point(source, error, &place);
    fputs(text_string(&place), stderr);
    text_free(&place);
    return USAGE;
}

static int run_law(char **args)
{
    struct option options[] = {
        {"--seed", 0, "a number", NULL}, {"--svg", 0, NULL, NULL}, {NULL, 0, NULL, NULL}};
    struct text out = {0};
    struct expr_error error;
    uint64_t seed = system_seed();
    int status = take_options(&command_law, args, options, EXPRESSIONS);
    if (status != DONE)
        return status;
    if (check_operands(&command_law, args, 1, 1) != DONE ||
        number_option(&command_law, &options[0], 0, UINT64_MAX, &seed) != DONE)
        return USAGE;
    if (options[1].value)
        paint_as_svg();
    enum law_answer answer = law_try(args[0], seed, &out, NULL, &error);
    if (answer == LAW_WRONG) {
        text_free(&out);
        return complain(args[0], &error);
    }
    status = print_text(&out);
    return status == DONE && answer == LAW_FAILS ? FAILED : status;
}

const struct command command_law = {
    "law",
    "[--seed N] CONDITION",
    "try whether a condition holds for all numbers",
    "Tries a condition for all values of its variables: all values of 8 bits, all\n"
    "pairs and triples of them, all values of 16 bits, then special and drawn ones\n"
    "of 16, 32 and 64 bits. Says what it holds for, or shows a counterexample step\n"
    "by step: among all that are tried the one in which the first variable is least,\n"
    "then the second one, and so on.\n"
    "\n"
    "Numbers have no sign and are computed modulo 2^N for N bits, with the operators\n"
    "of C and the verbs of bitmill; a shift by N or more gives 0. WIDTH is N, so that\n"
    "'n < WIDTH implies ...' leaves such shifts out. 'a iff b': both or neither.\n"
    "\n"
    "  --seed N  draw the same numbers as the run that named this seed\n"
    "  --svg     write a picture (SVG) of what the terminal would show\n"
    "\n"
    "Exit status: 0 if the law holds; 1 if it does not; 2 if the command line is\n"
    "wrong.\n"
    "\n"
    "Examples:\n"
    "  bitmill law 'x ^ x == 0'\n"
    "  bitmill law '(x & (x - 1)) == 0 iff is_pow2(x)'\n"
    "  bitmill law 'x + y == (x ^ y) + 2 * (x & y)'\n",
    run_law,
};
