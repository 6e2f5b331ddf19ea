/* prop.c: see prop.h. */
#include "prop.h"
#include "runner.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CHOICES = 4096, MAX_SHOWN = 2000, MAX_SHRINK_RUNS = 20000 };

struct prop {
    uint64_t choice[MAX_CHOICES];
    size_t length; /* of the list */
    size_t next;   /* the next to be drawn */
    bool fresh;    /* past the end of the list: draw new numbers; else zeros */
    uint64_t random;
    char *shown; /* collects prop_show if not NULL */
};

uint64_t prop_draw(prop *p, uint64_t max)
{
    uint64_t x = 0;
    if (p->next < p->length) {
        x = p->choice[p->next];
        x = max == UINT64_MAX ? x : x % (max + 1);
        p->choice[p->next] = x; /* the number that was used, so that shrinking begins there */
    } else if (p->fresh && p->next < MAX_CHOICES) {
        x = random_next(&p->random);
        x = max == UINT64_MAX ? x : x % (max + 1);
        p->choice[p->length++] = x;
    }
    p->next++;
    return x;
}

static void put_word(unsigned char *bytes, size_t n, size_t i, uint64_t word)
{
    for (size_t k = 0; k < 8 && i + k < n; k++)
        bytes[i + k] = (unsigned char)(word >> 8 * k);
}

/* A run: how many words it takes, and what these are. */
struct run {
    uint64_t words_left, kind, word;
};

static uint64_t run_word(prop *p, struct run *run)
{
    if (run->words_left == 0) {
        run->words_left = 1 + prop_draw(p, 15);
        run->kind = prop_draw(p, 4);
        if (run->kind == 4)
            run->word = prop_draw(p, UINT64_MAX); /* one word repeated */
    }
    run->words_left--;
    switch (run->kind) {
    case 0:
        return 0;
    case 1:
        return ~UINT64_C(0);
    case 2:
        return UINT64_C(1) << prop_draw(p, 63);
    case 3:
        return prop_draw(p, UINT64_MAX);
    default:
        return run->word;
    }
}

void prop_fill(prop *p, unsigned char *a, size_t na, unsigned char *b, size_t nb)
{
    struct run run_a = {0, 0, 0}, run_b = {0, 0, 0};
    for (size_t i = 0; i < na || i < nb; i += 8) {
        if (i < na)
            put_word(a, na, i, run_word(p, &run_a));
        if (i < nb)
            put_word(b, nb, i, run_word(p, &run_b));
    }
}

void prop_show(prop *p, const char *format, ...)
{
    if (p->shown) {
        size_t used = strlen(p->shown);
        va_list args;
        va_start(args, format);
        used += (size_t)snprintf(p->shown + used, MAX_SHOWN - used, "  ");
        if (used < MAX_SHOWN)
            used += (size_t)vsnprintf(p->shown + used, MAX_SHOWN - used, format, args);
        if (used < MAX_SHOWN)
            snprintf(p->shown + used, MAX_SHOWN - used, "\n");
        va_end(args);
    }
}

/* ---- Shrinking ---- */

struct shrink {
    property *holds;
    prop best; /* the least case so far that fails */
    int runs;  /* spent */
};

/* Whether the edited list still fails; then it is the best one. */
static bool try_edit(struct shrink *s, prop *edited)
{
    if (s->runs++ >= MAX_SHRINK_RUNS)
        return false;
    edited->next = 0;
    edited->fresh = false;
    if (s->holds(edited))
        return false;
    if (edited->length > edited->next) /* numbers that were not drawn are no part of the case */
        edited->length = edited->next;
    s->best = *edited;
    return true;
}

static bool try_delete(struct shrink *s, size_t at, size_t n)
{
    static prop edited;
    if (at + n > s->best.length)
        return false;
    edited = s->best;
    memmove(edited.choice + at, edited.choice + at + n,
            (edited.length - at - n) * sizeof edited.choice[0]);
    edited.length -= n;
    return try_edit(s, &edited);
}

static bool try_value(struct shrink *s, size_t at, uint64_t value)
{
    static prop edited;
    if (at >= s->best.length || value >= s->best.choice[at])
        return false;
    edited = s->best;
    edited.choice[at] = value;
    return try_edit(s, &edited);
}

/* The least value of one choice: zero, else by halving the step down, then bit by bit. A step that
 * succeeds is tried once more only: where one bit of the value matters, a step of 16 may succeed
 * 2^60 times. */
static bool lower(struct shrink *s, size_t at)
{
    bool better = try_value(s, at, 0);
    for (uint64_t step = at < s->best.length ? s->best.choice[at] / 2 : 0; step > 0; step /= 2)
        for (int n = 0; n < 2; n++)
            better |= at < s->best.length && try_value(s, at, s->best.choice[at] - step);
    for (int bit = 63; bit >= 0 && at < s->best.length; bit--)
        better |= try_value(s, at, s->best.choice[at] & ~(UINT64_C(1) << bit));
    return better;
}

/* Deletes n neighbouring choices, wherever the case still fails without them. */
static bool delete_any(struct shrink *s, size_t n)
{
    bool better = false;
    for (size_t at = 0; at < s->best.length;)
        if (try_delete(s, at, n))
            better = true;
        else
            at++;
    return better;
}

static void shrink(struct shrink *s)
{
    for (bool better = true; better && s->runs < MAX_SHRINK_RUNS;) {
        better = false;
        for (size_t n = 32; n > 0; n /= 2)
            better |= delete_any(s, n);
        for (size_t at = 0; at < s->best.length; at++)
            better |= lower(s, at);
        /* Several choices may belong together, say a length and two values. This is tried last,
         * when the list is short. */
        for (size_t n = 3; n < 8 && !better; n++)
            better = delete_any(s, n);
    }
}

/* ---- Running ---- */

static const struct regression {
    const char *property;
    uint64_t choice[64]; /* zeros at the end may be left out */
} regressions[] = {
#include "regressions.def"
};

static uint64_t setting(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);
    char *end;
    uint64_t value;
    if (!text || !*text)
        return otherwise;
    value = strtoull(text, &end, 0);
    ck_assert_msg(!*end, "%s is '%s': expected a number", name, text);
    return value;
}

static char *describe(struct shrink *s, const char *name, const char *replay)
{
    size_t size = MAX_SHOWN + 24 * (s->best.length + 1) + 400, used;
    char *text = malloc(size);
    char shown[MAX_SHOWN] = "";
    ck_assert_ptr_nonnull(text);
    s->best.next = 0;
    s->best.shown = shown;
    s->holds(&s->best);
    used = (size_t)snprintf(text, size,
                            "property %s does not hold. The least case found (%d runs):\n%s%s\n"
                            "  for tests/harness/regressions.def: {\"%s\", {",
                            name, s->runs, shown, replay, name);
    for (size_t i = 0; i < s->best.length; i++)
        used += (size_t)snprintf(text + used, size - used, "%s%" PRIu64, i ? ", " : "",
                                 s->best.choice[i]);
    snprintf(text + used, size - used, "}},");
    return text;
}

/* A new case: the first n numbers are given, the others are drawn from the seed. */
static bool new_case_holds(struct shrink *s, uint64_t seed, const uint64_t *given, size_t n)
{
    s->best.length = n;
    s->best.next = 0;
    s->best.fresh = true;
    s->best.random = seed;
    for (size_t i = 0; i < n; i++)
        s->best.choice[i] = given[i];
    return s->holds(&s->best);
}

static bool regressions_hold(struct shrink *s, const char *name)
{
    for (size_t i = 0; i < sizeof regressions / sizeof regressions[0]; i++) {
        if (!regressions[i].property || strcmp(regressions[i].property, name) != 0)
            continue;
        memcpy(s->best.choice, regressions[i].choice, sizeof regressions[i].choice);
        s->best.length = 64;
        s->best.next = 0;
        s->best.fresh = false;
        if (!s->holds(&s->best))
            return false;
    }
    return true;
}

static bool fails(struct shrink *s, const char *name, const char *replay, char **message)
{
    shrink(s);
    *message = describe(s, name, replay);
    return false;
}

bool prop_holds(const char *name, property *holds, char **message)
{
    static struct shrink s;
    uint64_t seed = test_seed(), cases = setting("BMILL_CASES", 300);
    char replay[200];

    memset(&s, 0, sizeof s);
    s.holds = holds;
    if (!regressions_hold(&s, name))
        return fails(&s, name, "  (a case of tests/harness/regressions.def)", message);
    for (uint64_t i = 0; i < cases; i++) {
        if (!new_case_holds(&s, seed, NULL, 0)) {
            snprintf(replay, sizeof replay, "  again: BMILL_SEED=%" PRIu64 " BMILL_CASES=1", seed);
            return fails(&s, name, replay, message);
        }
        random_next(&seed); /* so that case i of a seed is case 0 of the i-th seed after it */
    }
    return true;
}

void prop_check(const char *name, property *holds)
{
    char *message;
    if (!prop_holds(name, holds, &message))
        ck_abort_msg("%s", message);
}

void prop_check_given(const char *name, property *holds, const uint64_t *given, size_t n)
{
    static struct shrink s;
    uint64_t seed = test_seed();
    char *message, replay[100];
    memset(&s, 0, sizeof s);
    s.holds = holds;
    for (size_t i = 0; i < n; i++)
        seed += given[i] << 8 * i; /* other drawn numbers after other given ones */
    if (new_case_holds(&s, random_next(&seed), given, n))
        return;
    snprintf(replay, sizeof replay, "  again: BMILL_SEED=%" PRIu64, test_seed());
    (void)fails(&s, name, replay, &message);
    ck_abort_msg("%s", message);
}
