"""The records of one name, or of names alike but for accents, on their way to persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import inf

from .clusters import Clusters
from .person_profile import Profile
from .person_score import Scorer
from .score import Score
from .ties import Ties

JUDGED = "judged to be the same"

FEW = 60
"""So many clusters are compared each with each; of more, those that have a unit, a command or an event in common."""


IMPOSSIBLE = Score(-inf, ())


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two persons, by number, that may be one: how likely (0 to 1), and what speaks for and against it."""

    a: int
    b: int
    likelihood: float
    reasons: tuple[str, ...]


class Namesakes:
    """Joins records, the surest pair first, as long as nothing that a cluster knows forbids it.

    Clusters are compared as wholes, again after each join, so that evidence counts once and a chain of weak likenesses
    joins nobody. A record without a unit joins a person last, where one is likely enough among all of the name.

    Parameters
    ----------
    judged: what people have said of the records; it goes before all else.

    Attributes
    ----------
    persons: the records of each person and the reasons why they were joined. open_pairs: what may be one.
    """

    def __init__(self, profiles: Sequence[Profile], scorer: Scorer, judged: Ties) -> None:
        self._profiles, self._scorer = profiles, scorer
        self._clusters = Clusters(profiles, judged)
        self._because: defaultdict[int, set[str]] = defaultdict(set)
        self._because.update((group[0], {JUDGED}) for group in judged.together)
        self._unsure: dict[tuple[int, int], tuple[float, Score]] = {}
        self._compared: dict[tuple[int, int], tuple[Profile, Profile, Score | None]] = {}
        posted = [n for n, profile in enumerate(profiles) if profile.units]
        self._join_same_units(posted)
        self._join_surest(self._roots(posted))
        self._place(self._roots(posted), self._roots(range(len(profiles))))
        self._doubt_between(self._roots(posted))
        self.persons, self.open_pairs = self._collected()

    def _roots(self, records: Iterable[int]) -> list[int]:
        return sorted({self._clusters.root(n) for n in records})

    def _join_same_units(self, posted: Iterable[int]) -> None:
        """Records with the same units in the order of time, so that what follows compares few clusters."""
        buckets: defaultdict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
        for n in posted:
            bucket = buckets[self._profiles[n].spellings[0].name, self._profiles[n].units]
            roots = [root for root in self._roots(bucket) if root != self._clusters.root(n)]
            scored = [(-score.bits, root, score) for root in roots if (score := self._compare(root, n))]
            best = min(scored, key=lambda entry: entry[:2], default=None)
            if best is None or not self._sure(best[2]) or not self._join(best[1], n, best[2]):
                bucket.append(n)

    def _join_surest(self, roots: Sequence[int]) -> None:
        near: defaultdict[int, set[int]] = defaultdict(set)
        scores: dict[tuple[int, int], Score] = {}
        for a, b in self._candidates(roots):
            score = self._compare(a, b)
            if score is not IMPOSSIBLE:
                near[a].add(b)
                near[b].add(a)
            if score and self._sure(score):
                scores[a, b] = score
        heap = [(-score.bits, *pair) for pair, score in scores.items()]
        heapify(heap)
        while heap:
            bits, a, b = heappop(heap)
            best = scores.get((a, b))
            if best is None or best.bits != -bits:
                continue
            del scores[a, b]
            if not self._join(a, b, best):
                continue
            kept = self._clusters.root(a)
            gone = b if kept == a else a
            others = (near.pop(gone) | near[kept]) - {a, b}
            near[kept] = others
            for other in sorted(others):
                near[other].discard(gone)
                near[other].add(kept)
                scores.pop((min(gone, other), max(gone, other)), None)
                pair = min(kept, other), max(kept, other)
                scores.pop(pair, None)
                if (fresh := self._compare(*pair)) and self._sure(fresh):
                    scores[pair] = fresh
                    heappush(heap, (-fresh.bits, *pair))

    def _place(self, persons: Sequence[int], everybody: Sequence[int]) -> None:
        """Records without a unit join the one person that they may be, or else each other.

        All are compared with what posts alone have made, so that their order tells nothing.
        """
        known = {root: self._clusters.facts(root) for root in persons}
        loose: list[int] = []
        for n in everybody:
            if n in known:
                continue
            facts = self._clusters.facts(n)
            scored = [
                (self._scorer.score(profile, facts), root)
                for root, profile in known.items()
                if not self._clusters.parted(root, n) and not profile.clashes(facts)
            ]
            scored.sort(key=lambda entry: (-entry[0].bits, entry[1]))
            odds = [2**score.bits for score, _ in scored]
            shares = [one / (1 + sum(odds)) for one in odds]
            if shares and shares[0] >= self._scorer.weights.join and self._join(scored[0][1], n, scored[0][0]):
                continue
            loose.append(n)
            for share, (score, root) in zip(shares, scored, strict=True):
                if share >= self._scorer.weights.doubt:
                    self._unsure[root, n] = share, score
        self._join_surest(loose)

    def _doubt_between(self, roots: Sequence[int]) -> None:
        for a, b in self._candidates(roots):
            if (score := self._compare(a, b)) and score.likelihood >= self._scorer.weights.doubt:
                self._unsure[a, b] = score.likelihood, score

    def _candidates(self, roots: Sequence[int]) -> Iterator[tuple[int, int]]:
        if len(roots) <= FEW:
            yield from combinations(roots, 2)
            return
        sharing: defaultdict[object, list[int]] = defaultdict(list)
        for root in roots:
            for mark in set(self._scorer.marks(self._clusters.facts(root))):
                sharing[mark].append(root)
        yield from sorted({pair for group in sharing.values() for pair in combinations(group, 2)})

    def _compare(self, a: int, b: int) -> Score | None:
        """None where the two are not even likely enough to be listed, `IMPOSSIBLE` where they cannot be one.

        What has been compared and is still the same is not compared again.
        """
        one, other = self._clusters.facts(a), self._clusters.facts(b)
        known = self._compared.get((a, b))
        if known and known[0] is one and known[1] is other:
            return known[2]
        score: Score | None = IMPOSSIBLE
        if not self._clusters.parted(a, b) and not one.clashes(other):
            score = self._scorer.likely(one, other)
        self._compared[a, b] = one, other, score
        return score

    def _sure(self, score: Score) -> bool:
        return score.likelihood >= self._scorer.weights.join

    def _join(self, a: int, b: int, score: Score) -> bool:
        joined = self._clusters.join(a, b)
        if joined:
            self._because[self._clusters.root(a)].update(score.in_favour()[:2])
        return joined

    def _collected(self) -> tuple[list[tuple[list[int], list[str]]], list[OpenPair]]:
        members: defaultdict[int, list[int]] = defaultdict(list)
        reasons: defaultdict[int, set[str]] = defaultdict(set)
        for n in range(len(self._profiles)):
            members[self._clusters.root(n)].append(n)
        for n, because in self._because.items():
            reasons[self._clusters.root(n)] |= because
        number = {root: n for n, root in enumerate(members)}
        pairs: dict[tuple[int, int], OpenPair] = {}
        for (a, b), (likelihood, score) in sorted(self._unsure.items()):
            one, other = sorted((number[self._clusters.root(a)], number[self._clusters.root(b)]))
            known = pairs.get((one, other))
            if one != other and (known is None or known.likelihood < likelihood):
                pairs[one, other] = OpenPair(one, other, likelihood, score.reasons())
        persons = [(members[root], sorted(reasons[root])) for root in members]
        return persons, [pairs[pair] for pair in sorted(pairs)]
