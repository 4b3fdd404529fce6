"""Judges phone numbers, one a line (text, TAB, default region or nothing), with PyPI's `phonenumbers`: E where it refuses, else
E.164, validity, region, type, possible, extension, national, international, joined by TAB."""

import sys

import phonenumbers as p
from phonenumbers import re_util

if hasattr(re_util, "enable_pattern_cache"):
    re_util.enable_pattern_cache()

TYPES = {v: k for k, v in vars(p.PhoneNumberType).items() if isinstance(v, int)}
POSSIBLE = {v: k for k, v in vars(p.ValidationResult).items() if isinstance(v, int)}
FORMAT = p.PhoneNumberFormat


def judge(line):
    text, region = line.rstrip("\n").split("\t")
    try:
        n = p.parse(text, region or None)
    except p.NumberParseException:
        return "E"
    return "\t".join([
        p.format_number(n, FORMAT.E164),
        "1" if p.is_valid_number(n) else "0",
        p.region_code_for_number(n) or "",
        TYPES[p.number_type(n)],
        POSSIBLE[p.is_possible_number_with_reason(n)],
        n.extension or "",
        p.format_number(n, FORMAT.NATIONAL),
        p.format_number(n, FORMAT.INTERNATIONAL),
    ])


for line in sys.stdin:
    print(judge(line))
