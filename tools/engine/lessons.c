/* lessons.c: the list of all lessons. */
#include "lesson.h"

extern const struct lesson lessons_bit[];

const struct lesson *const lesson_topics[] = {
    lessons_bit,
    NULL,
};
