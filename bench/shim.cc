// shim.cc: see shim.h. The only C++ here, because google-benchmark has no C interface.
#include "shim.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <map>
#include <string>

struct bench_run {
    benchmark::State &state;
    const std::string &name;
    bool begun;
};

// Why, by name. A benchmark that fails does so in every repetition, and is named once.
static std::map<std::string, std::string> failures;

extern "C" void bench_register(const char *name, bench_function *function, void *arg)
{
    std::string copy = name;
    benchmark::RegisterBenchmark(name, [copy, function, arg](benchmark::State &state) {
        bench_run run = {state, copy, false};
        function(&run, arg);
    });
}

// google-benchmark starts its clock when first asked whether to keep running, and stops it when it
// says no. All iterations are asked for as one batch, so that the second answer is no.
extern "C" uint64_t bench_begin(bench_run *run)
{
    benchmark::State &state = run->state;
    run->begun = state.KeepRunningBatch(state.max_iterations);
    return run->begun ? static_cast<uint64_t>(state.max_iterations) : 0;
}

extern "C" void bench_end(bench_run *run, size_t nbytes)
{
    benchmark::State &state = run->state;
    if (!run->begun)
        return;
    state.KeepRunningBatch(state.max_iterations);
    state.SetBytesProcessed(static_cast<int64_t>(nbytes) * state.iterations());
}

extern "C" void bench_fail(bench_run *run, const char *why)
{
    failures[run->name] = why;
    run->state.SkipWithError(why);
}

extern "C" int bench_main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    if (benchmark::RunSpecifiedBenchmarks() == 0)
        return 2;
    for (const auto &failure : failures)
        std::fprintf(stderr, "FAILED: %s: %s\n", failure.first.c_str(), failure.second.c_str());
    return failures.empty() ? 0 : 1;
}
