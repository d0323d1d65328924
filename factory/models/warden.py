"""Stands between a run and a server that it started: the server never outlives the run.

`python warden.py SECONDS COMMAND…` starts the command in a session of its own, prints its process
id, and waits. When standard input ends (the run closed it, or died in whatever way) or the command
ends, everything in that session's process group is ended: SIGTERM, after SECONDS SIGKILL. Its exit
code is the command's. It needs the standard library alone, so that any Python can run it.

Does not promise: to act when it is itself killed with SIGKILL, or to reach a process that left
the group.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading


def main() -> int:
    """Start the command, wait, clean up."""
    grace, command = float(sys.argv[1]), sys.argv[2:]
    # A Ctrl-C is for the run alone: it lets what is in flight end, then closes our input.
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True
    )
    print(child.pid, flush=True)

    def end(*_: object) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGTERM)
        late = threading.Timer(grace, kill)
        late.daemon = True
        late.start()

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)

    def listen() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 4096):
                pass
        end()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=listen, daemon=True).start()
    code = child.wait()
    kill()  # whatever the command left behind
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main())
