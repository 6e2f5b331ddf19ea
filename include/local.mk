# The public headers, a list for each folder.

include_HEADERS = include/bitmill.h

bitmill_includedir = $(includedir)/bitmill
bitmill_include_HEADERS = \
	include/bitmill/bits.h \
	include/bitmill/config.h \
	include/bitmill/isa.h \
	include/bitmill/namespace.h \
	include/bitmill/word.h

bits_includedir = $(includedir)/bitmill/bits
bits_include_HEADERS = \
	include/bitmill/bits/atomic.h \
	include/bitmill/bits/bit.h \
	include/bitmill/bits/check.h \
	include/bitmill/bits/compare.h \
	include/bitmill/bits/count.h \
	include/bitmill/bits/filter.h \
	include/bitmill/bits/find.h \
	include/bitmill/bits/index.h \
	include/bitmill/bits/inline.h \
	include/bitmill/bits/interleave.h \
	include/bitmill/bits/iterate.h \
	include/bitmill/bits/logic.h \
	include/bitmill/bits/many.h \
	include/bitmill/bits/matrix.h \
	include/bitmill/bits/move.h \
	include/bitmill/bits/pack.h \
	include/bitmill/bits/pext.h \
	include/bitmill/bits/positional.h \
	include/bitmill/bits/random.h \
	include/bitmill/bits/range.h \
	include/bitmill/bits/search.h \
	include/bitmill/bits/select.h \
	include/bitmill/bits/small.h \
	include/bitmill/bits/ternary.h \
	include/bitmill/bits/test.h \
	include/bitmill/bits/text.h \
	include/bitmill/bits/values.h


word_includedir = $(includedir)/bitmill/word
word_include_HEADERS = \
	include/bitmill/word/arith.h \
	include/bitmill/word/bit.h \
	include/bitmill/word/builtins.h \
	include/bitmill/word/carryless.h \
	include/bitmill/word/constant.h \
	include/bitmill/word/count.h \
	include/bitmill/word/ends.h \
	include/bitmill/word/enumerate.h \
	include/bitmill/word/field.h \
	include/bitmill/word/generic.h \
	include/bitmill/word/memory.h \
	include/bitmill/word/morton.h \
	include/bitmill/word/msvc.h \
	include/bitmill/word/permute.h \
	include/bitmill/word/pext.h \
	include/bitmill/word/pow2.h \
	include/bitmill/word/rank.h

# What teaches and tests: <bitmill.h> has none of it.
learn_includedir = $(includedir)/bitmill/learn
learn_include_HEADERS = \
	include/bitmill/learn/laws.h \
	include/bitmill/learn/variants.h

learn_laws_includedir = $(includedir)/bitmill/learn/laws
learn_laws_include_HEADERS = \
	include/bitmill/learn/laws/arith.h \
	include/bitmill/learn/laws/bit.h \
	include/bitmill/learn/laws/carryless.h \
	include/bitmill/learn/laws/count.h \
	include/bitmill/learn/laws/ends.h \
	include/bitmill/learn/laws/enumerate.h \
	include/bitmill/learn/laws/field.h \
	include/bitmill/learn/laws/law.h \
	include/bitmill/learn/laws/morton.h \
	include/bitmill/learn/laws/permute.h \
	include/bitmill/learn/laws/pext.h \
	include/bitmill/learn/laws/pow2.h \
	include/bitmill/learn/laws/rank.h \
	include/bitmill/learn/laws/search.h

learn_variants_includedir = $(includedir)/bitmill/learn/variants
learn_variants_include_HEADERS = \
	include/bitmill/learn/variants/clz.h \
	include/bitmill/learn/variants/ctz.h \
	include/bitmill/learn/variants/modify.h \
	include/bitmill/learn/variants/morton.h \
	include/bitmill/learn/variants/parity.h \
	include/bitmill/learn/variants/popcount.h \
	include/bitmill/learn/variants/pow2.h \
	include/bitmill/learn/variants/reverse.h \
	include/bitmill/learn/variants/select.h
