"""Writes data/unicode.tsv: the Unicode Character Database's general category and script of every code point, in ranges.

Run it with PyPI's `unicodedata2` (general category, normalisation, combining class), `fonttools` (script) and `idna`
(joining type) installed, all of one Unicode version:  python data/unicode_from_pypi.py > data/unicode.tsv
"""

import sys

import idna.idnadata as idnadata
import unicodedata2 as ucd
from fontTools.unicodedata import script

CODE_POINTS = range(0x110000)


def folds_to_ascii(char):
    """Whether a host name would turn this character into plain ASCII (NFKC and case folding, as UTS #46 does)."""
    return ucd.normalize("NFKC", ucd.normalize("NFKC", char).casefold()).isascii()


def joining_scripts():
    """Scripts whose letters change with a joiner beside them: cursive ones (Joining_Type D, L, R) and those with a virama."""
    # idna packs a range as first << 32 | one behind the last.
    ranges = [packed for kind in "DLR" for packed in idnadata.joining_types[kind]]
    cursive = {script(chr(at)) for packed in ranges for at in range(packed >> 32, packed & 0xFFFFFFFF)}
    indic = {script(chr(at)) for at in CODE_POINTS if ucd.combining(chr(at)) == 9}
    return cursive | indic


def main():
    assert ucd.unidata_version == idnadata.__version__, "the packages must be of one Unicode version"
    joining = joining_scripts() - {"Zyyy", "Zinh"}
    out = sys.stdout
    out.write(f"# Unicode {ucd.unidata_version}: first, last, general category, script, flags ")
    out.write("(a: folds to ASCII; j: its script joins). Unassigned code points are left out.\n")
    rows = []
    for at in CODE_POINTS:
        char = chr(at)
        category = ucd.category(char)
        if category in ("Cn", "Co", "Cs"):
            continue
        kind = script(char)
        flags = ("a" if at > 0x7F and folds_to_ascii(char) else "") + ("j" if kind in joining else "")
        key = (category, kind, flags)
        if rows and rows[-1][1] == at - 1 and rows[-1][2] == key:
            rows[-1][1] = at
        else:
            rows.append([at, at, key])
    for first, last, key in rows:
        out.write(f"{first:04X}\t{last:04X}\t" + "\t".join(key) + "\n")


main()
