#!/usr/bin/env python3
"""bench/report.py: tables, pictures and comparisons of what bench_bits measured.

  assemble FILE LINES ...   FILE: a result, made of what --json wrote, of one or several builds; the
                            context is read from standard input, lines "name: value"
  table FILE                operation by size: GB/s, times that bitmill is faster than the best other,
                            its name, and the part of the limit that bitmill reaches; < slower, ~ draw
  losing FILE               the cells in which bitmill is below 0.97 of the best other
  plots FILE DIRECTORY      SVG and PNG: for each operation size against GB/s, and a map of all ratios
  compare A B               which winners differ, and which ratios do, by a rank test
  google FILE               the same as google-benchmark's JSON, for its compare.py
  page FILE                  docs/benchmarks.md: the machine, a table, all cells that lose and why
  readme FILE                the lines of README.md: between "<!-- script/bench publish -->" and "<!-- end -->"
  publish FILE TREE          writes both into the tree, and puts the result and its pictures into results/
  agree FILE TREE            fails if one of them says something else than the result
  check FILE                whether the context is whole, and each cell has something to compare with

script/bench calls it. A result is JSON: a context, and a list of cells, one a line, with the ns of each
pass for each contender.

Exit status: 0; 1 if a check or a picture failed; 2 for misuse.
"""
import json
import math
import os
import re
import statistics
import subprocess
import sys

LOSES = 0.97


def fail(text, status=2):
    print("report.py: " + text, file=sys.stderr)
    sys.exit(status)


def is_limit(name):
    return name.startswith("limit")


def key_of(cell):
    return (cell["isa"], cell["operation"], cell["offset"], cell["density"], cell["latency"], cell["bytes"])


def quartiles(values):
    ordered = sorted(values)
    n = len(ordered)
    return ordered[(n - 1) // 4], ordered[n - 1 - (n - 1) // 4]


class Cell:
    """All that was measured of one cell: of one build of the program, or of several."""

    def __init__(self, line):
        self.key = key_of(line)
        self.counted = line["counted"]
        self.ns = {}
        self.ratios = {}  # times that bitmill is faster, in each pass
        self.add(line)

    def add(self, line):
        ours = line["ns"]["bitmill"]
        for name, ns in line["ns"].items():
            self.ns.setdefault(name, []).extend(ns)
            self.ratios.setdefault(name, []).extend(x / y for x, y in zip(ns, ours))

    def gb_per_s(self, name="bitmill"):
        return self.counted / statistics.median(self.ns[name])

    def ratio(self, name):
        return statistics.median(self.ratios[name])

    def spread(self, name):
        low, high = quartiles(self.ratios[name])
        return (high - low) / 2

    def best(self):
        """The fastest other one, or None."""
        others = [name for name in self.ns if name != "bitmill" and not is_limit(name)]
        return min(others, key=self.ratio) if others else None

    def of_limit(self):
        """The part of what the machine allows, or None."""
        limits = [self.ratio(name) for name in self.ns if is_limit(name)]
        return min(limits) if limits else None

    def winner(self):
        """bitmill, the best other, or draw: 1 lies within the spread."""
        best = self.best()
        if best is None:
            return "bitmill"
        ratio, spread = self.ratio(best), self.spread(best)
        if abs(ratio - 1) <= spread:
            return "draw"
        return "bitmill" if ratio > 1 else best

    def mark(self):
        best = self.best()
        if best is None:
            return ""
        return ("<" if self.ratio(best) < LOSES else "") + ("~" if self.winner() == "draw" else "")


def read(path):
    try:
        with open(path) as file:
            result = json.load(file)
    except (OSError, ValueError) as error:
        fail(f"{path}: {error}: expected a result of script/bench")
    cells = {}
    for line in result["cells"]:
        key = key_of(line)
        if any(ns <= 0 for values in line["ns"].values() for ns in values):
            fail(f"{path}: {row_name(key)} at {size_name(key[5])} has a time of 0", 1)
        if key in cells:
            cells[key].add(line)
        else:
            cells[key] = Cell(line)
    return result["context"], cells


def size_name(n):
    for unit, factor in (("MiB", 1 << 20), ("KiB", 1 << 10)):
        if n >= factor and n % factor == 0:
            return f"{n // factor} {unit}"
    return f"{n} B"


def row_name(key):
    isa, operation, offset, density, latency, _ = key
    notes = [x for x in (density, "" if offset == "aligned" else f"one {offset} off", "latency" if latency else "") if x]
    return operation + (f" ({', '.join(notes)})" if notes else "")


def short(x):
    return f"{x:.0f}" if x >= 99.95 else f"{x:.1f}" if x >= 9.995 else f"{x:.2f}"


# ---- assemble ----


def assemble(path, *parts):
    context = {}
    for line in sys.stdin:
        name, _, value = line.rstrip("\n").partition(": ")
        context[name] = value
    lines = []
    for part in parts:
        with open(part) as file:
            lines += [line.rstrip("\n") for line in file]
    if not lines:
        fail("nothing was measured", 1)
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as file:
        file.write('{"context": ' + json.dumps(context, indent=1) + ',\n"cells": [\n')
        file.write(",\n".join(lines) + "\n]}\n")


# ---- tables ----


def summary(cells):
    compared = [cell for cell in cells if cell.best()]
    losing = [cell for cell in compared if cell.ratio(cell.best()) < LOSES]
    draws = [cell for cell in compared if cell.winner() == "draw"]
    lost = [cell for cell in losing if cell.winner() != "draw"]
    mean = math.exp(statistics.fmean(math.log(cell.ratio(cell.best())) for cell in compared)) if compared else 1
    return (f"{len(compared)} cells: bitmill is {mean:.2f} times as fast as the best other in the geometric mean; "
            f"{len(lost)} cells are below {LOSES}, {len(draws)} are draws")


def table(path):
    context, cells = read(path)
    for name, value in context.items():
        print(f"{name:<12}{value}")
    isas = list(dict.fromkeys(key[0] for key in cells))
    for isa in isas:
        mine = {key: cell for key, cell in cells.items() if key[0] == isa}
        sizes = sorted({key[5] for key in mine})
        rows = {}
        for key, cell in mine.items():
            rows.setdefault(row_name(key), {})[key[5]] = cell
        width = max(len(name) for name in rows) + 2
        print(f"\n{isa}: GB/s, times faster than the best other (< slower, ~ draw); its name, part of the limit")
        print(" " * width + "".join(f"{size_name(size):>14}  " for size in sizes).rstrip())
        for name, row in rows.items():
            above, below = "", ""
            for size in sizes:
                cell = row.get(size)
                if not cell:
                    above, below = above + " " * 16, below + " " * 16
                    continue
                best, limit = cell.best(), cell.of_limit()
                ratio = f"{short(cell.ratio(best))}{cell.mark()}" if best else ""
                above += f"{short(cell.gb_per_s()):>6} {ratio:<9}"
                below += f"{best or '':>10} {f'{100 * limit:.0f}%' if limit else '':<5}"
            print(f"{name:<{width}}{above}".rstrip())
            print(f"{'':<{width}}{below}".rstrip())
        print(f"\n{isa}: {summary(mine.values())}")


def losing(path):
    _, cells = read(path)
    chosen = [cell for cell in cells.values() if cell.best() and cell.ratio(cell.best()) < LOSES]
    for cell in sorted(chosen, key=lambda cell: cell.ratio(cell.best())):
        best, limit = cell.best(), cell.of_limit()
        print(f"{cell.key[0]:<9}{row_name(cell.key):<36}{size_name(cell.key[5]):>8}"
              f"{statistics.median(cell.ns['bitmill']):>13.2f} ns  {best:<12}"
              f"{statistics.median(cell.ns[best]):>13.2f} ns  {cell.ratio(best):.2f} +-{cell.spread(best):.2f}"
              f"{f'  {100 * limit:.0f}% of the limit' if limit else ''}"
              f"{'  draw' if cell.winner() == 'draw' else ''}")
    print(summary(cells.values()))


# ---- compare: two runs ----


def rank_test(x, y):
    """The probability that such a difference is chance (Mann and Whitney, by the normal distribution)."""
    both = sorted((value, side) for side, values in enumerate((x, y)) for value in values)
    rank_sum, ties, i = 0.0, 0, 0
    while i < len(both):
        k = i
        while k < len(both) and both[k][0] == both[i][0]:
            k += 1
        rank_sum += sum((i + k + 1) / 2 for value, side in both[i:k] if side == 0)
        ties += (k - i) ** 3 - (k - i)
        i = k
    n, m = len(x), len(y)
    if n < 3 or m < 3:
        return 1.0
    mean, total = n * (n + m + 1) / 2, n + m
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    if variance <= 0:
        return 1.0
    z = max(abs(rank_sum - mean) - 0.5, 0) / math.sqrt(variance)
    return math.erfc(z / math.sqrt(2))


def compare(path_a, path_b):
    _, a = read(path_a)
    _, b = read(path_b)
    common = [key for key in a if key in b and a[key].best() and b[key].best()]
    if not common:
        fail("the two results have no cell in common", 1)
    flips, decided, others, changed = [], 0, 0, []
    for key in common:
        winners = a[key].winner(), b[key].winner()
        if "draw" not in winners:
            decided += 1
            if (winners[0] == "bitmill") != (winners[1] == "bitmill"):
                flips.append((key, winners))
            elif winners[0] != winners[1]:
                others += 1
        best = a[key].best()
        if best in b[key].ratios:
            x, y = a[key].ratios[best], b[key].ratios[best]
            change = statistics.median(y) / statistics.median(x)
            chance = rank_test(x, y)
            if chance < 0.01 and abs(math.log(change)) > math.log(1.05):
                changed.append((change, key, best, chance))
    print(f"{len(common)} cells in both; {decided} are no draw in either, and in {len(flips)} of these bitmill wins only once: "
          f"{100 * (1 - len(flips) / max(decided, 1)):.1f} % agree. In {others} it loses twice, to another one each time.")
    for key, winners in flips:
        print(f"  {key[0]:<9}{row_name(key):<36}{size_name(key[5]):>8}  {winners[0]}, then {winners[1]}")
    print(f"{len(changed)} cells whose ratio to the best other changed by more than 5 %, and by chance in fewer than 1 of "
          "100 cases (rank test over the passes):")
    for change, key, best, chance in sorted(changed):
        print(f"  {key[0]:<9}{row_name(key):<36}{size_name(key[5]):>8}  to {best:<12}"
              f"{a[key].ratio(best):6.2f} -> {b[key].ratio(best):6.2f}  {change:5.2f} times  p {chance:.4f}")


def google(path):
    context, cells = read(path)
    benchmarks = []
    for key, cell in cells.items():
        for name, ns in cell.ns.items():
            title = f"{key[0]}/{row_name(key)}/{key[5]}/{name}".replace(" ", "_")
            for i, value in enumerate(ns):
                benchmarks.append({"name": title, "run_name": title, "run_type": "iteration", "repetitions": len(ns),
                                   "repetition_index": i, "threads": 1, "iterations": 1, "real_time": value,
                                   "cpu_time": value, "time_unit": "ns"})
    json.dump({"context": context, "benchmarks": benchmarks}, sys.stdout)


# ---- plots ----

COLOURS = {"bitmill": "#d62728", "gcc": "#1f77b4", "clang-19": "#2ca02c", "gcc-blocks": "#aec7e8", "clang-19-blocks": "#98df8a", "highway": "#9467bd", "gmp": "#8c564b",
           "croaring": "#e377c2", "glibc": "#ff7f0e", "boost": "#bcbd22", "std-bitset": "#17becf",
           "std-vector": "#7f7f7f", "m4ri": "#000000"}


def gnuplot(script):
    try:
        subprocess.run(["gnuplot"], input=script, text=True, check=True)
    except FileNotFoundError:
        fail("plots need gnuplot (Debian: gnuplot-nox)", 1)
    except subprocess.CalledProcessError:
        fail("gnuplot failed", 1)


def terminals(path, width, height):
    """The two files of a picture, each with its terminal."""
    return ((f"set terminal svg size {width},{height} font 'sans,12' background 'white'\nset output '{path}.svg'\n"),
            (f"set terminal pngcairo size {width},{height} font 'sans,11'\nset output '{path}.png'\n"))


def caches(context):
    return [(name, int(size)) for name, size in re.findall(r"(L\d) (\d+)", context.get("caches", ""))]


def plot_operation(context, path, title, row):
    """Size against GB/s, a line for each contender; where it has more than one size."""
    names = [name for name in dict.fromkeys(name for cell in row.values() for name in cell.ns) if not is_limit(name)]
    data, lines = "", []
    limits = [(size, cell.gb_per_s() * 1 / cell.of_limit()) for size, cell in sorted(row.items()) if cell.of_limit()]
    if limits:
        data += "$limit << EOD\n" + "".join(f"{size} {speed}\n" for size, speed in limits) + "EOD\n"
        lines.append("$limit using 1:2 with lines dashtype 2 linecolor rgb '#aaaaaa' title 'limit'")
    for i, name in enumerate(names):
        points = [(size, cell.gb_per_s(name)) for size, cell in sorted(row.items()) if name in cell.ns]
        data += f"$d{i} << EOD\n" + "".join(f"{size} {speed}\n" for size, speed in points) + "EOD\n"
        lines.append(f"$d{i} using 1:2 with linespoints pointsize 0.5 linewidth {3 if name == 'bitmill' else 1.5} "
                     f"linecolor rgb '{COLOURS.get(name, '#444444')}' title '{name}'")
    marks = "".join(f"set arrow from {size}, graph 0 to {size}, graph 1 nohead dashtype 3 linecolor rgb '#888888'\n"
                    f"set label '{name}' at {size}, graph 0.97 offset 0.3,0\n" for name, size in caches(context))
    for terminal in terminals(path, 800, 480):
        gnuplot(f"{terminal}{data}set title '{title}' noenhanced\nset logscale x 2\nset logscale y\n{marks}"
                "set xlabel 'bytes'\nset ylabel 'GB/s'\nset key outside noenhanced\nset grid\n"
                "set format x '%.0b %BB'\n" + "plot " + ", ".join(lines) + "\n")


def plot_map(path, isa, cells):
    """A heat map: operations by sizes, the ratio to the best other."""
    rows = list(dict.fromkeys(row_name(key) for key in cells))
    sizes = sorted({key[5] for key in cells})
    values = {(row_name(key), key[5]): math.log2(cell.ratio(cell.best())) for key, cell in cells.items() if cell.best()}
    data = "$map << EOD\n"
    for i, name in enumerate(rows):
        for k, size in enumerate(sizes):
            data += f"{k} {i} {values.get((name, size), 'NaN')}\n"
    data += "EOD\n"
    y = ", ".join(f"'{name}' {i}" for i, name in enumerate(rows))
    x = ", ".join(f"'{size_name(size)}' {i}" for i, size in enumerate(sizes))
    for terminal in terminals(path, 400 + 40 * len(sizes), 120 + 13 * len(rows)):
        gnuplot(f"{terminal}{data}set title '{isa}: times faster than the best other' noenhanced\n"
                f"set ytics ({y}) noenhanced font ',8'\nset xtics ({x}) rotate font ',8'\n"
                f"set yrange [{len(rows) - 0.5}:-0.5]\nset xrange [-0.5:{len(sizes) - 0.5}]\n"
                "set cbrange [-2:2]\nset cbtics ('1/4' -2, '1/2' -1, '1' 0, '2' 1, '4' 2)\n"
                "set palette defined (-2 '#b2182b', -0.05 '#fddbc7', 0 '#ffffff', 0.05 '#d1e5f0', 2 '#2166ac')\n"
                "plot $map using 1:2:3 with image notitle\n")


def plots(path, directory):
    context, cells = read(path)
    os.makedirs(directory, exist_ok=True)
    pictures = 0
    for isa in dict.fromkeys(key[0] for key in cells):
        mine = {key: cell for key, cell in cells.items() if key[0] == isa}
        rows = {}
        for key, cell in mine.items():
            rows.setdefault(row_name(key), {})[key[5]] = cell
        for name, row in rows.items():
            if len(row) > 2:
                file = re.sub(r"[^a-z0-9]+", "-", f"{isa} {name}".lower()).strip("-")
                plot_operation(context, os.path.join(directory, file), f"{name}, {isa}", row)
                pictures += 1
        plot_map(os.path.join(directory, f"map-{isa}"), isa, mine)
        pictures += 1
    print(f"{pictures} pictures, as SVG and PNG, in {directory}")


# ---- what stands in documents ----

SHOWN = ("and mux count and_count any equal find_first_set find_next_set select copy set_range reverse pack unpack filter_u32 "
         "pext lt_value_f32 decode_u32 positional_count_u16 parse_hex").split()
BRIEF = "and count any copy lt_value_f32 decode_u32".split()
BEGIN, END = "<!-- script/bench publish -->\n", "<!-- end -->\n"


def shown_cell(cells, isa, operation, size):
    """The cell of an operation on aligned memory, with 1 bit in 10 if bits matter."""
    for density in ("", "1:10"):
        cell = cells.get((isa, operation, "aligned", density, False, size))
        if cell:
            return cell
    return None


def shown_sizes(cells, isa, wanted):
    sizes = {key[5] for key in cells if key[0] == isa}
    return [size for size in wanted if size in sizes]


def markdown_table(cells, isa, operations, sizes):
    lines = ["| | " + " | ".join(size_name(size) for size in sizes) + " |", "|---|" + "---|" * len(sizes)]
    for operation in operations:
        row = [shown_cell(cells, isa, operation, size) for size in sizes]
        if not any(row):
            continue
        text = []
        for cell in row:
            best = cell.best() if cell else None
            if not cell:
                text.append("")
            elif not best:
                text.append(f"{short(cell.gb_per_s())}")
            else:
                ratio = f"{short(cell.ratio(best))} × {best}"
                mark = {"draw": ", draw", "bitmill": ""}.get(cell.winner(), " ↓")
                text.append(f"{short(cell.gb_per_s())}, {ratio}{mark}")
        lines.append(f"| `{operation}` | " + " | ".join(text) + " |")
    return "\n".join(lines) + "\n"


def reasons():
    rows = []
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reasons.list")) as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                match = re.fullmatch(r"(\S+): (\S+) (\d+) (\d+): (.*)", line.strip())
                if not match:
                    fail(f"reasons.list: {line.strip()}: expected 'KERNELS: OPERATION BYTES BYTES: REASON'")
                rows.append(match.groups())
    return rows


def reason_of(cell, rows):
    isa, operation, size = cell.key[0], cell.key[1], cell.key[5]
    for kernels, operations, smallest, largest, text in rows:
        if re.search(kernels, isa) and re.search(operations, operation) and int(smallest) <= size <= int(largest):
            return text
    return ""


def page_text(context, cells):
    text = ["# How fast bitmill is, beside what one might use instead\n",
            "Made by `script/bench publish` from a result in `results`; [benchmarking.md](benchmarking.md) says how it was",
            "measured. Take the ratios, not the GB/s: these are one machine's.\n", "| | |", "|---|---|"]
    text += [f"| {name} | {value.strip()} |" for name, value in context.items() if value.strip()]
    rows = reasons()
    for isa in dict.fromkeys(key[0] for key in cells):
        mine = {key: cell for key, cell in cells.items() if key[0] == isa}
        sizes = shown_sizes(mine, isa, (64, 512, 4096, 32768, 1 << 19, 1 << 20, 8 << 20))
        lost = [cell for cell in mine.values() if cell.best() and cell.ratio(cell.best()) < LOSES and cell.winner() != "draw"]
        text += [f"\n## {isa}\n", summary(mine.values()) + ".\n",
                 "GB/s of input, and how many times faster than the best other one, by name; ↓ where that is faster.\n",
                 markdown_table(mine, isa, SHOWN, sizes).rstrip("\n"),
                 f"\n### The cells that lose, {isa}\n", "| cell | bytes | ns | the best other | ratio | why |", "|---|---|---|---|---|---|"]
        for cell in sorted(lost, key=lambda cell: (cell.ratio(cell.best()), cell.key)):
            best = cell.best()
            text.append(f"| {row_name(cell.key)} | {cell.key[5]} | {short(statistics.median(cell.ns['bitmill']))} | {best} "
                        f"{short(statistics.median(cell.ns[best]))} | {cell.ratio(best):.2f} | {reason_of(cell, rows)} |")
    return "\n".join(text) + "\n"


def page(path):
    print(page_text(*read(path)), end="")


def readme_text(context, cells):
    isa = next(iter(cells))[0]
    sizes = shown_sizes(cells, isa, (64, 4096, 512 << 10))
    return (f"GB/s of input, and how many times that is the speed of the best other one ({context['processor']}, {isa}, one core):\n\n"
            + markdown_table(cells, isa, BRIEF, sizes))


def readme(path):
    print(readme_text(*read(path)), end="")


def with_block(readme_path, block):
    """README.md with these lines between the marks."""
    with open(readme_path) as file:
        text = file.read()
    begin, end = text.find(BEGIN), text.find(END)
    if begin < 0 or end < begin:
        fail(f"{readme_path}: expected the lines '{BEGIN.strip()}' and '{END.strip()}' around the table", 1)
    return text[: begin + len(BEGIN)] + block + text[end:]


def publish(path, tree):
    context, cells = read(path)
    readme_path = os.path.join(tree, "README.md")
    text = with_block(readme_path, readme_text(context, cells))
    kept = os.path.join(tree, "results", os.path.basename(path))
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    if os.path.abspath(kept) != os.path.abspath(path):
        with open(path) as source, open(kept, "w") as copy:
            copy.write(source.read())
    with open(os.path.join(tree, "docs", "benchmarks.md"), "w") as file:
        file.write(page_text(context, cells))
    with open(readme_path, "w") as file:
        file.write(text)


def agree(path, tree):
    context, cells = read(path)
    readme_path = os.path.join(tree, "README.md")
    with open(os.path.join(tree, "docs", "benchmarks.md")) as file:
        if file.read() != page_text(context, cells):
            fail(f"docs/benchmarks.md is not what script/bench publish makes of {path}", 1)
    with open(readme_path) as file:
        if file.read() != with_block(readme_path, readme_text(context, cells)):
            fail(f"README.md does not have the lines that script/bench publish makes of {path}", 1)


# ---- check ----


def check(path):
    context, cells = read(path)
    wrong = []
    for name in ("processor", "date", "compiler"):
        if not context.get(name):
            wrong.append(f"the context has no {name}")
    for key, cell in cells.items():
        if cell.best() is None:
            wrong.append(f"{row_name(key)} at {size_name(key[5])} has bitmill only")
    for line in wrong:
        print(f"failed: {path}: {line}", file=sys.stderr)
    if wrong:
        sys.exit(1)


COMMANDS = {"assemble": (assemble, 2, None), "table": (table, 1, 1), "losing": (losing, 1, 1), "plots": (plots, 2, 2),
            "compare": (compare, 2, 2), "google": (google, 1, 1), "page": (page, 1, 1), "readme": (readme, 1, 1),
            "publish": (publish, 2, 2), "agree": (agree, 2, 2), "check": (check, 1, 1)}


def main(arguments):
    if arguments[:1] == ["--help"]:
        print(__doc__, end="")
        return
    if not arguments or arguments[0] not in COMMANDS:
        fail(f"{arguments[0] if arguments else 'no command'}: expected one of {', '.join(COMMANDS)}; see --help")
    function, fewest, most = COMMANDS[arguments[0]]
    given = arguments[1:]
    if len(given) < fewest or (most is not None and len(given) > most):
        fail(f"{arguments[0]}: {len(given)} arguments, expected {fewest}{'' if most == fewest else ' or more'}; see --help")
    function(*given)


try:
    main(sys.argv[1:])
except BrokenPipeError:
    sys.exit(1)
