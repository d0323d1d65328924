"""What a run needs before it begins: prompts, models behind their gates, and its books.

Servers and keys come later, at the first call that is really made: see `Opening`.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

from factory import __version__
from factory.errors import FactoryError, Fatal
from factory.events import tell
from factory.models import Sampling, Served, provider_of
from factory.models.api_key import api_key
from factory.models.batch import OpenAIBatch
from factory.models.batch_money import BatchModel
from factory.models.calling import Model, tokens_of
from factory.models.gate import Gate
from factory.money.funding import price_of, used_models
from factory.money.purse import Purse
from factory.recipe import Recipe
from factory.stages.prompts import Prompt, load_prompt
from factory.store.spending import Books, count_the_killed, last_run, note_prices, spent_so_far
from factory.store.writer import Writer

log = logging.getLogger("factory")


def load_prompts(recipe: Recipe) -> dict[str, Prompt]:
    """The prompts of all stages that speak with models."""
    sections = {
        "evolve": recipe.evolve.prompt,
        "solve": recipe.solve.prompt,
        "rate": recipe.rate.prompt,
        "rank": recipe.rank.prompt,
        "grade": recipe.grade.prompt,
    }
    return {role: load_prompt(role, path) for role, path in sections.items()}


def check_keys(recipe: Recipe) -> None:
    """Raise Fatal where a variable that the key of a model in use comes from is not set.

    For a run that is new: what is told when a model is opened finds a run that has begun.
    """
    for name in used_models(recipe):
        config = recipe.models[name]
        started_here = config.provider == "vllm" and not config.base_url
        if not started_here:
            api_key(name, config.key_env)


def make_models(
    recipe: Recipe, folder: Path | None = None, say: Callable[[str], None] | None = None
) -> dict[str, Model]:
    """The recipe's models, each behind its gate; a server that is started logs into `folder`."""
    models = {}
    for name, config in recipe.models.items():
        sampling = Sampling(
            config.temperature, config.top_p, config.max_tokens, tuple(config.stop or ())
        )
        served = Served(
            name,
            config.model or name,
            config.base_url,
            config.key_env,
            config.in_flight,
            config.python,
            folder,
            say,
        )
        provider = provider_of(name, config.provider, config.options, served)
        gate = Gate(
            config.in_flight,
            name=name,
            rpm=config.rpm,
            tpm=config.tpm,
            adaptive=config.adaptive,
        )
        kind = BatchModel if isinstance(provider, OpenAIBatch) else Model
        models[name] = kind(
            name,
            config.identity or provider.identity,
            provider,
            gate,
            sampling,
            config.timeout,
            config.retries,
            price_of(config),
            tokens_of(config.options),
        )
    return models


class Opening:
    """Opens the models of a run, all that it uses, when the first call of any is to be made.

    So a run whose replies are all in the journal needs no key and no server, and one that buys
    hears of a missing key, or a server that does not start, before its first reply.
    """

    def __init__(self, models: Mapping[str, Model], used: list[str]):
        self._wanted = [models[name] for name in used]
        self._opened: list[Model] = []
        self._one_at_a_time = asyncio.Lock()
        self._fault: FactoryError | None = None

    async def __call__(self) -> None:
        """Return when all are open; only the first one has to wait for it.

        Raises:
            FactoryError: what a provider raised, or Fatal for what none should raise; again each
                time.
        """
        if self._fault is None and not self._wanted:
            return
        async with self._one_at_a_time:
            if self._fault:
                raise self._fault
            while self._wanted:
                model = self._wanted[0]
                try:
                    await model.provider.open()
                except FactoryError as fault:
                    self._fault = fault
                    raise
                except Exception as fault:
                    log.exception("opening the provider of %s", model.name)
                    said = (
                        f"models.{model.name}: cannot be opened ({type(fault).__name__}: {fault})"
                    )
                    self._fault = Fatal(said)
                    raise self._fault from fault
                self._opened.append(self._wanted.pop(0))
                tell("model_opened", model=model.name, identity=model.identity)

    async def close(self) -> None:
        """Close what was opened, the last one first; a fault there changes nothing of the run."""
        while self._opened:
            model = self._opened.pop()
            model.gate.faults.end()
            try:
                await model.provider.close()
                tell("model_closed", model=model.name)
            except Exception:
                log.exception("closing the provider of %s", model.name)


def open_books(
    recipe: Recipe, connection: duckdb.DuckDBPyConnection, models: dict[str, Model]
) -> Callable[[Writer], Purse]:
    """What earlier starts spent, and the prices of this one; gives what makes the purse.

    Raises:
        UserError: there is a budget, and nobody can say what earlier starts cost.
    """
    number = last_run(connection) + 1
    prices = {model.identity: model.price for model in models.values()}
    killed = count_the_killed(connection, number)
    cap = recipe.budget.usd if recipe.budget else None
    spent = spent_so_far(connection, prices) if cap is not None else 0.0
    used = {models[name].identity for name in used_models(recipe)}
    note_prices(connection, number, {name: prices[name] for name in sorted(used)})
    tell(
        "start",
        run=number,
        factory=__version__,
        cap=cap,
        spent=None if cap is None else spent,
        killed=killed or None,
        models={
            name: {"identity": model.identity, "places": recipe.models[name].in_flight}
            for name, model in models.items()
        },
    )
    return lambda writer: Purse(Books(writer, number), cap, spent)
