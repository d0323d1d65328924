"""The other side of `models.py`: one client, run by the Python of its own environment.

    PYTHON models_peers.py CLIENT CALLS IN_FLIGHT URL FOLDER

Each does what its documentation shows for many prompts, with as much in flight as it is told,
its own retries as they come, and prints a JSON line.
"""

import asyncio
import sys
from pathlib import Path

from models_asked import MOST, Clock, messages


async def all_of(ask, calls, in_flight):
    """Ask for every number, so many at a time; how many came back."""
    left, back = iter(range(calls)), 0

    async def one_after_another():
        nonlocal back
        for number in left:
            if await ask(number):
                back += 1

    await asyncio.gather(*(one_after_another() for _ in range(in_flight)))
    return back


def bare_aiohttp(calls, in_flight, url, folder):
    import aiohttp

    async def run():
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector) as session:

            async def ask(number):
                body = {
                    "model": "tiny",
                    "messages": messages(number),
                    "temperature": 0.7,
                    "max_tokens": MOST,
                }
                async with session.post(f"{url}/chat/completions", json=body) as answer:
                    return (await answer.json())["choices"][0]["message"]["content"]

            clock = Clock()
            clock.report(rows=await all_of(ask, calls, in_flight))

    asyncio.run(run())


def openai_client(calls, in_flight, url, folder, transport=None):
    import openai

    async def run():
        http = openai.DefaultAioHttpClient() if transport else None
        client = openai.AsyncOpenAI(base_url=url, api_key="none", http_client=http)

        async def ask(number):
            answer = await client.chat.completions.create(
                model="tiny", messages=messages(number), temperature=0.7, max_tokens=MOST
            )
            return answer.choices[0].message.content

        clock = Clock()
        clock.report(rows=await all_of(ask, calls, in_flight))
        await client.close()

    asyncio.run(run())


def openai_over_aiohttp(*settings):
    openai_client(*settings, transport="aiohttp")


def curator(calls, in_flight, url, folder):
    import tiktoken

    # Its tokenizer is a download that no machine without network has. This one counts bytes: it
    # costs less, so what it changes is in the peer's favour.
    tiktoken.get_encoding = tiktoken.encoding_for_model = lambda name: tiktoken.Encoding(
        "bytes",
        pat_str=r"\S+|\s+",
        mergeable_ranks={bytes([i]): i for i in range(256)},
        special_tokens={},
    )
    from bespokelabs import curator as peer

    class Solve(peer.LLM):
        def prompt(self, input):
            return messages(input["number"])

        def parse(self, input, response):
            return [{"number": input["number"], "text": response}]

    solve = Solve(
        model_name="tiny",
        backend="openai",
        generation_params={"temperature": 0.7, "max_tokens": MOST},
        backend_params={
            "base_url": url,
            "api_key": "none",
            "max_concurrent_requests": in_flight,
            "max_requests_per_minute": 10_000_000,
            "max_tokens_per_minute": 10_000_000_000,
            "require_all_responses": False,
        },
    )
    clock = Clock()
    made = solve([{"number": n} for n in range(calls)], working_dir=str(folder))
    rows = made.dataset if hasattr(made, "dataset") else made
    clock.report(rows=len(rows))


def distilabel(calls, in_flight, url, folder):
    from distilabel.models import OpenAILLM

    settings = {"temperature": 0.7, "max_new_tokens": MOST}
    llm = OpenAILLM(model="tiny", base_url=url, api_key="none", generation_kwargs=settings)
    pipeline_of(calls, in_flight, folder, [llm])


def distilabel_engine(calls, in_flight, url, folder):
    """Two text-generation steps on a model that answers at once."""
    from models_instant import Instant

    pipeline_of(calls // 2, in_flight, folder, [Instant(), Instant()])


def pipeline_of(rows, in_flight, folder, models):
    from distilabel.pipeline import Pipeline
    from distilabel.steps import LoadDataFromDicts
    from distilabel.steps.tasks import TextGeneration

    asked = [messages(number) for number in range(rows)]
    data = [{"system_prompt": one[0]["content"], "instruction": one[1]["content"]} for one in asked]
    with Pipeline("peer", cache_dir=Path(folder)) as pipeline:
        last = LoadDataFromDicts(name="load", data=data, batch_size=in_flight)
        for place, llm in enumerate(models):
            step = TextGeneration(
                name=f"write_{place}",
                llm=llm,
                input_batch_size=in_flight,
                output_mappings={"generation": f"generation_{place}"},
            )
            last >> step
            last = step
    clock = Clock()
    made = pipeline.run(use_cache=True)
    rows = made["default"]["train"]
    back = [row for row in rows["generation_0"] if row] if "generation_0" in rows.features else []
    clock.report(rows=len(back))


CLIENTS = {
    "aiohttp": bare_aiohttp,
    "openai": openai_client,
    "openai-aiohttp": openai_over_aiohttp,
    "curator": curator,
    "distilabel": distilabel,
    "distilabel-engine": distilabel_engine,
}

if __name__ == "__main__":
    name, calls, in_flight, url, folder = sys.argv[1:]
    CLIENTS[name](int(calls), int(in_flight), url, folder)
