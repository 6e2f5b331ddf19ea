/* survey.h: the languages of many repositories, as bitmaps. */
#ifndef EXAMPLES_LANGUAGES_SURVEY_H
#define EXAMPLES_LANGUAGES_SURVEY_H

#include <stddef.h>

struct language {
    char *name;
    unsigned char *bits; /* bit i: repository i has this language */
    size_t count;
};

/* The languages are sorted: the most frequent first, equally frequent ones by name. */
struct survey {
    struct language *languages;
    size_t nlanguages, nrepositories;
    size_t room; /* for so many repositories the bitmaps have room */
};

/* realloc() that ends the program if there is no memory. */
void *reallocate(void *p, size_t size);

/* Reads a file of lines as record.h describes them; "-" is standard input. Ends the program with a
 * message if it cannot be read or has a wrong line. *survey is all 0 before. */
void survey_read(struct survey *survey, const char *file);
void survey_free(struct survey *survey);

/* How many repositories have languages a and b. */
size_t survey_together(const struct survey *survey, size_t a, size_t b);
/* That, divided by the number of repositories that have a or b: 0 to 1. */
double survey_similarity(const struct survey *survey, size_t a, size_t b);

/* An order of the first n languages in which similar ones are neighbours. */
void survey_order(const struct survey *survey, size_t *order, size_t n);

#endif
