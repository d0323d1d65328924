"""Any distilabel LLM class as a provider, through its own generate methods.

    provider: distilabel
    model: gpt-4o-mini
    key_env: OPENAI_API_KEY
    options: {llm: "distilabel.models:OpenAILLM", kwargs: {timeout: 60}}

Promises: one conversation a call; text, token counts and ending as the class tells them; a
classified fault for whatever it raises, without the key in it. A generation of None is no reply:
it is asked for again. Does not promise what the class leaves out: no schema is sent (replies are
checked all the same), reasoning and the real finish reason are lost. A reply as long as
`max_tokens` counts as cut off.

Decided here:
- `temperature`, `top_p`, `max_tokens`, `stop` go under the names that the class's own method has
  for them; one that it has no name for is said once, and left to the class.
- Asynchronous classes run on the loop. Others are not made for several threads at once: they get
  one thread of their own, and one conversation after the other.
- Where the class retries by itself (`max_retries`), that is set to 0: retries are the gate's, and
  a budget must see every call.
"""

import asyncio
import importlib
import inspect
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from pydantic import Field, ValidationError

from factory.errors import FactoryError, Fatal, UserError
from factory.models import Reply, Request, Served
from factory.models.api_key import api_key
from factory.models.distilabel_calls import NAMES, fault_of, own_limit, read_output, settings_of
from factory.models.faults import Callee
from factory.settings.forms import Section

PLACE = {"base_url", "host", "timeout", "max_retries", "default_headers", "endpoint_name"}
"""Arguments that say where and how a model is served: no part of its identity."""


class DistilabelOptions(Section):
    """Which class, and how it is made."""

    llm: str = Field(pattern=r"^[A-Za-z_][\w.]*:[A-Za-z_]\w*$")
    """The class by its import path, as distilabel.models:OpenAILLM."""
    kwargs: dict[str, Any] = Field(default={})
    """Arguments of the class; model, base_url and key come from the model's own settings."""


class Distilabel:
    """A model behind a distilabel LLM class; see `DistilabelOptions`."""

    Options = DistilabelOptions

    def __init__(self, served: Served, **options: Any):
        self.served = served
        self.options = DistilabelOptions.model_validate(options)
        self.where = f"models.{served.name}"
        refuse_misplaced(self.options.kwargs, self.where)
        self.kind = llm_class(self.options.llm, self.where)
        self.fixed = dict(self.options.kwargs.get("generation_kwargs") or {})
        self.llm = self._made()
        self.model = self._model_name()
        self.identity = f"distilabel:{self.options.llm}:{self.model}{self._changes()}"
        self.method = getattr(self.llm, "agenerate", None)
        self.takes = inspect.signature(self.method or self.llm.generate).parameters
        self.callee = Callee(served.name, self.model, self._address(), served.key_env)
        self.thread: ThreadPoolExecutor | None = None
        self._opening = asyncio.Lock()
        self._loaded = False
        self._lost: set[str] = set()

    def __repr__(self) -> str:
        return f"Distilabel({self.served.name}: {self.identity})"

    async def open(self) -> None:
        """Give the class its key and have it load; once is enough.

        Raises:
            Fatal: the variable with the key is not set, or the class cannot load.
        """
        async with self._opening:
            if self._loaded:
                return
            key = api_key(self.served.name, self.served.key_env)
            if key and "api_key" in self.kind.model_fields:
                self.llm.api_key = key
            address = self._address()
            self.callee = Callee(self.served.name, self.model, address, self.served.key_env, key)
            self.thread = None if self.method else ThreadPoolExecutor(1, "distilabel")
            try:
                await self._in_its_place(self.llm.load)
            except Exception as error:
                said = self.callee.without_key(f"{type(error).__name__}: {error}")
                raise Fatal(f"{self.where}: {self.kind.__name__} cannot load ({said})") from None
            self._loaded = True

    async def reply(self, request: Request) -> Reply:
        """Ask for one generation.

        Raises:
            Transient, Refused, Fatal: see `factory.models.faults`.
        """
        await self.open()
        settings = self._settings(request)
        asked = [{"role": m.role, "content": m.content} for m in request.messages]
        try:
            if self.method:
                output = await self.method(input=asked, **settings)
            else:
                outputs = await self._in_its_place(
                    lambda: self.llm.generate(inputs=[asked], num_generations=1, **settings)
                )
                output = outputs[0]
            return read_output(output, request.sampling.max_tokens)
        except FactoryError:
            raise
        except Exception as error:
            # Without the cause: it may hold the request, and the request the key.
            raise fault_of(error, self.callee) from None

    async def close(self) -> None:
        """Have the class let go of what it loaded."""
        if not self._loaded:
            return
        self._loaded = False
        client = getattr(self.llm, "_aclient", None)
        shut = getattr(client, "close", None) or getattr(client, "aclose", None)
        if shut and inspect.isawaitable(closing := shut()):
            await closing
        await self._in_its_place(self.llm.unload)
        if self.thread:
            self.thread.shutdown(wait=False, cancel_futures=True)

    async def _in_its_place(self, work: Callable[[], Any]) -> Any:
        """On the loop for an asynchronous class, else in the class's own thread."""
        if self.thread is None:
            return work()
        return await asyncio.get_running_loop().run_in_executor(self.thread, work)

    def _made(self) -> Any:
        fields = self.kind.model_fields
        kwargs = dict(self.options.kwargs)
        if "model" in fields:
            kwargs.setdefault("model", self.served.model)
        if self.served.base_url and "base_url" in fields:
            if len(self.served.base_url) > 1:
                raise UserError(f"{self.where}.base_url: {self.options.llm} takes one address")
            kwargs.setdefault("base_url", self.served.base_url[0])
        if "max_retries" in fields:
            kwargs.setdefault("max_retries", 0)
        try:
            return self.kind(**kwargs)
        except ValidationError as error:
            said = "; ".join(
                f"{self.where}.options.kwargs.{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
                for fault in error.errors(include_url=False, include_input=False)
            )
            raise UserError(said) from None
        except Exception as error:
            raise UserError(f"{self.where}.options.kwargs: {error}") from None

    def _model_name(self) -> str:
        try:
            return str(self.llm.model_name or self.served.model)
        except Exception:  # some classes ask their server for it, and have none before `load`
            return self.served.model

    def _changes(self) -> str:
        """The arguments that change what the model says, for its identity."""
        kept = {k: v for k, v in self.options.kwargs.items() if k not in PLACE | {"model"}}
        return f" {json.dumps(kept, sort_keys=True, default=str)}" if kept else ""

    def _address(self) -> str:
        for name in ("base_url", "host", "endpoint_name"):
            if address := getattr(self.llm, name, None):
                return str(address)
        return str(self.kind.__name__)

    def _settings(self, request: Request) -> dict[str, Any]:
        """The request's sampling under the names of this class, over what the recipe fixed.

        Raises:
            Fatal: replies would be cut off at a length that nobody set.
        """
        settings, lost = settings_of(request, self.takes, self.fixed)
        self._say_lost(lost)
        if request.sampling.max_tokens is None and (short := own_limit(self.takes)):
            raise Fatal(
                f"{self.where}.max_tokens: {self.kind.__name__} ends a reply after {short} "
                "tokens unless told otherwise; write how many it may have"
            )
        return settings

    def _say_lost(self, lost: list[str]) -> None:
        new = [setting for setting in lost if setting not in self._lost]
        self._lost.update(new)
        if new and self.served.say:
            names = ", ".join(new)
            self.served.say(f"{self.where}: {self.kind.__name__} takes no {names}; left to itself")


def refuse_misplaced(kwargs: Mapping[str, Any], where: str) -> None:
    """Refuse arguments that have a setting of their own.

    Raises:
        UserError: naming the argument and the setting.
    """
    if "api_key" in kwargs:
        raise UserError(
            f"{where}.options.kwargs.api_key: a key does not belong into a recipe; write the name "
            f"of the variable that holds it as {where}.key_env"
        )
    fixed = kwargs.get("generation_kwargs") or {}
    if not isinstance(fixed, dict):
        raise UserError(f"{where}.options.kwargs.generation_kwargs: must be a mapping")
    for setting, names in NAMES.items():
        if setting != "seed" and (taken := [name for name in names if name in fixed]):
            raise UserError(
                f"{where}.options.kwargs.generation_kwargs.{taken[0]}: "
                f"write it as {where}.{setting}"
            )


def llm_class(path: str, where: str) -> Any:
    """The distilabel LLM class at `package.module:Name`.

    Raises:
        UserError: distilabel or the class is not there, or it is no LLM.
    """
    module, _, name = path.partition(":")
    try:
        root = importlib.import_module("distilabel.models.llms.base")
    except ImportError as error:
        raise UserError(
            f"{where}: for the provider 'distilabel', {error.name} is missing: "
            "pip install 'factory[distilabel]'"
        ) from None
    try:
        found = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise UserError(f"{where}.options.llm: cannot load {path}: {error}") from None
    if not (isinstance(found, type) and issubclass(found, root.LLM)):
        raise UserError(f"{where}.options.llm: {path} is no distilabel LLM class")
    return found
