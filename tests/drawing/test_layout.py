"""The layout: nothing overlaps, edges bend only between columns, the same input gives the same layout."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings, strategies as st

from ropa.drawing.cycles import backward, nearer
from ropa.drawing.layout import Layout, layout
from ropa.drawing.net import Net, net
from ropa.drawing.order import arrange, finish
from ropa.drawing.ranks import ranks
from ropa.drawing.rethread import rethread
from ropa.drawing.route import HEADROOM, curve
from ropa.drawing.shake import shake
from ropa.drawing.shape import Point
from ropa.drawing.sift import sift
from ropa.drawing.threads import threads

Size = tuple[float, float]
Rect = tuple[float, float, float, float]


@st.composite
def inputs(draw: st.DrawFn) -> tuple[list[Size], list[tuple[int, int]], list[Size | None]]:
    """Nodes, edges of any kind between them (loops, parallels, cycles), and labels for some."""
    count = draw(st.integers(0, 12))
    size = st.tuples(st.floats(5, 150), st.floats(5, 90))
    sizes = draw(st.lists(size, min_size=count, max_size=count))
    if not count:
        return [], [], []
    ends = st.integers(0, count - 1)
    edges = draw(st.lists(st.tuples(ends, ends), max_size=24))
    labels = draw(st.lists(st.none() | size, min_size=len(edges), max_size=len(edges)))
    return sizes, edges, labels


def rectangles(middles: tuple[Point | None, ...], sizes: list[Size | None]) -> list[Rect]:
    """The rectangles of given sizes around their middles."""
    found = []
    for middle, size in zip(middles, sizes, strict=True):
        if middle and size:
            found.append(
                (
                    middle[0] - size[0] / 2,
                    middle[1] - size[1] / 2,
                    middle[0] + size[0] / 2,
                    middle[1] + size[1] / 2,
                )
            )
    return found


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share more than a border."""
    slack = 1e-6
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def along(route: tuple[Point, ...], steps: int = 12) -> list[Point]:
    """Points on a Bézier chain."""
    found = [route[0]]
    for at in range(0, len(route) - 1, 3):
        a, b, c, d = route[at : at + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            found.append(
                tuple(sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) for i in (0, 1))
            )  # type: ignore[arg-type]
    return found


@settings(deadline=None, max_examples=150)
@given(inputs())
def test_nothing_overlaps(given_: tuple[list[Size], list[tuple[int, int]], list[Size | None]]) -> None:
    """No two boxes, no two labels, and no box and label share room; all lie within the layout."""
    sizes, edges, labels = given_
    made = layout(sizes, edges, labels)
    everything = rectangles(made.nodes, list(sizes)) + rectangles(made.labels, labels)

    assert len(everything) == len(sizes) + sum(label is not None for label in labels)
    assert [pair for pair in combinations(everything, 2) if overlap(*pair)] == []
    assert all(r[0] >= -1e-6 and r[1] >= -1e-6 for r in everything)
    assert all(r[2] <= made.width + 1e-6 and r[3] <= made.height + 1e-6 for r in everything)


@settings(deadline=None, max_examples=100)
@given(inputs())
def test_edges_run_through_no_box_and_no_other_label(
    given_: tuple[list[Size], list[tuple[int, int]], list[Size | None]],
) -> None:
    """An edge touches its ends at their sides, runs through its own label, and keeps clear of everything else."""
    sizes, edges, labels = given_
    made = layout(sizes, edges, labels)
    boxes = rectangles(made.nodes, list(sizes))
    for at, (route, (sender, recipient)) in enumerate(zip(made.routes, edges, strict=True)):
        if sender == recipient:
            continue
        others = [
            r for n, spot in enumerate(made.labels) if n != at for r in rectangles((spot,), [labels[n]])
        ]
        for x, y in along(route):
            dot = (x, y, x, y)

            assert not [r for r in (*boxes, *others) if overlap((r[0] + 1e-3, r[1], r[2] - 1e-3, r[3]), dot)]
        for end, node in ((route[0], sender), (route[-1], recipient)):
            assert min(abs(end[0] - side) for side in (boxes[node][0], boxes[node][2])) < 1e-6


@settings(deadline=None, max_examples=50)
@given(inputs())
def test_the_same_input_gives_the_same_layout(
    given_: tuple[list[Size], list[tuple[int, int]], list[Size | None]],
) -> None:
    """Nothing is left to chance."""
    assert layout(*given_) == layout(*given_)


@given(inputs())
def test_without_the_backward_edges_there_is_no_cycle(
    given_: tuple[list[Size], list[tuple[int, int]], list[Size | None]],
) -> None:
    """Turned round, every edge leads to a later column, either way of turning; without a cycle none is turned."""
    sizes, edges, _ = given_
    for turned in (backward, nearer):
        back = turned(len(sizes), edges)
        forward = [(b, a) if at in back else (a, b) for at, (a, b) in enumerate(edges)]
        rank = ranks([1.0] * len(sizes), forward)

        assert all(rank[a] < rank[b] for a, b in forward if a != b)
        assert not turned(len(sizes), [edge for edge in edges if edge[0] < edge[1]])


def netted(sizes: list[Size], edges: list[tuple[int, int]]) -> tuple[Net, list[tuple[int, int]]]:
    """The net of a graph, as it comes, and its edges with their left end first."""
    back = backward(len(sizes), edges)
    forward = [(b, a) if at in back else (a, b) for at, (a, b) in enumerate(edges)]
    return net(len(sizes), forward, ranks([1.0] * len(sizes), forward)), forward


def slowly(columns: list[list[int]], right: list[list[int]]) -> int:
    """The crossings, pair by pair."""
    place = {slot: at for column in columns for at, slot in enumerate(column)}
    total = 0
    for column in columns:
        pairs = [(place[one], place[to]) for one in column for to in right[one]]
        total += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    return total


@settings(deadline=None, max_examples=80)
@given(inputs())
def test_crossings_are_counted_as_they_are(
    given_: tuple[list[Size], list[tuple[int, int]], list[Size | None]],
) -> None:
    """The quick count is the slow one at each step, no step makes it worse, and columns of labels add none."""
    sizes, edges, labels = given_
    made, forward = netted(sizes, edges)
    before = made.crossings()
    assert slowly(made.columns, made.right) == before

    sifted = before - sift(made, 4)
    assert slowly(made.columns, made.right) == sifted <= before

    shaken = shake(made, sifted, 30, 30)
    assert slowly(made.columns, made.right) == shaken <= sifted

    threaded = shaken - rethread(made, 3)
    assert slowly(made.columns, made.right) == threaded <= shaken

    least = finish(made, arrange(made))
    drawn = threads(sizes, forward, labels, made)
    assert slowly(made.columns, made.right) == least <= threaded
    assert slowly(drawn.columns, drawn.right) == least


@settings(deadline=None, max_examples=25)
@given(inputs())
def test_lines_cross_no_oftener_than_counted(
    given_: tuple[list[Size], list[tuple[int, int]], list[Size | None]],
) -> None:
    """What is counted on the order is what a reader counts on the paper."""
    sizes, edges, labels = given_
    made = layout(sizes, edges, labels)
    lines = [along(route, 16) for route, (a, b) in zip(made.routes, edges, strict=True) if a != b]

    assert sum(cuts(one, other) for one, other in combinations(lines, 2)) <= made.crossings


def cuts(one: list[Point], other: list[Point]) -> int:
    """How often two lines of straight pieces cut each other."""

    if max(y for _, y in one) < min(y for _, y in other) or max(y for _, y in other) < min(y for _, y in one):
        return 0

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return sum(
        side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6
        for a, b in pairwise(one)
        for c, d in pairwise(other)
    )


def test_a_tangle_stays_short() -> None:
    """Many cycles through each other do not become one endless row: five times as many flows as parties."""
    count, edges = 40, [(n, (n * step + 1) % 40) for n in range(40) for step in (3, 7, 9, 11, 13)]
    made = layout([(20.0, 10.0)] * count, edges)

    assert len({x for x, _ in made.nodes}) <= 14


def test_nothing_is_nothing() -> None:
    """No nodes make an empty layout."""
    assert Layout(0.0, 0.0, (), (), (), 0) == layout([], [])


def test_a_chain_longer_than_the_stack() -> None:
    """Three thousand processors one behind the other, back to the first: no recursion, each to the right of the last."""
    count = 3000
    made = layout([(20.0, 10.0)] * count, [(n, (n + 1) % count) for n in range(count)])

    assert all(made.nodes[n][0] < made.nodes[n + 1][0] for n in range(count - 1))


def test_a_tree_has_no_crossings() -> None:
    """What can be drawn without crossings, is."""
    edges = [((n - 1) // 3, n) for n in range(1, 60)]

    assert layout([(60.0, 20.0)] * 60, edges, [(40.0, 10.0)] * 59).crossings == 0


def test_of_two_that_send_to_each_other_the_first_stands_left() -> None:
    """The order of the nodes decides where a cycle is cut."""
    made = layout([(10.0, 10.0)] * 2, [(1, 0), (0, 1)])

    assert made.nodes[0][0] < made.nodes[1][0]
    assert made.routes[0][0][0] > made.routes[0][-1][0]


def test_two_loops_of_a_narrow_node_lie_apart() -> None:
    """Neither line covers the other, nor its head."""
    made = layout([(80.0, 20.0)], [(0, 0), (0, 0)], [(120.0, 10.0), (120.0, 10.0)])
    (inner, outer) = ({x for x, _ in one} for one in made.routes)

    assert min(outer) <= min(inner) - 9
    assert max(inner) <= max(outer) - 9


def test_no_edge_bends_where_heads_are() -> None:
    """Beside nodes that edges end at all lines are level, so that no line runs through the head of another."""
    made = layout([(40.0, 20.0)] * 7, [(0, at) for at in range(1, 7)], [(30.0, 25.0)] * 6)
    left = made.nodes[1][0] - 20

    for route in made.routes:
        assert {y for x, y in route if x > left - HEADROOM} == {route[-1][1]}
        assert route[-1][0] == left
        assert (left - HEADROOM, route[-1][1]) in route


def test_ends_that_differ_by_rounding_are_one_point() -> None:
    """Else the last piece of a line would turn back, and its head with it."""
    assert 4 == len(curve([(0.0, 0.0), (10.0, 5.0), (10.0 - 1e-12, 5.0)]))
