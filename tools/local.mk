# The command bitmill.

bin_PROGRAMS = tools/bitmill
tools_bitmill_SOURCES = \
	tools/bitmill.c \
	tools/compare.c \
	tools/count.c \
	tools/explain.c \
	tools/explain.h \
	tools/explain_bit.c \
	tools/explain_sheet.c \
	tools/explain_word.c \
	tools/input.c \
	tools/isa.c \
	tools/speed.c \
	tools/tool.h
tools_bitmill_CPPFLAGS = -I$(top_srcdir)/include
tools_bitmill_CFLAGS = $(library_cflags)
tools_bitmill_LDADD = libbitmill.la

# The engines behind the teaching commands: they write into a text, and do no input or output.

noinst_LIBRARIES = tools/libengine.a
tools_libengine_a_SOURCES = \
	tools/engine/expr.h \
	tools/engine/lesson.h \
	tools/engine/number.c \
	tools/engine/number.h \
	tools/engine/sheet.c \
	tools/engine/sheet.h \
	tools/engine/text.c \
	tools/engine/text.h \
	tools/engine/verbs.h
tools_libengine_a_CPPFLAGS = -I$(top_srcdir)/include
