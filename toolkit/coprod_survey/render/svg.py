"""Drawing → SVG, with the words that say what it shows."""

from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from coprod_survey.model.drawing import Circle, Drawing, Label, Line, Rectangle, Shape


def svg(drawing: Drawing, name: str, title: str, description: str) -> str:
    """The drawing as an `svg` element; `name` makes its ids unique on a page.

    A screen reader says its title and description, and none of its parts.
    """
    shapes = "".join(_element(shape) for shape in drawing.shapes)
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img"'
        f" aria-labelledby={quoteattr(f'{name}-title')}"
        f" aria-describedby={quoteattr(f'{name}-desc')}>"
        f"<title id={quoteattr(f'{name}-title')}>{escape(title)}</title>"
        f"<desc id={quoteattr(f'{name}-desc')}>{escape(description)}</desc>"
        f'<g aria-hidden="true">{shapes}</g></svg>'
    )


def _element(shape: Shape) -> str:
    match shape:
        case Line():
            dash = " ".join(_number(length) for length in shape.dash)
            return _tag(
                "line",
                x1=shape.x1,
                y1=shape.y1,
                x2=shape.x2,
                y2=shape.y2,
                stroke=shape.colour,
                stroke_width=shape.width,
                stroke_dasharray=dash or None,
            )
        case Rectangle():
            return _tag(
                "rect",
                x=shape.x,
                y=shape.y,
                width=shape.width,
                height=shape.height,
                fill=shape.fill or "none",
                stroke=shape.stroke,
            )
        case Circle():
            return _tag(
                "circle",
                cx=shape.x,
                cy=shape.y,
                r=shape.radius,
                fill=shape.fill or "none",
                stroke=shape.stroke,
            )
        case Label():
            return _text(shape)
        case _:
            assert_never(shape)


def _text(label: Label) -> str:
    attributes = _attributes(
        {
            "x": label.x,
            "y": label.y,
            "font_size": label.size,
            "fill": label.colour,
            "text_anchor": label.anchor,
            "font_weight": "bold" if label.bold else None,
        }
    )
    return f"<text{attributes}>{escape(label.text)}</text>"


def _tag(name: str, **attributes: str | float | None) -> str:
    return f"<{name}{_attributes(attributes)}/>"


def _attributes(attributes: dict[str, str | float | None]) -> str:
    given = {key.replace("_", "-"): v for key, v in attributes.items() if v is not None}
    texts = {key: v if isinstance(v, str) else _number(v) for key, v in given.items()}
    return "".join(f" {key}={quoteattr(text)}" for key, text in texts.items())


def _number(value: float) -> str:
    """At most two decimals, and none that are not needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
