import argparse


def parser(required, **options):
    p = argparse.ArgumentParser(prog="tool", **options)
    p.add_argument("--version", action="version", version="1")
    p.add_argument("--config", metavar="FILE")
    p.add_argument("--rate", metavar="SECONDS")
    group = p.add_mutually_exclusive_group(required=required)
    group.add_argument("--json", action="store_true")
    group.add_argument("--csv", action="store_true")
    group.add_argument("--excel-with-formulas", metavar="VERSION")
    p.add_argument("command", nargs="?")
    other = p.add_mutually_exclusive_group()
    other.add_argument("-q", action="store_true")
    other.add_argument("-v", action="count")
    return p


parser(False).print_usage()
parser(True).print_usage()
parser(True, formatter_class=lambda prog: argparse.HelpFormatter(prog, width=45)).print_help()
