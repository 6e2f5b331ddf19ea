#!/bin/sh
# course.sh: the exercises and the pictures of the course. Each exercise gets no point as it is
# handed out, and all with its solution in tests/course, by the rules that its chapter gives to
# `bitmill grade`; proofs agree. The pictures are those that docs/course/pictures.sh makes, and
# chapters show them. (documents.sh tries what stands in the chapters.)
. "${srcdir:-.}/tests/tools/grade/graded.sh"
course=$source_dir/docs/course

# ---- Exercises ----

# functions FILE: the names of the functions that are graded.
functions() { "$bitmill" grade --json --seed 1 "$1" | grep -o '"name": "[a-z0-9_]*"' | sort; }

exercises=0
for exercise in "$course"/exercises/*.c; do
    chapter=$(basename "$exercise" .c)
    exercises=$((exercises + 1))
    solution=$source_dir/tests/course/$chapter.c
    rules=$(sed -n "s/^\$ bitmill grade --seed 1 \(.*\) $chapter\.c.*/\1/p" "$course/$chapter.md")
    functions "$exercise" >meta/asked
    count=$(wc -l <meta/asked)
    check "${chapter}_has_functions" 0 '' '' test "$count" -ge 4
    functions "$solution" >meta/solved
    check "${chapter}_is_solved" 0 '' '' diff meta/asked meta/solved
    # shellcheck disable=SC2086 # words
    graded "${chapter}_as_handed_out" 1 $rules "$exercise"
    says "${chapter}_as_handed_out" "0 of $count"
    # shellcheck disable=SC2086
    graded "${chapter}_solved" 0 $rules "$solution"
    says "${chapter}_solved" "$count of $count"
    # shellcheck disable=SC2086
    "$bitmill" grade --seed 1 --prove $rules "$solution" >meta/proofs 2>meta/err
    case $(cat meta/err) in
    *'grade: --prove needs '*) skip "${chapter}_proved" "$(cat meta/err)" ;;
    *) check "${chapter}_proved" 0 "$count" '' grep -c ' is proved for all inputs' meta/proofs ;;
    esac
done
check 'exercises_of_three_chapters' 0 '' '' test $exercises -ge 3

# ---- Pictures ----

mkdir pictures
check 'pictures' 0 '' '' env BITMILL="$bitmill" "$course/pictures.sh" pictures
check 'pictures_are_up_to_date' 0 '' '' diff -rq "$course/pictures" pictures
for picture in pictures/*; do
    grep -qF "]($picture)" "$course"/*.md && pass || fail "$picture" 'no chapter shows it'
done

done_testing
