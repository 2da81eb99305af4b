"""Accented letters as a letter and its marks, instead of outlines of their own: a fifth of the file less.

The published glyphs are whole outlines, but they were made of the same parts, to a unit of rounding. So each part is
kept once, and an accented glyph only says where its parts stand in each weight.
"""

import unicodedata

from outlines import kinds, samples

# Those that touch no letter. The horn does: ơ and ư are letters here.
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u0323"
# How far a part may lie beside the published outline, in thousandths of an em: what rounding has done.
TOLERANCE = 1.5


def take_apart(glyphs, cmap):
    """What each accented glyph is made of: {glyph: [(part, its offset in each weight)]}.

    `glyphs` ({glyph: its outline in each weight}) loses these, and gains the marks that aren't glyphs yet.
    """
    marks = {cmap[ord(mark)]: glyphs[cmap[ord(mark)]] for mark in MARKS if ord(mark) in cmap}
    composites = {}
    for code, name in sorted(cmap.items()):
        letter, accents = decompose(chr(code))
        if not letter or not accents:
            continue
        # The dot of ị stays where it is; those of í, ì, ỉ, ĩ make room for the mark.
        base = "dotlessi" if letter == "i" and accents != "\u0323" else cmap[ord(letter)]
        contours = per_contour(glyphs[name])
        own = []
        for contour in per_contour(glyphs[base]):
            own.append(min(contours, key=lambda other: fit(contour, other)[0]))
            contours.remove(own[-1])
        error, offsets = fit(glyphs[base], [sum(weight, []) for weight in zip(*own)])
        assert error <= TOLERANCE, f"{name} holds no {base}: {error:.1f} units off"
        composites[name] = [(base, offsets)]
        for contour in contours:
            error, offsets, mark = min((*fit(outlines, contour), mark) for mark, outlines in marks.items())
            if error > TOLERANCE:
                mark, offsets = f"mark{len(marks)}", [(0, 0)] * len(contour)
                marks[mark] = contour
            composites[name].append((mark, offsets))
    for name in composites:
        del glyphs[name]
    glyphs.update(marks)
    return composites


def decompose(character):
    """A letter without its marks, and those."""
    parts = unicodedata.normalize("NFD", character)
    letter = "".join(part for part in parts if part not in MARKS)
    return unicodedata.normalize("NFC", letter), "".join(part for part in parts if part in MARKS)


def per_contour(outlines):
    """Each contour as an outline of its own, in each weight."""
    return [[[contour] for contour in contours] for contours in zip(*outlines)]


def fit(part, place):
    """How well the outlines of a part fit a place when they are moved there: the greatest error, and the offsets."""
    offsets, errors = [], []
    for outline, other in zip(part, place):
        if [kinds(contour) for contour in outline] != [kinds(contour) for contour in other]:
            return float("inf"), []
        here, there = ([point for contour in contours for point in samples(contour)] for contours in (outline, other))
        for axis in (0, 1):
            distances = [b[axis] - a[axis] for a, b in zip(here, there)]
            offset = round((min(distances) + max(distances)) / 2)
            offsets.append(offset)
            errors += [abs(distance - offset) for distance in distances]
    return max(errors), list(zip(offsets[::2], offsets[1::2]))
