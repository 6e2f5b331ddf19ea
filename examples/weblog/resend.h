/* resend.h: sends a list to the server, in both ways, and compares them. */
#ifndef WEBLOG_RESEND_H
#define WEBLOG_RESEND_H

#include "list.h"
#include "options.h"

/* Tells what came of it. The result, of malloc, is a bitmap of the list: 1 for what failed again.
 * It is NULL after a complaint: something went wrong, or the two ways or the server do not agree.
 */
unsigned char *resend(const struct list *list, const struct options *options);

#endif
