"""Judges machine-readable zones, one a line (format, TAB, lines joined by TAB), with PyPI's `mrz`: five characters a zone, for
the document number, birth, expiry, optional data and the composite: 1 holds, 0 fails, - no such check; E where it refuses."""

import sys

from mrz.checker.mrva import MRVACodeChecker
from mrz.checker.mrvb import MRVBCodeChecker
from mrz.checker.td1 import TD1CodeChecker
from mrz.checker.td2 import TD2CodeChecker
from mrz.checker.td3 import TD3CodeChecker

CHECKERS = {
    "TD1": TD1CodeChecker,
    "TD2": TD2CodeChecker,
    "TD3": TD3CodeChecker,
    "MRVA": MRVACodeChecker,
    "MRVB": MRVBCodeChecker,
}
# Visas have neither a check digit of the optional data nor a composite; what the package says of them is inherited.
WITHOUT = {"TD1": {3}, "TD2": {3}, "TD3": set(), "MRVA": {3, 4}, "MRVB": {3, 4}}
CHECKS = ["document_number_hash", "birth_date_hash", "expiry_date_hash", "optional_data_hash", "final_hash"]


def judge(line):
    kind, *lines = line.rstrip("\n").split("\t")
    try:
        checker = CHECKERS[kind]("\n".join(lines))
        return "".join(
            "-" if at in WITHOUT[kind] else "1" if getattr(checker, check) else "0" for at, check in enumerate(CHECKS)
        )
    except Exception:
        return "E"


for line in sys.stdin:
    print(judge(line))
