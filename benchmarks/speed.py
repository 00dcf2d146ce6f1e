"""What kg costs above the language model: whole extraction against raw nlp.pipe, in one run.

    python benchmarks/speed.py CORPUS.jsonl [--model md] [--rounds 3] [--documents N]

CORPUS.jsonl is anything kg build reads. Both read the same documents with the same loaded model, in turns,
after one turn that is not counted; given are the medians of wall and processor seconds, and their ratios.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from kg.config import Config
from kg.corpus import read_documents
from kg.extract import Reader, extract_documents, open_reader
from kg.model import Document

Times = tuple[float, float]  # wall and processor seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", default="md")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=int, default=None, help="the first N documents alone")
    options = parser.parse_args()
    documents = list(read_documents([options.corpus], lambda problem: None))[: options.documents]
    reader = open_reader(Config(model=options.model))
    raw, whole = measure(documents, reader, max(options.rounds, 1))
    characters = sum(len(document.text) for document in documents)
    out(f"{len(documents)} documents, {characters:,} characters; model {options.model}; {len(raw)} rounds")
    report("wall", [wall for wall, _ in raw], [wall for wall, _ in whole])
    report("processor", [processor for _, processor in raw], [processor for _, processor in whole])


def measure(documents: Sequence[Document], reader: Reader, rounds: int) -> tuple[list[Times], list[Times]]:
    """Times of raw parsing and of whole extraction, taken in turns."""
    raw: list[Times] = []
    whole: list[Times] = []
    for _ in range(rounds + 1):
        raw.append(clock(lambda: parse_raw(documents, reader)))
        whole.append(clock(lambda: extract_all(documents, reader)))
    return raw[1:], whole[1:]


def parse_raw(documents: Sequence[Document], reader: Reader) -> None:
    for _ in reader.nlp.pipe(document.text for document in documents):
        pass


def extract_all(documents: Sequence[Document], reader: Reader) -> None:
    for _ in extract_documents(documents, reader):
        pass


def clock(work: Callable[[], None]) -> Times:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor


def report(kind: str, raw: Sequence[float], whole: Sequence[float]) -> None:
    ratio = median(whole) / median(raw)
    out(f"{kind:9}  raw nlp.pipe {median(raw):7.2f} s  extraction {median(whole):7.2f} s  ratio {ratio:.2f}")


def out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
