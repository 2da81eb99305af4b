#!/usr/bin/env python3
"""Makes style/fonts/ from Be Vietnam Pro as published in the npm package @fontsource/be-vietnam-pro.

The published files lack two things that a ledger needs, so ours are made from them:
  - figures of one width (the feature `tnum`, which style/ asks for in every table, axis and card): the published
    digits are as wide as they look, and columns of them do not line up;
  - smallness: only the letters of Vietnamese and English and the signs we print, without instructions for screens of
    the last century. 39 KB instead of 100.

Needed only when the font changes; what it writes is committed:

    pip install fonttools==4.68.0 brotli
    npm pack @fontsource/be-vietnam-pro@5.3.0 && tar xf fontsource-be-vietnam-pro-5.3.0.tgz
    scripts/fonts.py package
"""

import copy
import json
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

WEIGHTS = (400, 500, 600)
LATIN = (
    "U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00B0-00B3,U+00B7,U+00BB,U+00C0-00C3,U+00C8-00CA,U+00CC-00CD,"
    "U+00D2-00D5,U+00D7,U+00D9-00DA,U+00DD,U+00E0-00E3,U+00E8-00EA,U+00EC-00ED,U+00F2-00F5,U+00F7,U+00F9-00FA,U+00FD,"
    "U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+2191,U+2193,U+2212,U+2215"
)
VIETNAMESE = (
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,"
    "U+0323,U+1EA0-1EF9,U+20AB"
)
# One width for all weights, so that a bold total lines up with what it adds up.
FIGURE_WIDTH = 684
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]


def add_tabular_figures(font: TTFont) -> None:
    """Adds a copy of each digit, centred in FIGURE_WIDTH, and the feature that puts it in place."""
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    order = font.getGlyphOrder()
    mapping = {}
    for digit in "0123456789":
        name = cmap[ord(digit)]
        width, bearing = hmtx[name]
        shift = round((FIGURE_WIDTH - width) / 2)
        glyph = copy.deepcopy(glyf[name])
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(glyf)
        tabular = f"{name}.tnum"
        mapping[name] = tabular
        order.append(tabular)
        font.setGlyphOrder(order)
        glyf.glyphs[tabular] = glyph
        glyf.glyphOrder = order
        hmtx[tabular] = (FIGURE_WIDTH, bearing + shift)

    table = font["GSUB"].table
    substitution = otTables.SingleSubst()
    substitution.mapping = mapping
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 0, [substitution], 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag = "tnum"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [table.LookupList.LookupCount - 1]
    record.Feature.LookupCount = 1
    # `tnum` comes last in the alphabet of the features that are there, so the list stays sorted.
    assert all(other.FeatureTag < "tnum" for other in table.FeatureList.FeatureRecord)
    table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    for script in table.ScriptList.ScriptRecord:
        languages = [script.Script.DefaultLangSys, *(record.LangSys for record in script.Script.LangSysRecord)]
        for language in filter(None, languages):
            language.FeatureIndex.append(table.FeatureList.FeatureCount - 1)
            language.FeatureCount = len(language.FeatureIndex)


def make(source: Path, target: Path, letters: str) -> None:
    font = TTFont(source)
    if "latin" in source.name:
        add_tabular_figures(font)
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = FEATURES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(letters))
    subsetter.subset(font)
    subset.save_font(font, target, options)
    print(f"{target.name}: {source.stat().st_size} -> {target.stat().st_size} bytes")


def main() -> None:
    package = Path(sys.argv[1])
    folder = Path(__file__).parent.parent / "style" / "fonts"
    folder.mkdir(exist_ok=True)
    for weight in WEIGHTS:
        for name, letters in (("latin", LATIN), ("vietnamese", VIETNAMESE)):
            source = package / "files" / f"be-vietnam-pro-{name}-{weight}-normal.woff2"
            make(source, folder / f"be-vietnam-pro-{name}-{weight}.woff2", letters)
    # For the @font-face rules: the browser fetches a file only for a letter that it declares.
    ranges = {"latin": LATIN, "vietnamese": VIETNAMESE}
    (folder / "ranges.json").write_text(json.dumps(ranges, indent=2) + "\n")
    shutil.copy(package / "LICENSE", folder / "OFL.txt")


main()
