/* lessons.c: the list of all lessons. */
#include "lesson.h"

extern const struct lesson lessons_bit[];
extern const struct lesson lessons_field[];
extern const struct lesson lessons_memory[];
extern const struct lesson lessons_operators[];

const struct lesson *const lesson_topics[] = {
    lessons_bit, lessons_field, lessons_memory, lessons_operators, NULL,
};
