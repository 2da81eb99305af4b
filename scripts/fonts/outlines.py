"""Outlines of two weights, made to agree point by point, as a variable font needs them.

An outline is a list of contours, a contour a list of segments, a segment a list of points: the off-curve ones and then
the on-curve one it ends in (so a straight line has one point). A segment starts where the one before it ends, the first
one where the last ends.

The designers drew cubic curves, and each published weight was turned into quadratic splines for itself. So two weights
have the same segments, but not always as many off-curve points in them.
"""

from fontTools.cu2qu import curves_to_quadratic
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph, flagOnCurve

# How far a curve may move to agree, in thousandths of an em: a sixtieth of a pixel in body text.
TOLERANCE = 1


def read(font, name):
    if font["glyf"][name].numberOfContours == 0:
        return []
    coordinates, ends, flags = font["glyf"][name].getCoordinates(font["glyf"])
    outline, first = [], 0
    for last in ends:
        contour, segment = [], []
        for i in [*range(first + 1, last + 1), first]:
            segment.append(coordinates[i])
            if flags[i] & flagOnCurve:
                contour.append(segment)
                segment = []
        assert not segment, f"{name}: a contour starts off its curve"
        outline.append(contour)
        first = last + 1
    return outline


def glyph_of(outline) -> Glyph:
    pen = TTGlyphPen(None)
    for contour in outline:
        pen.moveTo(contour[-1][-1])
        for segment in contour[:-1]:
            pen.qCurveTo(*segment)
        if len(contour[-1]) > 1:
            pen.qCurveTo(*contour[-1])
        pen.closePath()
    return pen.glyph()


def cubic(start, segment):
    """The cubic curve nearest to a spline, by least squares. Its pieces take equal parts of the curve's parameter."""
    first, *offs, last = (complex(*point) for point in (start, *segment))
    knots = [first, *((a + b) / 2 for a, b in zip(offs, offs[1:])), last]
    aa = ab = bb = a_rest = b_rest = 0
    for i, off in enumerate(offs):
        for u in (0.125, 0.375, 0.625, 0.875):
            point = knots[i] * (1 - u) ** 2 + off * 2 * u * (1 - u) + knots[i + 1] * u**2
            t = (i + u) / len(offs)
            a, b = 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t)
            rest = point - first * (1 - t) ** 3 - last * t**3
            aa, ab, bb, a_rest, b_rest = aa + a * a, ab + a * b, bb + b * b, a_rest + a * rest, b_rest + b * rest
    determinant = aa * bb - ab * ab
    handles = (a_rest * bb - b_rest * ab) / determinant, (b_rest * aa - a_rest * ab) / determinant
    return [(point.real, point.imag) for point in (first, *handles, last)]


def samples(contour, parts=4):
    """Points along a contour: the ends of its segments, and the ends of the parts of its curves."""
    start, points = contour[-1][-1], []
    for segment in contour:
        if len(segment) > 1:
            nodes = [complex(*node) for node in cubic(start, segment)]
            for t in (i / parts for i in range(1, parts)):
                weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
                point = sum(weight * node for weight, node in zip(weights, nodes))
                points.append((point.real, point.imag))
        start = segment[-1]
        points.append(start)
    return points


def kinds(contour):
    return [len(segment) > 1 for segment in contour]


def agree(name, outlines):
    """The outlines of one glyph in several weights with as many points in each segment."""
    result = [[] for _ in outlines]
    for contours in zip(*outlines, strict=True):
        assert all(kinds(contour) == kinds(contours[0]) for contour in contours), f"{name}: other segments"
        starts = [contour[-1][-1] for contour in contours]
        rows = []
        for segments in zip(*contours):
            ends = [segment[-1] for segment in segments]
            if len({len(segment) for segment in segments}) > 1:
                curves = [cubic(start, segment) for start, segment in zip(starts, segments)]
                splines = curves_to_quadratic(curves, [TOLERANCE] * len(curves))
                offs = [[(round(x), round(y)) for x, y in spline[1:-1]] for spline in splines]
                segments = [[*between, end] for between, end in zip(offs, ends)]
            rows.append(segments)
            starts = ends
        for outline, contour in zip(result, zip(*rows)):
            outline.append(list(contour))
    return result


# The bold horn has a straight curve at its root.
HORNED_O = ("Ohorn", "uni1EDA", "uni1EE2", "uni1EDC", "uni1EDE", "uni1EE0")


def mend(name, light, bold) -> None:
    """Makes the segments of two weights the same in kind, number and order, for the few glyphs where they aren't."""
    if name == "plus":
        at_start(bold[0], (265, 111))
    if name == "ampersand":
        # Its joints are blunt in the light weight and sharp in the bold one: there, edges of no length.
        at_start(light[1], (222, 584))
        blunt(bold[0], (193, 414), edges=1)
        blunt(bold[1], (299, 466), edges=2)
    if name in HORNED_O:
        bold[:] = [without_straight_curves(contour) for contour in bold]


def at_start(contour, node) -> None:
    ends = [segment[-1] for segment in contour]
    i = ends.index(node) + 1
    contour[:] = contour[i:] + contour[:i]


def blunt(contour, node, edges) -> None:
    i = [segment[-1] for segment in contour].index(node) + 1
    contour[i:i] = [[node]] * edges


def without_straight_curves(contour):
    """The contour without curves that lie in the horizontal line that follows them."""
    starts = [segment[-1] for segment in contour[-1:] + contour[:-1]]
    following = contour[1:] + contour[:1]
    return [
        segment
        for start, segment, after in zip(starts, contour, following)
        if len(segment) == 1 or len(after) > 1 or len({y for _, y in [start, *segment, *after]}) > 1
    ]
