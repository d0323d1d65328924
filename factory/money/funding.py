"""Before anything is bought: the price of every model, and whether a budget can hold at all."""

from collections.abc import Mapping

from factory.errors import UserError
from factory.models.batch_options import BatchOptions
from factory.money.prices import FREE, Price, listed_price
from factory.settings import Recipe
from factory.settings.sources import BATCH, ModelConfig

ADDRESS = "https://api.openai.com/v1"
"""Where provider `openai` goes when a recipe names no address."""
LENGTHS = ("max_tokens", "max_completion_tokens", "n", "best_of")
"""Fields that a recipe's own `options.body` must leave alone for a cap on a reply to hold."""


def price_of(config: ModelConfig) -> Price | None:
    """The recipe's price, else the list's for every address of the model; None: not known.

    Batches cost less than that, by `options.discount`.
    """
    price = _full_price_of(config)
    if price is None or config.provider != BATCH:
        return price
    off = BatchOptions.model_validate(config.options).discount
    cached = None if price.cached is None else price.cached * (1 - off)
    source = f"{price.source}, {off:.0%} off"
    return Price(price.input * (1 - off), price.output * (1 - off), cached, source, price.version)


def _full_price_of(config: ModelConfig) -> Price | None:
    if config.price:
        own = config.price
        return Price(own.input, own.output, own.cached_input, "recipe", "")
    if config.provider == "symbolic":
        return FREE
    if config.provider not in ("openai", BATCH) or config.model is None:
        return None
    prices = [listed_price(config.model, address) for address in config.base_url or (ADDRESS,)]
    # Of several addresses nobody knows which one answers: the price must be the same at all.
    return prices[0] if all(price == prices[0] for price in prices) else None


def used_models(recipe: Recipe) -> list[str]:
    """Names of the models that stages of the recipe call."""
    names = [recipe.evolve.model, recipe.solve.model]
    names += [*recipe.rate.judges, *recipe.rank.judges, *recipe.grade.judges]
    return list(dict.fromkeys(names))


def refuse_unbounded(recipe: Recipe, prices: Mapping[str, Price | None]) -> None:
    """Raise UserError where a cap could not be held: nothing has been bought yet.

    `prices` are by the names of the recipe.
    """
    faults = []
    for name in used_models(recipe):
        config, price = recipe.models[name], prices[name]
        if price is None:
            faults.append(
                f"models.{name}: its price is not known, and a budget needs one; write "
                "`price: {input: ..., output: ...}` in dollars per million tokens (0 for a server "
                "of your own)"
            )
        elif price.output and config.max_tokens is None:
            faults.append(
                f"models.{name}: a budget needs `max_tokens`; without it nothing bounds the cost "
                "of a reply"
            )
        body = config.options.get("body")
        taken = [field for field in LENGTHS if isinstance(body, dict) and field in body]
        if price is not None and not price.free and taken:
            faults.append(
                f"models.{name}.options.body: {', '.join(taken)} changes how long replies can "
                "be, and a budget could not hold; take it out"
            )
    if faults:
        raise UserError("\n".join(faults))
