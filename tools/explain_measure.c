/* explain_measure.c: how long a call of a helper takes on this machine. */
#include "engine/variants.h"
#include "explain.h"

enum { CALLS = 100000, REPETITIONS = 15 };

typedef uint64_t call_fn(unsigned width, const uint64_t *operands);

/* The variant that call_variant() calls. */
static const struct variant *variant;
static uint64_t call_variant(unsigned width, const uint64_t *operands)
{
    return (void)width, variant->call(operands);
}

static uint64_t call_nothing(unsigned width, const uint64_t *operands)
{
    return (void)width, operands[0];
}
static uint64_t variant_nothing(const uint64_t *operands) { return operands[0]; }

static double now(void) { return 1e9 * system_seconds(); }

/* Nanoseconds of a call whose operand depends on the previous result: the least of several. */
static double time_calls(call_fn *volatile call, unsigned width, const uint64_t *operands)
{
    double least = 0;
    for (int r = 0; r < REPETITIONS; r++) {
        uint64_t o[VERB_OPERANDS] = {operands[0], operands[1], operands[2], operands[3]};
        double start = now();
        for (int k = 0; k < CALLS; k++)
            o[0] ^= call(width, o) & 1;
        double took = (now() - start) / (double)CALLS;
        least = r == 0 || took < least ? took : least;
    }
    return least;
}

void measure_verb(const struct verb *verb, const struct lesson *lesson, unsigned width,
                  const uint64_t *operands, struct text *out)
{
    static const struct variant nothing = {"", "", 0, variant_nothing};
    const struct variant *found = variant_find(verb->name, lesson->method, width);
    variant = &nothing;
    double without = time_calls(found ? call_variant : call_nothing, width, operands);
    variant = found;
    double with = time_calls(found ? call_variant : verb->call, width, operands);
    text_sentences(out, "Time:            ",
                   "about %.1f ns a call here, each after the one before (%.1f ns for calling "
                   "through a pointer are taken off)",
                   with > without ? with - without : 0.0, without);
}
