#!/bin/sh
# quiz.sh: `bitmill quiz`: what it asks, how it judges, and its score.
. "${srcdir:-.}/tests/tools/tool.sh"

# quiz NAME STATUS SCORE ANSWERS ARGUMENTS...: with these lines of answers the quiz exits with
# STATUS, and its last line is the score.
quiz() {
    name=$1 status=$2 score=$3 answers=$4
    shift 4
    text "$answers" | "$bitmill" quiz "$@" >meta/out 2>meta/err
    got=$?
    if [ $got = "$status" ] && [ "$(tail -n 1 meta/out)" = "Score: $score." ] && [ ! -s meta/err ]
    then pass; else fail "$name" "exit status $got, expected $status and 'Score: $score.'
$(cat meta/out meta/err)"; fi
}

# says NAME LINE...: the last quiz printed each line.
says() {
    name=$1
    shift
    for line; do
        grep -Fxq -e "$line" meta/out || fail "$name" "no line: $line
$(cat meta/out)"
    done
    pass
}

# asked SUBJECT ARGUMENTS...: the operands of all questions, "x 180" on a line.
asked() {
    yes 0 2>/dev/null | "$bitmill" quiz "$@" |
        sed -n 's/^   \([a-z]*\) = \([0-9][0-9]*\)\( = 0b[01]*\)\{0,1\}$/\1 \2/p'
}

# ---- Right answers, worked out here from what was asked ----

asked set --seed 5 -n 12 | awk '
    $1 == "x" { x = $2 }
    $1 == "i" { place = 2 ^ $2; print int(x / place) % 2 ? x : x + place }' >set.answers
[ "$(wc -l <set.answers)" = 12 ] && pass || fail 'quiz_asks_twelve' "$(cat set.answers)"
quiz 'quiz_set' 0 '12 right, 0 wrong' "$(cat set.answers)" set --seed 5 -n 12

asked popcount --seed 5 -n 12 | awk '
    { for (n = 0; $2 > 0; $2 = int($2 / 2)) n += $2 % 2; print n }' >popcount.answers
quiz 'quiz_popcount' 0 '12 right, 0 wrong' "$(cat popcount.answers)" popcount --seed 5 -n 12

# The same in binary, in hexadecimal, with the sign, and as all digits: each is read.
asked not --seed 6 -n 1 | awk '
    { y = 255 - $2
      printf "0x%x\n", y
      for (k = 128; k >= 1; k /= 2) bits = bits int(y / k) % 2
      print bits; print "0b" bits; print substr(bits, 1, 4) " " substr(bits, 5)
      print y < 128 ? y : y - 256 }' >not.answers
while read -r answer; do
    quiz "quiz_reads '$answer'" 0 '1 right, 0 wrong' "$answer" not --seed 6 -n 1
done <not.answers

asked is_even --seed 9 -n 6 | awk '{ print $2 % 2 ? "no" : "true" }' >even.answers
quiz 'quiz_truth' 0 '6 right, 0 wrong' "$(cat even.answers)" is-even --seed 9 -n 6

# -x, where 0 has the sign 0: as a signed number or as the byte that it is.
asked sign --seed 4 -n 6 | awk '{ print $2 == 0 ? 0 : $2 < 128 ? 1 : NR % 2 ? -1 : 255 }' >signs
quiz 'quiz_signed' 0 '6 right, 0 wrong' "$(cat signs)" sign --seed 4 -n 6

# ---- Wrong answers, hints, and what is no answer ----

right=$(sed -n 1p set.answers)
quiz 'quiz_wrong' 1 '0 right, 1 wrong' "$(((right + 1) % 256))" set --seed 5 -n 1
says 'quiz_wrong_explains' "   No: it is $right."
grep -q "your answer" meta/out && grep -q '^1\. ' meta/out && pass ||
    fail 'quiz_wrong_has_the_lesson' "$(cat meta/out)"
quiz 'quiz_wrong_in_the_top_bit' 1 '0 right, 1 wrong' "$(((right + 128) % 256))" set --seed 5 -n 1
quiz 'quiz_seven_digits_are_decimal' 0 '1 right, 0 wrong' "1010101
$right" set --seed 5 -n 1
says 'quiz_seven_digits_do_not_fit' "   '1010101' does not fit 8 bits: expected -128 to 255"
quiz 'quiz_hint' 0 '1 right (1 with a hint), 0 wrong' "?
$right" set --seed 5 -n 1
quiz 'quiz_no_answer_is_asked_again' 0 '1 right, 0 wrong' "abc
300
-129

$right" set --seed 5 -n 1
says 'quiz_no_answer' "   '300' does not fit 8 bits: expected -128 to 255" \
    "   '-129' does not fit 8 bits: expected -128 to 255"
quiz 'quiz_control_characters' 1 '0 right, 0 wrong, 1 not answered' \
    "$(printf 'a\033[31m')" set --seed 5 -n 1
grep -q "$(printf '\033')" meta/out && fail 'quiz_escapes' "$(cat meta/out)" || pass

# ---- The end ----

quiz 'quiz_end_of_input' 1 '1 right, 0 wrong, 2 not answered' "$right" set --seed 5 -n 3
quiz 'quiz_q' 1 '1 right, 0 wrong, 2 not answered' "$right
q
$right" set --seed 5 --questions=3
quiz 'quiz_nothing' 1 '0 right, 0 wrong, 10 not answered' '' --seed 5

# ---- Seeds, widths, subjects ----

once=$(yes 0 2>/dev/null | "$bitmill" quiz bit --seed 77)
again=$(yes 0 2>/dev/null | "$bitmill" quiz bit --seed 77)
other=$(yes 0 2>/dev/null | "$bitmill" quiz bit --seed 78)
[ "$once" = "$again" ] && [ "$once" != "$other" ] && pass || fail 'quiz_seed' 'seeds do not repeat'
for width in 8 16 32 64; do
    { yes 1 2>/dev/null | head -n 400; } |
        "$bitmill" quiz --width $width --seed 3 -n 150 >meta/out 2>meta/err
    got=$?
    if [ $got = 1 ] && ! too_wide <meta/out >meta/wide && grep -q "^[0-9]* of 150: .* ($width bits)" meta/out &&
        ! grep -q 'is wrong\|works out' meta/out && [ ! -s meta/err ]
    then pass; else fail "quiz_width_$width" "exit status $got
$(head -n 3 meta/wide)
$(cat meta/err)"; fi
done
# Without a subject, the first questions are about the verbs to begin with, and none of the first
# twenty is about one of the hard ones.
yes 0 2>/dev/null | "$bitmill" quiz --seed 11 -n 60 | sed -n 's/^[0-9]* of 60: \([a-z0-9_]*\) .*/\1/p' >verbs
[ "$(sed 5q verbs | grep -cxE 'set|clear|flip|modify|is_set|and|or|xor|not')" = 5 ] &&
    ! sed 20q verbs | grep -qE 'checked|test_and|morton|clmul|bit_' &&
    sed 1,20d verbs | grep -qE '_' && pass || fail 'quiz_begins_with_the_plain_verbs' "$(cat verbs)"
usage_error 'quiz_unknown' "bitmill: quiz: unknown subject 'popcnt': did you mean popcount?" quiz popcnt
usage_error 'quiz_memory' "bitmill: quiz: 'load_le' reads or writes memory: expected a subject whose \
answers are numbers" quiz load_le
usage_error 'quiz_missing_width' "bitmill: quiz: 'transpose8x8' has no form of that width: expected 64 \
bits" quiz transpose8x8
usage_error 'quiz_width' "bitmill: quiz: --width '9': expected 8, 16, 32 or 64" quiz --width 9
usage_error 'quiz_questions' "bitmill: quiz: --questions '0' is out of range: expected 1 to 1000000" \
    quiz --questions 0
if [ -c /dev/full ]; then
    check 'quiz_full_disk' 1 '' 'bitmill: standard output: write error' full quiz --seed 1 </dev/null
else
    skip 'quiz_full_disk' 'no /dev/full here'
fi

done_testing
