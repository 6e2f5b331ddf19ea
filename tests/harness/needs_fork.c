/* needs_fork.c: in place of a program that makes child processes, where there is no fork. */
#include "runner.h"

int main(void) { skip_program("all of it", "needs fork, which this system does not have"); }
