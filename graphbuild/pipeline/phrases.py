"""Phrases of any number, found in a text in one pass.

All phrases are one tree of words in two flat tables, which holds half a million of them in some hundred megabytes and
takes a step for each word of a phrase, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

Entry = tuple[str, str]
"""The list that a phrase stands in, and the key of its entry there."""

BITS = 24
"""Of a number of a word; a branch is known by its parent's number and the word's."""


class PhraseTree:
    """Phrases, each a list of words and an entry. Of two entries of one list with the same words the first counts.

    `norm` gives the form that words are compared by.

    >>> tree = PhraseTree([(["Đại", "tá"], ("RANK", "Đại tá")), (["đại"], ("WORD", "đại"))], str.lower)
    >>> list(tree.find(["đồng", "chí", "đại", "tá"]))
    [(2, 3, (('WORD', 'đại'),)), (2, 4, (('RANK', 'Đại tá'),))]
    """

    def __init__(self, phrases: Iterable[tuple[Iterable[str], Entry]], norm: Callable[[str], str]) -> None:
        self._numbers: dict[str, int] = {}
        self._branches: dict[int, int] = {}
        said: dict[int, tuple[Entry, ...]] = {}
        spelled: dict[str, int] = {}
        for words, entry in phrases:
            node = 0
            for word in words:
                number = spelled.get(word)
                if number is None:
                    number = spelled[word] = self._numbers.setdefault(norm(word), len(self._numbers) + 1)
                node = self._branches.setdefault(node << BITS | number, len(self._branches) + 1)
            before = said.get(node, ())
            if not any(label == entry[0] for label, _ in before):
                said[node] = (*before, entry)
        # By number: a list answers twice as fast as a dict, and takes less memory.
        self._roots = [self._branches.get(number, 0) for number in range(len(self._numbers) + 1)]
        self._entries = [said.get(node, ()) for node in range(len(self._branches) + 1)]

    def number(self, word: str) -> int:
        """The number of a normal word; 0 for one that stands in no phrase."""
        return self._numbers.get(word, 0)

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
