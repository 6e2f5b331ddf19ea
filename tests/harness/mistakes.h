/* mistakes.h: functions with the bugs that people make, against the laws of laws.h. */
#ifndef BMILL_TESTS_MISTAKES_H
#define BMILL_TESTS_MISTAKES_H

#include "runner.h"

/* Tests that each is refuted with its least input, and that right functions of other kinds than
 * ours are not. */
void add_mistakes(TCase *tcase);

#endif
