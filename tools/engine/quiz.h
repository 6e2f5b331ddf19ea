/* quiz.h: questions on what verbs and operators compute, and the judgement of answers.
 *
 * All questions of a quiz follow from its seed, its subject and its width, so that they can be
 * asked again.
 */
#ifndef BITMILL_ENGINE_QUIZ_H
#define BITMILL_ENGINE_QUIZ_H

#include "lesson.h"

enum { QUIZ_SUBJECTS = 256 };

struct quiz {
    uint64_t seed;
    unsigned width;
    const struct verb *subjects[QUIZ_SUBJECTS]; /* what may be asked */
    size_t nsubjects;
    bool whole;         /* on all of them */
    size_t easy, plain; /* the first ones of them: those to begin with, and those after these */
};

struct quiz_question {
    const struct verb *verb;
    unsigned width;
    uint64_t operands[VERB_OPERANDS];
    uint64_t answer; /* of `width` bits */
};

/* What a subject can be beside the name of a verb or of an operator: the k-th topic, or NULL. */
const char *quiz_topic(size_t k);

/* Prepares a quiz on a topic, a verb or an operator; NULL: on all of them. Result: how many verbs
 * and operators that is in this width; 0: there is no such subject, or nothing of it can be asked.
 */
size_t quiz_start(struct quiz *quiz, const char *subject, unsigned width, uint64_t seed);

/* The k-th question. The first ones are about the plain verbs and operators, if there are any. */
void quiz_draw(const struct quiz *quiz, uint64_t k, struct quiz_question *question);

/* Writes the question, and what kind of answer is expected. */
void quiz_ask(const struct quiz_question *question, struct text *out);

/* Writes something that helps. */
void quiz_hint(const struct quiz_question *question, struct text *out);

enum quiz_verdict { QUIZ_RIGHT, QUIZ_WRONG, QUIZ_UNCLEAR };

/* Judges the line that was typed. RIGHT: *out says so. WRONG: *out gets the right answer, and the
 * lesson. UNCLEAR: it is no answer, and *out says what was expected. */
enum quiz_verdict quiz_judge(const struct quiz_question *question, const char *line,
                             struct text *out);

#endif
