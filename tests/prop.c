/* prop.c: see prop.h. */
#include "prop.h"
#include <check.h>
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

/* splitmix64 (S. Vigna, public domain algorithm). */
static uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

uint64_t prop_draw(prop *p, uint64_t max)
{
    uint64_t x = 0;
    if (p->next < p->length) {
        x = p->choice[p->next];
        x = max == UINT64_MAX ? x : x % (max + 1);
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

/* A run: how many words it goes on and what they are. */
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
    if (edited->length > edited->next) /* what was not drawn is not part of the case */
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

/* The least value of one choice: zero, else by halving the step down, then bit by bit. */
static bool lower(struct shrink *s, size_t at)
{
    bool better = try_value(s, at, 0);
    for (uint64_t step = at < s->best.length ? s->best.choice[at] / 2 : 0; step > 0; step /= 2)
        while (at < s->best.length && try_value(s, at, s->best.choice[at] - step))
            better = true;
    for (int bit = 63; bit >= 0 && at < s->best.length; bit--)
        better |= try_value(s, at, s->best.choice[at] & ~(UINT64_C(1) << bit));
    return better;
}

static void shrink(struct shrink *s)
{
    for (bool better = true; better && s->runs < MAX_SHRINK_RUNS;) {
        better = false;
        for (size_t n = 32; n > 0; n /= 2)
            for (size_t at = 0; at < s->best.length;)
                if (try_delete(s, at, n))
                    better = true;
                else
                    at++;
        for (size_t at = 0; at < s->best.length; at++)
            better |= lower(s, at);
    }
}

/* ---- Running ---- */

static const struct regression {
    const char *property;
    uint64_t choice[64]; /* zeros at the end need not be given */
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
    if (strcmp(name, "BMILL_SEED") == 0 && strcmp(text, "random") == 0) {
        FILE *f = fopen("/dev/urandom", "rb");
        bool read = f && fread(&value, sizeof value, 1, f) == 1;
        if (f)
            fclose(f);
        ck_assert_msg(read, "BMILL_SEED=random: cannot read /dev/urandom");
        return value;
    }
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
                            "  for tests/regressions.def: {\"%s\", {",
                            name, s->runs, shown, replay, name);
    for (size_t i = 0; i < s->best.length; i++)
        used += (size_t)snprintf(text + used, size - used, "%s%" PRIu64, i ? ", " : "",
                                 s->best.choice[i]);
    snprintf(text + used, size - used, "}},");
    return text;
}

bool prop_holds(const char *name, property *holds, char **message)
{
    static struct shrink s;
    uint64_t seed = setting("BMILL_SEED", 20261121), cases = setting("BMILL_CASES", 300);
    char replay[200] = "  (a case of tests/regressions.def)";

    memset(&s, 0, sizeof s);
    s.holds = holds;
    for (size_t i = 0; i < sizeof regressions / sizeof regressions[0]; i++) {
        if (!regressions[i].property || strcmp(regressions[i].property, name) != 0)
            continue;
        memcpy(s.best.choice, regressions[i].choice, sizeof regressions[i].choice);
        s.best.length = 64;
        s.best.next = 0;
        s.best.fresh = false;
        if (!holds(&s.best))
            goto failed;
    }
    for (uint64_t i = 0; i < cases; i++) {
        s.best.length = s.best.next = 0;
        s.best.fresh = true;
        s.best.random = seed;
        if (!holds(&s.best)) {
            snprintf(replay, sizeof replay, "  again: BMILL_SEED=%" PRIu64 " BMILL_CASES=1", seed);
            goto failed;
        }
        random_next(&seed); /* so that case i of a seed is case 0 of the i-th seed after it */
    }
    return true;

failed:
    shrink(&s);
    *message = describe(&s, name, replay);
    return false;
}

void prop_check(const char *name, property *holds)
{
    char *message;
    if (!prop_holds(name, holds, &message))
        ck_abort_msg("%s", message);
}
