/* trial.h: whether a function of a submission keeps a law, and the least input at which not. */
#ifndef BITMILL_GRADE_TRIAL_H
#define BITMILL_GRADE_TRIAL_H

#include "answers.h"
#include "laws.h"
#include "scan.h"

struct trial {
    const struct law *law;
    unsigned width;
    struct type result; /* of the function */
    uint64_t seed;

    /* What came out. */
    enum trial_kind {
        TRIAL_RIGHT,
        TRIAL_WRONG,
        TRIAL_CHANGES, /* the same question had two answers */
        TRIAL_CRASHED, /* by the signal below */
        TRIAL_STUCK,
        TRIAL_LEFT, /* it ended the program that it runs in */
        TRIAL_NOT_STARTED,
        TRIAL_UNDEFINED /* it did what C leaves undefined, as below */
    } kind;
    bmill_counterexample least; /* where; `got` only if there is an answer */
    uint64_t first_answer;      /* TRIAL_CHANGES */
    int signal;
    enum undefined undefined;
    unsigned line;          /* of the file */
    int amount;             /* of a shift */
    unsigned shifted_width; /* of the number that is shifted */
    uint64_t tried;         /* questions */
    bool all;               /* these are all that the law asks about, of x, y and z */
};

/* Asks, and fills in what came out. */
void run_trial(struct trial *trial, struct pupil *pupil);

#endif
