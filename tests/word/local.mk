# The word layer by topics. A program _plain is built without what the compiler or the processor has
# built in, one _x86 with the instructions that are helpers of their own.

word_programs = \
	tests/word/arith \
	tests/word/bit \
	tests/word/carryless \
	tests/word/constant \
	tests/word/count \
	tests/word/ends \
	tests/word/enumerate \
	tests/word/field \
	tests/word/laws \
	tests/word/memory \
	tests/word/morton \
	tests/word/permute \
	tests/word/pext \
	tests/word/pow2 \
	tests/word/rank \
	tests/word/variants \
	tests/word/word
word_programs += \
	tests/word/arith_plain \
	tests/word/bit_plain \
	tests/word/carryless_plain \
	tests/word/count_plain \
	tests/word/ends_plain \
	tests/word/enumerate_plain \
	tests/word/field_plain \
	tests/word/laws_plain \
	tests/word/memory_plain \
	tests/word/morton_plain \
	tests/word/permute_plain \
	tests/word/pext_plain \
	tests/word/pow2_plain \
	tests/word/rank_plain \
	tests/word/variants_plain
if WITH_AVX2
word_programs += \
	tests/word/carryless_x86 \
	tests/word/count_x86 \
	tests/word/ends_x86 \
	tests/word/morton_x86 \
	tests/word/pext_x86 \
	tests/word/pow2_x86 \
	tests/word/rank_x86 \
	tests/word/variants_x86
endif

tests_word_laws_SOURCES = tests/word/laws.c $(laws_harness)
# The harness for laws calls the helpers itself, so it is built once for each of the programs.
laws_harness = \
	tests/harness/laws.c \
	tests/harness/laws.h \
	tests/harness/mistakes.c \
	tests/harness/mistakes.h

plain_cflags = $(AM_CFLAGS) -DBMILL_NO_BUILTINS
tests_word_arith_plain_SOURCES = tests/word/arith.c
tests_word_arith_plain_CFLAGS = $(plain_cflags)
tests_word_bit_plain_SOURCES = tests/word/bit.c
tests_word_bit_plain_CFLAGS = $(plain_cflags)
tests_word_carryless_plain_SOURCES = tests/word/carryless.c
tests_word_carryless_plain_CFLAGS = $(plain_cflags)
tests_word_count_plain_SOURCES = tests/word/count.c
tests_word_count_plain_CFLAGS = $(plain_cflags)
tests_word_ends_plain_SOURCES = tests/word/ends.c
tests_word_ends_plain_CFLAGS = $(plain_cflags)
tests_word_enumerate_plain_SOURCES = tests/word/enumerate.c
tests_word_enumerate_plain_CFLAGS = $(plain_cflags)
tests_word_field_plain_SOURCES = tests/word/field.c
tests_word_field_plain_CFLAGS = $(plain_cflags)
tests_word_laws_plain_SOURCES = $(tests_word_laws_SOURCES)
tests_word_laws_plain_CFLAGS = $(plain_cflags)
tests_word_memory_plain_SOURCES = tests/word/memory.c
tests_word_memory_plain_CFLAGS = $(plain_cflags)
tests_word_morton_plain_SOURCES = tests/word/morton.c
tests_word_morton_plain_CFLAGS = $(plain_cflags)
tests_word_permute_plain_SOURCES = tests/word/permute.c
tests_word_permute_plain_CFLAGS = $(plain_cflags)
tests_word_pext_plain_SOURCES = tests/word/pext.c
tests_word_pext_plain_CFLAGS = $(plain_cflags)
tests_word_pow2_plain_SOURCES = tests/word/pow2.c
tests_word_pow2_plain_CFLAGS = $(plain_cflags)
tests_word_rank_plain_SOURCES = tests/word/rank.c
tests_word_rank_plain_CFLAGS = $(plain_cflags)
tests_word_variants_plain_SOURCES = tests/word/variants.c
tests_word_variants_plain_CFLAGS = $(plain_cflags)

x86_cflags = $(AM_CFLAGS) -mbmi -mbmi2 -mlzcnt -mpopcnt -mpclmul
tests_word_carryless_x86_SOURCES = tests/word/carryless.c
tests_word_carryless_x86_CFLAGS = $(x86_cflags)
tests_word_count_x86_SOURCES = tests/word/count.c
tests_word_count_x86_CFLAGS = $(x86_cflags)
tests_word_ends_x86_SOURCES = tests/word/ends.c
tests_word_ends_x86_CFLAGS = $(x86_cflags)
tests_word_morton_x86_SOURCES = tests/word/morton.c
tests_word_morton_x86_CFLAGS = $(x86_cflags)
tests_word_pext_x86_SOURCES = tests/word/pext.c
tests_word_pext_x86_CFLAGS = $(x86_cflags)
tests_word_pow2_x86_SOURCES = tests/word/pow2.c
tests_word_pow2_x86_CFLAGS = $(x86_cflags)
tests_word_rank_x86_SOURCES = tests/word/rank.c
tests_word_rank_x86_CFLAGS = $(x86_cflags)
tests_word_variants_x86_SOURCES = tests/word/variants.c
tests_word_variants_x86_CFLAGS = $(x86_cflags)
