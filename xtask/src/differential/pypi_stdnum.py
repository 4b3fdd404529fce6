# What python-stdnum says of numbers: lines of a module, a tab and a number in; `1`, or the name of what it raised, out.
import importlib
import re
import sys

modules = {}


def judge(validate, number):
    try:
        validate(number)
    except Exception as error:  # what it raises beside its own errors is an answer too
        return type(error).__name__
    return "1"


for line in sys.stdin:
    name, number = line.rstrip("\n").split("\t")
    if name not in modules:
        modules[name] = importlib.import_module("stdnum." + name).validate
    said = judge(modules[name], number)
    # Which separators it takes is no question of the rules: bare will do.
    bare = re.sub(r"[ ./-]", "", number)
    if said != "1" and bare != number:
        said = judge(modules[name], bare)
    print(said)
