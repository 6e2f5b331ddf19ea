/* commands.h: what can be done with files. Each returns the exit status. */
#ifndef WEBLOG_COMMANDS_H
#define WEBLOG_COMMANDS_H

#include "log.h"
#include "options.h"

int command_generate(const struct options *options); /* weblog generate */
int command_count(const struct options *options);    /* weblog count LOG */
int command_select(const struct options *options);   /* weblog select QUERY LOG */
int command_send(const struct options *options);     /* weblog send LIST */

/* A bitmap, of malloc, of the lines that fit a question; NULL after a complaint, with *status 1, or
 * 2 if the question is wrong. */
unsigned char *ask(const struct weblog *log, const char *question, int *status);

#endif
