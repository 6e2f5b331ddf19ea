/* input.h: what play.c wants of input.c besides fuzz.h. */
#ifndef BMILL_TESTS_FUZZ_INPUT_H
#define BMILL_TESTS_FUZZ_INPUT_H

#include "fuzz.h"

/* Draws begin with these bytes, and no memory is placed. */
void begin_input(const unsigned char *bytes, size_t n);
/* Draws what lies around the memory that will be placed. */
void begin_noise(void);
/* Whether all memory is as its twin; if not, says which byte is not. */
bool memory_agrees(char *why, size_t size);
/* Prints where memory was placed, and what is in it. */
void print_placed(bool contents);

#endif
