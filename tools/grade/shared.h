/* shared.h: the memory that the grader shares with the program in which a submission runs. Neither
 * side trusts what the other one may change: the grader keeps its own copy of the questions. */
#ifndef BITMILL_GRADE_SHARED_H
#define BITMILL_GRADE_SHARED_H

/* Questions that are asked at once, and the most arguments that one has. */
enum { BATCH = 4096, MAX_ARGUMENTS = 4 };

/* What a submission did that C leaves undefined. */
enum undefined {
    DEFINED,
    SHIFT_COUNT, /* a shift by `amount` of a number of `width` bits */
    SHIFT_SIGN,
    OVERFLOW,
    DIVISION,
    MEMORY,
    TRUTH_VALUE,
    BUILTIN_ZERO,
    UNREACHABLE,
    NO_RETURN,
    NUNDEFINED
};

struct shared {
    unsigned long long undefined, line, amount, width;
    unsigned long long function; /* the number of the function to ask */
    unsigned long long filter;   /* not 0: system calls must be filtered */
    unsigned long long count;    /* of questions in this batch */
    unsigned long long at;       /* the question that is being answered */
    unsigned long long arguments[BATCH][MAX_ARGUMENTS];
    unsigned long long answers[BATCH];
};

/* The descriptor of this memory in the program. */
enum { SHARED_FD = 3 };

#endif
