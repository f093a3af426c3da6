#!/usr/bin/env python3
"""Measure dateline on the development data, and fail under the recorded floors.

usage: score.py DATELINE DEVDATA

DATELINE is the program, DEVDATA the folder of development data: score/ holds the scorers, each of which prints a line of figures.
.ci/floors.txt holds what the figures must not fall below; raise it when they rise.
"""
import os, re, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))


def floors():
    """Yields (measurement, figure, sign, bound) from lines such as "seeds found >= 18"."""
    with open(os.path.join(HERE, "floors.txt"), encoding="utf8") as f:
        for n, line in enumerate(f, 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            m = re.fullmatch(r"(\S+) +(.+?) +(>=|<=) +(\d+(?:\.\d+)?)", line)
            if not m:
                sys.exit(f"floors.txt:{n}: no line of the form: MEASUREMENT FIGURE >= NUMBER")
            yield m[1], m[2], m[3], float(m[4])


def figure(line, name):
    """Returns the number after name in a scorer's line; of "a/b" a, or the percentage if the name ends in %."""
    m = re.search(r"(?:^|  | )" + re.escape(name.rstrip(" %")) + r" (\d+(?:\.\d+)?)(?:/(\d+))?", line)
    if not m:
        return None
    if name.endswith("%"):
        return 100 * float(m[1]) / max(1.0, float(m[2]))
    return float(m[1])


def main(program, devdata):
    gold = lambda name: os.path.join(devdata, "gold", name)
    temp = tempfile.TemporaryDirectory()

    def run(args, out=None):
        start = time.monotonic()
        p = subprocess.run([program, *args], stdout=out, stderr=subprocess.PIPE, text=True)
        if p.returncode == 2:
            sys.exit(f"dateline {' '.join(args)}: {p.stderr}")
        return time.monotonic() - start

    def graph(name, *paths):
        out = os.path.join(temp.name, name + ".json")
        return out, run(["build", "--quiet", "--json", out, "-o", os.path.join(temp.name, name + ".html"), *paths])

    def score(scorer, *args):
        p = subprocess.run([sys.executable, os.path.join(devdata, "score", scorer), *args], capture_output=True, text=True)
        if p.returncode:
            sys.exit(f"{scorer}: {p.stderr}")
        return p.stdout

    lines = {}

    def record(name, text, seconds):
        # A scorer may list what is missed first; its figures are the last line, or one line for each timeline.
        figures = [l for l in text.splitlines() if l.startswith("timeline")] or text.strip().splitlines()[-1:]
        lines[name] = "  ".join(figures) + f"  seconds {seconds:.2f}"
        print(f"{name}: {lines[name]}", flush=True)

    g, s = graph("seeds", os.path.join(devdata, "seeds"))
    record("seeds", score("events.py", gold("seeds.json"), g), s)
    for name in ("seeds", "wikiwars-dev", "meantime-dev"):
        out = os.path.join(temp.name, "dates.jsonl")
        with open(out, "w") as f:
            s = run(["dates", "--quiet", gold(f"timex-{name}.jsonl")], f)
        record("timex-" + name, score("timex.py", gold(f"timex-{name}.jsonl"), out), s)
    g, s = graph("meantime", gold("events-meantime-dev.jsonl"))
    record("meantime", score("eventdates.py", gold("events-meantime-dev.jsonl"), gold("events-meantime-dev-instances.jsonl"), g), s)
    g, s = graph("ecbplus", gold("coref-ecbplus-dev.jsonl"))
    record("ecbplus", score("merge.py", gold("coref-ecbplus-dev.key.jsonl"), g), s)
    for topic in ("H1N1_reuters", "bpoil_bbc"):
        g, s = graph("days-" + topic, gold(f"days-{topic}-dev.jsonl"))
        record("days-" + topic, score("days.py", gold(f"days-{topic}-dev.dates.json"), g), s)
    _, s = graph("wikipedia", os.path.join(devdata, "corpora", "caucasus-wikipedia"))
    record("wikipedia", "built", s)

    low = 0
    for name, what, sign, bound in floors():
        got = figure(lines.get(name, ""), what)
        if got is None or (got < bound if sign == ">=" else got > bound):
            low += 1
            print(f"FAIL {name}: {what} is {got}, to be {sign} {bound:g}")
    sys.exit(1 if low else 0)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
