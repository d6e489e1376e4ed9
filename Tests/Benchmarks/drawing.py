#!/usr/bin/env python3
"""Times drawings of KnowWho beside Graphviz's own programs and prints a table in Markdown.

  Tests/Benchmarks/drawing.py --rounds 5

Each drawing is a whole process, from the file to the finished SVG. Both draw the same graph with
the same attributes; they take turns, and the least of all rounds counts, of processor time (all
threads added up) and of wall-clock time. Stress and crossings of both layouts are counted here, by
their definitions. Needs neato and sfdp.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEATO = {
    "mode": "major", "model": "shortpath", "overlap": "prism", "overlap_scaling": "-2",
    "sep": "+9", "esep": "+4", "maxiter": "2000", "epsilon": "0.0001", "splines": "true",
    "start": "3",
}
SFDP = {
    "K": "0.6", "repulsiveforce": "1.8", "overlap": "prism", "overlap_scaling": "-3",
    "sep": "+2", "splines": "false", "start": "1",
}


def few(count, edges):
    """Firms that know each other at random, every one at least somebody."""
    draw = random.Random(1)
    pairs = {(draw.randrange(node), node) for node in range(1, count)}
    while len(pairs) < edges:
        one, other = sorted(draw.sample(range(count), 2))
        pairs.add((one, other))
    return sorted(pairs)


def grouped(count, groups, edges, across):
    """Groups of one size; a share of the ties leads across."""
    draw = random.Random(1)
    size = count // groups
    pairs = {(node - 1, node) for node in range(1, count)}
    while len(pairs) < edges:
        one = draw.randrange(count)
        other = draw.randrange(count)
        if draw.random() > across:
            other = one // size * size + draw.randrange(size)
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    return sorted(pairs)


def write(folder, name, pairs, attributes, width):
    """Writes a graph for both; returns the files."""
    table = folder / f"{name}.tsv"
    table.write_text("".join(f"{one}\t{other}\n" for one, other in pairs))
    text = "graph {\n" + "".join(f'  {key}="{value}"\n' for key, value in attributes.items())
    label = "" if width < 0.4 else "\\N"
    text += f'  node [shape=circle fixedsize=true width={width} label="{label}"]\n'
    text += "".join(f"  {one} -- {other}\n" for one, other in pairs) + "}\n"
    dot = folder / f"{name}.dot"
    dot.write_text(text)
    return table, dot


def timed(command):
    """Runs a command; returns its processor and wall-clock seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"drawing.py: failed: {' '.join(map(str, command))}\n{done.stderr.decode()}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, done.stdout.decode(errors="replace")


def places_of_svg(path):
    """The middles of the nodes of an SVG of KnowWho's, by id."""
    import xml.etree.ElementTree as tree

    found = {}
    for group in tree.parse(path).iter("{http://www.w3.org/2000/svg}g"):
        name = group.get("id", "")
        shape = group.find("{http://www.w3.org/2000/svg}circle")
        if name.startswith("node-") and shape is not None:
            found[name[5:]] = (float(shape.get("cx")), float(shape.get("cy")))
    return found


def places_of_plain(text):
    rows = [line.split() for line in text.splitlines() if line.startswith("node ")]
    return {row[1]: (float(row[2]), float(row[3])) for row in rows}


def quality(places, pairs):
    """Stress at its best scale, and crossings."""
    nodes = sorted(places, key=int)
    neighbors = {node: [] for node in nodes}
    for one, other in pairs:
        neighbors[str(one)].append(str(other))
        neighbors[str(other)].append(str(one))
    linear = squared = count = 0
    for source in nodes:
        distance = {source: 0}
        queue = [source]
        for node in queue:
            for other in neighbors[node]:
                if other not in distance:
                    distance[other] = distance[node] + 1
                    queue.append(other)
        for node in queue[1:]:
            (x, y), (u, v) = places[source], places[node]
            share = ((x - u) ** 2 + (y - v) ** 2) ** 0.5 / distance[node]
            linear, squared, count = linear + share, squared + share * share, count + 1

    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    lines = [(str(a), str(b), places[str(a)], places[str(b)]) for a, b in pairs]
    crossings = 0
    for place, (a, b, p, q) in enumerate(lines):
        for c, d, r, s in lines[place + 1 :]:
            if a in (c, d) or b in (c, d):
                continue
            if side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0:
                crossings += 1
    return 1 - linear * linear / (squared * count), crossings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=str(HERE.parent.parent / ".build/release/knowwho"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large-rounds", type=int, default=1)
    options = parser.parse_args()
    os.environ["LC_ALL"] = "C.UTF-8"
    cases = [
        ("31 nodes, 50 edges", few(31, 50), "neato", NEATO, 0.45, options.rounds),
        ("500 nodes, 3,000 edges", grouped(500, 10, 3000, 0.15), "sfdp", SFDP, 0.2, options.rounds),
        ("20,000 nodes, 60,000 edges", grouped(20000, 40, 60000, 0.05), "sfdp", SFDP, 0.05,
         options.large_rounds),
    ]
    print("| Graph | knowwho CPU s | wall s | peer | CPU s | wall s | CPU ratio | wall ratio |")
    print("|---|--:|--:|---|--:|--:|--:|--:|")
    notes = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for title, pairs, program, attributes, width, rounds in cases:
            name = title.split()[0].replace(",", "")
            table, dot = write(folder, name, pairs, attributes, width)
            drawn = folder / f"{name}.svg"
            ours, theirs = [], []
            command = [options.tool, "render", table, "-o", drawn, "--color", "kind"]
            for _ in range(rounds):
                ours.append(timed(command)[:2])
                theirs.append(timed([program, "-Tsvg", dot, "-o", folder / "peer.svg"])[:2])
            cpu, wall = (min(run[part] for run in ours) for part in (0, 1))
            peer_cpu, peer_wall = (min(run[part] for run in theirs) for part in (0, 1))
            print(
                f"| {title} | {cpu:.3f} | {wall:.3f} | {program} | {peer_cpu:.3f} | {peer_wall:.3f}"
                f" | {peer_cpu / cpu:.2f}× | {peer_wall / wall:.2f}× |", flush=True)
            if name == "500":
                plain = timed([program, "-Tplain", dot])[2]
                for who, places in [
                    ("knowwho", places_of_svg(drawn)), (program, places_of_plain(plain))]:
                    stress, crossings = quality(places, pairs)
                    notes.append(f"{title}, {who}: stress {stress:.4f}, {crossings} crossings")
    print("\n" + "\n".join(notes))


if __name__ == "__main__":
    main()
