/* engine.c: the commands explain, eval and law for a web page, as functions of WebAssembly.
 *
 * The page calls the same files of tools/ as the command line does, with arguments as one would
 * type them, so that it says the same, messages included. Here is what those files call beside the
 * engines: arguments come from memory, and what would be printed stays in two texts.
 *
 * How the page calls, in this order:
 *
 *   page_room(n)          memory for n bytes: arguments, each ended by a byte 0
 *   page_run(n)           runs the command of the first argument; result: its exit status
 *   page_output()         what it says: a string with the marks of style of text.h
 *   page_messages()       what would go to standard error
 *   page_counterexample() of law: "WIDTH\nx=1\ny=2\n"; "" if there is none
 *   page_variables()      instead of page_run: the names of the variables of the expression in the
 *                         room, one a line
 *   page_catalog()        what can be explained: see below
 *
 * A string is valid until the next call.
 */
#include "streams.h"
#undef law_try

#include "../tools/engine/bitmap.h"
#include "../tools/engine/law.h"
#include "../tools/engine/lesson.h"
#include "../tools/explain.h"
#include "../tools/paint.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT(name) __attribute__((export_name(#name)))

static struct text output, messages, list;
static struct law_counterexample counterexample;
static char *room;

/* ---- What the files of the command call ---- */

int failed_status = FAILED;

int page_fputs(const char *string, FILE *stream)
{
    return (void)stream, text_add(&messages, "%s", string), 0;
}

int page_putc(int character, FILE *stream)
{
    (void)stream;
    text_add(&messages, "%c", character);
    return character;
}

size_t page_fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    (void)stream;
    text_add(&messages, "%.*s", (int)(size * count), (const char *)bytes);
    return count;
}

int page_fprintf(FILE *stream, const char *format, ...)
{
    va_list args;
    (void)stream;
    va_start(args, format);
    text_add_list(&messages, format, args);
    va_end(args);
    return 0;
}

/* The page names a seed always. */
uint64_t system_seed(void) { return 0; }

void progress_clear(void) {}

/* For --svg, which the page does not give: it draws itself. */
void paint_as_svg(void) {}

int print_text(struct text *text)
{
    bool failed = text->failed;
    text_add(&output, "%s", text_string(text));
    text_free(text);
    return failed || output.failed ? failure("out of memory") : DONE;
}

void print_help(const struct command *command)
{
    text_add(&output, "usage: bitmill %s %s\n\n%s", command->name, command->synopsis,
             command->help);
}

void measure_verb(const struct verb *verb, const struct lesson *lesson, unsigned width,
                  const uint64_t *operands, struct text *out)
{
    (void)verb, (void)lesson, (void)width, (void)operands;
    text_add(out, "Time:            a web page cannot measure it: bitmill explain can\n");
}

enum law_answer page_law_try(const char *source, uint64_t seed, struct text *out,
                             struct law_counterexample *ignored, struct expr_error *error)
{
    (void)ignored;
    enum law_answer answer = law_try(source, seed, out, &counterexample, error);
    if (answer != LAW_FAILS)
        counterexample = (struct law_counterexample){0};
    return answer;
}

/* ---- What the page calls ---- */

enum { ARGUMENTS = 64 };

EXPORT(page_room) char *page_room(size_t size)
{
    free(room);
    return room = calloc(size + 1, 1);
}

static int exit_status(int status)
{
    return status == FAILED ? failed_status : status == USAGE ? USAGE : status == NO;
}

EXPORT(page_run) int page_run(size_t size)
{
    static const struct command *const commands[] = {&command_eval, &command_explain, &command_law};
    char *args[ARGUMENTS + 1] = {NULL};
    size_t count = 0;
    text_free(&output);
    text_free(&messages);
    counterexample = (struct law_counterexample){0};
    for (char *arg = room; arg < room + size && count < ARGUMENTS; arg += strlen(arg) + 1)
        args[count++] = arg;
    for (size_t k = 0; count && k < sizeof commands / sizeof commands[0]; k++)
        if (strcmp(args[0], commands[k]->name) == 0)
            return exit_status(commands[k]->run(args + 1));
    return usage_error("unknown command '%s': expected eval, explain or law", count ? args[0] : "");
}

EXPORT(page_output) const char *page_output(void) { return text_string(&output); }
EXPORT(page_messages) const char *page_messages(void) { return text_string(&messages); }

EXPORT(page_counterexample) const char *page_counterexample(void)
{
    text_free(&list);
    if (counterexample.width)
        text_add(&list, "%u\n", counterexample.width);
    for (size_t k = 0; k < counterexample.count; k++)
        text_add(&list, "%s=%" PRIu64 "\n", counterexample.name[k], counterexample.value[k]);
    return text_string(&list);
}

EXPORT(page_variables) const char *page_variables(void)
{
    struct expr_error error;
    struct expr *e = expr_parse(room, &error);
    text_free(&list);
    for (size_t k = 0; e && expr_free_variable(e, k); k++)
        text_add(&list, "%s\n", expr_free_variable(e, k));
    expr_free(e);
    return text_string(&list);
}

static void add_verb(const struct verb *verb)
{
    text_add(&list, "integer\t%s\t%s\t%s\t%s\t%s\t%s\t", verb->name, verb->topic, verb->does,
             verb->operands, verb->widths, verb->example);
    for (size_t k = 0; verb->operands[k]; k++)
        text_add(&list, "%s%s", k ? " " : "", verb->names[k]);
    text_add(&list, "\t");
    for (size_t k = 0; lesson_find(verb, k); k++)
        text_add(&list, "%s%s:%s", k ? "," : "", lesson_find(verb, k)->method,
                 lesson_find(verb, k)->widths);
    text_add(&list, "\n");
}

/* A line for each operation, of fields with a tab between them: "integer" or "bitmap", name, topic,
 * what it does, letters of the operands (verbs.h, bitmap.h), widths, example, names of the
 * operands, methods with their widths ("main:8 16 32 64,swar:8 16 32 64"). */
EXPORT(page_catalog) const char *page_catalog(void)
{
    text_free(&list);
    for (size_t k = 0; k < noperators; k++)
        add_verb(&operators[k]);
    for (size_t k = 0; k < nverbs; k++)
        add_verb(&verbs[k]);
    for (size_t k = 0; k < nbitmap_verbs; k++) {
        const struct bitmap_verb *verb = &bitmap_verbs[k];
        text_add(&list, "bitmap\t%s\tbitmaps\t%s\t%s\t\t%s\t", verb->name, verb->does,
                 verb->operands, verb->example);
        for (size_t n = 0; verb->operands[n]; n++)
            text_add(&list, "%s%s", n ? " " : "", verb->names[n]);
        text_add(&list, "\t\n");
    }
    return text_string(&list);
}
