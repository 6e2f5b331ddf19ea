#!/bin/sh
# documents_fail.sh: documents.sh notices what is wrong in a document. Each document below is
# right, or fails in the line and for the reason that its check names. In them three apostrophes
# stand for the three backquotes of a block.
#
# Run from the build directory. Environment: as for documents.sh.
set -u
srcdir=${srcdir:-.}
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
command -v python3 >/dev/null || {
    echo 'skipped: documents_fail.sh: python3 is not installed'
    echo '0 passed, 0 failed, 1 skipped'
    exit 77
}

# document NAME PATTERN: standard input is a document that must fail with a line that fits PATTERN.
# All of them are run at once, at the end.
document() {
    sed "s/^\( *\)'''/\1\`\`\`/" >"$tmp/$1.md"
    printf '%s %s\n' "$1" "$2" >>"$tmp/documents"
}
# alone NAME STATUS PATTERN: likewise, but run alone: the exit status, and a line.
alone() {
    sed "s/^'''/\`\`\`/" >"$tmp/$1.md"
    "$srcdir/tests/scripts/documents.sh" "$tmp/$1.md" >"$tmp/report" 2>&1
    status=$?
    compare "$1" "exit status $status, expected $2, and" "$3" test $status -eq "$2"
}
# compare NAME WORDS PATTERN COMMAND...: the command succeeds, and $tmp/report has a line.
compare() {
    name=$1 words=$2 pattern=$3
    shift 3
    if "$@" && grep -Eq -e "$pattern" "$tmp/report"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name: $words expected a line '$pattern':"
        sed 's/^/    /' "$tmp/report"
    fi
}

# ---- Alone ----

alone right 0 '^[1-9][0-9]* passed, 0 failed, [0-9]+ skipped' <<'END'
'''text
anything
'''
'''console
$ bitmill law 'x ^ x == 0' --seed 1 | head -n 1
x ^ x == 0
$ printf 'one\n\nthree\n'; echo error >&2; exit 3
one

three
error
[exit status 3]
$ echo two \
> lines >kept
$ cat kept
two lines
$ echo '> no line of a command'
> no line of a command
'''
'''console varies
$ echo '12 ms   at 3.50 GB/s'
7 ms at 1,000.5 GB/s
'''
'''c
static int number = 3;
int main(void)
{
    printf("%d\n", number);
    printf("%u\n", bmill_popcount(7u));
}
'''
'''output
3
3
'''
'''c
int main(void)
{
    printf("%d\n", 4);     /* 4 */
}
'''
'''c file=mine.c
unsigned number_of(uint32_t x) { return bmill_popcount(x); }
'''
'''c body
uint8_t x = 5;
x |= 1u << 1;
'''
'''console
$ head -n 1 mine.c
unsigned number_of(uint32_t x) { return bmill_popcount(x); }
'''
'''c from=lib/tables/ops.def
BMILL_OP(or_all, NONE2, ~(a | b), nor,
         "is every bit 1 in a OR b")
'''
END

alone skipped 0 '^1 passed, 0 failed, 1 skipped' <<'END'
'''console
$ echo 'bitmill: grade: --prove needs z3'; exit 2
proved
$ echo one
one
'''
END

# ---- Output ----

alone wrong_output 1 '^failed: .*wrong_output.md:2: \$ echo one' <<'END'
'''console
$ echo one
two
'''
END
document extra_line '^    \+two' <<'END'
'''console
$ printf 'one\ntwo\n'
one
'''
END
document missing_line '^    -two' <<'END'
'''console
$ printf 'one\n'
one
two
'''
END
document empty_line '^    \+$' <<'END'
'''console
$ printf 'one\n\n'
one
'''
END
document blanks 'blanks.md:2: ' <<'END'
'''console
$ echo 'a  b'
a b
'''
END
document indented_output 'indented_output.md:2: ' <<'END'
'''console
$ echo '  a'
a
'''
END
document number 'number.md:2: ' <<'END'
'''console
$ echo 12
13
'''
END
document second_command 'second_command.md:4: \$ echo three' <<'END'
'''console
$ echo one
one
$ echo three
two
'''
END
document second_block 'second_block.md:7: \$ echo three' <<'END'
'''console
$ echo one
one
'''
text
'''console
$ echo three
'''
END
document varying_words 'varying_words.md:2: ' <<'END'
'''console varies
$ echo '12 ms'
12 s
'''
END
document varying_second_number 'varying_second_number.md:2: ' <<'END'
'''console varies
$ echo '1 2'
1
'''
END
document varying_number_of_numbers 'varying_number_of_numbers.md:2: ' <<'END'
'''console varies
$ echo '12 ms 13'
12 ms
'''
END

# ---- Exit status ----

document status '^    \+\[exit status 3\]' <<'END'
'''console
$ exit 3
'''
END
document wrong_status '^    \+\[exit status 3\]' <<'END'
'''console
$ exit 3
[exit status 2]
'''
END
document no_status '^    -\[exit status 1\]' <<'END'
'''console
$ true
[exit status 1]
'''
END
document signal '^    \+\[exit status 137\]' <<'END'
'''console
$ kill -9 $$
'''
END
document no_command 'not found' <<'END'
'''console
$ bitmil
'''
END

# ---- Blocks ----

document unknown_kind "^failed: .*unknown_kind.md:1: unknown kind of block 'sh'" <<'END'
'''sh
echo
'''
END
document no_kind "unknown kind of block ''" <<'END'
'''
echo
'''
END
document option_misspelt "unknown kind of block 'c File=mine.c'" <<'END'
'''c File=mine.c
int x;
'''
END
document not_closed '^failed: .*not_closed.md:3: the block is not closed' <<'END'
first

'''text
END
document not_closed_before_next ':3: the block of line 1 is not closed' <<'END'
'''text
first
'''console
$ true
'''
END
document indented 'indented.md:2: .*at the beginning of the line' <<'END'
- item
  '''console
  $ true
  '''
END
document lines_before_command "lines_before_command.md:2: 'true'" <<'END'
'''console
true
'''
END
document empty_console 'empty_console.md:1: an empty console' <<'END'
'''console
'''
END
document output_of_nothing 'output_of_nothing.md:1: output: expected after a program' <<'END'
'''output
'''
END
document file_elsewhere "expected a name such as mine.c" <<'END'
'''c file=../mine.c
int x;
'''
END
alone nothing 1 '^0 passed, 0 failed, ' <<'END'
END

# ---- C ----

document does_not_compile 'does_not_compile.md:5:13: error' <<'END'
'''c
int right;
'''
'''c
int wrong = first;
'''
END
document warning 'unused variable' <<'END'
'''c
int f(void) { int x = 1; return 0; }
'''
END
document wrong_statement 'wrong_statement.md:3:6: error' <<'END'
'''c body
uint8_t x = 5;
x |= y;
'''
END
document wrong_file 'wrong_file.md:2:.*error' <<'END'
'''c file=mine.c
unsigned f(uint32_t x) { return x }
'''
END
document wrong_program_output '^    \+4' <<'END'
'''c
int main(void) { printf("%d\n", 4); }
'''
'''output
5
'''
END
document wrong_comment '^    -5' <<'END'
'''c
int main(void)
{
    printf("%d\n", 4); /* 5 */
}
'''
END
document comment_missing '^    \+4' <<'END'
'''c
int main(void) { printf("%d\n", 4); }
'''
END
document status_of_program '^    \+\[exit status 1\]' <<'END'
'''c
int main(void) { return 1; }
'''
END
document noise '^    \+22' <<'END'
'''c
int main(void)
{
    unsigned char bits[3];
    bmill_bits_set(bits, 0);
    printf("%zu\n", bmill_bits_count(bits, 24)); /* 1 */
}
'''
END
document not_in_source 'not_in_source.md:1: this does not stand in lib/tables/ops.def' <<'END'
'''c from=lib/tables/ops.def
BMILL_OP(or_all, NONE2, ~(a & b), nor, "is every bit 1 in a OR b")
'''
END
document not_in_project 'not_in_project.md:1: this does not stand in tests/consumers/cmake/CMakeLists.txt' <<'END'
'''cmake from=tests/consumers/cmake/CMakeLists.txt
find_package(bitmill OPTIONAL)
'''
END
document no_source 'no_source.md:1: lib/tables/nothing.def: No such file' <<'END'
'''c from=lib/tables/nothing.def
BMILL_OP
'''
END

# ---- All that fail ----

set --
while read -r name pattern; do set -- "$@" "$tmp/$name.md"; done <"$tmp/documents"
"$srcdir/tests/scripts/documents.sh" "$@" >"$tmp/all" 2>&1
while read -r name pattern; do
    awk -v begins="failed: $tmp/$name.md:" '!/^ / { inside = index($0, begins) == 1 } inside' \
        "$tmp/all" >"$tmp/report"
    compare "$name" '' "$pattern" true
done <"$tmp/documents"
[ $passed -gt 30 ] || cat "$tmp/all"

# ---- --update writes what was printed, and nothing else ----

sed "s/^'''/\`\`\`/" >"$tmp/update.md" <<'END'
'''console
$ echo one
two
three
$ echo four
'''
'''c
int main(void) { printf("%d\n", 4); }
'''
'''output
5
'''
END
sed '3d; s/^three$/one/; s/^5$/4/' "$tmp/update.md" |
    awk '{ print } /^\$ echo four/ { print "four" }' >"$tmp/updated"
"$srcdir/tests/scripts/documents.sh" --update "$tmp/update.md" >"$tmp/report" 2>&1
if diff "$tmp/updated" "$tmp/update.md" >"$tmp/diff"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo 'failed: --update:'
    cat "$tmp/diff" "$tmp/report"
fi

echo "$passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
