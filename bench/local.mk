# The benchmarks: script/bench builds and runs them.

if HAVE_BENCHMARK
EXTRA_PROGRAMS = bench/bench_bits bench/bench_word
endif

bench_bench_bits_SOURCES = \
	bench/bench.h \
	bench/bench_bits.c \
	bench/bits/operations.c \
	bench/buffers.c \
	bench/shim.cc \
	bench/shim.h \
	bench/verify.c \
	bench/works.c
EXTRA_bench_bench_bits_SOURCES = bench/limits.c bench/plain.c $(bench_topics)
bench_bench_bits_CPPFLAGS = $(bench_cppflags)
bench_bench_bits_CXXFLAGS = -Wall -Wextra $(BENCHMARK_CFLAGS)
# The library as an archive, if there is one: else its functions, and not the plain loops, would pay
# for a call into a shared object, which is far away (0.7 ns a call; so the ratio at 64 bytes would
# be that of two ways to link).
bench_bench_bits_LDFLAGS = -static
bench_bench_bits_LDADD = $(bench_optimised) libbitmill.la $(BENCHMARK_LIBS)

bench_bench_word_SOURCES = bench/bench_word.c bench/shim.cc bench/shim.h
bench_bench_word_CPPFLAGS = $(bench_cppflags)
bench_bench_word_CXXFLAGS = $(bench_bench_bits_CXXFLAGS)
bench_bench_word_LDADD = $(BENCHMARK_LIBS)

bench_topics = \
	bench/bits/filter.c \
	bench/bits/index.c \
	bench/bits/interleave.c \
	bench/bits/iterate.c \
	bench/bits/many.c \
	bench/bits/matrix.c \
	bench/bits/move.c \
	bench/bits/pack.c \
	bench/bits/pext.c \
	bench/bits/positional.c \
	bench/bits/random.c \
	bench/bits/range.c \
	bench/bits/search.c \
	bench/bits/select.c \
	bench/bits/ternary.c \
	bench/bits/text.c \
	bench/bits/values.c

# With rules of their own, because -O3 has to come after the -O2 that CFLAGS has.
bench_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/bench
bench_compile = $(AM_V_CC)$(MKDIR_P) bench/bits && $(COMPILE) -I$(top_srcdir)/bench $(BENCH_CFLAGS) -O3
bench_topics_objects = $(bench_topics:.c=.$(OBJEXT))
bench_optimised = bench/limits.$(OBJEXT) bench/plain_O3.$(OBJEXT) bench/plain_native.$(OBJEXT) \
	bench/plain_words.$(OBJEXT) $(bench_topics_objects)
$(bench_optimised): bench/bench.h bench/shim.h $(kernel_headers) \
	$(bitmill_include_HEADERS) $(bits_include_HEADERS) $(word_include_HEADERS)
bench/limits.$(OBJEXT): bench/limits.c
	$(bench_compile) -march=native -c -o $@ $(srcdir)/bench/limits.c
bench/plain_O3.$(OBJEXT): bench/plain.c
	$(bench_compile) -DPLAIN_TABLE=plain_O3 -c -o $@ $(srcdir)/bench/plain.c
bench/plain_native.$(OBJEXT): bench/plain.c
	$(bench_compile) -march=native -DPLAIN_TABLE=plain_native -c -o $@ $(srcdir)/bench/plain.c
bench/plain_words.$(OBJEXT): bench/plain.c
	$(bench_compile) -fno-tree-vectorize -fno-tree-slp-vectorize -DPLAIN_TABLE=plain_words \
		-c -o $@ $(srcdir)/bench/plain.c
$(bench_topics_objects): $(bench_topics)
	$(bench_compile) -march=native -c -o $@ \
		$(srcdir)/`echo $@ | sed 's/[.][^.]*$$/.c/'`

if HAVE_BENCHMARK
bench: bench/bench_bits$(EXEEXT) bench/bench_word$(EXEEXT)
	BUILD=. $(srcdir)/script/bench
else
bench:
	@echo "make bench needs a C++ compiler and google-benchmark 1.7 or newer (Debian: apt-get" >&2
	@echo "install g++ libbenchmark-dev). Install them and run configure again." >&2
	@exit 1
endif
.PHONY: bench
