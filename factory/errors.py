"""The error model.

    FactoryError
    ├── UserError      a person must change something: one sentence, exit code 2, no traceback
    ├── StoreError     the run file cannot be written: the run stops, exit code 4
    ├── Paused         the run stops cleanly and can go on later (budget, a model that is down):
    │                  exit code 3
    ├── ItemEnd        how one item ends without rows; it never harms another item
    │   ├── Rejected   a decision about the datum, with a reason that can be counted
    │   └── Failed     this item's own fault, settled; `--retry-failed` reopens it
    └── ModelFault     a call that brought no reply, classified once, by the provider
        ├── Transient  try again later (timeouts, 429, 5xx): retried, then the item stays pending
        ├── Refused    this request will never work (4xx, content filter): the item fails
        └── Fatal      no request will work (bad key, unknown model): the run stops, exit code 2

Failure is never a value: nothing here turns into a score, an empty text or a None.
"""


class FactoryError(Exception):
    """Root of everything that factory raises on purpose."""


class UserError(FactoryError):
    """A person must change something; the message says where, what, and what to write instead."""


class StoreError(FactoryError):
    """The run file cannot be written or read; what was committed stays readable."""


class Paused(FactoryError):
    """The run stops cleanly: nothing is lost, and running again goes on. The message says why."""


class ItemEnd(FactoryError):
    """An item ended without rows."""

    def __init__(self, reason: str, detail: str = ""):
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class Rejected(ItemEnd):
    """Decided about the datum; `reason` is a short name that can be counted."""


class Failed(ItemEnd):
    """This item's own fault, settled until `--retry-failed`."""


class ModelFault(FactoryError):
    """A model call that brought no reply."""


class Transient(ModelFault):
    """Worth another try; `retry_after` is in seconds, when the server named a time.

    `busy`: the server turned the request away because it has too much to do (429, 503): the gate
    lets fewer in. `billed` is False where it is certain that nothing was written for this request
    (it was turned away, or never sent); else it counts against a budget at its worst-case price.
    """

    def __init__(
        self,
        message: str,
        retry_after: float | None = None,
        *,
        busy: bool | None = None,
        billed: bool | None = None,
    ):
        super().__init__(message)
        self.retry_after = retry_after
        self.busy = bool(retry_after) if busy is None else busy
        self.billed = not self.busy if billed is None else billed


class Refused(ModelFault):
    """This request will never be answered."""


class Fatal(ModelFault):
    """No request to this model will be answered until a person changes something."""
