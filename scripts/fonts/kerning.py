"""Kerning as text: read from a font's tables as pairs, written as classes of glyphs for a feature file."""

from collections import defaultdict


def pairs_of(font):
    """{(left, right): units} of the feature `kern`, which must be the only one in the table."""
    pairs = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        # The first subtable that knows a pair decides.
        for table in reversed(lookup.SubTable):
            table = getattr(table, "ExtSubTable", table)
            pairs.update(single_pairs(table) if table.Format == 1 else class_pairs(table, font.getGlyphOrder()))
    return {pair: units for pair, units in pairs.items() if units}


def single_pairs(table):
    for left, records in zip(table.Coverage.glyphs, table.PairSet):
        for record in records.PairValueRecord:
            yield (left, record.SecondGlyph), advance(record)


def class_pairs(table, glyphs):
    for left in table.Coverage.glyphs:
        records = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
        for right in glyphs:
            yield (left, right), advance(records[table.ClassDef2.classDefs.get(right, 0)])


def advance(record) -> int:
    return getattr(record.Value1, "XAdvance", 0) if record.Value1 else 0


def feature(pairs) -> str:
    """The feature `kern`. Glyphs with the same neighbours at the same distances are one class."""
    rows, columns = defaultdict(dict), defaultdict(dict)
    for (left, right), units in sorted(pairs.items()):
        rows[left][right] = columns[right][left] = units
    rules = [
        f"pos [{' '.join(lefts)}] [{' '.join(rights)}] {pairs[lefts[0], rights[0]]};"
        for lefts in alike(rows)
        for rights in alike(columns)
        if (lefts[0], rights[0]) in pairs
    ]
    return "feature kern {\n" + "\n".join(rules) + "\n} kern;\n"


def alike(neighbours):
    classes = defaultdict(list)
    for glyph, values in neighbours.items():
        classes[tuple(values.items())].append(glyph)
    return list(classes.values())
