"""Compares the variable font with the published ones, weight by weight and glyph by glyph."""

from io import BytesIO

import outlines
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# How far an outline may lie beside the published one, in thousandths of an em: a fifteenth of a pixel at 32 pixels.
OUTLINE_TOLERANCE = 2
# The same for advances: what rounding does.
ADVANCE_TOLERANCE = 1


def check(font, originals, tabular) -> None:
    """Fails unless each letter is as published, and the glyphs `tabular` are of one width in every weight."""
    file = BytesIO()
    font.save(file)
    widths = set()
    for weight, original in originals.items():
        instance = instantiateVariableFont(TTFont(file), {"wght": weight})
        assert instance.getBestCmap() == original.getBestCmap(), "other letters"
        worst = 0, ""
        for name in original.getGlyphOrder():
            wider = instance["hmtx"][name][0] - original["hmtx"][name][0]
            assert abs(wider) <= ADVANCE_TOLERANCE, f"{name} in {weight}: {wider} units wider"
            worst = max(worst, (distance(outlines.read(instance, name), outlines.read(original, name)), name))
        print(f"{weight}: at most {worst[0]:.1f} units beside the published outline ({worst[1]})")
        assert worst[0] <= OUTLINE_TOLERANCE
        widths |= {instance["hmtx"][name][0] for name in tabular}
    assert len(widths) == 1, f"tabular figures of {widths}"


def distance(outline, other) -> float:
    """How far the contours of one outline lie beside those of the other, at most."""
    assert len(outline) == len(other)
    worst = 0
    for contour in outline:
        nearest = min(twins(contour, candidate) for candidate in other)
        if nearest > OUTLINE_TOLERANCE:
            # Perhaps the same curve, cut in other places.
            nearest = min(max(beside(contour, candidate), beside(candidate, contour)) for candidate in other)
        worst = max(worst, nearest)
    return worst


def twins(contour, other) -> float:
    """How far the points of one contour lie beside those in the same places of the other, at most."""
    if outlines.kinds(contour) != outlines.kinds(other):
        return float("inf")
    pairs = zip(outlines.samples(contour), outlines.samples(other))
    return max(abs(complex(*a) - complex(*b)) for a, b in pairs)


def beside(contour, other) -> float:
    """How far a contour's points lie from the nearest edge of the other's polygon, at most."""
    corners = [complex(*point) for point in outlines.samples(other, parts=32)]
    edges = [(a, b) for a, b in zip(corners, corners[1:] + corners[:1]) if a != b]
    return max(min(from_edge(complex(*point), *edge) for edge in edges) for point in outlines.samples(contour))


def from_edge(point, a, b) -> float:
    along = ((point - a) * (b - a).conjugate()).real / abs(b - a) ** 2
    return abs(point - a - (b - a) * min(max(along, 0), 1))
