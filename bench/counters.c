/* counters.c: the processor's counters of cycles and instructions, where the system gives them. */
#include "bench.h"

#ifdef __linux__
#include <errno.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int group = -1;

static int open_counter(uint64_t config, int leader)
{
    struct perf_event_attr attributes;
    memset(&attributes, 0, sizeof attributes);
    attributes.size = sizeof attributes;
    attributes.type = PERF_TYPE_HARDWARE;
    attributes.config = config;
    attributes.read_format = PERF_FORMAT_GROUP;
    attributes.disabled = leader < 0;
    attributes.exclude_kernel = 1;
    attributes.exclude_hv = 1;
    return (int)syscall(SYS_perf_event_open, &attributes, 0, -1, leader, 0);
}

bool open_counters(void)
{
    int instructions;
    group = open_counter(PERF_COUNT_HW_CPU_CYCLES, -1);
    instructions = group < 0 ? -1 : open_counter(PERF_COUNT_HW_INSTRUCTIONS, group);
    if (instructions >= 0)
        return true;
    fprintf(stderr, "bench_bits: --counters: this machine counts no cycles: perf_event_open: %s\n",
            strerror(errno));
    return false;
}

bool count_calls(repeat_function *repeat, uint64_t calls, const struct operands *m,
                 const struct walk *walk, double counts[2])
{
    struct {
        uint64_t n, values[2];
    } read_counts = {0, {0, 0}};
    if (group < 0)
        return false;
    ioctl(group, PERF_EVENT_IOC_RESET, PERF_IOC_FLAG_GROUP);
    ioctl(group, PERF_EVENT_IOC_ENABLE, PERF_IOC_FLAG_GROUP);
    repeat(calls, m, walk);
    ioctl(group, PERF_EVENT_IOC_DISABLE, PERF_IOC_FLAG_GROUP);
    if (read(group, &read_counts, sizeof read_counts) != sizeof read_counts || read_counts.n != 2)
        return false;
    for (size_t i = 0; i < 2; i++)
        counts[i] = (double)read_counts.values[i] / (double)calls;
    return true;
}
#else
#include <stdio.h>

bool open_counters(void)
{
    fputs("bench_bits: --counters: cycles are counted on Linux only\n", stderr);
    return false;
}
bool count_calls(repeat_function *repeat, uint64_t calls, const struct operands *m,
                 const struct walk *walk, double counts[2])
{
    return (void)repeat, (void)calls, (void)m, (void)walk, (void)counts, false;
}
#endif
