# runner.awk: files of C as arrays of their lines: runner.c becomes runner_lines, and so on.
FNR == 1 {
    if (NR > 1) print "    NULL};"
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\..*/, "", name)
    print "static const char *const " name "_lines[] = {"
}
{
    gsub(/\\/, "&&")
    gsub(/"/, "\\\\&")
    print "    \"" $0 "\","
}
END { print "    NULL};" }
