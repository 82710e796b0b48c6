"""Measures, and writes Docs/Performance.md and its pictures. Benchmarks/report builds what this needs and runs it."""

import argparse
import datetime
import json
import subprocess

import charts
import machine
import page
from measuring import BENCHMARKS, Figures, measure

LAST_RUN = BENCHMARKS / ".build" / "report.json"
PAGE = BENCHMARKS.parent / "Docs" / "Performance.md"
PICTURES = PAGE.with_suffix("")


def consumer(name):
    """Seconds of a clean build of a small program, and bytes of the program, stripped."""
    print(f"building the program {name}", flush=True)
    done = subprocess.run([BENCHMARKS / "consumer", name], stdout=subprocess.PIPE, text=True, check=True)
    _, seconds, size = done.stdout.split()
    return {"seconds": float(seconds), "bytes": int(size)}


def new_run(options):
    programs = ["nothing", "zendesk"] + (["jwt-kit"] if options.jwt_kit_build else [])
    run = {
        "date": datetime.date.today().isoformat(),
        "machine": machine.describe(),
        "consumers": {name: consumer(name) for name in programs},
        "rounds": 1 if options.quick else options.rounds,
    }
    run["figures"] = Figures(measure(run["rounds"])).to_json()
    LAST_RUN.write_text(json.dumps(run))
    return run


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/report")
    parser.add_argument("--quick", action="store_true", help="one round; the figures are worth little")
    parser.add_argument("--rounds", type=int, default=7, help="how often everything is measured")
    parser.add_argument("--jwt-kit-build", action="store_true", help="time a clean build on jwt-kit too, for minutes")
    parser.add_argument("--again", action="store_true", help="write the page from the figures of the last run")
    options = parser.parse_args()

    run = json.loads(LAST_RUN.read_text()) if options.again else new_run(options)
    figures = Figures.from_json(run["figures"])
    PICTURES.mkdir(exist_ok=True)
    charts.draw_all(figures, PICTURES)
    PAGE.write_text(page.text(run, figures, PICTURES.name))
    print(f"Docs/{PAGE.name} and its pictures are written.")


main()
