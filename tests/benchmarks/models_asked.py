"""What every client of `models.py` asks and hears, and how it reports; imports nothing of ours."""

import json
import resource
import sys
import time

SYSTEM = "You solve mathematics problems step by step. " * 12
PROBLEM = "A shop sells 24 boxes of tiles a day, and each box holds 12 tiles. " * 4
TEXT = "Step 1: Natalia sold 48 / 2 = 24 clips in May.\n" * 6 + "The answer is: 72"
MOST = 256
"""Tokens a reply may have."""


def messages(number):
    """The conversation of one request; every number is another one."""
    user = f"## Problem\n{PROBLEM}{number}"
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": user}]


class Clock:
    """Wall and CPU seconds of this process and its children since it was made."""

    def __init__(self):
        self.started, self.used = time.perf_counter(), cpu()

    def report(self, **more):
        """Print one JSON line; the benchmark reads the last one."""
        seconds = time.perf_counter() - self.started
        print(json.dumps({"seconds": seconds, "cpu": cpu() - self.used, **more}))
        sys.stdout.flush()


def cpu():
    """CPU seconds so far, children that ended included."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
