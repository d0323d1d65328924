"""What runs inside of a worker process: a nursery that forks one confined child after another.

The nursery imports what the task needs and computes nothing. Its child answers requests until it
is killed; the next child is forked from the warm nursery within milliseconds, so a bomb costs its
own time and no import of SymPy.

Stops, in the child: endless loops, also inside of C code (the kernel's alarm, which needs nobody
left to kill it); memory over the limit (RLIMIT_AS); files written, processes and threads started,
sockets (kernel limits and an audit hook that ends the process); gmpy2 and flint, whose calls
cannot be bounded by memory; output that would disturb the protocol.
Does not stop: a determined attacker who runs machine code; a worker has the rights of its user.

The protocol is length-prefixed JSON on standard input and output, one request at a time:
`{"function": "factory.some.module:function", "args": [...], "seconds": 5}` is answered by
`{"started": true}` and then by one of `{"result": ...}`, `{"error": "..."}` (the function raised),
or `{"ended": "deadline" | "memory" | "confined"}` (the child is gone, the next one is ready).
`{"again": true}` asks for the request once more: the nursery has imported what it needs.
"""

import contextlib
import gc
import importlib
import json
import os
import resource
import signal
import struct
import sys
from typing import Any, BinaryIO, NoReturn

HEADER = struct.Struct(">I")
_ALLOWED = "factory."
_BANNED = ("gmpy2", "gmpy", "flint", "sage")
_OUT_OF_MEMORY = 77
_BROKE_OUT = 78
_WANTS_MODULE = 79
_ENDS = {-signal.SIGALRM: "deadline", _OUT_OF_MEMORY: "memory", _BROKE_OUT: "confined"}
_SYSTEM = ("os.", "subprocess.", "socket.", "shutil.", "ctypes.", "pty.", "signal.", "_posixsub")
_HARMLESS = frozenset(("os.listdir", "os.scandir", "os.walk", "os.fwalk"))
_tried: set[str] = set()
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def check_name(function: str) -> tuple[str, str]:
    """(module, function) of a name that may be run; raises ValueError for every other."""
    module, _, name = function.partition(":")
    parts = module.split(".")
    if not function.startswith(_ALLOWED) or not all(part.isidentifier() for part in parts):
        raise ValueError(
            f"{function!r}: name a function of factory, as 'factory.some.module:function'"
        )
    if not name.isidentifier() or name.startswith("_"):
        raise ValueError(f"{function!r}: after the colon stands the name of a public function")
    return module, name


def frame(value: Any) -> bytes:
    """A value as it stands on the pipe."""
    body = json.dumps(value).encode()
    return HEADER.pack(len(body)) + body


def serve(memory_mb: int) -> None:
    """Answer requests until standard input closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to handle
    for name in _BANNED:
        sys.modules[name] = None  # type: ignore[assignment]  # whoever imports it gets ImportError
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, memory_mb * 1024 * 1024)
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a function prints must not reach the protocol
    wanted, wish = os.pipe()
    while True:
        gc.freeze()  # the collector would copy every page that the children share
        child = os.fork()
        if child == 0:
            _live(source, sink, wish)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code == _WANTS_MODULE:
            _load(os.read(wanted, 4096).decode())
            _send(sink, {"again": True})
        elif code in _ENDS:
            _send(sink, {"ended": _ENDS[code]})
        else:  # asked to end, or ended from outside, perhaps in mid-sentence
            os._exit(code if code >= 0 else 128 - code)


def _load(module: str) -> None:
    """Import for all children to come; a module that fails is left to the child, which says so."""
    _tried.add(module)
    with contextlib.suppress(Exception):
        importlib.import_module(module)


def _live(source: BinaryIO, sink: BinaryIO, wish: int) -> NoReturn:
    code = 1
    try:
        _confine()
        while len(header := source.read(HEADER.size)) == HEADER.size:
            request = json.loads(source.read(HEADER.unpack(header)[0]))
            module = check_name(request["function"])[0]
            if module not in _tried:
                os.write(wish, module.encode())
                os._exit(_WANTS_MODULE)
            _answer(request, sink)
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def _answer(request: dict[str, Any], sink: BinaryIO) -> None:
    try:
        function = _function(request["function"])
        _send(sink, {"started": True})
        signal.setitimer(signal.ITIMER_REAL, max(request["seconds"], 0.001))
        reply = frame({"result": function(*request["args"])})
    except MemoryError:
        raise
    except Exception as fault:
        reply = frame({"error": f"{type(fault).__name__}: {str(fault)[:500]}"})
    signal.setitimer(signal.ITIMER_REAL, 0)
    sink.write(reply)
    sink.flush()


def _send(sink: BinaryIO, value: Any) -> None:
    sink.write(frame(value))
    sink.flush()


def _function(name: str) -> Any:
    module_name, function_name = check_name(name)
    function = getattr(importlib.import_module(module_name), function_name, None)
    if not callable(function) or getattr(function, "__module__", None) != module_name:
        raise ValueError(f"{name!r}: {module_name} defines no function {function_name!r}")
    return function


def _confine() -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    sys.dont_write_bytecode = True
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    sys.addaudithook(_watch)


def _limit(what: int, most: int) -> None:
    with contextlib.suppress(ValueError, OSError):  # a system that knows no such limit
        resource.setrlimit(what, (most, most))


def _watch(event: str, args: tuple[Any, ...]) -> None:
    """End this process where it does what no comparison of answers has to do."""
    if event == "open":
        if isinstance(args[2], int) and args[2] & _WRITES:
            os._exit(_BROKE_OUT)
    elif event.startswith(_SYSTEM) and event not in _HARMLESS:
        if event == "ctypes.dlopen" and args[0] is None:
            return  # what `import ctypes` does by itself
        os._exit(_BROKE_OUT)
