"""A real vLLM server under a real recipe: started, killed, started again, gone with the run.

`FACTORY_VLLM_PYTHON` names the Python of an environment with vLLM (the CPU build will do). The
model is made here: a tiny one with random weights, whose replies are garbage.
"""

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import duckdb
import pytest
import yaml
from conftest import run_apart, write_seeds

PYTHON = os.environ.get("FACTORY_VLLM_PYTHON", "")

TINY = """
import os, sys
os.environ["HF_HUB_OFFLINE"] = "1"
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM
bpe = Tokenizer(models.BPE(unk_token=None))
bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
bpe.decoder = decoders.ByteLevel()
corpus = [f"Step {i}: {a} + {b} = {a + b}.\\nThe answer is: {a + b}" for i in range(4)
          for a in range(9) for b in range(9)]
corpus += [open(sys.argv[2]).read()]
bpe.train_from_iterator(corpus, trainers.BpeTrainer(
    vocab_size=1000, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
tokens = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token="<|im_end|>", pad_token="<|pad|>")
tokens.chat_template = (
    "{% for m in messages %}{{ m['role'] + ': ' + m['content'] + '<|im_end|>' }}{% endfor %}"
    "assistant: ")
torch.manual_seed(0)
size = (len(tokens) + 63) // 64 * 64
Qwen2ForCausalLM(Qwen2Config(
    vocab_size=size, hidden_size=64, intermediate_size=128, num_hidden_layers=2,
    num_attention_heads=2, num_key_value_heads=1, max_position_embeddings=4096,
    pad_token_id=tokens.pad_token_id, eos_token_id=tokens.eos_token_id, bos_token_id=None,
    tie_word_embeddings=False)).save_pretrained(sys.argv[1])
tokens.save_pretrained(sys.argv[1])
"""

LIMITS = ["--max-model-len", 4096, "--max-num-seqs", 8]
CPU = {
    "HF_HUB_OFFLINE": "1",
    "TORCHDYNAMO_DISABLE": "1",
    "VLLM_CPU_KVCACHE_SPACE": "1",
    "VLLM_CPU_OMP_THREADS_BIND": "nobind",
    "OMP_NUM_THREADS": "1",
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    if not PYTHON:
        pytest.skip("FACTORY_VLLM_PYTHON names no Python with vLLM")
    folder = tmp_path_factory.mktemp("tiny")
    text = Path(__file__).parent.parent / "factory" / "stages"
    words = folder / "words.txt"
    words.write_text("\n".join(p.read_text(encoding="utf-8") for p in sorted(text.glob("**/*.md"))))
    made = subprocess.run(
        [PYTHON, "-c", TINY, str(folder / "model"), str(words)],
        capture_output=True,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"OMP_NUM_THREADS": "1"},
    )
    assert made.returncode == 0, made.stderr[-2000:]
    return folder / "model"


def recipe(place, tiny, **model):
    settings = {
        "provider": "vllm",
        "model": str(tiny),
        "identity": "tiny-random",
        "python": PYTHON,
        "max_tokens": 24,
        "in_flight": 8,
        "retries": 8,
        "options": {
            "args": ["--dtype", "float32", *LIMITS, "--enforce-eager"],
            "env": CPU,
            "start_timeout": 240,
        },
        **model,
    }
    text = write_seeds(place / "s", 24).read_text()
    seeds = [json.loads(line) for line in text.splitlines()]
    with (place / "seeds.jsonl").open("w") as file:
        for n, row in enumerate(seeds):
            answer = row["answer"].removeprefix("#### ")
            given = [f"Step 1: We multiply.\nThe answer is: {answer}"] if n % 2 else None
            row = {"text": row["question"], "reference_answer": answer, "solutions": given}
            file.write(json.dumps(row) + "\n")
    path = place / "vllm.yaml"
    path.write_text(
        yaml.safe_dump(
            {
                "seeds": {"path": str(place / "seeds.jsonl")},
                "models": {"m": settings},
                "evolve": {"model": "m", "tries": 2, "rounds": ROUNDS},
                "solve": {"model": "m", "samples": 4, "tries": 2},
                "rate": {"judges": ["m"], "tries": 2},
                "screen": {"too_easy": "keep"},
            }
        )
    )
    return path


ROUNDS = [
    {"direction": "downward", "from": "seed"},
    {"direction": "upward", "from": "seed", "variants": 2},
]


def servers(model):
    """Process ids of the API servers that serve this model, by what /proc says."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                command = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if command[1:2] == [b"-m"] and str(model).encode() in command:
                found.append(int(folder.name))
    return found


def gone(model, seconds=40):
    until = time.monotonic() + seconds
    while servers(model) and time.monotonic() < until:
        time.sleep(0.2)
    return not servers(model)


def replies(folder):
    log = folder / "vllm-m-0.log"
    text = log.read_text(errors="replace") if log.exists() else ""
    return len(re.findall(r'"POST /v1/chat/completions HTTP/1.1" 200', text))


def wait_for(run, folder, count):
    until = time.monotonic() + 280
    while replies(folder) < count and run.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    assert replies(folder) >= count, run.poll()


@pytest.mark.vllm
@pytest.mark.timeout(900)
def test_garbage_is_rejected_for_reasons_and_a_dead_server_or_run_loses_nothing(tmp_path, tiny):
    path, folder = recipe(tmp_path, tiny), tmp_path / "vllm"
    env = {"SECRET_KEY": "do-not-tell", "OPENAI_API_KEY": "do-not-tell"}

    run = run_apart(path, tmp_path, env=env)
    wait_for(run, folder, 20)
    (server,) = servers(tiny)
    environment = Path(f"/proc/{server}/environ").read_bytes()
    assert b"do-not-tell" not in environment
    run.kill()
    run.communicate()
    assert gone(tiny), "the server outlived the run that was killed"

    bought = replies(folder)
    run = run_apart(path, tmp_path, env=env)
    wait_for(run, folder, bought + 20)
    os.killpg(servers(tiny)[0], signal.SIGKILL)
    output, _ = run.communicate(timeout=600)
    assert run.returncode == 0, output
    assert "starting a vLLM server" in output
    assert "It is started again" in output
    assert gone(tiny)

    with duckdb.connect(str(folder / "run.duckdb"), read_only=True) as connection:
        ends = connection.execute(
            "select stage, status, reason, count(*) from outcomes group by all order by all"
        ).fetchall()
        ((stored,),) = connection.execute("select count(*) from replies").fetchall()
    reasons = {reason for stage, _, reason, _ in ends if stage in ("evolve", "solve")}
    assert reasons - {None} and not reasons & {"refused_by_server", "unusable_reply"}, ends
    total, done = {}, {}
    for stage, status, _, n in ends:
        total[stage] = total.get(stage, 0) + n
        done[stage] = done.get(stage, 0) + (n if status == "done" else 0)
    # Half of the seeds bring a solution: those are evolved, the others solved.
    assert total["seed"] == total["admit"] == total["verify"] == 24
    assert total["solve"] == 4 * 12
    assert total["evolve"] == 3 * 12
    assert total.get("eliminate", 0) == done["evolve"]
    # Each reply was paid once, but for what was in flight at the two kills.
    assert stored <= replies(folder) <= stored + 2 * 8


@pytest.mark.vllm
@pytest.mark.timeout(300)
def test_a_server_that_cannot_start_stops_the_run_with_the_end_of_its_log(tmp_path, tiny):
    path = recipe(tmp_path, tiny, model=str(tmp_path / "no-such-model"))
    run = run_apart(path, tmp_path)
    output, _ = run.communicate(timeout=240)
    assert run.returncode == 2, output
    assert "models.m: the vLLM server ended with exit code 1" in output
    assert "no-such-model" in output
