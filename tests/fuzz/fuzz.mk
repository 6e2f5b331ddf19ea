# fuzz.mk: builds and runs the fuzzer; `make fuzz` and `make fuzz-corpus` call it, in the build
# directory, with all variables that are not set here. For GNU make. All that it makes is in fuzz/:
#
#     fuzz/fuzz       the fuzzer: the library with sanitizers and libFuzzer's counters, and tests
#     fuzz/play       the same without libFuzzer (tests/fuzz/replay.c): plays files, packs corpora
#     fuzz/corpus/    the inputs of tests/fuzz/corpus.txt, one a file
#     fuzz/found/     what was found in addition; it stays from one run to the next
#     fuzz/crash-...  an input that fails: fuzz/play repeats it
#
# The library is instrumented, the references are not, so that only what the library does counts as
# new. Three files call much that is inline, and have all of it.

sanitize = -fsanitize=address,undefined -fno-sanitize-recover=all
compile = $(FUZZ_CC) -std=gnu11 -g -I. -I$(srcdir)/include -I$(srcdir)/lib -I$(srcdir)/tests \
	-DBMILL_SRCDIR='"$(srcdir)"' -DBMILL_FUZZ_TABLES -MMD -MP
instrumented = $(compile) -DBMILL_NO_CHECKS -O1 $(sanitize) -fsanitize=fuzzer-no-link

library_objects = $(patsubst %.c,fuzz/%.o,$(filter %.c,$(LIBRARY)))
tests_objects = $(patsubst %.c,fuzz/%.o,$(filter %.c,$(TESTS)))
inline_objects = fuzz/tests/fuzz/iterate.o fuzz/tests/fuzz/matrix.o fuzz/tests/fuzz/range.o
objects = $(library_objects) $(tests_objects)

# Inputs are short, as most of a bitmap comes from a few drawn numbers. Edges without how often each
# was taken: 1.7 times as many inputs a second, and more edges for as many inputs.
run = fuzz/fuzz -max_len=160 -len_control=0 -use_counters=0 -entropic=0 -timeout=60 -detect_leaks=0 \
	-print_funcs=0 -artifact_prefix=fuzz/ $(FUZZ_FLAGS)

fuzz: fuzz/fuzz fuzz/corpus.unpacked
	@mkdir -p fuzz/found
	$(run) -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 fuzz/found fuzz/corpus

# The fewest inputs that reach as much as all that are known do.
fuzz-corpus: fuzz/fuzz fuzz/play fuzz/corpus.unpacked
	@rm -rf fuzz/merged && mkdir -p fuzz/merged fuzz/found
	$(run) -merge=1 fuzz/merged fuzz/corpus fuzz/found
	@grep '^#' $(srcdir)/tests/fuzz/corpus.txt >fuzz/corpus.new
	fuzz/play --pack fuzz/merged/* | LC_ALL=C sort -u >>fuzz/corpus.new
	mv fuzz/corpus.new $(srcdir)/tests/fuzz/corpus.txt

fuzz/corpus.unpacked: $(srcdir)/tests/fuzz/corpus.txt fuzz/play
	@rm -rf fuzz/corpus && mkdir -p fuzz/corpus
	fuzz/play --unpack $< fuzz/corpus
	@touch $@

fuzz/fuzz: $(objects) fuzz/tests/fuzz/target.o
	$(FUZZ_CC) $(sanitize) -fsanitize=fuzzer -o $@ $^
fuzz/play: $(objects) fuzz/tests/fuzz/replay.o
	$(FUZZ_CC) $(sanitize) -fsanitize=fuzzer-no-link -o $@ $^

$(library_objects) $(inline_objects): fuzz/%.o: $(srcdir)/%.c | fuzz/libfuzzer
	@mkdir -p $(@D)
	$(instrumented) $(isa_flags) -c -o $@ $<
$(filter-out $(inline_objects),$(tests_objects)) fuzz/tests/fuzz/replay.o fuzz/tests/fuzz/target.o: \
		fuzz/%.o: $(srcdir)/%.c | fuzz/libfuzzer
	@mkdir -p $(@D)
	$(compile) -O2 -c -o $@ $<
fuzz/lib/dispatch/avx2.o fuzz/lib/dispatch/avx2_slow_pext.o: isa_flags = $(AVX2_CFLAGS)
fuzz/lib/dispatch/avx512.o: isa_flags = $(AVX512_CFLAGS)

# Whether there is a compiler for it.
fuzz/libfuzzer:
	@mkdir -p fuzz
	@echo 'int LLVMFuzzerTestOneInput(const char *p, long n) { return p && n < 0; }' >fuzz/libfuzzer.c
	@$(FUZZ_CC) $(sanitize) -fsanitize=fuzzer -o $@ fuzz/libfuzzer.c 2>fuzz/libfuzzer.log || { \
		cat fuzz/libfuzzer.log >&2; \
		echo "make fuzz needs clang and libFuzzer, and $(FUZZ_CC) does not have them (Debian:" \
		"apt-get install clang libclang-rt-14-dev). Another clang: make fuzz FUZZ_CC=..." >&2; exit 1; }

-include $(patsubst %.o,%.d,$(objects))
.PHONY: fuzz fuzz-corpus
.DELETE_ON_ERROR:
