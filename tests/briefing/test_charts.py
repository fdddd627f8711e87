"""Charts: every mark is where its value says, and inside the sheet."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.briefing.charts import (
    LEFT,
    RIGHT,
    WIDTH,
    Axis,
    Bar,
    Dot,
    DotRow,
    Key,
    bar_chart,
    dot_plot,
    wrapped,
)
from coprod_survey.model.drawing import Circle, Drawing, Label, Line, Rectangle

AXIS, KEY = Axis("least", "most"), Key("staff", "councillors", "others")
means = st.floats(0, 100)


def dots(drawing: Drawing) -> list[Circle]:
    return [s for s in drawing.shapes if isinstance(s, Circle) and s.radius == 4 and s.x >= LEFT]


def inside(drawing: Drawing) -> bool:
    for shape in drawing.shapes:
        match shape:
            case Line():
                points = [(shape.x1, shape.y1), (shape.x2, shape.y2)]
            case Rectangle():
                points = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Circle() | Label():
                points = [(shape.x, shape.y)]
        if not all(0 <= x <= WIDTH and 0 <= y <= drawing.height for x, y in points):
            return False
    return True


@given(st.lists(means, min_size=1, max_size=12))
def test_dots_stand_at_their_values(values: list[float]) -> None:
    rows = [DotRow("Harm", Dot(v, v - 3, v + 3), str(v), 50.0, (10.0,)) for v in values]
    drawing = dot_plot(rows, AXIS, Key(""))
    assert [dot.x for dot in dots(drawing)] == [LEFT + (RIGHT - LEFT) * v / 100 for v in values]
    assert inside(drawing)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_bars_are_as_long_as_their_shares(values: list[float]) -> None:
    drawing = bar_chart([Bar("Training", v, "") for v in values])
    lengths = [s.width for s in drawing.shapes if isinstance(s, Rectangle)]
    widest = max(0.5, *values) if len(values) > 1 else max(0.5, values[0])
    assert lengths == [(RIGHT - LEFT) * v / widest for v in values]
    assert inside(drawing)


def test_a_row_without_a_figure_says_why() -> None:
    drawing = dot_plot([DotRow("Chief executives", None, "Too few answers")], AXIS, KEY)
    assert "Too few answers" in [s.text for s in drawing.shapes if isinstance(s, Label)]
    assert dots(drawing) == []


def test_the_key_names_only_signs_that_are_used() -> None:
    labels = [s.text for s in dot_plot([], AXIS, Key("staff")).shapes if isinstance(s, Label)]
    assert labels[0] == "staff"
    assert labels[1:] == ["0", "25", "50", "75", "100", "least", "most"]


@given(st.text(alphabet="abc ", max_size=200), st.floats(20, 300))
def test_wrapping_loses_no_word(text: str, width: float) -> None:
    assert " ".join(wrapped(text, width)).split() == text.split()
