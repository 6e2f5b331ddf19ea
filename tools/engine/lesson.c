/* lesson.c: works a lesson out: see lesson.h. */
#include "lesson.h"

#include "lesson_run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* No lesson needs more rounds of one loop. */
enum { MOST_ROUNDS = 1000 };

/* ---- Finding lessons ---- */

static bool same_method(const char *method, const char *typed)
{
    while (*method && *method == (*typed == '-' ? '_' : *typed)) {
        method++;
        typed++;
    }
    return *method == *typed;
}

const struct lesson *lesson_find(const struct verb *verb, size_t k)
{
    for (size_t topic = 0; lesson_topics[topic]; topic++)
        for (const struct lesson *l = lesson_topics[topic]; l->verb; l++)
            if (strcmp(l->verb, verb->name) == 0 && k-- == 0)
                return l;
    return NULL;
}

const struct lesson *lesson_find_method(const struct verb *verb, const char *method)
{
    static const char *const known_as[][2] = {
        {"product", "multiply"}, {"multiplication", "multiply"}, {"kernighan", "clearing"},
        {"lookup", "table"},     {"de_bruijn", "debruijn"},      {"remainder", "modulus"},
    };
    for (size_t k = 0; lesson_find(verb, k); k++)
        if (same_method(lesson_find(verb, k)->method, method))
            return lesson_find(verb, k);
    for (size_t n = 0; n < sizeof known_as / sizeof known_as[0]; n++)
        if (same_method(known_as[n][0], method))
            return lesson_find_method(verb, known_as[n][1]);
    return NULL;
}

const struct verb *lesson_verb(const struct lesson *lesson)
{
    const struct verb *verb = verb_find(lesson->verb, strlen(lesson->verb), NULL);
    return verb ? verb : operator_find(lesson->verb, strlen(lesson->verb));
}

bool lesson_has_width(const struct lesson *lesson, unsigned width)
{
    struct verb verb = {.widths = lesson->widths};
    return verb_has_width(&verb, width);
}

/* ---- Variables and values ---- */

/* The variable of that name; NULL: there is none. */
static const struct expr_value *variable(const struct lesson_run *run, const char *name)
{
    for (size_t k = 0; k < run->variables.count; k++)
        if (strcmp(run->variables.variable[k].name, name) == 0)
            return &run->variables.variable[k].value;
    return NULL;
}

static void set_variable(struct lesson_run *run, const char *name, uint64_t value)
{
    struct expr_variable *v = &run->variables.variable[run->variables.count++];
    strncpy(v->name, name, EXPR_NAME - 1);
    v->value = (struct expr_value){TYPE_MODULO, low_bits(run->rules.width, value)};
}

bool lesson_evaluate(struct lesson_run *run, const char *source, size_t length, uint64_t *value,
                     expr_trace *trace, void *context)
{
    struct text copy = {0};
    struct expr_error error;
    struct expr_value result = {TYPE_MODULO, 0};
    text_add(&copy, "%.*s", (int)length, source);
    struct expr *e = expr_parse(text_string(&copy), &error);
    bool done =
        e && expr_evaluate(e, &run->rules, &run->variables, &result, &error, trace, context);
    if (!done)
        text_sentences(run->fault, "", "The step '%s' of the lesson %s by %s is wrong: %s",
                       text_string(&copy), run->lesson->verb, run->lesson->method, error.message);
    expr_free(e);
    text_free(&copy);
    *value = result.bits;
    return done;
}

/* ---- Sentences ---- */

/* Stands for a blank at which a line does not break. */
enum { FIXED_BLANK = 0x1f };

/* Makes code of what stands between ` and `, and keeps it together. */
static void mark_code(const char *sentence, struct text *out)
{
    bool code = false;
    for (; *sentence; sentence++)
        if (*sentence == '`') {
            code = !code;
            text_add(out, "%c", TEXT_STYLE + (code ? (int)CODE : (int)PLAIN));
        } else
            text_add(out, "%c", code && *sentence == ' ' ? FIXED_BLANK : *sentence);
}

static void add_sentences(struct text *out, const char *first, const char *sentences)
{
    struct text marked = {0};
    size_t from = out->length;
    mark_code(sentences, &marked);
    text_sentences(out, first, "%s", text_string(&marked));
    for (size_t k = from; k < out->length; k++)
        if (out->string[k] == FIXED_BLANK)
            out->string[k] = ' ';
    text_free(&marked);
}

/* ---- Rows ---- */

enum { LABEL = 64 };

/* The last operation of an expression. */
struct last_operation {
    char operation[LABEL];
    size_t noperands;
    struct {
        char label[LABEL];
        uint64_t value;
    } operand[EXPR_OPERANDS];
};

static void copy_label(char label[LABEL], const char *source, size_t length)
{
    length = length < LABEL ? length : LABEL - 1;
    memcpy(label, source, length);
    label[length] = '\0';
}

static void note_operation(const struct expr_step *step, void *context)
{
    struct last_operation *last = context;
    if (strcmp(step->operation, "=") == 0)
        return;
    *last = (struct last_operation){.noperands = step->noperands};
    copy_label(last->operation, step->operation, strlen(step->operation));
    for (size_t k = 0; k < step->noperands; k++) {
        copy_label(last->operand[k].label, step->operand_source[k], step->operand_length[k]);
        last->operand[k].value = step->operand[k].bits;
    }
}

static bool is_one_of(const char *operation, const char *list[])
{
    for (; *list; list++)
        if (strcmp(operation, *list) == 0)
            return true;
    return false;
}

/* How the line above a result names the operation; NULL: it has one operand to show, or none, and
 * no line. */
static const char *rule_of(const struct last_operation *last)
{
    static const char *names[][2] = {{"&", "AND"}, {"|", "OR"}, {"^", "XOR"}};
    static const char *plain[] = {"+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", NULL};
    for (size_t k = 0; k < 3; k++)
        if (strcmp(last->operation, names[k][0]) == 0)
            return last->noperands == 2 ? names[k][1] : NULL;
    return last->noperands == 2 && is_one_of(last->operation, plain) ? last->operation : NULL;
}

static bool is_number(char kind)
{
    return kind != OPERAND_INDEX && kind != OPERAND_COUNT && kind != OPERAND_SHIFT &&
           kind != OPERAND_STATE && kind != OPERAND_BYTES;
}

/* Whether operand k gets a row: counts and truths do not. */
static bool operand_is_shown(const struct last_operation *last, size_t k)
{
    static const char *first_only[] = {"<<", ">>", "asr", "~", "-", NULL};
    if (rule_of(last))
        return true;
    const struct verb *verb = verb_find(last->operation, strlen(last->operation), NULL);
    if (verb)
        return is_number(verb->operands[k]);
    return k == 0 && is_one_of(last->operation, first_only);
}

/* The bits that the operation can change. */
static uint64_t bits_to_look_at(const struct last_operation *last)
{
    const char *o = last->operation;
    if (last->noperands != 2 || o[1])
        return 0;
    return o[0] == '&'                  ? ~last->operand[1].value
           : o[0] == '|' || o[0] == '^' ? last->operand[1].value
                                        : 0;
}

/* The length of the variable's name in "name = ..."; 0: it is no assignment. */
static size_t name_length(const char *source)
{
    size_t length = strspn(source, "abcdefghijklmnopqrstuvwxyz_0123456789");
    return strncmp(source + length, " = ", 3) == 0 ? length : 0;
}

/* The step as far as there is room for it, and else the variable alone; "x = x" is x. */
static void label_of_result(const struct lesson_run *run, const char *source, char label[LABEL])
{
    size_t name = name_length(source), length = strlen(source);
    bool same = length == 2 * name + 3 && strncmp(source, source + name + 3, name) == 0;
    copy_label(label, source, name && (same || length > run->sheet.labels) ? name : length);
}

/* Says once, where the two readings differ first, why they do. */
static void tell_sign(struct lesson_run *run, uint64_t value)
{
    unsigned width = run->rules.width;
    struct text words = {0};
    if (run->told_sign || run->sheet.out != run->screen || !(value >> (width - 1)))
        return;
    run->told_sign = true;
    if (width <= 16)
        text_add(&words,
                 "(signed: the same bits, but the top place counts negative: `%" PRIu64 " - %u = "
                 "%" PRId64 "`)",
                 value, 1u << width, as_signed(width, value));
    else
        text_add(&words,
                 "(signed: the same bits, but the top place counts negative: it takes 2^%u from "
                 "the unsigned number)",
                 width);
    add_sentences(run->screen, "   ", text_string(&words));
    text_free(&words);
}

static void show_rows(struct lesson_run *run, const struct lesson_step *step,
                      const struct last_operation *last, uint64_t value)
{
    const struct sheet *sheet = &run->sheet;
    char label[LABEL];
    uint64_t look = 0;
    if (strlen(step->source) > sheet->labels) {
        text_add(sheet->out, "   ");
        text_styled(sheet->out, CODE, "%s", step->source);
        text_add(sheet->out, "\n");
    }
    if (step->control == STEP) {
        look = bits_to_look_at(last);
        for (size_t k = 0; k < last->noperands; k++)
            if (operand_is_shown(last, k))
                sheet_row(sheet, last->operand[k].value, look, "%s", last->operand[k].label);
        if (rule_of(last))
            sheet_rule(sheet, rule_of(last));
    }
    label_of_result(run, step->source, label);
    if (strncmp(step->source, "result ", 7) == 0 ||
        (run->loops == 0 && strcmp(step->source, "result") == 0))
        sheet_result(sheet, value, "%s", label);
    else
        sheet_row(sheet, value, look, "%s", label);
    for (size_t k = 0; k < last->noperands && step->control == STEP; k++)
        if (operand_is_shown(last, k))
            tell_sign(run, last->operand[k].value);
    tell_sign(run, value);
}

/* ---- Steps ---- */

/* Writes the sentence of a step: numbered, except in a loop, and where it goes on with a blank. */
static bool write_sentence(struct lesson_run *run, const char *sentence)
{
    struct text filled = {0};
    char first[16] = "   ";
    if (!sentence)
        return true;
    bool done = lesson_fill_in(run, sentence, &filled);
    if (sentence[0] != ' ' && run->loops == 0)
        snprintf(first, sizeof first, "%u. ", ++run->number);
    if (done)
        add_sentences(run->sheet.out, first, text_string(&filled));
    text_free(&filled);
    return done;
}

/* The step after the END of the WHILE or IF at `step`. */
static const struct lesson_step *after_end(const struct lesson_step *step)
{
    for (unsigned open = 1; open > 0;) {
        step++;
        if (step->control == WHILE || step->control == IF)
            open++;
        if (step->control == END)
            open--;
    }
    return step + 1;
}

static bool run_steps(struct lesson_run *run, const struct lesson_step *step);

/* What is shown of a loop: the first rounds and the last one. */
struct rounds {
    struct text *out;
    struct text last;
    unsigned done, shown, left_out;
};

static bool run_round(struct lesson_run *run, const struct lesson_step *body, struct rounds *r)
{
    struct text round = {0};
    run->sheet.out = r->done < r->shown ? r->out : &round;
    bool done = run_steps(run, body);
    if (r->done++ >= r->shown) {
        r->left_out += r->last.length > 0;
        text_free(&r->last);
        r->last = round;
    }
    return done;
}

static void finish_rounds(struct lesson_run *run, struct rounds *r)
{
    run->sheet.out = r->out;
    if (r->left_out)
        text_add(r->out, "   (%u more round%s like these, then the last one)\n", r->left_out,
                 r->left_out == 1 ? "" : "s");
    text_add(r->out, "%s", text_string(&r->last));
    text_free(&r->last);
}

static bool run_loop(struct lesson_run *run, const struct lesson_step *step)
{
    struct rounds r = {.out = run->sheet.out, .shown = run->rules.width <= 8 ? 8 : 3};
    uint64_t condition;
    if (!write_sentence(run, step->sentence))
        return false;
    run->loops++;
    bool done;
    while (
        (done = lesson_evaluate(run, step->source, strlen(step->source), &condition, NULL, NULL)) &&
        condition && r.done < MOST_ROUNDS)
        if (!(done = run_round(run, step + 1, &r)))
            break;
    run->loops--;
    finish_rounds(run, &r);
    if (r.done == MOST_ROUNDS)
        text_add(run->fault, "The lesson %s by %s does not end.\n", run->lesson->verb,
                 run->lesson->method);
    return done && r.done < MOST_ROUNDS;
}

static bool run_step(struct lesson_run *run, const struct lesson_step *step)
{
    struct last_operation last = {0};
    uint64_t value;
    if (!write_sentence(run, step->sentence))
        return false;
    if (!step->source)
        return true;
    if (!lesson_evaluate(run, step->source, strlen(step->source), &value, note_operation, &last))
        return false;
    if (step->control != ASSIGN)
        show_rows(run, step, &last, value);
    return true;
}

/* Up to END. */
static bool run_steps(struct lesson_run *run, const struct lesson_step *step)
{
    while (step->control != END) {
        uint64_t condition;
        if (step->control == WHILE) {
            if (!run_loop(run, step))
                return false;
            step = after_end(step);
        } else if (step->control == IF) {
            if (!lesson_evaluate(run, step->source, strlen(step->source), &condition, NULL, NULL) ||
                (condition && !(write_sentence(run, step->sentence) && run_steps(run, step + 1))))
                return false;
            step = after_end(step);
        } else {
            if (!run_step(run, step))
                return false;
            step++;
        }
    }
    return true;
}

/* ---- The whole ---- */

/* The bytes of memory that the value stands for: see OPERAND_BYTES. */
static void write_bytes(const struct sheet *sheet, uint64_t value)
{
    text_add(sheet->out, "%*s", (int)sheet->labels, "memory");
    for (unsigned k = 0; k < sheet->width / 8; k++)
        text_add(sheet->out, "  p[%u]", k);
    text_add(sheet->out, "\n%*s", (int)sheet->labels, "");
    for (unsigned k = 0; k < sheet->width / 8; k++)
        text_add(sheet->out, "  0x%02x", (unsigned)(value >> 8 * k & 0xff));
    text_add(sheet->out, "\n");
}

/* "22 = 16 + 4 + 2", if that takes few terms. */
static void add_sum(struct text *out, uint64_t number)
{
    enum { MOST_TERMS = 6 };
    unsigned ones = 0;
    for (uint64_t rest = number; rest; rest &= rest - 1)
        ones++;
    if (ones < 2 || ones > MOST_TERMS)
        return;
    text_add(out, ": %" PRIu64 " =", number);
    for (unsigned k = 64; k-- > 0;)
        if (number >> k & 1)
            text_add(out, "%s %" PRIu64, number >> k >> 1 ? " +" : "", UINT64_C(1) << k);
}

/* How bits make a number. */
static void write_intro(struct lesson_run *run, const uint64_t *operands)
{
    struct text intro = {0};
    const char *index = strchr(run->verb->operands, OPERAND_INDEX);
    uint64_t place = index ? operands[index - run->verb->operands] : 3;
    text_add(&intro,
             "A bit is a place that holds 0 or 1; bit %" PRIu64 " is that in place %" PRIu64
             ". Place 0, at the right, is worth 1, each next one twice as much. A number is the "
             "sum of the places with a 1",
             place, place);
    if (is_number(run->verb->operands[0]))
        add_sum(&intro, operands[0]);
    text_add(&intro, ". hex: base 16, one digit for 4 places.");
    add_sentences(run->sheet.out, "", text_string(&intro));
    text_free(&intro);
}

/* The title, and the operands that are numbers or memory. */
static bool write_head(struct lesson_run *run, const uint64_t *operands)
{
    struct text title = {0};
    bool done = lesson_fill_in(run, run->lesson->title, &title);
    struct text *out = run->sheet.out;
    text_add(out, "%c", TEXT_STYLE + HEADING);
    add_sentences(out, "", text_string(&title));
    text_add(out, "%c", TEXT_STYLE + PLAIN);
    text_free(&title);
    write_intro(run, operands);
    text_add(out, "\n");
    if (run->verb->operands[0] == OPERAND_BYTES)
        write_bytes(&run->sheet, operands[0]);
    sheet_places(&run->sheet);
    for (size_t k = 0; run->verb->operands[k]; k++)
        if (is_number(run->verb->operands[k]))
            sheet_row(&run->sheet, operands[k], 0, "%s", run->verb->names[k]);
    for (size_t k = 0; run->verb->operands[k]; k++)
        if (is_number(run->verb->operands[k]))
            tell_sign(run, operands[k]);
    return done;
}

/* Whether the variable has the value that the library's function gave. */
static bool agrees(struct lesson_run *run, const char *name, uint64_t library)
{
    const struct expr_value *worked = variable(run, name);
    uint64_t wanted = low_bits(run->width, library);
    if (worked && low_bits(run->width, worked->bits) == wanted)
        return true;
    text_add(run->fault,
             "The lesson %s by %s works out %s = %" PRIu64 ", but the library's is %" PRIu64 ".\n",
             run->lesson->verb, run->lesson->method, name, worked ? worked->bits : 0, wanted);
    return false;
}

/* The columns for labels that rows of that width leave. */
static unsigned labels_beside(unsigned width) { return width <= 16 ? 24 : 18; }

static struct lesson_run start(const struct lesson *lesson, unsigned width, bool as_signed,
                               const uint64_t *operands, struct text *out, struct text *fault)
{
    struct lesson_run run = {
        .lesson = lesson,
        .verb = lesson_verb(lesson),
        .width = width,
        .rules = {width},
        .sheet = {out, width, as_signed, labels_beside(width)},
        .screen = out,
        .fault = fault,
    };
    for (size_t k = 0; run.verb->operands[k]; k++)
        set_variable(&run, run.verb->names[k], operands[k]);
    return run;
}

/* Goes on in more bits. */
static void widen(struct lesson_run *run, unsigned width)
{
    run->rules.width = run->sheet.width = width;
    run->sheet.labels = labels_beside(width);
    set_variable(run, "width", run->width);
    text_sentences(run->sheet.out, "",
                   "The steps need more places: they are worked out in %u bits.", width);
    text_add(run->sheet.out, "\n");
    sheet_places(&run->sheet);
}

/* Works the steps out, and compares the result with that of the library. */
static bool work_out(struct lesson_run *run, const uint64_t *operands)
{
    const struct lesson_step *step = run->lesson->steps;
    if (step->control == WIDEN)
        widen(run, (unsigned)strtoul(step++->source, NULL, 10));
    if (!run_steps(run, step) || !agrees(run, "result", run->verb->call(run->width, operands)))
        return false;
    if (run->verb->result == RESULT_BYTES)
        write_bytes(&run->sheet, run->verb->call(run->width, operands));
    return run->verb->result != RESULT_CHANGED ||
           agrees(run, run->verb->changes, run->verb->changed(run->width, operands));
}

bool lesson_write(const struct lesson *lesson, unsigned width, bool as_signed,
                  const uint64_t operands[VERB_OPERANDS], struct text *out)
{
    struct text fault = {0};
    struct lesson_run run = start(lesson, width, as_signed, operands, out, &fault);
    bool done = write_head(&run, operands) && work_out(&run, operands);
    text_add(out, "%s", text_string(&fault));
    text_free(&fault);
    return done && !out->failed;
}
