"""Settings of the provider `openai-batch`, beyond those of every OpenAI-compatible server."""

from pydantic import Field

from factory.models.wire import ServerOptions


class BatchOptions(ServerOptions):
    """How requests are put into batches."""

    requests: int = Field(default=50_000, ge=1, le=50_000)
    """Requests in a file at most; write fewer where the server's limit of enqueued tokens is
    low."""
    megabytes: float = Field(default=200.0, gt=0, le=200)
    """Size of a file at most, in millions of bytes."""
    linger: float = Field(default=10.0, ge=0, le=3600)
    """Seconds without a new request after which a file is sent although it is not full."""
    poll: float = Field(default=30.0, gt=0, le=3600)
    """Seconds between two looks at a batch."""
    window: str = Field(default="24h", pattern=r"^[1-9][0-9]{0,2}[hd]$")
    """The time that the server has for a batch; what it does not come to is sent again."""
    resend: int = Field(default=3, ge=0, le=20)
    """Times that a request is put into another batch after its batch ended without it."""
    discount: float = Field(default=0.5, ge=0, lt=1)
    """Share that a batch costs less than the price of the recipe or of the price list says."""
