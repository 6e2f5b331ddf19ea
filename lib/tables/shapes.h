/* shapes.h: the shapes of operations. A shape is what ops.def means by MAP2: result type,
 * parameters, arguments to pass them on with, and whether to return.
 *
 *   MAP    dst becomes the expression
 *   WITH   dst becomes the expression; number of 1 bits in it
 *   COUNT  number of 1 bits in the expression
 *   ANY    whether the expression has a 1 bit
 *   NONE   whether it has none
 *   FIND   position of its first 1 bit, nbits if none
 *   LAST   position of its last 1 bit, nbits if none
 *
 * The digit is the number of input bitmaps.
 */
#ifndef BMILL_SHAPES_H
#define BMILL_SHAPES_H

#define BMILL_RESULT_MAP1 void
#define BMILL_PARAMS_MAP1 void *dst, const void *a, size_t nbits
#define BMILL_ARGS_MAP1   dst, a, nbits
#define BMILL_RETURN_MAP1 /* nothing to return */

#define BMILL_RESULT_MAP2 void
#define BMILL_PARAMS_MAP2 void *dst, const void *a, const void *b, size_t nbits
#define BMILL_ARGS_MAP2   dst, a, b, nbits
#define BMILL_RETURN_MAP2 /* nothing to return */

#define BMILL_RESULT_WITH2 size_t
#define BMILL_PARAMS_WITH2 BMILL_PARAMS_MAP2
#define BMILL_ARGS_WITH2   BMILL_ARGS_MAP2
#define BMILL_RETURN_WITH2 return

#define BMILL_RESULT_COUNT1 size_t
#define BMILL_PARAMS_COUNT1 const void *a, size_t nbits
#define BMILL_ARGS_COUNT1   a, nbits
#define BMILL_RETURN_COUNT1 return

#define BMILL_RESULT_COUNT2 size_t
#define BMILL_PARAMS_COUNT2 const void *a, const void *b, size_t nbits
#define BMILL_ARGS_COUNT2   a, b, nbits
#define BMILL_RETURN_COUNT2 return

#define BMILL_RESULT_ANY1 bool
#define BMILL_PARAMS_ANY1 BMILL_PARAMS_COUNT1
#define BMILL_ARGS_ANY1   BMILL_ARGS_COUNT1
#define BMILL_RETURN_ANY1 return

#define BMILL_RESULT_ANY2 bool
#define BMILL_PARAMS_ANY2 BMILL_PARAMS_COUNT2
#define BMILL_ARGS_ANY2   BMILL_ARGS_COUNT2
#define BMILL_RETURN_ANY2 return

#define BMILL_RESULT_NONE1 bool
#define BMILL_PARAMS_NONE1 BMILL_PARAMS_COUNT1
#define BMILL_ARGS_NONE1   BMILL_ARGS_COUNT1
#define BMILL_RETURN_NONE1 return

#define BMILL_RESULT_NONE2 bool
#define BMILL_PARAMS_NONE2 BMILL_PARAMS_COUNT2
#define BMILL_ARGS_NONE2   BMILL_ARGS_COUNT2
#define BMILL_RETURN_NONE2 return

#define BMILL_RESULT_FIND1 size_t
#define BMILL_PARAMS_FIND1 BMILL_PARAMS_COUNT1
#define BMILL_ARGS_FIND1   BMILL_ARGS_COUNT1
#define BMILL_RETURN_FIND1 return

#define BMILL_RESULT_FIND2 size_t
#define BMILL_PARAMS_FIND2 BMILL_PARAMS_COUNT2
#define BMILL_ARGS_FIND2   BMILL_ARGS_COUNT2
#define BMILL_RETURN_FIND2 return

#define BMILL_RESULT_LAST1 size_t
#define BMILL_PARAMS_LAST1 BMILL_PARAMS_COUNT1
#define BMILL_ARGS_LAST1   BMILL_ARGS_COUNT1
#define BMILL_RETURN_LAST1 return

#define BMILL_RESULT_LAST2 size_t
#define BMILL_PARAMS_LAST2 BMILL_PARAMS_COUNT2
#define BMILL_ARGS_LAST2   BMILL_ARGS_COUNT2
#define BMILL_RETURN_LAST2 return

#endif
