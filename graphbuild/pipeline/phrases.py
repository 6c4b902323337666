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
        self._numbers: dict[str, int] = {}
        self._branches: dict[int, int] = {}
        self._entries: dict[int, tuple[Entry, ...]] = {}
        numbers, branches, entries = self._numbers, self._branches, self._entries
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
        self._roots = {number: node for number, node in self._branches.items() if number >> BITS == 0}

    def find(self, words: Iterable[str]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """(start, end, entries) of every phrase among normal `words`, in order, shorter ones before longer ones."""
        number_of, roots, branches, entries = self._numbers.get, self._roots, self._branches, self._entries
        numbers = [number_of(word, 0) for word in words]
        numbers.append(0)  # a word of no phrase ends every phrase
        for start, number in enumerate(numbers):
            if number in roots:
                node, end = roots[number], start
                while node:
                    end += 1
                    if node in entries:
                        yield start, end, entries[node]
                    node = branches.get(node << BITS | numbers[end], 0)
