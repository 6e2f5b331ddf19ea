/* lessons.c: the list of all lessons. */
#include "lesson.h"

extern const struct lesson lessons_arith[];
extern const struct lesson lessons_bit[];
extern const struct lesson lessons_carryless[];
extern const struct lesson lessons_count[];
extern const struct lesson lessons_ends[];
extern const struct lesson lessons_enumerate[];
extern const struct lesson lessons_field[];
extern const struct lesson lessons_memory[];
extern const struct lesson lessons_morton[];
extern const struct lesson lessons_operators[];
extern const struct lesson lessons_permute[];
extern const struct lesson lessons_pext[];
extern const struct lesson lessons_pow2[];
extern const struct lesson lessons_rank[];

const struct lesson *const lesson_topics[] = {
    lessons_arith,     lessons_bit,   lessons_carryless, lessons_count,  lessons_ends,
    lessons_enumerate, lessons_field, lessons_memory,    lessons_morton, lessons_operators,
    lessons_permute,   lessons_pext,  lessons_pow2,      lessons_rank,   NULL,
};
