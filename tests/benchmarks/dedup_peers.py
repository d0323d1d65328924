"""Peers on the same corpus: near duplicates at 0.8, candidates confirmed by exact Jaccard.

PYTHON_OF_PEERS tests/benchmarks/dedup_peers.py NAME corpus.parquet

Runs in an environment of its own with datasketch, rensa, datatrove, semhash. Each uses 64
permutations in 16 bands of 4 and runs of five words, as `factory dedup` does. Prints one line.
"""

import re
import resource
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq

WORD = re.compile(r"[a-z0-9]+")


def peak_memory():
    """GB of this process at its most; `ru_maxrss` would count the process that started it too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e9


def runs_of(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[i : i + 5]) for i in range(len(words) - 4)} or {" ".join(words)}


def alike(one, other):
    return len(one & other) / len(one | other) >= 0.8


def datasketch(texts):
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(num_perm=64, params=(16, 4))
    kept, dropped = {}, 0
    for row, text in enumerate(texts):
        runs = runs_of(text)
        minhash = MinHash(num_perm=64)
        minhash.update_batch([run.encode() for run in runs])
        if any(alike(runs, kept[other]) for other in lsh.query(minhash)):
            dropped += 1
            continue
        lsh.insert(row, minhash)
        kept[row] = runs
    return dropped


def rensa(texts):
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=0.8, num_perm=64, num_bands=16)
    kept, dropped = {}, 0
    for row, text in enumerate(texts):
        runs = runs_of(text)
        minhash = RMinHash(num_perm=64, seed=1)
        minhash.update(list(runs))
        if any(alike(runs, kept[other]) for other in lsh.query(minhash)):
            dropped += 1
            continue
        lsh.insert(row, minhash)
        kept[row] = runs
    return dropped


def datatrove(texts):
    """Its four stages; it confirms nothing, and keeps one of each cluster of candidates."""
    from datatrove.data import Document
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupCluster, MinhashDedupFilter
    from datatrove.pipeline.dedup.minhash import (
        MinhashConfig,
        MinhashDedupBuckets,
        MinhashDedupSignature,
    )
    from datatrove.utils.hashing import HashConfig

    config = MinhashConfig(
        n_grams=5, num_buckets=16, hashes_per_bucket=4, hash_config=HashConfig(hash_fc="sha1")
    )
    with tempfile.TemporaryDirectory() as place:

        def documents():
            return [Document(text=text, id=str(row)) for row, text in enumerate(texts)]

        def count(data, rank=0, world_size=1):
            total = sum(1 for _ in data)
            Path(place, "kept").write_text(str(total))
            yield from ()

        def stage(*steps):
            LocalPipelineExecutor(
                list(steps), tasks=1, logging_dir=f"{place}/log{time.time()}"
            ).run()

        stage(documents(), MinhashDedupSignature(f"{place}/sig", config=config))
        for _ in range(1):
            LocalPipelineExecutor(
                [MinhashDedupBuckets(f"{place}/sig", f"{place}/buckets", config=config)],
                tasks=16,
                workers=2,
                logging_dir=f"{place}/logb",
            ).run()
        stage(MinhashDedupCluster(f"{place}/buckets", f"{place}/remove", config=config))
        stage(documents(), MinhashDedupFilter(f"{place}/remove"), count)
        return len(texts) - int(Path(place, "kept").read_text())


def semhash(texts):
    from semhash import SemHash

    return len(texts) - len(SemHash.from_records(texts).self_deduplicate(0.9).selected)


if __name__ == "__main__":
    name, corpus = sys.argv[1:3]
    texts = pq.read_table(corpus, columns=["text"])["text"].to_pylist()
    started = time.perf_counter()
    dropped = {
        "datasketch": datasketch,
        "rensa": rensa,
        "datatrove": datatrove,
        "semhash": semhash,
    }[name](texts)
    seconds = time.perf_counter() - started
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    busy = sum(one.ru_utime + one.ru_stime for one in used)
    print(f"{len(texts)} {seconds:.1f} {busy:.1f} {peak_memory():.2f} {dropped}")
