"""Reads libphonenumber's metadata out of PyPI's `phonenumbers` into JSON.

    pip install --target DIR phonenumbers==9.0.43
    python data/phone/metadata_from_pypi.py DIR data/phone/metadata.json

Keys. `version`; `codes`: calling code -> its regions, the main one first. `regions`: by region, or by calling code where
the code belongs to no country (`id` 001): `cc` calling code, `idd` international prefix, `np` national prefix, `npp` national
prefix for parsing, `npt` its transform rule, `same` fixed lines and mobiles share one pattern, `ld` leading digits, `ext` the
region's own words before an extension, `types`: type -> `p` pattern, `ex` example, `len` possible lengths, `loc` lengths that
are possible within an area only. `formats` and `intl` (main regions only): `p` pattern, `f` format, `ld` leading digits from
coarse to fine, `np` national prefix rule, `opt` the national prefix may be left out, `cc` carrier code rule.
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
import phonenumbers  # noqa: E402
from phonenumbers import PhoneMetadata  # noqa: E402
from phonenumbers.data import _COUNTRY_CODE_TO_REGION_CODE as CODES  # noqa: E402

TYPES = ["general_desc", "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip",
         "pager", "uan", "voicemail", "no_international_dialling"]
NAMES = {"general_desc": "general", "no_international_dialling": "no_international"}


def kind(d):
    if d is None or not d.national_number_pattern:
        return None
    return {"p": d.national_number_pattern, "ex": d.example_number,
            "len": [n for n in d.possible_length if n > 0], "loc": list(d.possible_length_local_only)}


def layout(f):
    return {"p": f.pattern, "f": f.format, "ld": list(f.leading_digits_pattern), "np": f.national_prefix_formatting_rule,
            "opt": bool(f.national_prefix_optional_when_formatting), "cc": f.domestic_carrier_code_formatting_rule}


def region(code, name, main):
    m = PhoneMetadata.metadata_for_nongeo_region(code) if name == "001" else PhoneMetadata.metadata_for_region(name)
    pattern = m.fixed_line and m.fixed_line.national_number_pattern
    same = bool(pattern and m.mobile and pattern == m.mobile.national_number_pattern)
    out = {"id": name, "cc": code, "idd": m.international_prefix, "np": m.national_prefix,
           "npp": m.national_prefix_for_parsing, "npt": m.national_prefix_transform_rule, "same": same,
           "ld": m.leading_digits, "ext": m.preferred_extn_prefix,
           "types": {NAMES.get(t, t): kind(getattr(m, t)) for t in TYPES}}
    if main:
        out["formats"] = [layout(f) for f in m.number_format]
        out["intl"] = [layout(f) for f in m.intl_number_format]
    return out


out = {"version": phonenumbers.__version__, "codes": {str(c): list(rs) for c, rs in CODES.items()}, "regions": {}}
for code, names in CODES.items():
    for at, name in enumerate(names):
        out["regions"][str(code) if name == "001" else name] = region(code, name, at == 0)


def lines(value, depth=0):
    """JSON with a line for each region's field, type and layout, so that an update is a diff one can read."""
    flat = json.dumps(value)
    if depth > 3 or not isinstance(value, (dict, list)) or not any(isinstance(v, (dict, list)) for v in inner(value)):
        return flat
    pad, end = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, list):
        return "[" + pad + ("," + pad).join(lines(v, depth + 1) for v in value) + end + "]"
    return "{" + pad + ("," + pad).join(json.dumps(k) + ": " + lines(v, depth + 1) for k, v in value.items()) + end + "}"


def inner(value):
    return value.values() if isinstance(value, dict) else value


with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write(lines(out) + "\n")
print(out["version"], len(out["regions"]), "regions")
