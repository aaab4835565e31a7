"""All measurements, one after the other: ``make benchmark`` (the figures are in the method page)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ALL = ("citations", "comparison", "sources", "checks", "pages", "site")
"""Each a module of this package with a table of its own; see its first lines for what it compares."""


def main() -> None:
    """Run every benchmark that is there, each in a process of its own; stop at the first that fails."""
    here = Path(__file__).parent
    for name in ALL:
        if (here / f"{name}.py").exists():
            print(f"\n== {name} ==", flush=True)
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=here.parent, check=True)


if __name__ == "__main__":
    main()
