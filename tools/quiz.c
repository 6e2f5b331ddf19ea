/* quiz.c: `bitmill quiz`: asks, checks, explains. */
#include "engine/quiz.h"
#include "args.h"
#include "paint.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

/* Longer lines are no answers. */
enum { LINE = 256 };

enum { QUESTIONS = 10 };

struct round {
    struct quiz quiz;
    uint64_t questions;
    uint64_t asked, right, hints; /* hints: right answers after one */
    bool ended;                   /* by q, or by the end of the input */
};

/* Reads a line without the blanks around it, into `line`. What does not fit is dropped. Result:
 * false at the end of the input. */
static bool read_line(char line[LINE])
{
    size_t length = 0;
    int c = getchar();
    if (c == EOF)
        return false;
    for (; c != EOF && c != '\n'; c = getchar())
        if (length < LINE - 1 && c != '\0' && !(length == 0 && (c == ' ' || c == '\t')))
            line[length++] = (char)c;
    while (length > 0 && strchr(" \t\r", line[length - 1]))
        length--;
    line[length] = '\0';
    return true;
}

static bool is_one_of(const char *line, const char *a, const char *b)
{
    return strcmp(line, a) == 0 || strcmp(line, b) == 0;
}

/* Prints the text. Result: false if the quiz cannot go on, because nobody would read it. */
static bool say(struct text *text) { return print_text(text) == DONE && fflush(stdout) == 0; }

/* Reads until there is an answer, or the quiz ends. Result: false if printing failed. */
static bool take_answer(struct round *r, const struct quiz_question *question)
{
    bool hinted = false;
    enum quiz_verdict verdict = QUIZ_UNCLEAR;
    while (verdict == QUIZ_UNCLEAR) {
        char line[LINE];
        struct text out = {0};
        if (isatty(STDIN_FILENO)) {
            fputs("> ", stdout);
            fflush(stdout);
        }
        if (!read_line(line) || is_one_of(line, "q", "quit")) {
            r->ended = true;
            return true;
        }
        if (is_one_of(line, "?", "hint")) {
            hinted = true;
            quiz_hint(question, &out);
        } else {
            verdict = quiz_judge(question, line, &out);
        }
        if (!say(&out))
            return false;
    }
    r->asked++;
    r->right += verdict == QUIZ_RIGHT;
    r->hints += verdict == QUIZ_RIGHT && hinted;
    return true;
}

static bool ask(struct round *r, uint64_t k)
{
    struct text out = {0};
    struct quiz_question question;
    quiz_draw(&r->quiz, k, &question);
    text_add(&out, "%s%" PRIu64 " of %" PRIu64 ": ", k ? "\n" : "", k + 1, r->questions);
    quiz_ask(&question, &out);
    return say(&out) && take_answer(r, &question);
}

static void add_score(const struct round *r, struct text *out)
{
    uint64_t left = r->questions - r->asked;
    text_add(out, "\nScore: %" PRIu64 " right", r->right);
    if (r->hints)
        text_add(out, " (%" PRIu64 " with a hint)", r->hints);
    text_add(out, ", %" PRIu64 " wrong", r->asked - r->right);
    if (left)
        text_add(out, ", %" PRIu64 " not answered", left);
    text_add(out, ".\n");
}

static int run_round(struct round *r, const char *subject)
{
    struct text out = {0};
    text_sentences(&out, "",
                   "Answers are numbers: decimal, 0x..., 0b..., or all %u binary digits. ? gives a "
                   "hint, q quits.",
                   r->quiz.width);
    text_add(&out, "Seed %" PRIu64 " (bitmill quiz%s%s --width %u --seed %" PRIu64 ")\n\n",
             r->quiz.seed, subject ? " " : "", subject ? subject : "", r->quiz.width, r->quiz.seed);
    if (!say(&out))
        return FAILED;
    for (uint64_t k = 0; k < r->questions && !r->ended; k++)
        if (!ask(r, k))
            return FAILED;
    add_score(r, &out);
    if (!say(&out))
        return FAILED;
    if (ferror(stdin))
        return failure("standard input: it could not be read");
    return r->right == r->questions ? DONE : NO;
}

static int unknown_subject(const char *subject)
{
    char list[LIST_SIZE] = "";
    const struct verb *verb = verb_find(subject, strlen(subject), NULL);
    verb = verb ? verb : operator_find(subject, strlen(subject));
    if (verb && (strchr(verb->operands, OPERAND_BYTES) || verb->result == RESULT_BYTES))
        return usage_error("quiz: '%s' reads or writes memory: expected a subject whose answers "
                           "are numbers",
                           subject);
    if (verb)
        return usage_error("quiz: '%s' has no form of that width: expected %s bits", subject,
                           verb->widths);
    for (size_t k = 0; quiz_topic(k); k++)
        list_add(list, quiz_topic(k), false);
    const struct verb *like = verb_like(subject, strlen(subject));
    if (like)
        return usage_error("quiz: unknown subject '%s': did you mean %s?", subject, like->name);
    list_add(list, "a verb such as popcount", true);
    return usage_error("quiz: unknown subject '%s': expected %s", subject, list);
}

/* Reads the options and starts the quiz. Result: DONE, or what the command returns. */
static int start(struct round *r, char **args)
{
    struct option options[] = {
        {"--seed", 0, "0 to 18446744073709551615", NULL},
        {"--questions", 'n', "1 to 1000000", NULL},
        {"--width", 0, "8, 16, 32 or 64", NULL},
        {NULL, 0, NULL, NULL},
    };
    uint64_t seed = system_seed(), width = 8;
    int status = take_options(&command_quiz, args, options, NAMES);
    if (status != DONE)
        return status;
    if (check_operands(&command_quiz, args, 0, 1) != DONE ||
        number_option(&command_quiz, &options[0], 0, UINT64_MAX, &seed) != DONE ||
        number_option(&command_quiz, &options[1], 1, 1000000, &r->questions) != DONE ||
        number_option(&command_quiz, &options[2], 8, 64, &width) != DONE)
        return USAGE;
    if (width != 8 && width != 16 && width != 32 && width != 64)
        return usage_error("quiz: --width '%s': expected 8, 16, 32 or 64", options[2].value);
    if (quiz_start(&r->quiz, args[0], (unsigned)width, seed) == 0)
        return unknown_subject(args[0]);
    return DONE;
}

static int run_quiz(char **args)
{
    struct round r = {.questions = QUESTIONS};
    int status = start(&r, args);
    return status == DONE ? run_round(&r, args[0]) : status;
}

const struct command command_quiz = {
    "quiz",
    "[--width N] [--questions N] [--seed S] [TOPIC]",
    "ask what operations give, and explain wrong answers",
    "Asks what an operation gives for drawn numbers, reads the answer from standard\n"
    "input, and explains a wrong one step by step. An answer is a number in decimal,\n"
    "hexadecimal (0xb4) or binary (0b10110100, or all the digits without 0b), or\n"
    "true or false. ? gives a hint, q quits.\n"
    "\n"
    "TOPIC is a topic, such as operators, bit, count or pow2, or one verb or\n"
    "operator, such as popcount or xor. Without it everything may be asked.\n"
    "\n"
    "  --width N           numbers of N bits: 8, 16, 32 or 64; else 8\n"
    "  -n, --questions N   how many questions; else 10\n"
    "  --seed S            the same seed asks the same questions; else a new one\n"
    "\n"
    "Exit status: 0 if all questions were answered rightly, 1 if not, 2 if the\n"
    "command line is wrong.\n"
    "\n"
    "Examples:\n"
    "  bitmill quiz bit --questions 5\n"
    "  printf '%s\\n' 3 0b101 | bitmill quiz count --seed 1 --questions 2\n",
    run_quiz,
};
