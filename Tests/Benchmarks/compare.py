#!/usr/bin/env python3
"""Runs operations of KnowWho and of its peers in turn and prints how they compare, in Markdown.

  Tests/Benchmarks/compare.py --graphs rmat-12,ba-10k --ops harmonic,betweenness --rounds 3

The first run builds the program, installs the peers and writes the graphs, all into .build. Each
run of an operation is a process of its own; in every round all libraries run it one after the
other, so that they meet the same machine. The least processor time of all rounds counts; with
more than one thread, the least wall-clock time. A peer whose result differs from ours is named and
its time not compared with. Ends in 1 if our own check fails, or if peers differ and none agrees.
"""

import argparse
import datetime
import itertools
import json
import os
import platform
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent.parent / ".build"
GRAPHS = {
    "rmat-10": "rmat --scale 10",
    "rmat-12": "rmat --scale 12",
    "rmat-14": "rmat --scale 14",
    "rmat-16": "rmat --scale 16",
    "rmat-18": "rmat --scale 18",
    "rmat-20": "rmat --scale 20",
    "rmat-23": "rmat --scale 23",
    "ws-300": "ws --nodes 300",
    "ba-10k": "ba --nodes 10000",
    "ws-10k": "ws --nodes 10000",
    "caveman-8k": "caveman --nodes 8000",
    "caveman-80k": "caveman --nodes 80000",
    "grid-100": "grid --nodes 10000",
    "grid-600": "grid --nodes 360000",
}
OURS = "knowwho"
# networkx is written in Python: it runs only where there are fewer edges than this.
SMALL = 15_000


def build():
    """Builds the program; returns it."""
    command = ["swift", "build", "-c", "release", "--package-path", str(HERE.parent.parent)]
    quietly(command + ["--product", "benchmarks"])
    found = subprocess.run(command + ["--show-bin-path"], stdout=subprocess.PIPE, check=True)
    return Path(found.stdout.decode().strip()) / "benchmarks"


def install_peers():
    """Installs the peers unless they are there; returns their Python."""
    place = BUILD / "peers"
    python = place / "bin" / "python"
    wanted = HERE / "requirements.txt"
    installed = place / "installed.txt"
    if not installed.exists() or installed.read_text() != wanted.read_text():
        venv.create(place, with_pip=True, clear=True)
        quietly([str(python), "-m", "pip", "install", "--quiet", "-r", str(wanted)])
        installed.write_text(wanted.read_text())
    return python


def write_graph(program, name):
    """Writes a graph unless it is there; returns the file."""
    path = BUILD / "graphs" / f"{name}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        quietly([str(program), "--write", *GRAPHS[name].split(), "--seed", "1", "-o", str(path)])
    return path


def quietly(command):
    """Runs a command whose output matters only if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.exit(done.stdout.decode() + f"compare.py: failed: {' '.join(command)}")


def run(command, library, limit):
    """Runs one operation of one library; returns its record, an explanation, or None."""
    if library != OURS:
        command = [*command, "--lib", library]
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"> {limit:.0f} s"
    lines = done.stdout.decode().splitlines()
    if lines:
        return json.loads(lines[-1])
    if done.returncode == 0:
        return None
    print(done.stderr.decode(), file=sys.stderr)
    return "failed"


def differences(left, right):
    """The parts of two checksums, ours first, that differ by more than rounding explains."""
    found = []
    for key in left.keys() & right.keys() - {"top5"}:
        if key == "modularity":
            # Searches find different communities; only worse ones are a difference.
            if left[key] < right[key] - 1e-6:
                found.append(key)
            continue
        size = max(abs(left.get("max", 0)), abs(right.get("max", 0))) if key == "probe" else 0
        pairs = zip(left[key], right[key]) if key == "probe" else [(left[key], right[key])]
        if any(abs(a - b) > 1e-6 * max(size, abs(a), abs(b)) for a, b in pairs):
            found.append(key)
    return found


class Row:
    """An operation on a graph, by all libraries."""

    def __init__(self, graph, operation, clock):
        self.graph, self.operation, self.clock = graph, operation, clock
        self.best, self.notes, self.complaints, self.agreeing = {}, {}, [], []
        self.is_sound = True

    def add(self, library, record):
        if record is None:
            self.notes[library] = "–"
        elif isinstance(record, str):
            self.notes[library] = record
        else:
            best = self.best.get(library)
            if not best or record["min"][self.clock] < best["min"][self.clock]:
                self.best[library] = record
            if record.get("check", "ok") != "ok":
                self.complaints.append(record["check"])
                self.is_sound = False

    def goes_on(self, library):
        return library not in self.notes

    def compare(self):
        """Tells which peers agree with ours."""
        ours = self.best.get(OURS)
        if not ours:
            self.complaints.append(f"{OURS} has no result")
            self.is_sound = False
            return
        peers = [library for library in self.best if library != OURS]
        for library in peers:
            keys = differences(ours["checksum"], self.best[library]["checksum"])
            if keys:
                self.complaints.append(f"{library} differs in {', '.join(sorted(keys))}")
            else:
                self.agreeing.append(library)
        if peers and not self.agreeing:
            self.is_sound = False

    def seconds(self, library):
        record = self.best.get(library)
        return record["min"][self.clock] if record else None

    def written(self, libraries):
        cells = [self.operation, self.graph]
        for library in libraries:
            seconds = self.seconds(library)
            cells.append(self.notes.get(library, "–") if seconds is None else f"{seconds:.3g}")
        fastest = min(map(self.seconds, self.agreeing), default=None)
        ours = self.seconds(OURS)
        cells.append(f"{fastest / ours:.3g}×" if fastest is not None and ours else "–")
        cells.append(f"{self.best[OURS]['peak_mb']:.0f}" if OURS in self.best else "–")
        agree = "agree" if self.agreeing else "checked"
        cells.append("; ".join(sorted(set(self.complaints))) or agree)
        return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--graphs", default="rmat-10,rmat-12", help=", ".join(GRAPHS))
    parser.add_argument("--ops", default="all")
    parser.add_argument("--peers", default="igraph,networkit,networkx")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--trials", type=int, help="timed trials a process; by default 101 to 1")
    parser.add_argument("--limit", type=float, default=120, help="seconds a process may take")
    parser.add_argument("--records", help="a file to which all records are added, one a line")
    options = parser.parse_args()
    unknown = set(options.graphs.split(",")) - GRAPHS.keys()
    if unknown:
        parser.error(f"there is no graph {', '.join(unknown)}; there are {', '.join(GRAPHS)}")

    program, python = build(), install_peers()
    operations = options.ops.split(",")
    if options.ops == "all":
        listed = subprocess.run([program, "--list"], stdout=subprocess.PIPE, check=True)
        operations = listed.stdout.decode().split()
    libraries = [OURS, *options.peers.split(",")]
    clock = "cpu" if options.threads == 1 else "wall"
    print(heading(options, clock, libraries), flush=True)
    sound = True
    for name, operation in itertools.product(options.graphs.split(","), operations):
        path = write_graph(program, name)
        is_small = sum(1 for _ in path.open("rb")) <= SMALL
        row = Row(name, operation, clock)
        arguments = ["--graph", path, "--ops", operation, "--threads", str(options.threads)]
        if options.trials:
            arguments += ["--trials", str(options.trials)]
        for _ in range(options.rounds):
            for library in libraries:
                if not row.goes_on(library) or (library == "networkx" and not is_small):
                    continue
                command = [program, "--json"] if library == OURS else [python, HERE / "peers.py"]
                record = run([*command, *arguments], library, options.limit)
                row.add(library, record)
                if options.records and isinstance(record, dict):
                    with open(options.records, "a") as records:
                        records.write(json.dumps(record) + "\n")
        row.compare()
        sound = sound and row.is_sound
        print(row.written(libraries), flush=True)
    sys.exit(0 if sound else 1)


def heading(options, clock, libraries):
    swift = subprocess.run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    version = swift.stdout.decode().splitlines()[0]
    kind = "Processor" if clock == "cpu" else "Wall-clock"
    load = os.getloadavg()[0]
    return "\n".join([
        f"{datetime.date.today()}, {processor()}, {os.cpu_count()} processors, load {load:.1f}"
        f" at the start; {platform.system()}; {version}.",
        "Peers: " + ", ".join((HERE / "requirements.txt").read_text().split()[:3]) + ".",
        f"{kind} seconds, threads: {options.threads}, least of {options.rounds} alternating rounds;"
        " ratio: the fastest peer's time over ours.", "",
        "| Operation | Graph | " + " | ".join(libraries) + " | Ratio | Our peak MB | Results |",
        "|---|---|" + "--:|" * (len(libraries) + 2) + "---|",
    ])


def processor():
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
