/* system.c: what the command asks of the system, for POSIX, Windows and WASI: all that differs
 * between these is in this file. */
#define _POSIX_C_SOURCE   200809L
#define _XOPEN_SOURCE     700
#define _FILE_OFFSET_BITS 64
#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#if defined(_WIN32)
#include <io.h>
#include <process.h>
#include <signal.h>
#include <windows.h>
#elif !defined(__wasi__)
#include <signal.h>
#include <sys/mman.h>
#endif

#ifndef __wasi__
/* For signal handlers: prints a message and leaves no file. */
static void end_at_once(const char *said, size_t length)
{
    (void)!write(STDERR_FILENO, said, (unsigned)length);
    output_abandon();
    _exit(failed_status);
}
#endif

/* ---- Windows ---- */

#if defined(_WIN32)

/* Bytes stay as they are; else "\n" would be written as two of them. */
void system_begin(void)
{
    _setmode(STDIN_FILENO, _O_BINARY);
    _setmode(STDOUT_FILENO, _O_BINARY);
    _setmode(STDERR_FILENO, _O_BINARY);
}

double system_seconds(void)
{
    LARGE_INTEGER now, second;
    QueryPerformanceCounter(&now);
    QueryPerformanceFrequency(&second);
    return (double)now.QuadPart / (double)second.QuadPart;
}

uint64_t system_seed(void)
{
    LARGE_INTEGER now;
    QueryPerformanceCounter(&now);
    return ((uint64_t)time(NULL) * 1000003 + (uint64_t)now.QuadPart + (uint64_t)_getpid()) %
           1000000;
}

int open_to_read(const char *name) { return _open(name, _O_RDONLY | _O_BINARY); }

int open_to_write(const char *name, bool empty)
{
    return _open(name, _O_WRONLY | _O_BINARY | (empty ? _O_TRUNC : 0));
}

int above_standard(int fd)
{
    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    int above = above_standard(_dup(fd)), error = errno;
    _close(fd);
    errno = error;
    return above;
}

unsigned char *map_file(int fd, size_t size)
{
    HANDLE file = (HANDLE)_get_osfhandle(fd);
    HANDLE mapping = CreateFileMappingA(file, NULL, PAGE_READONLY, 0, 0, NULL);
    (void)size;
    if (!mapping)
        return NULL;
    unsigned char *map = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
    CloseHandle(mapping); /* the view keeps it */
    return map;
}

void unmap_file(unsigned char *map, size_t size)
{
    (void)size;
    UnmapViewOfFile(map);
}

bool ends_directory(char c) { return c == '/' || c == '\\' || c == ':'; }

char *follow_links(const char *name) { return strdup(name); }

static void on_fatal_signal(int signal)
{
    (void)signal;
    end_at_once("", 0);
}

int create_temporary(char *name, const char *like, char *volatile *created)
{
    (void)like; /* a new file has the access that its directory gives */
    signal(SIGINT, on_fatal_signal);
    signal(SIGTERM, on_fatal_signal);
    signal(SIGBREAK, on_fatal_signal);
    for (int k = 0; k < 10000; k++) {
        snprintf(name + strlen(name) - 6, 7, "%06u",
                 ((unsigned)_getpid() + 9973u * (unsigned)k) % 1000000);
        int fd = _open(name, _O_WRONLY | _O_BINARY | _O_CREAT | _O_EXCL, _S_IREAD | _S_IWRITE);
        if (fd >= 0)
            *created = name;
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

bool synchronise(int fd) { return _commit(fd) == 0 || errno == EBADF || errno == EINVAL; }

bool replace_file(const char *with, const char *path)
{
    if (MoveFileExA(with, path, MOVEFILE_REPLACE_EXISTING))
        return true;
    errno = GetLastError() == ERROR_FILE_NOT_FOUND ? ENOENT : EACCES;
    return false;
}

#else

/* ---- POSIX and WASI ---- */

void system_begin(void) {}

double system_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

uint64_t system_seed(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return ((uint64_t)now.tv_sec * 1000003 + (uint64_t)now.tv_nsec / 1000) % 1000000;
}

int open_to_read(const char *name) { return open(name, O_RDONLY); }

int open_to_write(const char *name, bool empty)
{
    return open(name, O_WRONLY | (empty ? O_TRUNC : 0));
}

bool ends_directory(char c) { return c == '/'; }

char *follow_links(const char *name)
{
    static char target[4096];
    char *path = strdup(name);
    for (int links = 0; path && links < 40; links++) {
        ssize_t length = readlink(path, target, sizeof target - 1);
        if (length < 0)
            return path;
        target[length] = '\0';
        char *next = beside(target[0] == '/' ? "" : path, target);
        free(path);
        path = next;
    }
    free(path);
    errno = path ? ELOOP : ENOMEM;
    return NULL;
}

/* Some kinds of files cannot be synchronised, which is no error. */
bool synchronise(int fd) { return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP; }

bool replace_file(const char *with, const char *path) { return rename(with, path) == 0; }

#ifdef __wasi__

/* ---- WASI: no memory map, no signals, no permissions ---- */

int above_standard(int fd) { return fd; }

unsigned char *map_file(int fd, size_t size) { return (void)fd, (void)size, NULL; }
void unmap_file(unsigned char *map, size_t size) { (void)map, (void)size; }

int create_temporary(char *name, const char *like, char *volatile *created)
{
    (void)like;
    for (int k = 0; k < 100; k++) {
        snprintf(name + strlen(name) - 6, 7, "%06u", (unsigned)system_seed());
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (fd >= 0)
            *created = name;
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

#else

/* ---- POSIX ---- */

/* Reading a map past the end of its file, or where the disk fails, is not an error that a call
 * could return but a signal. */
static void on_sigbus(int signal)
{
    static const char message[] = "bitmill: a file became shorter, or failed, while being read\n";
    (void)signal;
    end_at_once(message, sizeof message - 1);
}

static void catch_sigbus(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_sigbus;
    sigaction(SIGBUS, &action, NULL);
}

int above_standard(int fd)
{
    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    int above = fcntl(fd, F_DUPFD, STDERR_FILENO + 1), error = errno;
    close(fd);
    errno = error;
    return above;
}

unsigned char *map_file(int fd, size_t size)
{
    void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (map == MAP_FAILED)
        return NULL;
    catch_sigbus();
    return map;
}

void unmap_file(unsigned char *map, size_t size) { munmap(map, size); }

static const int fatal_signals[] = {SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM};
enum { NSIGNALS = sizeof fatal_signals / sizeof fatal_signals[0] };

/* The action is the default one again, and ends the process when this returns. */
static void on_fatal_signal(int signal)
{
    output_abandon();
    raise(signal);
}

/* A signal that was ignored from the start, as by nohup, stays ignored. A file that becomes larger
 * than ulimit -f allows shall be an error of write(), not a signal. */
static void catch_signals(void)
{
    struct sigaction action, old;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_fatal_signal;
    action.sa_flags = (int)SA_RESETHAND;
    for (size_t i = 0; i < NSIGNALS; i++)
        if (sigaction(fatal_signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(fatal_signals[i], &action, NULL);
    signal(SIGXFSZ, SIG_IGN);
}

/* The permissions of a new file, or those of the file that is there. The owner can only be kept by
 * root; where it is not, the bits that give a program its owner's rights are dropped. */
static void set_mode(int fd, const char *like)
{
    struct stat old;
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = 0666 & ~mask;
    if (like && stat(like, &old) == 0) {
        bool kept = fchown(fd, old.st_uid, old.st_gid) == 0;
        mode = old.st_mode & (kept ? 07777 : 0777);
    }
    (void)fchmod(fd, mode);
}

int create_temporary(char *name, const char *like, char *volatile *created)
{
    sigset_t all, before;
    catch_signals();
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int fd = mkstemp(name), error = errno;
    if (fd >= 0)
        *created = name;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
    if (fd < 0)
        return fd;
    fd = above_standard(fd);
    set_mode(fd, like);
    return fd;
}

#endif
#endif
