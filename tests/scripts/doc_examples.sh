#!/bin/sh
# doc_examples.sh: the examples in the comments of the word layer are true, with builtins and
# without; and every public comment has one. Closes with "N passed, N failed, N skipped".
# An example is a line that begins with "Example:": claims, after statements if it needs some, each
# with a semicolon:
#
#     bmill_log2_ceil_u8(6) == 3, bmill_log2_ceil_u8(8) == 3
#     uint8_t x = 6; bmill_test_and_set_u8(&x, 0) is false and x is 7
# In constant.h, claims of the form BMILL_C_<NAME>(...) == number in short comments count as well.
#
# Environment: CC, srcdir.
set -eu
include=${srcdir:-.}/include
least=132 # the number of claims, so that a pattern below that does not fit cannot lose any
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT INT TERM
failed=0 passed=0

# The claims as calls of CLAIM, each example in a block of its own. Examples that cannot be read are
# reported on lines that begin with "failed".
cat >"$tmp/claims.awk" <<'AWK'
function where() { return FILENAME ":" FNR }
function unreadable(why) { printf "failed: %s: %s\n", where(), why > failures }
function claim(text) {
    if (match(text, / is /))
        text = "(" substr(text, 1, RSTART - 1) ") == (" substr(text, RSTART + RLENGTH) ")"
    else if (text !~ /[^=!<>]==[^=]/)
        unreadable("no claim: " text)
    printf " CLAIM(\"%s\", %s);", where(), text
}
# At the commas that stand in no parentheses.
function claims(text,    i, c, depth, begin) {
    gsub(/ is still /, " is ", text)
    gsub(/ and /, ", ", text)
    begin = 1
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        depth += (c == "(") - (c == ")")
        if (c == "," && depth == 0) {
            claim(substr(text, begin, i - begin))
            begin = i + 2
        }
    }
    claim(substr(text, begin))
}
FNR == 1 { constants = FILENAME ~ /constant\.h$/ }
# A comment of one line belongs to the family above it; a file has no example.
/^\/\*\*/ { example = 0; public = !constants && !/\*\/$/ && !/@file/ }
/Example:/ {
    example = 1
    if ($0 !~ /^ \* Example: /) {
        unreadable("an example is a line of its own")
        next
    }
    text = substr($0, length(" * Example: ") + 1)
    at = match(text, /.*; /) ? RLENGTH : 0
    printf "    { %s", substr(text, 1, at)
    claims(substr(text, at + 1))
    print " }"
    next
}
constants {
    text = $0
    while (match(text, /BMILL_C_[A-Z0-9_]+\([^()]*\) == [0-9a-fx]+/)) {
        found = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        printf "    {"
        claim(found)
        print " }"
    }
}
/^ \*\/$/ {
    if (public && !example)
        unreadable("the comment above gives no example")
    public = 0
}
AWK
: >"$tmp/failures"
(cd "$include" && awk -v failures="$tmp/failures" -f "$tmp/claims.awk" bitmill/word/*.h) \
    >"$tmp/claims"
{
    cat <<'C'
#include <bitmill/word.h>
#include <stdio.h>

static int passed, failed;
static void claim(bool holds, const char *where, const char *text)
{
    passed += holds;
    failed += !holds;
    if (!holds)
        printf("failed: %s: not true: %s\n", where, text);
}
#define CLAIM(where, ...) claim((__VA_ARGS__), where, #__VA_ARGS__)

int main(void)
{
C
    cat "$tmp/claims"
    cat <<'C'
    printf("%d %d\n", passed, failed);
    return 0;
}
C
} >"$tmp/examples.c"

cat "$tmp/failures"
failed=$(wc -l <"$tmp/failures")
for flags in -O1 '-O1 -DBMILL_NO_BUILTINS'; do
    if ! ${CC:-cc} -std=c11 $flags -I"$include" "$tmp/examples.c" -o "$tmp/examples" \
        2>"$tmp/log"; then
        echo "failed: the examples do not compile with $flags:"
        head -20 "$tmp/log" | sed 's/^/    /'
        failed=$((failed + 1))
        continue
    fi
    "$tmp/examples" >"$tmp/out"
    sed '$d' "$tmp/out"
    set -- $(tail -n 1 "$tmp/out")
    passed=$((passed + $1)) failed=$((failed + $2))
    if [ $(($1 + $2)) -lt "$least" ]; then
        echo "failed: $(($1 + $2)) claims in bitmill/word/*.h, expected at least $least"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
