/* lesson_run.h: what the files of the runner of lessons share. */
#ifndef BITMILL_ENGINE_LESSON_RUN_H
#define BITMILL_ENGINE_LESSON_RUN_H

#include "lesson.h"
#include "sheet.h"

/* A lesson that is being worked out. */
struct lesson_run {
    const struct lesson *lesson;
    const struct verb *verb;
    unsigned width;          /* of the operands */
    struct expr_rules rules; /* modulo 2^width, or of WIDEN */
    struct expr_variables variables;
    struct sheet sheet;  /* sheet.out is where the steps go at the moment */
    struct text *screen; /* where they go outside of loops */
    bool told_sign;      /* why the two readings of a number differ */
    unsigned number;     /* of the last numbered step */
    unsigned loops;      /* in how many loops we are */
    struct text *fault;  /* what went wrong; empty: nothing */
};

/* Evaluates the first `length` bytes of the source. Result: false after adding to run->fault. */
bool lesson_evaluate(struct lesson_run *run, const char *source, size_t length, uint64_t *value,
                     expr_trace *trace, void *context);

/* Adds the sentence to *out with the values of its {expressions}. Result: false after a fault. */
bool lesson_fill_in(struct lesson_run *run, const char *sentence, struct text *out);

#endif
