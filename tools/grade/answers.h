/* answers.h: asks a function of a submission, in the program that it was compiled into. */
#ifndef BITMILL_GRADE_ANSWERS_H
#define BITMILL_GRADE_ANSWERS_H

#include "sandbox.h"
#include "shared.h"

#include <stdint.h>

/* A function that is asked. Its program runs while it answers, and is started anew when it does
 * not. */
struct pupil {
    const struct sandbox *sandbox;
    unsigned function; /* its number in the program */
    double seconds;    /* the most that one answer may take */

    uint64_t questions[BATCH][MAX_ARGUMENTS];
    uint64_t answers[BATCH];
    size_t count; /* of questions */

    struct shared *shared;
    int fd, to, from;
    pid_t pid;   /* 0: it does not run */
    bool broken; /* a program cannot be started; this has been printed */
};

/* Why there is no answer. */
enum silence { ANSWERED, CRASHED, STUCK, LEFT, NOT_STARTED, UNDEFINED };

/* Result: false after printing why not. */
bool pupil_open(struct pupil *pupil, const struct sandbox *sandbox, unsigned function,
                double seconds);
void pupil_close(struct pupil *pupil);

/* Asks the questions from `first` on. Result: the number of the first one that has no answer, or
 * `count`; then *why, and in *signal the signal that ended the program, if one did. */
size_t pupil_ask(struct pupil *pupil, size_t first, enum silence *why, int *signal);

#endif
