/* files.c: see files.h. */
#include "files.h"
#include <errno.h>
#include <string.h>

int complain(const char *what, const char *why)
{
    fprintf(stderr, "weblog: %s: %s\n", what, why);
    return 1;
}

bool read_file(struct buffer *text, const char *name)
{
    FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
    bool right = file != NULL && buffer_read(text, file);
    if (!right)
        complain(name, strerror(text->failed ? ENOMEM : errno));
    if (file != NULL && file != stdin)
        fclose(file);
    return right;
}

FILE *open_output(const char *name)
{
    FILE *file = name == NULL ? stdout : fopen(name, "wb");
    if (file == NULL)
        complain(name, strerror(errno));
    return file;
}

int close_output(const char *name, FILE *file)
{
    bool failed = ferror(file) != 0;
    if ((file == stdout ? fflush(file) : fclose(file)) != 0)
        failed = true;
    return failed ? complain(name == NULL ? "standard output" : name, strerror(errno)) : 0;
}
