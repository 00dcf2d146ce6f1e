"""Texts → source groups: copies, reprints and excerpts of one text count as one source."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

Shingles = NDArray[np.uint64]  # sorted, without repetition

WORDS_OF_A_SHINGLE = 5
SAME_JACCARD = 0.7
SAME_CONTAINMENT = 0.9
SMALLEST_EXCERPT = 30  # shingles
PERMUTATIONS = 128
ROWS_OF_A_BAND = 4
ESTIMATE_SLACK = 0.2
COMMON = 48  # a shingle in more groups than this is a phrase and no trace of copying
MOST_SAMPLED = 8_000_000  # shingles that are compared pairwise; of larger corpora a share is drawn by hash
_WORD = re.compile(r"[^\W_]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def group_near_duplicates(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each document id the smallest id among its near-duplicates, its own if it has none.

    Two texts (id, text) are one source if their shingles of five words overlap by 70 %. A text that lies
    to 90 % within a longer one joins the longest such, so that a quoted statement does not make one
    source of all who print it. The order of `texts` does not matter.
    """
    known: dict[str, int] = {}
    by_id = {name: _cut_shingles(text, known) for name, text in texts}
    names = sorted(by_id)
    shingles = [by_id[name] for name in names]
    parents = list(range(len(names)))
    _join_copies(shingles, parents)
    _join_similar(shingles, parents)
    _join_excerpts(shingles, parents)
    return {name: names[_find_root(parents, index)] for index, name in enumerate(names)}


def _cut_shingles(text: str, known: dict[str, int]) -> Shingles:
    """Hashes of the runs of five words; `known` holds the hashes of words met before."""
    words = _WORD.findall(text.casefold())
    for word in set(words) - known.keys():
        known[word] = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    hashes = np.array([known[word] for word in words], dtype=np.uint64)
    size = min(WORDS_OF_A_SHINGLE, len(hashes))
    if not size:
        return hashes
    mixed = np.zeros(len(hashes) - size + 1, dtype=np.uint64)
    for offset in range(size):
        mixed = (mixed ^ (mixed >> np.uint64(29))) * _FACTOR + hashes[offset : offset + len(mixed)]
    return np.unique(mixed)


def _join_copies(shingles: Sequence[Shingles], parents: list[int]) -> None:
    """Joins texts with the same words, so that a thousand copies are compared once."""
    first: dict[bytes, int] = {}
    for index, item in enumerate(shingles):
        if len(item):
            _join(parents, first.setdefault(item.tobytes(), index), index)


def _join_similar(shingles: Sequence[Shingles], parents: list[int]) -> None:
    """Joins texts that MinHash bands bring together and whose exact Jaccard similarity is high."""
    chosen = _list_roots(shingles, parents)
    digests = np.array([_digest(shingles[index]) for index in chosen], dtype=np.uint32)
    compared: set[tuple[int, int]] = set()

    def is_similar(one: int, other: int) -> bool:
        if (one, other) in compared:
            return False
        compared.add((one, other))
        estimate = np.count_nonzero(digests[one] == digests[other]) / PERMUTATIONS
        close = bool(estimate >= SAME_JACCARD - ESTIMATE_SLACK)
        return close and _is_similar(shingles[chosen[one]], shingles[chosen[other]])

    for bucket in _list_buckets(digests):
        _join_bucket(bucket, is_similar, chosen, parents)


def _join_bucket(
    bucket: Sequence[int], is_similar: Callable[[int, int], bool], chosen: Sequence[int], parents: list[int]
) -> None:
    """Joins the texts of a bucket; one that is joined with a cluster is not compared with the rest of it."""
    clusters: list[list[int]] = []
    for index in bucket:
        own, apart = [index], []
        for cluster in clusters:
            ends = chosen[cluster[0]], chosen[index]
            if _is_joined(parents, *ends) or any(is_similar(member, index) for member in cluster):
                _join(parents, *ends)
                cluster += own
                own = cluster
            else:
                apart.append(cluster)
        clusters = [*apart, own]


def _digest(shingles: Shingles) -> list[int]:
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=1)
    minhash.update(shingles.view("V8").tolist())
    digest: list[int] = minhash.digest()
    return digest


def _list_buckets(digests: NDArray[np.uint32]) -> Iterator[list[int]]:
    """The sets of two and more texts that agree in all rows of a band."""
    for start in range(0, PERMUTATIONS if len(digests) else 0, ROWS_OF_A_BAND):
        buckets: dict[bytes, list[int]] = {}
        for index, row in enumerate(np.ascontiguousarray(digests[:, start : start + ROWS_OF_A_BAND])):
            buckets.setdefault(row.tobytes(), []).append(index)
        yield from (bucket for bucket in buckets.values() if len(bucket) > 1)


def _is_similar(first: Shingles, second: Shingles) -> bool:
    shared = _count_shared(first, second)
    return shared >= SAME_JACCARD * (len(first) + len(second) - shared)


def _join_excerpts(shingles: Sequence[Shingles], parents: list[int]) -> None:
    """Joins each text to the longest that holds nearly all of it."""
    roots = _list_roots(shingles, parents)
    holders: dict[int, int] = {}
    for small, large in _list_excerpt_pairs([shingles[index] for index in roots]):
        one, other = roots[small], roots[large]
        if _count_shared(shingles[one], shingles[other]) >= SAME_CONTAINMENT * len(shingles[one]):
            best = holders.get(one)
            if best is None or (-len(shingles[other]), other) < (-len(shingles[best]), best):
                holders[one] = other
    for one, other in sorted(holders.items()):
        _join(parents, one, other)


def _list_excerpt_pairs(shingles: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs (shorter, longer) that share as many rare shingles as an excerpt must."""
    total = sum(map(len, shingles))
    share = np.uint64(1 + total // MOST_SAMPLED)
    sampled = [item[item % share == 0] for item in shingles]
    values = np.concatenate([np.empty(0, dtype=np.uint64), *sampled])
    owners = np.repeat(np.arange(len(sampled)), [len(item) for item in sampled])
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    _, position, counts = np.unique(values, return_inverse=True, return_counts=True)
    rare = counts[position] <= COMMON
    values, owners = values[rare], owners[rare]
    own = np.bincount(owners, minlength=len(shingles))
    for first, second, shared in _count_pairs(values, owners):
        small, large = sorted((first, second), key=lambda index: (len(shingles[index]), -index))
        needed = own[small] - (1 - SAME_CONTAINMENT) * len(sampled[small])
        if len(shingles[small]) >= SMALLEST_EXCERPT and shared >= max(1, needed * (1 if share == 1 else 0.5)):
            yield small, large


def _count_pairs(values: Shingles, owners: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """How often two owners have a value in common; `values` are sorted, owners sorted within a value."""
    pairs = [np.empty(0, dtype=np.int64)]
    for step in range(1, COMMON):
        same = values[step:] == values[:-step]
        if not same.any():
            break
        pairs.append(owners[:-step][same] << 32 | owners[step:][same])
    packed, counts = np.unique(np.concatenate(pairs), return_counts=True)
    for pair, count in zip(packed.tolist(), counts.tolist(), strict=True):
        yield pair >> 32, pair & 0xFFFFFFFF, count


def _count_shared(first: Shingles, second: Shingles) -> int:
    return len(np.intersect1d(first, second, assume_unique=True))


def _list_roots(shingles: Sequence[Shingles], parents: list[int]) -> list[int]:
    return [index for index, item in enumerate(shingles) if len(item) and _find_root(parents, index) == index]


def _find_root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _is_joined(parents: list[int], first: int, second: int) -> bool:
    return _find_root(parents, first) == _find_root(parents, second)


def _join(parents: list[int], first: int, second: int) -> None:
    """Makes one group of two; its root is the smaller index."""
    low, high = sorted((_find_root(parents, first), _find_root(parents, second)))
    parents[high] = low
