#!/usr/bin/env python3
"""Makes style/fonts/ from Be Vietnam Pro as published in the npm package @expo-google-fonts/be-vietnam-pro.

The published font is a file of 130 KB for each weight. Ours is one file for all weights between 400 and 600, and:
  - it has figures of one width (the feature `tnum`, which style/ asks for in every table, axis and card): the published
    digits are as wide as they look, and columns of them do not line up;
  - it is small: only the letters of Vietnamese and English and the signs we print, accented letters made of parts
    (accents.py), without instructions for screens of the last century.
No glyph differs visibly from the published ones in 400, 500 and 600; `check` sees to it.

Needed only when the font changes; what it writes is committed, and is the same each time:

    pip install fonttools==4.68.0 brotli==1.2.1
    npm pack @expo-google-fonts/be-vietnam-pro@0.4.1 && tar xf expo-google-fonts-be-vietnam-pro-0.4.1.tgz
    scripts/fonts/make.py package
"""

import shutil
import sys
from pathlib import Path

import accents
import kerning
import outlines
from check import check
from fontTools import subset, varLib
from fontTools.designspaceLib import DesignSpaceDocument
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.woff2 import WOFF2FlavorData

# The two ends of the axis, and the one between that the variable font must meet on its straight way.
WEIGHTS = {400: "400Regular", 500: "500Medium", 600: "600SemiBold"}
LETTERS = (
    "U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00B0-00B3,U+00B7,U+00BB,U+00C0-00C3,U+00C8-00CA,U+00CC-00CD,"
    "U+00D2-00D5,U+00D7,U+00D9-00DA,U+00DD,U+00E0-00E3,U+00E8-00EA,U+00EC-00ED,U+00F2-00F5,U+00F7,U+00F9-00FA,U+00FD,"
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303,U+0309,U+0323,"
    "U+1EA0-1EF9,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+20AB,U+2212,U+2215"
)
# Glyphs that no code stands for: a part of í, and what `liga` puts.
MORE_GLYPHS = ["dotlessi", "f_f.liga", "f_f_i.liga", "f_i.liga"]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
# One width for all weights, so that a bold total lines up with what it adds up.
FIGURE_WIDTH = 684
FEATURES = f"""
languagesystem DFLT dflt;
languagesystem latn dflt;
feature liga {{
    sub f f i by f_f_i.liga;
    sub f f by f_f.liga;
    sub f i by f_i.liga;
}} liga;
feature tnum {{
    sub [{" ".join(DIGITS)}] by [{" ".join(f"{digit}.tnum" for digit in DIGITS)}];
}} tnum;
"""


def published(package: Path, weight: int) -> TTFont:
    """A published font with our letters only, and of its features only kerning."""
    name = WEIGHTS[weight]
    font = TTFont(package / name / f"BeVietnamPro_{name}.ttf", recalcTimestamp=False)
    options = subset.Options(hinting=False, glyph_names=True, layout_features=["kern"], name_IDs=[0, 1, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS), glyphs=MORE_GLYPHS)
    subsetter.subset(font)
    return font


def make_parts(masters) -> None:
    """Makes the glyphs of the masters agree, gives them tabular figures, and makes them of parts."""
    glyphs = {}
    for name in masters[0].getGlyphOrder():
        glyphs[name] = [outlines.read(font, name) for font in masters]
        outlines.mend(name, *glyphs[name])
    composites = accents.take_apart(glyphs, masters[0].getBestCmap())
    for digit in DIGITS:
        shifts = [round((FIGURE_WIDTH - font["hmtx"][digit][0]) / 2) for font in masters]
        composites[f"{digit}.tnum"] = [(digit, [(shift, 0) for shift in shifts])]

    drawn = {name: [outlines.glyph_of(each) for each in outlines.agree(name, glyphs[name])] for name in glyphs}
    codes = {name: code for code, name in masters[0].getBestCmap().items()}
    # Parts first, then what is made of them, by letter: so the compressor meets what is alike side by side.
    names = (drawn | composites).keys() - {".notdef"}
    order = [".notdef", *sorted(names, key=lambda name: (name in composites, codes.get(name, float("inf")), name))]
    for i, font in enumerate(masters):
        glyf, hmtx = font["glyf"], font["hmtx"]
        font.setGlyphOrder(order)
        glyf.glyphOrder = order
        for name in order:
            if name in composites:
                pen = TTGlyphPen(order)
                for part, offsets in composites[name]:
                    pen.addComponent(part, (1, 0, 0, 1, *offsets[i]))
                glyf.glyphs[name] = pen.glyph()
            else:
                glyf.glyphs[name] = drawn[name][i]
        for name in order:
            glyf[name].recalcBounds(glyf)
            width = FIGURE_WIDTH if name.endswith(".tnum") else hmtx.metrics.get(name, (0, 0))[0]
            hmtx[name] = (width, getattr(glyf[name], "xMin", 0))
        del font["GPOS"]


def variable(masters) -> TTFont:
    """The font between two masters, without tables that no browser reads.

    Browsers can do without HVAR too, by way of the outlines; it costs 200 bytes and keeps every one on its usual way.
    Nor are there rules to place a mark on a letter: browsers compose what is decomposed, and all that Vietnamese
    composes is there.
    """
    design = DesignSpaceDocument()
    design.addAxisDescriptor(tag="wght", name="Weight", minimum=400, default=400, maximum=600)
    for font, weight in zip(masters, (400, 600)):
        design.addSourceDescriptor(font=font, location={"Weight": weight})
    font, _, _ = varLib.build(design, exclude=["MVAR", "STAT"])
    for tag in ("GDEF", "GSUB", "STAT", "gasp"):
        if tag in font:
            del font[tag]
    return font


def main() -> None:
    package = Path(sys.argv[1])
    folder = Path(__file__).parent.parent.parent / "style" / "fonts"
    originals = {weight: published(package, weight) for weight in WEIGHTS}
    masters = [published(package, weight) for weight in (400, 600)]
    make_parts(masters)
    font = variable(masters)
    # Kerning does not vary: 400 and 600 differ from 500 by 18 units at most, a quarter of a pixel in body text.
    addOpenTypeFeaturesFromString(font, FEATURES + kerning.feature(kerning.pairs_of(originals[500])))
    check(font, originals, [f"{digit}.tnum" for digit in DIGITS])
    # Only `check` needed the glyphs' names.
    font["post"].formatType = 3
    target = folder / "be-vietnam-pro.woff2"
    font.flavor, font.flavorData = "woff2", WOFF2FlavorData(transformedTables=("glyf", "loca", "hmtx"))
    font.save(target)
    shutil.copy(package / "LICENSE_FONT", folder / "OFL.txt")
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


main()
