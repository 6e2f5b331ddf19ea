#!/bin/sh
# languages.sh: the programs of examples/languages. What they count is compared with plain counts of
# the same file, by awk and by python3; what is drawn, with the probabilities that the generator
# states; the picture, with the numbers, and with the one that the repository shows. Wrong lines and
# arguments give the message written here.
#
# Environment: srcdir; EXAMPLES is where the programs are (default ./examples).
set -eu
LC_ALL=C
export LC_ALL
srcdir=${srcdir:-.}
. "$srcdir/tests/scripts/counted.sh"
here=$srcdir/examples/languages
languages=${EXAMPLES:-./examples}/languages/languages
make_repositories=${EXAMPLES:-./examples}/languages/make_repositories
tab=$(printf '\t')

"$make_repositories" 100000 1 >"$tmp/repositories.jsonl"
"$languages" --svg "$tmp/map.svg" "$tmp/repositories.jsonl" >"$tmp/tables"
"$languages" --pairs "$tmp/repositories.jsonl" >"$tmp/pairs"

# ---- What the documents say ----

says_what_it_prints() {
    sed -n '/^ \* Prints, /,/^ \*\/$/p' "$here/languages.c" | sed '1d; $d; s/^ \*   //; s/^ \*$//' |
        diff - "$tmp/tables" && [ "$(wc -l <"$tmp/tables")" = 42 ]
}
check 'the head of languages.c says what it prints' says_what_it_prints
check 'the gallery has a link' grep -qF '](../examples/languages/languages.c)' "$srcdir/docs/gallery.md"
check 'jaccard.svg is what the program draws' cmp "$here/jaccard.svg" "$tmp/map.svg"
same_again() {
    "$make_repositories" 100000 1 | cmp - "$tmp/repositories.jsonl" &&
        ! "$make_repositories" 100000 2 | cmp -s - "$tmp/repositories.jsonl"
}
check 'a seed gives the same lines again, another one others' same_again

# ---- Plain counts ----

# The pairs as lines "a b both either jaccard", a before b in the alphabet, sorted.
sorted_pairs() {
    awk -F "$tab" -v OFS="$tab" '{ if ($1 > $2) { t = $1; $1 = $2; $2 = t } print }' | sort
}
# Of a file of lines as the generator writes them, where no language has an escape.
count_by_awk() {
    sed 's/.*","languages":\[//; s/]}$//; s/"//g' "$1" | awk -F , -v OFS="$tab" '
        { for (i = 1; i <= NF; i++) { one[$i]++; for (j = 1; j <= NF; j++) two[$i, $j]++ } }
        END {
            for (a in one) for (b in one) if (a < b) {
                both = two[a, b] + 0; either = one[a] + one[b] - both
                print a, b, both, either, sprintf("%.6f", both / either)
            }
            for (a in one) print a, one[a] >singles
        }' singles="$tmp/singles" | sort
}
pairs_by_awk() {
    count_by_awk "$tmp/repositories.jsonl" >"$tmp/awk" && sorted_pairs <"$tmp/pairs" | diff "$tmp/awk" -
}
check 'pairs are those of a plain count by awk' pairs_by_awk
all_pairs() { [ "$(wc -l <"$tmp/pairs")" = 153 ]; }
check 'there is a line for each pair' all_pairs

# The table of frequencies as lines "language repositories".
frequencies() {
    awk -v OFS="$tab" '
        NR > 3 && !NF { exit }
        NR > 3 { name = substr($0, 1, 18); sub(/ *$/, "", name); print name, substr($0, 19, 13) + 0 }'
}
singles_by_awk() {
    frequencies <"$tmp/tables" | sort >"$tmp/frequencies" && sort "$tmp/singles" | diff - "$tmp/frequencies"
}
check 'frequencies are those of a plain count by awk' singles_by_awk

cat >"$tmp/count.py" <<'END'
import collections, itertools, json, sys
one, two = collections.Counter(), collections.Counter()
for line in open(sys.argv[1], encoding="utf-8"):
    languages = sorted(set(json.loads(line)["languages"]))
    one.update(languages)
    two.update(itertools.combinations(languages, 2))
for a, b in itertools.combinations(sorted(one), 2):
    either = one[a] + one[b] - two[a, b]
    print(a, b, two[a, b], either, "%.6f" % (two[a, b] / either), sep="\t")
END
pairs_by_python() {
    python3 "$tmp/count.py" "$tmp/repositories.jsonl" | sort >"$tmp/python" &&
        sorted_pairs <"$tmp/pairs" | diff "$tmp/python" -
}
if installed python3 'pairs by python3'; then
    check 'pairs are those that python3 counts' pairs_by_python
fi

# ---- The stated probabilities ----

# Of a million repositories each count is within five standard deviations of what is expected. One
# 256th more or less of a main language would be eight.
"$make_repositories" --expected >"$tmp/expected"
as_expected() {
    "$make_repositories" 1000000 "$1" >"$tmp/million"
    { "$languages" "$tmp/million" | frequencies; "$languages" --pairs "$tmp/million" | cut -f 1-3; } >"$tmp/counted"
    awk -F "$tab" '
        NR == FNR { n[NF == 2 ? $1 : $1 FS $2] = $NF; n[NF == 2 ? $1 : $2 FS $1] = $NF; next }
        {
            key = NF == 2 ? $1 : $1 FS $2; p = $NF; compared++
            away = n[key] - 1e6 * p; limit = 5 * sqrt(1e6 * p * (1 - p))
            if (!(key in n) || away > limit || -away > limit) {
                print key ": " n[key] " of a million, expected " 1e6 * p " +- " limit; bad = 1
            }
        }
        END { exit bad || compared != 18 + 153 }' "$tmp/counted" "$tmp/expected"
}
check 'frequencies and pairs are as stated, seed 1' as_expected 1
check 'frequencies and pairs are as stated, seed 20' as_expected 20
rm -f "$tmp/million"

# ---- The picture ----

cat >"$tmp/picture.py" <<'END'
import sys, xml.etree.ElementTree as tree
svg = "{http://www.w3.org/2000/svg}"
root = tree.parse(sys.argv[1]).getroot()
assert root.find(svg + "title").text and root.find(svg + "desc").text
assert root.get("role") == "img" and "prefers-color-scheme: dark" in root.find(svg + "style").text
width, height = float(root.get("width")), float(root.get("height"))
for element in root.iter():
    assert 0 <= float(element.get("x", 0)) <= width - float(element.get("width", 0)), element.attrib
    assert 0 <= float(element.get("y", 0)) <= height - float(element.get("height", 0)), element.attrib
want = {}
for line in open(sys.argv[2], encoding="utf-8"):
    a, b, _, _, jaccard = line.rstrip("\n").split("\t")
    want[frozenset((a, b))] = float(jaccard)
most = max(want.values())
got = {}
for cell in root.iter(svg + "g"):
    names, value = cell.find(svg + "title").text.rsplit(": ", 1)
    pair = frozenset(names.split(", "))
    got[pair] = float(value.rstrip(" %")) / 100
    assert abs(float(cell.find(svg + "rect").get("fill-opacity")) - want[pair] / most) < 0.001, names
    assert abs(float(cell.find(svg + "text").text) - 100 * want[pair]) < 0.501, names
assert got.keys() == want.keys()
assert all(abs(got[pair] - want[pair]) < 0.000501 for pair in want)
END
hostile_names() {
    cat >"$tmp/hostile.jsonl" <<'END'
{"name":"x","languages":["<&>","\"quoted\"","'","]]>"]}
{"name":"y","languages":["<&>","\u00e9","\"quoted\""]}
{"name":"z","languages":["\ud83d\ude80","<&>"]}
END
    "$languages" --pairs --svg "$tmp/hostile.svg" "$tmp/hostile.jsonl" >"$tmp/hostile" &&
        python3 "$tmp/picture.py" "$tmp/hostile.svg" "$tmp/hostile"
}
if installed python3 'the picture'; then
    check 'the picture is XML, and shows each pair' python3 "$tmp/picture.py" "$tmp/map.svg" "$tmp/pairs"
    check 'names that XML would misread' hostile_names
fi

# ---- Lines ----

# prints OUT COMMAND...: the command prints this and nothing else.
prints() {
    printf '%s\n' "$1" >"$tmp/want"
    shift
    "$@" >"$tmp/got" 2>&1 && diff "$tmp/want" "$tmp/got"
}
# fails STATUS ERR COMMAND...
fails() {
    status=0
    printf '%s\n' "$2" >"$tmp/want"
    want=$1
    shift 2
    "$@" >"$tmp/out" 2>"$tmp/got" || status=$?
    diff "$tmp/want" "$tmp/got" && [ "$status" = "$want" ] && [ ! -s "$tmp/out" ]
}
# wrong LINE COLUMN EXPECTED FOUND: this line after a right one is refused so.
wrong() {
    printf '%s\n' '{"name":"right","languages":[]}' >"$tmp/wrong"
    printf '%s\n' "$1" >>"$tmp/wrong"
    fails 1 "languages: $tmp/wrong:2:$2: expected $3, found $4" "$languages" --pairs "$tmp/wrong"
}
refused() { check "refused: $1" wrong "$@"; }

cat >"$tmp/right.jsonl" <<'END'
{"name":"","languages":["C","C++"]}
 { "name" : "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude80" , "languages" : [ "C\u002b\u002B" , "\u0043" , "C" ] }	
{"name":"n","languages":[]}
{"name":"n","languages":["naïve","C\/\\\""]}
END
check 'escapes, blanks, twice the same, no language' prints "C${tab}C++${tab}2${tab}2${tab}1.000000
C${tab}C/\\\"${tab}0${tab}3${tab}0.000000
C${tab}naïve${tab}0${tab}3${tab}0.000000
C++${tab}C/\\\"${tab}0${tab}3${tab}0.000000
C++${tab}naïve${tab}0${tab}3${tab}0.000000
C/\\\"${tab}naïve${tab}1${tab}1${tab}1.000000" "$languages" --pairs "$tmp/right.jsonl"
cat >"$tmp/same.jsonl" <<'END'
{"name":"raw","languages":["é","€","鿿","􏿽","丽"]}
{"name":"escaped","languages":["\u00e9","\u20Ac","\u9fff","\udbff\udffd","\ud87e\udc00"]}
END
same_languages() { [ "$("$languages" --pairs "$tmp/same.jsonl" | grep -c "${tab}2${tab}2${tab}1.000000\$")" = 10 ]; }
check 'an escape and the character are the same language' same_languages
without_newline() { printf '{"name":"n","languages":["C","D"]}' | "$languages" --pairs -; }
check 'the last line may lack its newline' prints "C${tab}D${tab}1${tab}1${tab}1.000000" without_newline
printf '%s\n' '{"name":"a","languages":["Ada","B"]}' \
    '{"name":"b","languages":["Lua"]}' '{"name":"c","languages":["B"]}' >"$tmp/alone.jsonl"
check 'a language alone' prints '3 repositories, 3 languages

language           repositories    share  most often together with
B                             2   66.7 %  Ada (1)
Ada                           1   33.3 %  B (1)
Lua                           1   33.3 %  none

Jaccard similarity in %
                        1   2
 1 B
 2 Ada                 50
 3 Lua                  0   0' "$languages" "$tmp/alone.jsonl"
check 'an empty file has no pairs' prints '0 repositories, 0 languages

language           repositories    share  most often together with' "$languages" /dev/null

character='a character after \u, neither 0 nor one half of a surrogate pair'
language='a language of at least one character, without control characters'
refused '' 1 "'{'" 'the end of the line'
refused '[]' 1 "'{'" "'['"
refused '{"nome":"x","languages":[]}' 2 'the key "name"' "'\"'"
refused '{"name" "x","languages":[]}' 9 "':' after a key" "'\"'"
refused '{"name":7,"languages":[]}' 9 'a name in quotes' "'7'"
refused '{"name":"x"}' 12 "',' after the name" "'}'"
refused '{"name":"x","stars":7}' 13 'the key "languages"' "'\"'"
refused '{"name":"x","languages":"C"}' 25 "'[' before the languages" "'\"'"
refused '{"name":"x","languages":["C",]}' 30 'a language in quotes' "']'"
refused '{"name":"x","languages":["C" "D"]}' 30 "',' or ']' after a language" "'\"'"
refused '{"name":"x","languages":["C"' 29 "',' or ']' after a language" 'the end of the line'
refused '{"name":"x","languages":["C"]' 30 "'}'" 'the end of the line'
refused '{"name":"x","languages":["C"]},' 31 "nothing after '}'" "','"
refused '{"name":"x","languages":[""]}' 26 "$language" "'\"'"
refused '{"name":"x","languages":["\u0007"]}' 26 "$language" "'\"'"
refused '{"name":"x","languages":["\uffff"]}' 26 "$language" "'\"'"
refused '{"name":"x' 11 "'\"' at the end of the string" 'the end of the line'
refused '{"name":"\x","languages":[]}' 11 'one of " \ / b f n r t u after \' "'x'"
refused '{"name":"\u12g4","languages":[]}' 14 'four hexadecimal digits after \u' "'g'"
refused '{"name":"\u0000","languages":[]}' 12 "$character" "'0'"
refused '{"name":"\ud83dx","languages":[]}' 12 "$character" "'d'"
refused '{"name":"\ud83d\u0041","languages":[]}' 12 "$character" "'d'"
refused '{"name":"\ude80","languages":[]}' 12 "$character" "'d'"
refused "{\"name\":\"a${tab}b\",\"languages\":[]}" 11 'no control character in a string, but an escape' 'the byte 0x09'
refused "$(printf '{"name":"\303(","languages":[]}')" 10 UTF-8 'the byte 0xc3'
refused "$(printf '{"name":"\355\240\200","languages":[]}')" 10 UTF-8 'the byte 0xed'
refused "$(printf '{"name":"\301\277","languages":[]}')" 10 UTF-8 'the byte 0xc1'
refused "$(printf '{"name":"\340\237\277","languages":[]}')" 10 UTF-8 'the byte 0xe0'
refused "$(printf '{"name":"\360\217\277\277","languages":[]}')" 10 UTF-8 'the byte 0xf0'
refused "$(printf '{"name":"\364\220\200\200","languages":[]}')" 10 UTF-8 'the byte 0xf4'
refused "$(printf '{"name":"\365\200\200\200","languages":[]}')" 10 UTF-8 'the byte 0xf5'
refused "$(printf '{"name":"\302","languages":[]}')" 10 UTF-8 'the byte 0xc2'
refused '{"name":"\ud800\ue000","languages":[]}' 12 "$character" "'d'"
refused "$(printf '{"name":"\300\200","languages":[]}')" 10 UTF-8 'the byte 0xc0'
many_languages() { # COUNT
    awk -v n="$1" 'BEGIN {
        printf "{\"name\":\"x\",\"languages\":["
        for (i = 1; i <= n; i++) printf "%s\"l%03d\"", (i > 1 ? "," : ""), i
        print "]}" }'
}
two_hundred() { many_languages 200 >"$tmp/many" && "$languages" --pairs "$tmp/many" | [ "$(wc -l)" = 19900 ]; }
check '200 languages in a line' two_hundred
check '201 languages in a line' wrong "$(many_languages 201)" 1426 "']': no line may have so many languages" "'\"'"

# Lines with a few bytes changed are accepted or refused as python's parser says.
cat >"$tmp/mutate.py" <<'END'
import json, random, subprocess, sys
draw = random.Random(7)
right = [b'{"name":"a\\u00e9\\ud83d\\ude80b, and \xe2\x82\xac \\"or\\" \\/\\n some text","languages":["Objective C","C\\u002b","\xc3\xa9\xf0\x9f\x9a\x80"]}',
         b'{"name":"\\"\\\\\\/\\b ...................","languages":["C++ and more","HTML","CSS","JavaScript"]}',
         b'{ "name" : "x" , "languages" : [ ] }']
some = [bytes([byte]) for byte in range(256) if byte != 10] + [b'"', b'\\', b',', b']', b'}', b' ', b'\\u', b'\\ud800'] * 8 + [b'x', b'C', b'\xc3\xa9', b'\\n', b'\\u00e9'] * 80

def printable(text):
    return text and all(ord(c) >= 0x20 and not 0x7f <= ord(c) < 0xa0 and ord(c) not in (0xfffe, 0xffff) for c in text)

def accepted(line):
    try:
        pairs = json.loads(line.decode("utf-8"), object_pairs_hook=list)
    except ValueError:
        return False
    if not isinstance(pairs, list) or [p[0] if isinstance(p, tuple) else 0 for p in pairs] != ["name", "languages"]:
        return False
    name, languages = pairs[0][1], pairs[1][1]
    if not isinstance(name, str) or not isinstance(languages, list) or not all(isinstance(x, str) for x in languages):
        return False
    surrogates = any(0xd800 <= ord(c) < 0xe000 for text in [name] + languages for c in text)
    return not surrogates and "\0" not in name and all(map(printable, languages))

counts = [0, 0]
for _ in range(300):
    line = bytearray(draw.choice(right))
    for _ in range(draw.choice([1, 1, 1, 2])):
        at = draw.randrange(len(line))
        line[at:at + draw.randrange(3)] = draw.choice(some)
    run = subprocess.run([sys.argv[1], "--pairs", "-"], input=bytes(line), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    want = accepted(bytes(line))
    if run.returncode != (0 if want else 1):
        sys.exit("%r: exit status %d, %s by python: %r" % (bytes(line), run.returncode, want, run.stderr))
    counts[want] += 1
print(counts)
assert min(counts) > 40
END
if installed python3 'lines with changed bytes'; then
    check 'lines with changed bytes are accepted as python does' python3 "$tmp/mutate.py" "$languages"
fi

# ---- Arguments ----

usage='expected [--pairs | --speed] [--svg PICTURE] FILE'
check 'no file' fails 2 "languages: no file, $usage" "$languages"
check 'unknown option' fails 2 "languages: unknown option --map, $usage" "$languages" --map x
check 'two files' fails 2 "languages: a second file, b, $usage" "$languages" a b
check 'no picture' fails 2 "languages: no file after --svg, $usage" "$languages" --svg
check 'two kinds of output' fails 2 "languages: both --pairs and --speed, $usage" "$languages" --pairs --speed x
check 'no such file' fails 1 "languages: $tmp/none: No such file or directory" "$languages" "$tmp/none"
check 'no such directory' fails 1 "languages: $tmp/none/x: No such file or directory" \
    "$languages" --svg "$tmp/none/x" "$tmp/right.jsonl"
check 'a count that is none' fails 2 "make_repositories: COUNT '-1': expected a number from 0 to 100000000" \
    "$make_repositories" -1 1
check 'a seed that is too large' fails 2 \
    "make_repositories: SEED '18446744073709551616': expected a number from 0 to 18446744073709551615" \
    "$make_repositories" 1 18446744073709551616
check 'one argument' fails 2 'make_repositories: 1 arguments, expected COUNT SEED or --expected' "$make_repositories" 1
full_disk() { ! "$languages" "$tmp/right.jsonl" >/dev/full; }
check 'a full disk' full_disk
# It compares the three ways, and fails if they differ.
speed() { "$languages" --speed "$tmp/repositories.jsonl" | [ "$(grep -c ' [1-9][0-9.]*$')" = 3 ]; }
check 'three ways count the same' speed

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
