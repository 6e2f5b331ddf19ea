/* trial.c: the questions of a law, asked in batches.
 *
 * The search of <bitmill/learn/laws/search.h> calls a function for one input at a time, which
 * between processes would take too long. So it is run with a law that holds wherever it is asked
 * and only notes the inputs; when a batch of them is full, they are asked, and the answers are
 * compared here. */
#include "trial.h"

#include <string.h>

/* Programs that may end before the search for a smaller input is given up. */
enum { MAX_ENDS = 40, DRAWN = 20000 };

static struct {
    struct trial *trial;
    struct pupil *pupil;
    bmill_law_input_ inputs[BATCH]; /* the questions of this batch */
    uint64_t batches;
    unsigned ends;
    bool done; /* nothing more has to be asked */
} now;

/* ---- Answers ---- */

/* Whether the input a is smaller than that of b, in the order of the laws. */
static bool is_less(const bmill_law_input_ *a, const bmill_counterexample *b)
{
    return a->x != b->x   ? a->x < b->x
           : a->i != b->i ? a->i < b->i
           : a->n != b->n ? a->n < b->n
           : a->y != b->y ? a->y < b->y
                          : a->z < b->z;
}

/* The answer as a number of the law. A result wider than the word has to be the right number, too.
 */
static uint64_t meaning(const struct trial *trial, uint64_t answer)
{
    const uint64_t ones = bmill_law_ones_(trial->width), low = answer & ones;
    const char kind = trial->law->signature[0];
    if ((kind != 'T' && kind != 'S') || trial->width == 64)
        return answer;
    if (trial->result.width == trial->width)
        return low;
    const bool negative = low >> (trial->width - 1);
    return kind == 'S' && trial->result.is_signed && answer == (negative ? low | ~ones : low)
               ? low
               : answer;
}

/* Result: whether the input is the least so far. */
static bool note_failure(enum trial_kind kind, const bmill_law_input_ *in, uint64_t got)
{
    struct trial *t = now.trial;
    if (t->kind != TRIAL_RIGHT && !is_less(in, &t->least))
        return false;
    const bmill_counterexample found = {t->law->name, in->x, in->i, in->n,
                                        in->y,        in->z, got,   t->law->want(in)};
    t->kind = kind;
    t->least = found;
    now.done = now.done || t->all;
    return true;
}

static void compare(size_t i)
{
    const uint64_t got = meaning(now.trial, now.pupil->answers[i]);
    if (got != now.trial->law->want(&now.inputs[i]))
        note_failure(TRIAL_WRONG, &now.inputs[i], got);
}

/* What the program says of it may be a lie. */
static void note_undefined(struct trial *t, const struct shared *shared)
{
    const unsigned long long what = shared->undefined;
    t->undefined = what < NUNDEFINED ? (enum undefined)what : DEFINED;
    t->line = (unsigned)shared->line;
    t->amount = (int)shared->amount;
    t->shifted_width = (unsigned)shared->width;
}

static void note_silence(size_t i, enum silence why, int signal)
{
    static const enum trial_kind kinds[] = {TRIAL_RIGHT, TRIAL_CRASHED,     TRIAL_STUCK,
                                            TRIAL_LEFT,  TRIAL_NOT_STARTED, TRIAL_UNDEFINED};
    if (note_failure(kinds[why], &now.inputs[i], 0)) {
        now.trial->signal = signal;
        note_undefined(now.trial, now.pupil->shared);
    }
    now.ends++;
    if (why == STUCK || why == NOT_STARTED || now.ends >= MAX_ENDS)
        now.done = true;
}

/* Asks all questions of the batch, and goes on after one at which the program ends. */
static void ask_all(void (*use)(size_t))
{
    for (size_t first = 0; first < now.pupil->count && !now.done;) {
        enum silence why;
        int signal;
        const size_t answered = pupil_ask(now.pupil, first, &why, &signal);
        for (size_t i = first; i < answered && !now.done; i++)
            use(i);
        if (why != ANSWERED && !now.done)
            note_silence(answered, why, signal);
        first = answered + 1;
    }
}

/* The second answer to a question whose first one was right. */
static void compare_again(size_t i)
{
    const uint64_t got = meaning(now.trial, now.pupil->answers[i]);
    const uint64_t want = now.trial->law->want(&now.inputs[i]);
    if (got != want && note_failure(TRIAL_CHANGES, &now.inputs[i], got))
        now.trial->first_answer = want;
}

/* The questions the other way round. */
static void turn_round(void)
{
    for (size_t i = 0, k = now.pupil->count - 1; i < k; i++, k--) {
        const bmill_law_input_ input = now.inputs[i];
        uint64_t question[MAX_ARGUMENTS];
        now.inputs[i] = now.inputs[k];
        now.inputs[k] = input;
        memcpy(question, now.pupil->questions[i], sizeof question);
        memcpy(now.pupil->questions[i], now.pupil->questions[k], sizeof question);
        memcpy(now.pupil->questions[k], question, sizeof question);
    }
}

static void ask_batch(void)
{
    if (now.pupil->count > 0 && !now.done) {
        now.trial->tried += now.pupil->count;
        ask_all(compare);
        if (now.trial->kind == TRIAL_RIGHT && (now.batches < 40 || now.batches % 16 == 0)) {
            turn_round();
            ask_all(compare_again);
        }
        now.batches++;
    }
    now.pupil->count = 0;
}

/* ---- Questions ---- */

static void add_question(const bmill_law_input_ *in)
{
    const size_t at = now.pupil->count++;
    const char *kinds = now.trial->law->signature + 2;
    now.inputs[at] = *in;
    memset(now.pupil->questions[at], 0, sizeof now.pupil->questions[at]);
    for (size_t k = 0; kinds[k]; k++)
        now.pupil->questions[at][k] = law_argument(in, kinds[k]);
    if (now.pupil->count == BATCH)
        ask_batch();
}

static bool asks(const bmill_law_input_ *in) { return !now.done && now.trial->law->asks(in); }

/* The law that always holds. */
static uint64_t zero(const bmill_law_input_ *in) { return (void)in, 0; }
static uint64_t note(bmill_law_function_ f, const bmill_law_input_ *in)
{
    (void)f;
    add_question(in);
    return 0;
}

static bmill_law_ noting_law(void)
{
    const bmill_law_ law = {
        now.trial->law->name, now.trial->width, now.trial->law->arguments, note, zero, asks};
    return law;
}

/* ---- Drawn questions ---- */

static uint64_t draw(uint64_t *state) { return bmill_law_noise_((*state)++); }

/* A value of x: of any length, few or many bits, near a power of two, or one byte again and again.
 */
static uint64_t draw_value(uint64_t *state, unsigned width)
{
    const uint64_t a = draw(state), b = draw(state), kind = draw(state) % 6;
    const uint64_t near = (UINT64_C(1) << a % width) + b % 9 - 4;
    return (kind == 0   ? a
            : kind == 1 ? a & b
            : kind == 2 ? a | b
            : kind == 3 ? a >> b % 64
            : kind == 4 ? near
                        : a % 256 * UINT64_C(0x0101010101010101)) &
           bmill_law_ones_(width);
}

static void ask_drawn(const bmill_law_ *law)
{
    const bmill_law_counts_ count = bmill_law_counts_of_(law);
    uint64_t state = bmill_law_noise_(now.trial->seed);
    for (unsigned k = 0; k < DRAWN && !now.done; k++) {
        bmill_law_input_ in = {law->width, 0, 0, 0, 0, 0};
        in.x = law->arguments & BMILL_LAW_X_ ? draw_value(&state, law->width) : 0;
        in.i = bmill_law_position_(law->width, (unsigned)(draw(&state) % count.i));
        in.n = bmill_law_position_(law->width, (unsigned)(draw(&state) % count.n));
        in.y = bmill_law_second_(law, count, in.x, draw(&state) % count.y);
        in.z = bmill_law_second_(law, count, in.x, draw(&state) % count.z);
        if (k % 2 && law->arguments & BMILL_LAW_Y_)
            in.y = draw_value(&state, law->width);
        if (k % 2 && law->arguments & BMILL_LAW_Z_)
            in.z = draw_value(&state, law->width);
        if (asks(&in))
            add_question(&in);
    }
    ask_batch();
}

/* ---- The search ---- */

/* Tries what is a little smaller than the least input that failed, until nothing of that fails. */
static void shrink(const bmill_law_ *law)
{
    bmill_counterexample before;
    do {
        bmill_counterexample least = before = now.trial->least;
        bmill_law_shrink_(law, (bmill_law_function_)0, bmill_law_counts_of_(law), &least);
        ask_batch();
    } while (!now.done && memcmp(&before, &now.trial->least, sizeof before) != 0);
}

void run_trial(struct trial *trial, struct pupil *pupil)
{
    memset(&now, 0, sizeof now);
    now.trial = trial;
    now.pupil = pupil;
    pupil->count = 0;
    const bmill_law_ law = noting_law();
    trial->kind = TRIAL_RIGHT;
    trial->tried = 0;
    trial->signal = 0;
    trial->all = bmill_law_counts_of_(&law).all;
    bmill_law_holds_(&law, (bmill_law_function_)0, NULL);
    ask_batch();
    if (!trial->all) {
        ask_drawn(&law);
        if (trial->kind != TRIAL_RIGHT && !now.done)
            shrink(&law);
    }
}
