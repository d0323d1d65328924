r"""math-verify in a process of its own, called as well as it can be called.

Promise: both sides are LaTeX in `$ … $` (bare strings cost it much of its recall), both of its
extractors with boxes first, its own time limits of 5 seconds, and, since those can fail, an end
by the parent after 60. An empty parse or a time-out of its own is `undecided`.
"""

import json
import re
import select
import subprocess
import sys
import time
from types import TracebackType
from typing import Any, NamedTuple

LIMIT = 60.0
_DELIMITED = re.compile(r"(?<!\\)\$|\\\(|\\\[|\\boxed|\\begin\{align")


class Said(NamedTuple):
    """Its verdict, and the seconds that it took inside of its process."""

    outcome: str
    seconds: float


def dollars(answer: str) -> str:
    """An isolated answer as LaTeX that math-verify finds."""
    return answer if _DELIMITED.search(answer) else f"${answer}$"


class MathVerify:
    """One process of math-verify; started at the first pair, started again when it was ended."""

    def __init__(self) -> None:
        probe = "import importlib.util as u; raise SystemExit(u.find_spec('math_verify') is None)"
        self.installed = subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
        self._process: subprocess.Popen[str] | None = None

    def verify(self, gold: str, candidate: str) -> Said:
        """One verdict on texts as they stand; `dollars` dresses isolated answers for it."""
        process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps([gold, candidate]) + "\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], LIMIT)[0]:
            self.close()
            return Said("undecided", LIMIT)
        line = process.stdout.readline()
        if not line:
            self.close()
            return Said("undecided", 0.0)
        return Said(*json.loads(line))

    def answers(self, gold: str, candidate: str) -> Said:
        """One verdict on two isolated answers."""
        return self.verify(dollars(gold), dollars(candidate))

    def _start(self) -> subprocess.Popen[str]:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        return self._process

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def __enter__(self) -> "MathVerify":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def serve() -> None:
    """Answer pairs from standard input, one JSON line each, until it ends."""
    from math_verify import ExprExtractionConfig, LatexExtractionConfig, parse, verify

    def read(text: str) -> list[Any]:
        extractors = [LatexExtractionConfig(boxed_match_priority=0), ExprExtractionConfig()]
        found: list[Any] = parse(text, extractors, parsing_timeout=5)
        return found

    def outcome(gold: str, candidate: str) -> str:
        left, right = read(gold), read(candidate)
        if not left or not right:
            return "undecided"
        try:
            same = verify(left, right, float_rounding=6, timeout_seconds=5, raise_on_error=True)
        except Exception:
            return "undecided"
        return "equal" if same else "different"

    for line in sys.stdin:
        started = time.perf_counter()
        said = outcome(*json.loads(line))
        print(json.dumps([said, time.perf_counter() - started]), flush=True)


if __name__ == "__main__":
    serve()
