# The fuzzer, and a program of `make check` that plays what it has found.

fuzz_sources = \
	tests/fuzz/find.c \
	tests/fuzz/fuzz.h \
	tests/fuzz/input.c \
	tests/fuzz/input.h \
	tests/fuzz/iterate.c \
	tests/fuzz/lists.c \
	tests/fuzz/logic.c \
	tests/fuzz/many.c \
	tests/fuzz/matrix.c \
	tests/fuzz/move.c \
	tests/fuzz/play.c \
	tests/fuzz/range.c \
	tests/fuzz/text.c \
	tests/fuzz/values.c \
	tests/fuzz/word.c
fuzz_harness = tests/harness/ops.c tests/harness/pages.c tests/harness/reference.c
EXTRA_DIST += \
	tests/fuzz/bugs.txt \
	tests/fuzz/corpus.txt \
	tests/fuzz/fuzz.mk \
	tests/fuzz/target.c

tests_fuzz_replay_SOURCES = tests/fuzz/replay.c $(fuzz_sources)
tests_fuzz_replay_CPPFLAGS = $(AM_CPPFLAGS) -DBMILL_SRCDIR='"$(abs_srcdir)"'
tests_fuzz_replay_LDADD = tests/libharness.a libbitmill.la $(ATOMIC_LIBS)

# Inputs made by libFuzzer, for FUZZ_SECONDS, beginning with those of tests/fuzz/corpus.txt; all that
# is made is in fuzz/ of the build directory. fuzz-corpus then makes corpus.txt anew, with what was
# found. FUZZ_CC is a clang, FUZZ_FLAGS are for libFuzzer. See tests/fuzz/fuzz.mk.
FUZZ_CC = clang
FUZZ_SECONDS = 60
FUZZ_FLAGS =
fuzz fuzz-corpus:
	$(MAKE) -f $(srcdir)/tests/fuzz/fuzz.mk srcdir='$(srcdir)' FUZZ_CC='$(FUZZ_CC)' \
		FUZZ_SECONDS='$(FUZZ_SECONDS)' FUZZ_FLAGS='$(FUZZ_FLAGS)' \
		AVX2_CFLAGS='$(AVX2_CFLAGS)' AVX512_CFLAGS='$(AVX512_CFLAGS)' \
		LIBRARY='$(libbitmill_la_SOURCES) $(kernel_sets)' TESTS='$(fuzz_sources) $(fuzz_harness)' $@
clean-local:
	rm -rf fuzz
.PHONY: fuzz fuzz-corpus
