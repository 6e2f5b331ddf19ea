/* grade.h: a submission and what is found out about it. */
#ifndef BITMILL_GRADE_H
#define BITMILL_GRADE_H

#include "scan.h"
#include "trial.h"

#include <stdio.h>

/* What the teacher allows. */
struct rules {
    bool some;                  /* there are any */
    bool only;                  /* only the operators below */
    bool operators[NOPERATORS]; /* allowed */
    bool forbidden[NFEATURES];
    unsigned most; /* operators in a function; MAX_USES: any number */
};

/* A function that is graded. */
struct graded {
    char name[80];
    const struct law *law;
    unsigned width;                  /* 0: not known, for there is no such function */
    const struct function *function; /* NULL: it is not in the file */
    unsigned number;                 /* among those that are asked */
    bool has_type;                   /* its type is that of the law */
    unsigned count;                  /* of operators */
    char broken[4][100];             /* rules that it breaks, in words */
    unsigned nbroken;
    struct trial trial;
    enum proof { NOT_ASKED, PROVED, REFUTED, UNPROVEN } proof;
    char proof_text[400];
    unsigned points;
};

enum { MAX_GRADED = 400 };

struct submission {
    const char *path;
    char file[64]; /* its name for the compiler */
    struct sandbox sandbox;
    const char *compiler[16];
    uint64_t seed;
    double seconds; /* for one answer */
    struct rules rules;
    struct graded graded[MAX_GRADED];
    size_t ngraded;
    struct scan scan;
    char *cleaned, *preprocessed;
    /* Why nothing could be graded, in words, and what the compiler said of it; "" and NULL: graded.
     */
    char refused[300];
    char *messages;
};

/* ---- build.c ---- */

/* Finds a compiler. Result: false after printing what is missing. */
bool find_compiler(struct submission *s);

/* Reads, checks and preprocesses the file, and finds its functions. Result: false after printing
 * an error that is not the submission's; s->refused says what is wrong with the submission. */
bool read_submission(struct submission *s);

/* Compiles it together with the program that asks it. The same. */
bool compile_submission(struct submission *s);

/* Writes the preprocessed submission. Functions that have a number as their result get a statement
 * in front of their last brace, for C leaves it undefined what they return there: one that the
 * runner notes or, in a proof, one that is never reached. */
void write_with_ends(FILE *out, const struct submission *s, bool in_proof);

/* ---- match.c: which functions are graded, and by which law ---- */

/* Finds the functions to grade. `wanted`: names of functions or laws, or NAME=LAW, separated by
 * commas; NULL: all functions that are named like a law. Result: false after printing which part of
 * `wanted` makes no sense. */
bool find_graded(struct submission *s, const char *wanted);

/* ---- prove.c ---- */

/* Proves or refutes all graded functions. Result: false after printing what is missing. */
bool can_prove(struct submission *s);
void prove_submission(struct submission *s);

/* ---- report.c ---- */

unsigned points_of(const struct submission *s);
void report_text(const struct submission *s);
void report_json(const struct submission *s);

#endif
