/* lessons.c: the list of all lessons. */
#include "lesson.h"

extern const struct lesson lessons_bit[];
extern const struct lesson lessons_count[];
extern const struct lesson lessons_ends[];
extern const struct lesson lessons_field[];
extern const struct lesson lessons_memory[];
extern const struct lesson lessons_operators[];
extern const struct lesson lessons_pow2[];

const struct lesson *const lesson_topics[] = {
    lessons_bit,    lessons_count,     lessons_ends, lessons_field,
    lessons_memory, lessons_operators, lessons_pow2, NULL,
};
