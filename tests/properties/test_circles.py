"""Groups of names that lead to each other, compared with following every step from every name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minsheng_cli.circles import components, in_circles

names = st.sampled_from("abcdefgh")
graphs = st.dictionaries(names, st.lists(st.sampled_from("abcdefgh?"), max_size=3), max_size=8)


def reached(graph: dict[str, list[str]], start: str) -> set[str]:
    """All that a name leads to, itself only where it leads back."""
    found: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        name = ahead.pop()
        if name in graph and name not in found:
            found.add(name)
            ahead += graph[name]
    return found


@given(graphs)
def test_circles(graph: dict[str, list[str]]) -> None:
    expected = {
        (name, following)
        for name, ahead in graph.items()
        for following in ahead
        if following in graph and (following == name or name in reached(graph, following))
    }
    assert in_circles(graph) == expected


@given(graphs)
def test_every_group_comes_after_those_that_it_leads_to(graph: dict[str, list[str]]) -> None:
    groups = components(graph)
    assert sorted(name for group in groups for name in group) == sorted(graph)
    before: set[str] = set()
    for group in groups:
        for name in group:
            assert all(each in before or each in group for each in graph[name] if each in graph)
        before.update(group)


def test_a_long_chain_needs_no_recursion() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert len(components(chain)) == 50_000
    assert not in_circles(chain)
