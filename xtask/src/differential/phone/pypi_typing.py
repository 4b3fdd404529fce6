"""Types numbers, one a line (text, TAB, default region), key by key with PyPI's `phonenumbers`: what its AsYouTypeFormatter shows after
each key, joined by TAB."""

import sys

from phonenumbers import AsYouTypeFormatter

for line in sys.stdin:
    text, region = line.rstrip("\n").split("\t")
    formatter = AsYouTypeFormatter(region)
    print("\t".join(formatter.input_digit(key) for key in text))
