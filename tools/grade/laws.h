/* laws.h: the laws that a submission is graded against. */
#ifndef BITMILL_GRADE_LAWS_H
#define BITMILL_GRADE_LAWS_H

#include <bitmill/learn/laws/law.h>

struct law {
    const char *name, *verb;
    const char *signature; /* see laws.c */
    unsigned arguments;    /* BMILL_LAW_X_ and so on */
    uint64_t (*want)(const bmill_law_input_ *in);
    bool (*asks)(const bmill_law_input_ *in);
};

/* The law that a function of this name, of `length` letters, is meant for: the name of a law, with
 * or without "my_" or "bmill_" in front and "_u8" to "_u64" at the end. *width becomes that of the
 * name, or 0 if it has none. NULL: it is no such name. */
const struct law *law_of_name(const char *name, size_t length, unsigned *width);

/* How a function of the law is declared, as "uint32_t set_u32(uint32_t x, unsigned i)". Width 0
 * stands for any: "T set(T x, unsigned i)". */
void law_declaration(const struct law *law, unsigned width, char text[120]);

/* The value of one argument: `kind` is a letter of the signature. */
uint64_t law_argument(const bmill_law_input_ *in, char kind);

#endif
