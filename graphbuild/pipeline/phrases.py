"""Phrases of any number, found in a text in one pass.

All phrases are one tree of words in two flat tables, which holds half a million of them in some hundred megabytes and
takes a step for each word of a phrase, however many phrases there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Self

import numpy as np

Entry = tuple[str, str]
"""The list that a phrase stands in, and the key of its entry there."""

BITS = 24
"""Of a number of a word; a branch is known by its parent's number and the word's."""

BRANCH, NODE = np.dtype("<i8"), np.dtype("<i4")
"""What branches and nodes are when packed, on any machine."""


class PhraseTree:
    """Phrases, each a list of words and an entry. Of two entries of one list with the same words the first counts.

    `norm` gives the form that words are compared by. What is given for a word may be several, which `cut` takes apart:
    of half a million phrases few words are different, and each is taken apart once.

    >>> tree = PhraseTree([(["Đại", "tá"], ("RANK", "Đại tá")), (["đại"], ("WORD", "đại"))], str.lower)
    >>> list(tree.find(["đồng", "chí", "đại", "tá"]))
    [(2, 3, (('WORD', 'đại'),)), (2, 4, (('RANK', 'Đại tá'),))]
    """

    def __init__(
        self,
        phrases: Iterable[tuple[Iterable[str], Entry]],
        norm: Callable[[str], str],
        cut: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        numbers: dict[str, int] = {}
        branches: dict[int, int] = {}
        entries: dict[int, tuple[Entry, ...]] = {}
        spelled: dict[str, tuple[int, ...]] = {}
        for words, entry in phrases:
            node = 0
            for word in words:
                known = spelled.get(word)
                if known is None:
                    pieces = cut(word) if cut else (word,)
                    known = tuple(numbers.setdefault(norm(piece), len(numbers) + 1) for piece in pieces)
                    spelled[word] = known
                for number in known:
                    branch = node << BITS | number
                    node = branches.get(branch, 0)
                    if not node:
                        node = branches[branch] = len(branches) + 1
            before = entries.get(node)
            if before is None:
                entries[node] = (entry,)
            elif not any(label == entry[0] for label, _ in before):
                entries[node] = (*before, entry)
        self._take(numbers, branches, entries)

    def _take(self, numbers: dict[str, int], branches: dict[int, int], entries: dict[int, tuple[Entry, ...]]) -> None:
        self._numbers, self._branches = numbers, branches
        # By number: a list answers twice as fast as a dict, and takes less memory.
        self._roots = [branches.get(number, 0) for number in range(len(numbers) + 1)]
        self._entries = [entries.get(node, ()) for node in range(len(branches) + 1)]

    def number(self, word: str) -> int:
        """The number of a normal word; 0 for one that stands in no phrase."""
        return self._numbers.get(word, 0)

    def packed(self) -> bytes:
        """The tree as `unpacked` takes it: JSON of its words and entries, and behind that its branches as numbers.

        >>> tree = PhraseTree([(["đại", "tá"], ("RANK", "Đại tá"))], str.lower)
        >>> list(PhraseTree.unpacked(tree.packed()).find(["đại", "tá"]))
        [(0, 2, (('RANK', 'Đại tá'),))]
        """
        single = [(node, *some[0]) for node, some in enumerate(self._entries) if len(some) == 1]
        nodes, labels, keys = zip(*single, strict=True) if single else ((), (), ())
        known = list(dict.fromkeys(labels))
        numbers = {label: number for number, label in enumerate(known)}
        columns = (
            np.array([*self._branches], BRANCH),
            np.array(nodes, NODE),
            np.array([numbers[label] for label in labels], NODE),
        )
        told = {
            "words": [*self._numbers],
            "labels": known,
            "keys": keys,
            "several": [(node, some) for node, some in enumerate(self._entries) if len(some) > 1],
            "sizes": [column.nbytes for column in columns],
        }
        return b"\n".join([json.dumps(told).encode(), b"".join(column.tobytes() for column in columns)])

    @classmethod
    def unpacked(cls, packed: bytes) -> Self:
        """The tree that `packed` was called on."""
        text, _, rest = packed.partition(b"\n")
        told = json.loads(text)
        first, second, _ = told["sizes"]
        branches = np.frombuffer(rest[:first], BRANCH).tolist()
        nodes = np.frombuffer(rest[first : first + second], NODE).tolist()
        labels = map(told["labels"].__getitem__, np.frombuffer(rest[first + second :], NODE).tolist())
        # One behind the other they make entries, and these tuples of one entry each.
        entries: dict[int, tuple[Entry, ...]] = dict(zip(nodes, zip(zip(labels, told["keys"])), strict=True))  # noqa: B905
        entries |= {node: tuple((label, key) for label, key in some) for node, some in told["several"]}
        tree = cls.__new__(cls)
        words = told["words"]
        tree._take(
            dict(zip(words, range(1, len(words) + 1), strict=True)),
            dict(zip(branches, range(1, len(branches) + 1), strict=True)),
            entries,
        )
        return tree

    def find(self, words: Iterable[str]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """(start, end, entries) of every phrase among normal `words`, in order, shorter ones before longer ones."""
        return self.find_numbers(map(self.number, words))

    def find_numbers(self, of_words: Iterable[int]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """The same for words whose numbers are known."""
        roots, branch, entries = self._roots, self._branches.get, self._entries
        numbers = [*of_words]
        numbers.append(0)  # a word of no phrase ends every phrase
        for start, number in enumerate(numbers):
            node = roots[number]
            end = start
            while node:
                end += 1
                if entries[node]:
                    yield start, end, entries[node]
                node = branch(node << BITS | numbers[end], 0)
