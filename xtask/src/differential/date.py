"""Says again what we said of dates: `d TEXT NUMBER` (the proleptic Gregorian ordinal, 0 where it is no date) and `a BORN FIRST`
(the first day on which somebody is 18)."""

import re
import sys
from datetime import date

FORM = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def ordinal(text):
    parts = FORM.fullmatch(text)
    try:
        return date(*map(int, parts.groups())).toordinal() if parts else 0
    except ValueError:
        return 0


def eighteen(born):
    try:
        return born.replace(year=born.year + 18)
    except ValueError:
        # 29 February, in a year that has none.
        return date(born.year + 18, 3, 1)


lines = differ = 0
for line in open(sys.argv[1], encoding="ascii"):
    kind, text, said = line.split()
    if kind == "d":
        text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)
        same = ordinal(text) == int(said)
    else:
        same = eighteen(date.fromisoformat(text)) == date.fromisoformat(said)
    lines += 1
    if not same:
        differ += 1
        print(f"differs: {line.strip()}")
print(f"{lines} dates, {differ} read differently")
sys.exit(differ > 0)
