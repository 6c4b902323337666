"""Claims of every kind, as hypothesis draws them; offsets lie in the article's text."""

from __future__ import annotations

from hypothesis import strategies as st

from graphbuild.model import (
    Claim,
    ClusterClaim,
    DateSource,
    EventClaim,
    EventRole,
    EventType,
    Evidence,
    ParentClaim,
    PartialDate,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    PostRole,
    RankClaim,
    Status,
    UnitClaim,
)

words = st.text(st.characters(codec="utf-8"), max_size=12)
days = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
dates = st.one_of(
    days,
    st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12), st.just(0), st.sampled_from(DateSource)),
)
maybe_date = st.none() | dates
maybe_words = st.none() | words


def evidences(document: str, length: int) -> st.SearchStrategy[Evidence]:
    """Evidence in a text of `length` characters."""
    return (
        st.lists(st.integers(0, length), min_size=4, max_size=4)
        .map(sorted)
        .flatmap(
            lambda at: st.builds(
                Evidence,
                st.just(document),
                st.just(at[0]),
                st.just(at[3]),
                st.just(at[1]),
                st.just(at[2]),
                words,
                st.floats(0, 1),
            )
        )
    )


def claims(evidence: st.SearchStrategy[Evidence]) -> st.SearchStrategy[Claim]:
    """A claim of any kind."""
    roles = st.sampled_from(EventRole)
    return st.one_of(
        st.builds(RankClaim, words, words, maybe_date, evidence, st.booleans()),
        st.builds(
            PostingClaim,
            words,
            words,
            st.sampled_from(PostRole),
            maybe_words,
            maybe_words,
            st.sampled_from(Status),
            maybe_date,
            evidence,
        ),
        st.builds(
            EventClaim,
            words,
            st.sampled_from(EventType),
            words,
            maybe_date,
            maybe_words,
            maybe_words,
            st.booleans(),
            evidence,
        ),
        st.builds(ParticipationClaim, words, st.none(), words, roles, evidence),
        st.builds(ParticipationClaim, st.none(), words, words, roles, evidence),
        st.builds(UnitClaim, words, words, st.lists(words, max_size=3).map(tuple), evidence),
        st.builds(ParentClaim, words, words, maybe_date, evidence),
        st.builds(ClusterClaim, words, words, st.booleans(), maybe_date, evidence),
        st.builds(PlaceClaim, words, words, evidence),
    )
