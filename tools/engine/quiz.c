/* quiz.c: see quiz.h. */
#include "quiz.h"

#include "sheet.h"

#include <bitmill/word.h>
#include <inttypes.h>
#include <string.h>

/* ---- Subjects ---- */

/* Answers are numbers, so what reads or writes memory is left out. */
static bool can_be_asked(const struct verb *verb, unsigned width)
{
    return verb_has_width(verb, width) && verb->result != RESULT_BYTES &&
           !strchr(verb->operands, OPERAND_BYTES);
}

/* The k-th of all verbs and operators; NULL: there are fewer. */
static const struct verb *subject(size_t k)
{
    if (k < noperators)
        return &operators[k];
    return k < noperators + nverbs ? &verbs[k - noperators] : NULL;
}

const char *quiz_topic(size_t k)
{
    const char *last = "";
    for (size_t n = 0; subject(n); n++) {
        if (strcmp(subject(n)->topic, last) == 0)
            continue;
        last = subject(n)->topic;
        bool memory = !can_be_asked(subject(n), 8) && !can_be_asked(subject(n), 64);
        if (!memory && k-- == 0)
            return last;
    }
    return NULL;
}

/* How hard a verb is: 0, to begin with; 1, after these; 2, all others. */
enum { LEVELS = 3 };

static unsigned level_of(const struct verb *verb)
{
    static const char *const names[] = {
        "set", "clear", "flip",   "modify",  "is_set",   "and",    "or",      "xor", "not",
        "shl", "shr",   "is_odd", "is_even", "popcount", "parity", "is_pow2", "clz", "ctz",
        "add", "sub",   "neg",    "andnot",  "mask",     "rotl",   "rotr",    NULL};
    enum { EASY = 9 };
    for (unsigned k = 0; names[k]; k++)
        if (strcmp(verb->name, names[k]) == 0)
            return k < EASY ? 0 : 1;
    return 2;
}

size_t quiz_start(struct quiz *quiz, const char *name, unsigned width, uint64_t seed)
{
    const struct verb *one = NULL;
    if (name) {
        one = verb_find(name, strlen(name), NULL);
        one = one ? one : operator_find(name, strlen(name));
    }
    *quiz = (struct quiz){.seed = seed, .width = width, .whole = !name};
    size_t *ends[LEVELS] = {&quiz->easy, &quiz->plain, &quiz->nsubjects};
    for (unsigned level = 0; level < LEVELS; level++) {
        for (size_t k = 0; subject(k); k++) {
            bool meant = !name || subject(k) == one || strcmp(subject(k)->topic, name) == 0;
            if (meant && level_of(subject(k)) == level && can_be_asked(subject(k), width) &&
                quiz->nsubjects < QUIZ_SUBJECTS)
                quiz->subjects[quiz->nsubjects++] = subject(k);
        }
        *ends[level] = quiz->nsubjects;
    }
    return quiz->nsubjects;
}

/* ---- Drawing ---- */

static uint64_t draw_operand(uint64_t *state, char kind, unsigned width)
{
    uint64_t x = next_random(state), limit = verb_operand_limit(kind, width);
    switch (kind) {
    case OPERAND_INDEX:
    case OPERAND_SHIFT:
        return x % width;
    case OPERAND_COUNT:
        return x % (width + 1);
    case OPERAND_ALIGN:
        return UINT64_C(1) << x % (width / 2);
    default: /* one in eight has few 1 bits, which some verbs are about */
        return (x % 8 == 0 ? 1u << next_random(state) % 8 : next_random(state)) & limit;
    }
}

/* Keeps what verbs demand of two operands together. */
static void keep_preconditions(const struct verb *verb, unsigned width, uint64_t *operands)
{
    if (strcmp(verb->topic, "enumerate") == 0 && verb->operands[1]) {
        if (strcmp(verb->name, "next_superset") == 0)
            operands[0] |= operands[1];
        else
            operands[0] &= operands[1];
    }
    if (strcmp(verb->name, "delta_swap") == 0) {
        unsigned shift = (unsigned)(operands[2] = 1 + operands[2] % (width / 2));
        uint64_t lower = 0; /* groups of `shift` bits that are lower halves of pairs */
        for (unsigned at = 0; at + 2 * shift <= width; at += 2 * shift)
            lower |= low_bits(shift, UINT64_MAX) << at;
        operands[1] &= lower;
    }
}

static uint64_t right_answer(const struct quiz_question *q)
{
    uint64_t (*call)(unsigned, const uint64_t *) =
        q->verb->result == RESULT_CHANGED ? q->verb->changed : q->verb->call;
    return low_bits(q->width, call(q->width, q->operands));
}

/* How many of the subjects the k-th question can be about. */
static size_t reach(const struct quiz *quiz, uint64_t k)
{
    enum { BEGINNING = 5, LONG = 20 };
    if (k < BEGINNING && quiz->easy)
        return quiz->easy;
    if (k < LONG && quiz->plain && quiz->whole)
        return quiz->plain;
    return quiz->nsubjects;
}

void quiz_draw(const struct quiz *quiz, uint64_t k, struct quiz_question *question)
{
    uint64_t state = quiz->seed;
    state = next_random(&state);
    state += k;
    const struct verb *verb = quiz->subjects[next_random(&state) % reach(quiz, k)];
    *question = (struct quiz_question){.verb = verb, .width = quiz->width};
    for (size_t n = 0; verb->operands[n]; n++)
        question->operands[n] = draw_operand(&state, verb->operands[n], quiz->width);
    keep_preconditions(verb, quiz->width, question->operands);
    question->answer = right_answer(question);
}

/* ---- Asking ---- */

static bool is_truth(const struct verb *verb) { return verb->result == RESULT_TRUTH; }

static bool has_sign(const struct verb *verb)
{
    return verb->result == RESULT_SIGNED || verb->result == RESULT_INT;
}

static bool is_bits(char kind)
{
    return kind != OPERAND_INDEX && kind != OPERAND_COUNT && kind != OPERAND_SHIFT &&
           kind != OPERAND_STATE;
}

static void add_binary(unsigned width, uint64_t value, struct text *out)
{
    text_add(out, "0b");
    for (unsigned k = width; k-- > 0;)
        text_add(out, "%u%s", (unsigned)(value >> k & 1), k && k % 8 == 0 ? "_" : "");
}

void quiz_ask(const struct quiz_question *q, struct text *out)
{
    text_styled(out, HEADING, "%s", q->verb->name);
    text_add(out, " (%u bits)\n", q->width);
    text_sentences(out, "   ", "%s", q->verb->does);
    for (size_t k = 0; q->verb->operands[k]; k++) {
        text_add(out, "   %s = %" PRIu64, q->verb->names[k], q->operands[k]);
        if (is_bits(q->verb->operands[k])) {
            text_add(out, q->width > 32 ? "\n     = " : " = ");
            add_binary(q->width, q->operands[k], out);
        }
        text_add(out, "\n");
    }
    if (q->verb->result == RESULT_CHANGED)
        text_sentences(out, "   ", "What is %s afterwards?", q->verb->changes);
    else if (is_truth(q->verb))
        text_add(out, "   True or false?\n");
    else
        text_add(out, "   What is the result?\n");
}

/* The numbers of the question in columns. */
static struct sheet begin_sheet(const struct quiz_question *q, struct text *out)
{
    struct sheet sheet = {out, q->width, has_sign(q->verb), q->width <= 16 ? 24 : 18};
    sheet_places(&sheet);
    for (size_t k = 0; q->verb->operands[k]; k++)
        if (is_bits(q->verb->operands[k]))
            sheet_row(&sheet, q->operands[k], 0, "%s", q->verb->names[k]);
    return sheet;
}

void quiz_hint(const struct quiz_question *q, struct text *out)
{
    begin_sheet(q, out);
    if (is_truth(q->verb) || q->verb->result == RESULT_COUNT)
        return;
    unsigned ones = bmill_popcount_u64(q->answer);
    text_add(out, "   %u bit%s of the result %s 1", ones, ones == 1 ? "" : "s",
             ones == 1 ? "is" : "are");
    if (ones)
        text_add(out, ", the highest at place %u", 63 - bmill_clz_u64(q->answer));
    text_add(out, ".\n");
}

/* ---- Judging ---- */

/* Binary digits without 0b are known by their number: as many as the width has. Blanks may stand
 * between them. */
static bool read_digits(const char *line, unsigned width, uint64_t *value)
{
    unsigned digits = 0;
    *value = 0;
    for (; *line; line++) {
        if (*line == ' ' || *line == '_')
            continue;
        if ((*line != '0' && *line != '1') || ++digits > width)
            return false;
        *value = *value << 1 | (uint64_t)(*line == '1');
    }
    return digits == width;
}

static bool read_truth(const char *line, uint64_t *value)
{
    static const char *const words[2][6] = {{"0", "false", "no", "n", "f", NULL},
                                            {"1", "true", "yes", "y", "t", NULL}};
    for (*value = 0; *value < 2; ++*value)
        for (size_t k = 0; words[*value][k]; k++)
            if (strcmp(line, words[*value][k]) == 0)
                return true;
    return false;
}

/* What was typed, for a message: its first 40 bytes, with ? for all but plain characters. */
struct shown {
    char text[48];
};

static struct shown show(const char *line)
{
    struct shown shown = {""};
    size_t k = 0;
    for (; line[k] && k < 40; k++)
        shown.text[k] = line[k] < ' ' || line[k] > '~' ? '?' : line[k];
    strcpy(shown.text + k, line[k] ? "..." : "");
    return shown;
}

/* Result: false after a sentence that says what was expected. */
static bool read_answer(const struct quiz_question *q, const char *line, uint64_t *value,
                        struct text *out)
{
    bool negative = false;
    if (is_truth(q->verb)) {
        if (read_truth(line, value))
            return true;
        text_sentences(out, "   ", "'%s': expected true or false", show(line).text);
        return false;
    }
    if (read_digits(line, q->width, value))
        return true;
    if (number_read(line, strlen(line), value, &negative) == NUMBER_NOT_ONE) {
        text_sentences(out, "   ",
                       "'%s': expected a number such as 180, 0xb4, 0b10110100 or -76, or ? for a "
                       "hint, or q to quit",
                       show(line).text);
        return false;
    }
    if (number_read(line, strlen(line), value, &negative) == NUMBER_OK &&
        number_fits(q->width, *value, negative)) {
        *value = low_bits(q->width, *value);
        return true;
    }
    text_sentences(out, "   ", "'%s' does not fit %u bits: expected -%" PRIu64 " to %" PRIu64,
                   show(line).text, q->width, UINT64_C(1) << (q->width - 1),
                   low_bits(q->width, UINT64_MAX));
    return false;
}

static void add_value(const struct quiz_question *q, uint64_t value, struct text *out)
{
    if (is_truth(q->verb))
        text_add(out, "%s", value ? "true" : "false");
    else if (has_sign(q->verb))
        text_add(out, "%" PRId64, as_signed(q->width, value));
    else
        text_add(out, "%" PRIu64, value);
}

static void explain(const struct quiz_question *q, uint64_t typed, struct text *out)
{
    text_styled(out, WARNING, "   No");
    text_add(out, ": it is ");
    add_value(q, q->answer, out);
    text_add(out, ".\n\n");
    if (!is_truth(q->verb) && q->verb->result != RESULT_COUNT && q->verb->result != RESULT_INT) {
        struct sheet sheet = begin_sheet(q, out);
        sheet_row(&sheet, typed, 0, "your answer");
        sheet_result(&sheet, q->answer, "the result");
        sheet_marks(&sheet, typed ^ q->answer, "different");
        text_add(out, "\n");
    }
    for (size_t k = 0; lesson_find(q->verb, k); k++)
        if (lesson_has_width(lesson_find(q->verb, k), q->width)) {
            lesson_write(lesson_find(q->verb, k), q->width, has_sign(q->verb), q->operands, out);
            return;
        }
}

enum quiz_verdict quiz_judge(const struct quiz_question *q, const char *line, struct text *out)
{
    uint64_t typed;
    if (!read_answer(q, line, &typed, out))
        return QUIZ_UNCLEAR;
    if (typed != q->answer) {
        explain(q, typed, out);
        return QUIZ_WRONG;
    }
    text_styled(out, RESULT, "   Right");
    text_add(out, ".\n");
    return QUIZ_RIGHT;
}
