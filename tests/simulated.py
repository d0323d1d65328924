"""Time that costs nothing: an event loop whose clock jumps to the next timer."""

import asyncio
import selectors


class _Jump(selectors.SelectSelector):
    """Never sleeps: it moves the loop's clock on instead."""

    def __init__(self):
        super().__init__()
        self.clock = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout:
            self.clock += timeout
        return ready


class SimulatedLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.jump = _Jump()
        super().__init__(self.jump)

    def time(self):
        return self.jump.clock


def simulate(coroutine):
    """Run to the end, in simulated time; returns (result, seconds)."""
    with asyncio.Runner(loop_factory=SimulatedLoop) as runner:
        result = runner.run(coroutine)
        return result, runner.get_loop().time()


class Server:
    """A server with so many workers; the rest waits in its queue, or is turned away."""

    def __init__(self, workers, seconds, *, queue=True):
        self.workers, self.seconds, self.queue = workers, seconds, queue
        self.inside = self.most = self.turned_away = self.served = 0
        self._room = None

    async def serve(self):
        """True when it was served."""
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            if not self.queue and self.inside > self.workers:
                self.turned_away += 1
                await asyncio.sleep(0.01)
                return False
            self._room = self._room or asyncio.Semaphore(self.workers)
            async with self._room:
                await asyncio.sleep(self.seconds)
            self.served += 1
            return True
        finally:
            self.inside -= 1
