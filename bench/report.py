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
  page FILE                 docs/benchmarks.md: the machine, tables, pictures, all cells that lose and why
  readme FILE               the lines of README.md: between "<!-- script/bench publish -->" and "<!-- end -->"
  publish FILE TREE         writes both into the tree, and into results/ the pictures and what the reports
                            need of the result: medians, spreads, and the passes against the best other
  agree TREE                fails if a number or a picture there is not that of the result that the page names
  thresholds CURVES FIXED DIRECTORY  a table and pictures of what bench_thresholds printed
  check FILE                whether the context is whole, and each cell has something to compare with

script/bench calls it. A result is JSON: a context, and a list of cells, one a line, with the ns of each
pass for each contender.

Exit status: 0; 1 if a check or a picture failed; 2 for misuse.
"""
import hashlib
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys

LOSES = 0.97
AT_LIMIT = 0.95  # of the limit: nothing is left to win
CALL_NS = 3  # docs/benchmarking.md, "What a call costs"


def fail(text, status=2):
    print("report.py: " + text, file=sys.stderr)
    sys.exit(status)


def is_limit(name):
    return name.startswith("limit")


def key_of(cell):
    return (cell["isa"], cell["operation"], cell.get("offset", "aligned"), cell.get("density", ""),
            cell.get("mode", ""), cell["bytes"])


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
        self.sums = {}  # of each contender: median ns, median ratio, spread of the ratios
        self.passes = 0
        if "passes" in line:  # what publish keeps
            self.sums = {name: tuple(values) for name, values in line["ns"].items()}
            self.passes = line["passes"]
            if "ratios" in line:
                self.ratios[self.best()] = line["ratios"]
        else:
            self.add(line)

    def add(self, line):
        ours = line["ns"]["bitmill"]
        for name, ns in line["ns"].items():
            self.ns.setdefault(name, []).extend(ns)
            self.ratios.setdefault(name, []).extend(x / y for x, y in zip(ns, ours))
        self.passes = len(self.ns["bitmill"])
        self.sums = {}

    def names(self):
        return list(self.ns or self.sums)

    def sum(self, name):
        if name not in self.sums:
            low, high = quartiles(self.ratios[name])
            self.sums[name] = (statistics.median(self.ns[name]), statistics.median(self.ratios[name]), (high - low) / 2)
        return self.sums[name]

    def median(self, name="bitmill"):
        return self.sum(name)[0]

    def gb_per_s(self, name="bitmill"):
        return self.counted / self.median(name)

    def ratio(self, name):
        return self.sum(name)[1]

    def spread(self, name):
        return self.sum(name)[2]

    def best(self):
        """The fastest other one, or None."""
        others = [name for name in self.names() if name != "bitmill" and not is_limit(name)]
        return min(others, key=self.ratio) if others else None

    def of_limit(self):
        """The part of what the machine allows, or None."""
        limits = [self.ratio(name) for name in self.names() if is_limit(name)]
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

    def loses(self):
        best = self.best()
        return best is not None and self.ratio(best) < LOSES and self.winner() != "draw"

    def mark(self):
        best = self.best()
        if best is None:
            return ""
        return ("<" if self.ratio(best) < LOSES else "") + ("~" if self.winner() == "draw" else "")


def read(path):
    try:
        with open(path) as file:
            result = json.load(file)
        lines = result["cells"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        fail(f"{path}: {error}: expected a result of script/bench")
    cells = {}
    for line in lines:
        key = key_of(line)
        times = [x[0] for x in line["ns"].values()] if "passes" in line else [x for xs in line["ns"].values() for x in xs]
        if any(ns <= 0 for ns in times):
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
    _, operation, offset, density, mode, _ = key
    notes = [x for x in (density, "" if offset == "aligned" else f"one {offset} off", mode) if x]
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
    lost = [cell for cell in compared if cell.loses()]
    draws = [cell for cell in compared if cell.winner() == "draw"]
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
              f"{cell.median():>13.2f} ns  {best:<12}"
              f"{cell.median(best):>13.2f} ns  {cell.ratio(best):.2f} +-{cell.spread(best):.2f}"
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
        if best in a[key].ratios and best in b[key].ratios:
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
        for name in cell.names():
            ns = cell.ns.get(name, [cell.median(name)])
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


def draw_svg(path, picture):
    width, height, script = picture
    gnuplot(f"set terminal svg size {width},{height} font 'sans,12' background 'white'\nset output '{path}.svg'\n{script}")


def draw_png(path, picture):
    width, height, script = picture
    gnuplot(f"set terminal pngcairo size {width},{height} font 'sans,11'\nset output '{path}.png'\n{script}")


def caches(context):
    return [(name, int(size)) for name, size in re.findall(r"(L\d) (\d+)", context.get("caches", ""))]


# A picture is its width, its height, and what gnuplot is told: equal data make equal text.


def operation_picture(context, title, row):
    """Size against GB/s, a line for each contender; where it has more than one size."""
    names = [name for name in dict.fromkeys(name for cell in row.values() for name in cell.names()) if not is_limit(name)]
    data, lines = "", []
    limits = [(size, cell.gb_per_s() / cell.of_limit()) for size, cell in sorted(row.items()) if cell.of_limit()]
    if limits:
        data += "$limit << EOD\n" + "".join(f"{size} {speed:.5g}\n" for size, speed in limits) + "EOD\n"
        lines.append("$limit using 1:2 with lines dashtype 2 linecolor rgb '#aaaaaa' title 'limit'")
    for i, name in enumerate(names):
        points = [(size, cell.gb_per_s(name)) for size, cell in sorted(row.items()) if name in cell.names()]
        data += f"$d{i} << EOD\n" + "".join(f"{size} {speed:.5g}\n" for size, speed in points) + "EOD\n"
        lines.append(f"$d{i} using 1:2 with linespoints pointsize 0.5 linewidth {3 if name == 'bitmill' else 1.5} "
                     f"linecolor rgb '{COLOURS.get(name, '#444444')}' title '{name}'")
    marks = "".join(f"set arrow from {size}, graph 0 to {size}, graph 1 nohead dashtype 3 linecolor rgb '#888888'\n"
                    f"set label '{name}' at {size}, graph 0.97 offset 0.3,0\n" for name, size in caches(context))
    return (800, 480, f"{data}set title '{title}' noenhanced\nset logscale x 2\nset logscale y\n{marks}"
            "set xlabel 'bytes'\nset ylabel 'GB/s'\nset key outside noenhanced\nset grid\n"
            "set format x '%.0b %BB'\n" + "plot " + ", ".join(lines) + "\n")


MAP = ("set cbrange [-2:2]\nset cbtics ('1/4' -2, '1/2' -1, '1' 0, '2' 1, '4' 2)\n"
       "set palette defined (-2 '#b2182b', -0.05 '#fddbc7', 0 '#ffffff', 0.05 '#d1e5f0', 2 '#2166ac')\n")


def map_picture(title, rows, sizes, numbers, row_height, column_width, left):
    """A heat map: operations by sizes, the ratio to the best other; with the ratios as text if they are wanted."""
    data, labels, small = "$map << EOD\n", "$numbers << EOD\n", "" if numbers else " font ',8'"
    for i, row in enumerate(list(rows.values()) + [{}] * (len(rows) == 1)):  # gnuplot wants two rows and columns
        for k, size in enumerate(sizes + [0] * (len(sizes) == 1)):
            best = row[size].best() if size in row else None
            ratio = row[size].ratio(best) if best else None
            data += f"{k} {i} {f'{math.log2(ratio):.4f}' if best else 'NaN'}\n"
            if best and numbers:
                labels += f"{k} {i} {short(ratio)}\n"
    y = ", ".join(f"'{name}' {i}" for i, name in enumerate(rows))
    x = ", ".join(f"'{size_name(size)}' {i}" for i, size in enumerate(sizes))
    return (left + column_width * len(sizes), 120 + row_height * len(rows),
            f"{data}EOD\n" + (f"{labels}EOD\n" if numbers else "") + f"set title '{title}' noenhanced\n"
            f"set ytics ({y}) noenhanced{small}\nset xtics ({x}) {'' if numbers else 'rotate'}{small}\nset tics scale 0\n"
            f"set yrange [{len(rows) - 0.5}:-0.5]\nset xrange [-0.5:{len(sizes) - 0.5}]\n{MAP}"
            "plot $map using 1:2:3 with image pixels notitle" + (", $numbers using 1:2:3 with labels notitle" if numbers else "") + "\n")


def rows_of(cells, isa):
    rows = {}
    for key, cell in cells.items():
        if key[0] == isa:
            rows.setdefault(row_name(key), {})[key[5]] = cell
    return rows


def isas_of(cells):
    return list(dict.fromkeys(key[0] for key in cells))


def whole_map(cells, isa):
    # Families of sets have sizes of their own, which would be a column each.
    rows = {name: row for name, row in rows_of(cells, isa).items() if not name.split(" ")[0].endswith("lists")}
    return map_picture(f"{isa}: times faster than the best other", rows, sorted({size for row in rows.values() for size in row}),
                       False, 13, 40, 400)


def file_name(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def plots(path, directory):
    context, cells = read(path)
    os.makedirs(directory, exist_ok=True)
    pictures = {}
    for isa in isas_of(cells):
        for name, row in rows_of(cells, isa).items():
            if len(row) > 2:
                pictures[file_name(f"{isa} {name}")] = operation_picture(context, f"{name}, {isa}", row)
        pictures[f"map-{isa}"] = whole_map(cells, isa)
    for name, picture in pictures.items():
        draw_svg(os.path.join(directory, name), picture)
        draw_png(os.path.join(directory, name), picture)
    print(f"{len(pictures)} pictures, as SVG and PNG, in {directory}")


# ---- thresholds: lines THRESHOLD;VALUE;OPERATION;UNIT;X;WAY;NS of bench_thresholds ----


def read_curves(path):
    """For each threshold and operation: its value, its unit, and ns by x and way."""
    curves = {}
    with open(path) as file:
        for line in file:
            name, value, operation, unit, x, way, ns = line.rstrip("\n").split(";")
            curve = curves.setdefault((name, operation), (int(value), unit, {}))
            curve[2].setdefault(int(x), {})[way] = float(ns)
    return curves


def best_threshold(points):
    """The least x from which the long way is nowhere slower than the short one by more than 3 %, or None."""
    best = None
    for x, ways in sorted(points.items(), reverse=True):
        if "short" in ways and "long" in ways and ways["long"] > 1.03 * ways["short"]:
            break
        best = x
    return best


def curve_text(name, operation, value, unit, points):
    lines = [f"{name} = {value} {unit}: {operation}"]
    if "set" in next(iter(points.values())):
        here = points.get(value, {}).get("set")
        for x, ways in sorted(points.items()):
            times = f"{ways['set'] / here:8.2f} times that" if here else ""
            lines.append(f"  {x:>10} {ways['set']:>13.2f} ns {times}{'  <- the threshold' if x == value else ''}")
        lines.append(f"  fastest: {min(points, key=lambda x: points[x]['set'])}")
        return lines
    marked = False
    for x, ways in sorted(points.items()):
        if x >= value and not marked:
            lines.append(f"  {'-' * 10} the threshold")
            marked = True
        both = f"   short / long {ways['short'] / ways['long']:.2f}" if len(ways) == 2 else ""
        lines.append(f"  {x:>10} " + "".join(f"{f'{ways[way]:.2f} ns' if way in ways else '-':>16}" for way in ("short", "long")) + both)
    best = best_threshold(points)
    lines.append(f"  the long way is not slower from: {best if best is not None else 'nowhere'}")
    return lines


def curve_picture(name, operation, value, unit, points):
    data, lines = "", []
    for way in ("short", "long", "set"):
        some = [(x, ways[way]) for x, ways in sorted(points.items()) if way in ways and x > 0]
        if some:
            data += f"${way} << EOD\n" + "".join(f"{x} {ns}\n" for x, ns in some) + "EOD\n"
            title = {"short": "the short way", "long": "the long way", "set": "set to this"}[way]
            lines.append(f"${way} using 1:2 with linespoints pointsize 0.5 linewidth 2 title '{title}'")
    return (640, 400, f"{data}set title '{name} = {value}: {operation}' noenhanced\nset logscale xy\nset xlabel '{unit}'\n"
            f"set ylabel 'ns'\nset key top left\nset grid\n"
            f"set arrow from {value}, graph 0 to {value}, graph 1 nohead dashtype 2 linecolor rgb '#d62728'\n"
            "plot " + ", ".join(lines) + "\n")


def thresholds(path, fixed, directory):
    curves = read_curves(path)
    if not curves:
        fail(f"{path}: nothing was measured", 1)
    for (name, operation), (value, unit, points) in curves.items():
        print("\n".join([""] + curve_text(name, operation, value, unit, points)))
    print("\nNo other side to measure:")
    with open(fixed) as file:
        for line in file:
            name, value, reason = line.rstrip("\n").split(";")
            print(f"  {name:<24}{value:>8}  {reason}")
    if not shutil.which("gnuplot"):
        print("no pictures: missing gnuplot-nox")
        return
    os.makedirs(directory, exist_ok=True)
    pictures = {file_name(f"{name} {operation}"): curve_picture(name, operation, value, unit, points)
                for (name, operation), (value, unit, points) in curves.items() if len(points) > 1}
    for name, picture in pictures.items():
        draw_svg(os.path.join(directory, name), picture)
    print(f"{len(pictures)} pictures in {directory}")


# ---- what stands in documents ----

SHOWN = ("and mux count and_count any equal find_first_set find_next_set select copy set_range reverse pack unpack filter_u32 "
         "pext lt_value_f32 decode_u32 positional_count_u16 parse_hex").split()
BRIEF = "and count any copy lt_value_f32 decode_u32".split()
SHOWN_SIZES = (64, 512, 4096, 32768, 1 << 19, 1 << 20, 8 << 20)
BEGIN, END = "<!-- script/bench publish -->\n", "<!-- end -->\n"


def shown_cell(cells, isa, operation, size):
    """The cell of an operation on aligned memory, with 1 bit in 10 if bits matter."""
    for density in ("", "1:10"):
        cell = cells.get((isa, operation, "aligned", density, "", size))
        if cell:
            return cell
    return None


def shown_sizes(cells, isa, wanted):
    sizes = {key[5] for key in cells if key[0] == isa}
    return [size for size in wanted if size in sizes]


def cell_text(cell, limit):
    """GB/s, the ratio to the best other by name, and the part of the limit."""
    if not cell:
        return ""
    best, part = cell.best(), cell.of_limit() if limit else None
    text = short(cell.gb_per_s())
    if best:
        text += f", {short(cell.ratio(best))} × {best}" + {"draw": ", draw", "bitmill": ""}.get(cell.winner(), " ↓")
    return text + (f", {100 * part:.0f} %" if part else "")


def table_of_rows(rows, sizes, limit):
    lines = ["| | " + " | ".join(size_name(size) for size in sizes) + " |", "|---|" + "---|" * len(sizes)]
    for name, row in rows.items():
        lines.append(f"| {name} | " + " | ".join(cell_text(row.get(size), limit) for size in sizes) + " |")
    return "\n".join(lines) + "\n"


def markdown_table(cells, isa, operations, sizes, limit):
    rows = {f"`{operation}`": {size: shown_cell(cells, isa, operation, size) for size in sizes} for operation in operations}
    return table_of_rows({name: row for name, row in rows.items() if any(row.values())}, sizes, limit)


FAMILIES = ("words", "bytes", "primes", "log", "sorted")
# Sections of the page: their title, what they say, and their cells.
SECTIONS = (
    ("Threads", "Each thread has a part, and a processor; the time is that of the last one.",
     lambda key: key[4].endswith("threads")),
    ("Memory that is in no cache", "Each call finds its bitmaps at another place of 256 MiB.", lambda key: key[4] == "cold"),
    ("Bits as they occur", "Words by letter, bytes of a file, primes, lines of a log by word; and half of the bits 0, then half 1.",
     lambda key: key[3] in FAMILIES and not key[1].endswith("lists")),
    ("Families of sets", "Each two bitmaps of a family, and the positions in each; as in [benchmarking.md](benchmarking.md).",
     lambda key: key[1].endswith("lists")))


def section(cells, isa, title, text, wanted):
    rows, sizes = {}, sorted({key[5] for key in cells if key[0] == isa and wanted(key)})
    for key, cell in cells.items():
        if key[0] == isa and wanted(key):
            rows.setdefault(row_name(key), {})[key[5]] = cell
    return [f"\n## {title}, {isa}\n", text + "\n", table_of_rows(rows, sizes, True).rstrip("\n")] if rows else []


def reasons():
    rows = []
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reasons.list")) as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                match = re.fullmatch(r"(\S+): (\S+) (\d+) (\d+): (.*)", line.strip())
                if not match:
                    fail(f"reasons.list: {line.strip()}: expected 'KERNELS: ROW BYTES BYTES: REASON'")
                rows.append(match.groups())
    return rows


def reason_of(cell, rows):
    limit = cell.of_limit()
    if limit and limit >= AT_LIMIT and cell.key[4] != "latency":  # limits are of throughput
        return f"{100 * limit:.0f} % of what the machine allows"
    more = cell.median() - cell.median(cell.best())
    if more <= CALL_NS:
        return f"{more:.1f} ns more: what any length at any address costs, and the jump to the kernel"
    isa, size, row = cell.key[0], cell.key[5], f"{row_name(cell.key)} {cell.best()}"
    for kernels, rows_of_table, smallest, largest, text in rows:
        if re.search(kernels, isa) and re.search(rows_of_table, row) and int(smallest) <= size <= int(largest):
            return text
    return ""


# The pictures of the page are in results, in a folder named as the result.
CURVES = (("and", ""), ("count", ""), ("any", ""), ("copy", ""), ("reverse", ""), ("decode_u32", "1:10"), ("filter_u32", "1:10"))
SIZE_CLASSES = ((0, 63, "below 64 B"), (64, 256, "64 to 256 B"), (257, 4096, "512 B to 4 KiB"), (4097, 1 << 15, "8 to 32 KiB"),
                (1 + (1 << 15), 1 << 20, "128 KiB to 1 MiB"), (1 + (1 << 20), 1 << 40, "2 MiB and more"))


def result_name(path):
    return os.path.splitext(os.path.basename(path))[0]


def overview(cells, isa):
    rows = {name: {size: shown_cell(cells, isa, name, size) for size in shown_sizes(cells, isa, SHOWN_SIZES)
                   if shown_cell(cells, isa, name, size)} for name in SHOWN}
    rows = {name: row for name, row in rows.items() if row}
    return map_picture(f"{isa}: times faster than the best other", rows, shown_sizes(cells, isa, SHOWN_SIZES), True, 22, 70, 320)


def page_pictures(context, cells):
    isas = isas_of(cells)
    pictures = {"overview": overview(cells, isas[0])}
    for isa in isas:
        pictures[f"map-{isa}"] = whole_map(cells, isa)
    for operation, density in CURVES:
        row = {key[5]: cell for key, cell in cells.items() if key[:5] == (isas[0], operation, "aligned", density, "")}
        if len(row) > 2:
            title = ", ".join(filter(None, (operation, density, isas[0])))
            pictures[f"curve-{operation}"] = operation_picture(context, title, row)
    return pictures


def by_size(cells):
    lines = ["| sizes | cells | bitmill is ahead | draw, or within 3 % | loses | times as fast as the best other, geometric mean |",
             "|---|---|---|---|---|---|"]
    for smallest, largest, name in SIZE_CLASSES:
        some = [cell for cell in cells if smallest <= cell.key[5] <= largest and cell.best()]
        if some:
            mean = math.exp(statistics.fmean(math.log(cell.ratio(cell.best())) for cell in some))
            ahead, lost = sum(cell.winner() == "bitmill" for cell in some), sum(cell.loses() for cell in some)
            lines.append(f"| {name} | {len(some)} | {ahead} | {len(some) - ahead - lost} | {lost} | {mean:.2f} |")
    return "\n".join(lines)


def compressed(cells):
    """Sets, by a compressed bitmap and by a plain one."""
    rows = [cell for key, cell in cells.items() if key[1].endswith("_of_sets") and "croaring" in cell.names()]
    if not rows:
        return []
    lines = ["\n## Where a compressed bitmap is better\n",
             "bitmill's bitmaps are plain. Sparse or clustered sets are a matter for a compressed format: CRoaring's sets, made "
             "before\nthe clock starts, and bitmill's bitmaps of the same bits:\n",
             "| | density | bytes of a plain bitmap | bitmill, ns | CRoaring, ns | times CRoaring is faster |", "|---|---|---|---|---|---|"]
    for cell in rows:
        lines.append(f"| `{cell.key[1]}`, {cell.key[0]} | {cell.key[3]} | {cell.key[5]} | {short(cell.median())} | "
                     f"{short(cell.median('croaring'))} | {1 / cell.ratio('croaring'):.2f} |")
    return lines


NO_REASON = "not explained yet"


def losing_table(cells):
    rows = reasons()
    lost = [cell for cell in cells if cell.loses()]
    lines = ["| cell | bytes | ns | the best other, ns | ratio | why |", "|---|---|---|---|---|---|"]
    for cell in sorted(lost, key=lambda cell: (cell.ratio(cell.best()), cell.key)):
        best = cell.best()
        lines.append(f"| {row_name(cell.key)} | {cell.key[5]} | {short(cell.median())} | {best} {short(cell.median(best))} | "
                     f"{cell.ratio(best):.2f} | {reason_of(cell, rows) or NO_REASON} |")
    return lines


def page_text(context, cells, name):
    folder, isas = f"../results/{name}", isas_of(cells)
    text = ["# How fast bitmill is, beside what one might use instead\n",
            f"Made by `script/bench publish` from `results/{name}.json`: every number and picture here is in it, and a test "
            "compares them.\n[benchmarking.md](benchmarking.md) says what was measured, how, and against what. Take the ratios, "
            "not the GB/s: these are one\nmachine's. A cell is an operation at a size. It loses if bitmill is below 0.97 of "
            "the best other one, and 1 is not within\nthe spread; if it is, the cell is a draw.\n",
            f"![times faster than the best other]({folder}/overview.svg)\n", "## The machine\n", "| | |", "|---|---|"]
    text += [f"| {key} | {' '.join(value.split())} |" for key, value in context.items() if value.strip()]
    for isa in isas:
        mine = {key: cell for key, cell in cells.items() if key[0] == isa}
        text += [f"\n## {isa}\n", summary(mine.values()) + ".\n", by_size(mine.values()),
                 "\nGB/s of input, how many times that is the speed of the best other one (↓ where that is faster), and the part "
                 "of what the\nmachine allows:\n",
                 markdown_table(mine, isa, SHOWN, shown_sizes(mine, isa, SHOWN_SIZES), True).rstrip("\n"),
                 f"\n[The map of all ratios]({folder}/map-{isa}.svg), blue where bitmill is ahead, red where another is."]
    text += [f"\n## GB/s by size, {isas[0]}\n"]
    text += [f"![{picture}]({folder}/{picture}.svg)\n" for picture in page_pictures(context, cells) if picture.startswith("curve-")]
    text[-1] = text[-1].rstrip("\n")
    for title, what, wanted in SECTIONS:
        text += section(cells, isas[0], title, what, wanted)
    text += compressed(cells)
    for isa in isas:
        mine = [cell for key, cell in cells.items() if key[0] == isa]
        text += [f"\n## The cells that lose, {isa}\n"] + losing_table(mine)
    return "\n".join(text) + "\n"


def page(path):
    print(page_text(*read(path), result_name(path)), end="")


def readme_text(context, cells, name):
    isa = isas_of(cells)[0]
    sizes = shown_sizes(cells, isa, (64, 4096, 512 << 10))
    compared = [cell for cell in cells.values() if cell.best()]
    lost, draws = sum(cell.loses() for cell in compared), sum(cell.winner() == "draw" for cell in compared)
    return (f"![times faster than the best other](results/{name}/overview.svg)\n\n"
            "GB/s of input, and how many times that is the speed of the best other that `script/bench` knows, by name; ↓ where\n"
            f"that is faster ({context['processor']}, {isa}, one core):\n\n" + markdown_table(cells, isa, BRIEF, sizes, False)
            + f"\nOf {len(compared)} cells (an operation at a size), {lost} lose and {draws} are a draw: "
            "[docs/benchmarks.md](docs/benchmarks.md) has them all.\n")


def readme(path):
    print(readme_text(*read(path), result_name(path)), end="")


def with_block(readme_path, block):
    """README.md with these lines between the marks."""
    with open(readme_path) as file:
        text = file.read()
    begin, end = text.find(BEGIN), text.find(END)
    if begin < 0 or end < begin:
        fail(f"{readme_path}: expected the lines '{BEGIN.strip()}' and '{END.strip()}' around the table", 1)
    return text[: begin + len(BEGIN)] + block + text[end:]


def kept_line(cell):
    """What the reports need of a cell: not all passes, but those against the best other one."""
    isa, operation, offset, density, mode, size = cell.key
    line = {"operation": operation, "bytes": size, "isa": isa, "counted": cell.counted, "passes": cell.passes}
    line.update({name: value for name, value, usual in (("offset", offset, "aligned"), ("density", density, ""),
                                                        ("mode", mode, "")) if value != usual})
    line["ns"] = {name: [float(f"{x:.{digits}g}") for x, digits in zip(cell.sum(name), (4, 4, 2))] for name in cell.names()}
    best = cell.best()
    if best and best in cell.ratios:
        line["ratios"] = [float(f"{x:.4g}") for x in cell.ratios[best]]
    return json.dumps(line, separators=(",", ":"))


def keep(path, kept):
    """Writes what the reports need of a result. One that was kept stays as it is."""
    context, cells = read(path)
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    if os.path.abspath(kept) != os.path.abspath(path):
        with open(kept, "w") as file:
            file.write('{"context": ' + json.dumps(context, indent=1) + ',\n"cells": [\n'
                       + ",\n".join(kept_line(cell) for cell in cells.values()) + "\n]}\n")


def seal_of(picture, body):
    """What a picture was made of and what was made of it: a change of either is found."""
    return f"<!-- script/bench publish {hashlib.sha256((repr(picture) + body).encode()).hexdigest()} -->\n"


def publish(path, tree):
    name = result_name(path)
    kept, folder = os.path.join(tree, "results", f"{name}.json"), os.path.join(tree, "results", name)
    readme_path = os.path.join(tree, "README.md")
    with_block(readme_path, "")
    keep(path, kept)
    context, cells = read(kept)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for picture_name, picture in page_pictures(context, cells).items():
        draw_svg(os.path.join(folder, picture_name), picture)
        with open(os.path.join(folder, picture_name + ".svg"), "r+") as file:
            body = file.read()
            file.write(seal_of(picture, body))
    text = with_block(readme_path, readme_text(context, cells, name))
    with open(os.path.join(tree, "docs", "benchmarks.md"), "w") as file:
        file.write(page_text(context, cells, name))
    with open(readme_path, "w") as file:
        file.write(text)
    print(f"results/{name}.json ({os.path.getsize(kept) / 1e6:.1f} MB), results/{name}/, docs/benchmarks.md and README.md "
          f"are made; {sum(cell.loses() and not reason_of(cell, reasons()) for cell in cells.values())} losses are not explained yet")


def content_of(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        fail(f"{path}: {error.strerror}", 1)


def agree(tree):
    """Compares what is published with the result that the page names."""
    readme_path, page_path = os.path.join(tree, "README.md"), os.path.join(tree, "docs", "benchmarks.md")
    text = content_of(page_path)
    named = re.search(r"`results/(\S+)[.]json`", text)
    if not named:
        fail(f"{page_path} names no result: expected `results/NAME.json`", 1)
    name = named.group(1)
    context, cells = read(os.path.join(tree, "results", f"{name}.json"))
    if text != page_text(context, cells, name):
        fail(f"docs/benchmarks.md is not what script/bench publish makes of results/{name}.json", 1)
    if content_of(readme_path) != with_block(readme_path, readme_text(context, cells, name)):
        fail(f"README.md does not have the lines that script/bench publish makes of results/{name}.json", 1)
    for picture_name, picture in page_pictures(context, cells).items():
        picture_path = os.path.join(tree, "results", name, picture_name + ".svg")
        body, mark, seal = content_of(picture_path).rpartition("<!-- script/bench publish ")
        if mark + seal != seal_of(picture, body):
            fail(f"{picture_path} is not what script/bench publish makes of results/{name}.json", 1)


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
            "publish": (publish, 2, 2), "agree": (agree, 1, 1), "thresholds": (thresholds, 3, 3), "check": (check, 1, 1)}


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
