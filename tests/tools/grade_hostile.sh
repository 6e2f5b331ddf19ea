#!/bin/sh
# grade_hostile.sh: `bitmill grade`: submissions that attack the grader get a clear result and no
# point. They run by each sandbox that works here, bubblewrap first.
. "${srcdir:-.}/tests/tools/grade/graded.sh"

# ---- Hostile ones ----

for file in "$submissions"/hostile_*.c; do
    name=$(basename "$file" .c)
    case $name in hostile_loop) seconds=0.1 ;; *) seconds=2 ;; esac # a busy machine is slow
    graded "$name" 1 --time $seconds --max 20 "$file"
    keeps_wishes "$name" "$file"
    if grep -qE '^0 points$|^total .* 0 of 1$' meta/out; then
        pass
    else
        fail "${name}_gets_no_point" "$(cat meta/out)"
    fi
done

"$bitmill" grade --sandbox seccomp empty >meta/out 2>meta/err
if [ ! -s meta/err ]; then
    for hostile in loop crash exit counter system_call; do
        graded "hostile_${hostile}_in_seccomp" 1 --time 0.5 --sandbox seccomp \
            "$submissions/hostile_$hostile.c"
        keeps_wishes "hostile_${hostile}_in_seccomp" "$submissions/hostile_$hostile.c"
    done
else
    skip 'hostile_in_seccomp' "$(cat meta/err)"
fi

check 'nothing_is_left' 0 '' '' ls tmp

done_testing
