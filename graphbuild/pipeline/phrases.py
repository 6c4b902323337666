"""Phrases of any number, found in a text in one pass.

All phrases are one tree of words in two flat tables, which holds half a million of them in some hundred megabytes and
takes a step for each word of a phrase, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Entry = tuple[str, str]
"""The list that a phrase stands in, and the key of its entry there."""

BITS = 24
"""Of a number of a word; a branch is known by its parent's number and the word's."""


class PhraseTree:
    """Phrases, each a list of words and an entry. Of two entries of one list with the same words the first counts.

    >>> tree = PhraseTree([(["đại", "tá"], ("RANK", "Đại tá")), (["đại"], ("WORD", "đại"))])
    >>> list(tree.find(["đồng", "chí", "đại", "tá"]))
    [(2, 3, (('WORD', 'đại'),)), (2, 4, (('RANK', 'Đại tá'),))]
    """

    def __init__(self, phrases: Iterable[tuple[Iterable[str], Entry]]) -> None:
        self._numbers: dict[str, int] = {}
        self._branches: dict[int, int] = {}
        self._entries: dict[int, tuple[Entry, ...]] = {}
        for words, entry in phrases:
            self._add(words, entry)

    def _add(self, words: Iterable[str], entry: Entry) -> None:
        numbers, branches, node = self._numbers, self._branches, 0
        for word in words:
            number = numbers.setdefault(word, len(numbers) + 1)
            node = branches.setdefault(node << BITS | number, len(branches) + 1)
        before = self._entries.get(node, ())
        if all(label != entry[0] for label, _ in before):
            self._entries[node] = (*before, entry)

    def find(self, words: Iterable[str]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """(start, end, entries) of every phrase among `words`, in order, shorter ones before longer ones."""
        number_of, branches, entries = self._numbers.get, self._branches, self._entries
        numbers = [number_of(word, 0) for word in words]
        numbers.append(0)  # a word of no phrase ends every phrase
        for start, number in enumerate(numbers):
            if number in branches:
                node, end = branches[number], start
                while node:
                    end += 1
                    if node in entries:
                        yield start, end, entries[node]
                    node = branches.get(node << BITS | numbers[end], 0)
