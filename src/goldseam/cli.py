"""The command line. Each command imports what it needs when it runs, so that `--version` is quick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.given import misspelt, settings_table
from goldseam.version import VERSION

CHECKOUT = Path(__file__).parents[2]
# What the coach knows: said here too, so that `--help` need not load it. A test compares.
KINDS = ("apology", "account", "sorrow", "first_words", "message", "reply", "mirror")
ROLES = ("broke_trust", "hurt", "disputed", "unknown")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given and given[0] in PASSED_ON:
            return PASSED_ON[given[0]](given[1:])
        options = build_parser().parse_args(given)
        for line in misspelt(os.environ):
            say(line, error=True)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except CannotGoOn as reason:
        say(str(reason), error=True)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def say(words: str, *, error: bool = False) -> None:
    """Tell the person at the terminal, at once."""
    print(words, file=sys.stderr if error else sys.stdout, flush=True)


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldseam",
        description="A private place in which two people rebuild trust after it was broken.",
        epilog="\n".join(["settings, all from the environment:", *settings_table()]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"goldseam {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    _serving_commands(command)
    _upkeep_commands(command)
    _coach_commands(command)
    command("states", run_states, "print the states and transitions as Markdown, made from the code")
    content = command("content", run_content, "check the texts that people read: whole, plain, easy")
    content.add_argument("what", choices=["check"])
    command("inventory", run_inventory, "print what the server can read, field by field, as Markdown")
    for name, about in (
        ("manage", "Django's own commands, for developers"),
        ("test", "run the tests, on SQLite and on PostgreSQL (--fast: a first look)"),
        ("lint", "check style, types, the import contract and the content"),
        ("bench", "measure: ratios within one run, and sizes (--json)"),
        ("ci", "lint, then test"),
    ):
        commands.add_parser(name, help=about, add_help=False)
    return parser


Command = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]


def _serving_commands(command: Command) -> None:
    serve = command("serve", run_serve, "start Goldseam; Ctrl-C stops it")
    serve.add_argument("--no-backup", action="store_true", help="change tables without a backup before")
    serve.add_argument("--workers", type=int, default=1, help="processes, over PostgreSQL; default: 1")
    demo = command("demo", run_demo, "start with two invented people, in a folder that is thrown away")
    for parser in (serve, demo):
        parser.add_argument("--host", help="default: localhost, both of its addresses")
        parser.add_argument("--port", type=int, help="default: 8000; 0 takes any free one")


def _coach_commands(command: Command) -> None:
    coach = command("coach", run_coach, "read a draft as the language coach does; it stays on this machine")
    mirror = command("mirror", run_mirror, "how far mirrors hold what was said")
    for parser in (coach, mirror):
        parser.add_argument("file", nargs="?", default="-", help="a text, or - for stdin; default: stdin")
    coach.add_argument("--kind", default="apology", choices=KINDS, help="what the text is meant to be")
    coach.add_argument("--role", default="broke_trust", choices=ROLES, help="who writes it")
    how = coach.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="the whole reading, for machines")
    how.add_argument("--jsonl", action="store_true", help="a JSON object a line in, one a line out")
    mirror.add_argument("--jsonl", action="store_true", required=True, help="one a line in, one a line out")


def _upkeep_commands(command: Command) -> None:
    check = command("check", run_check, "verify every log's chain; it needs nobody's keys")
    check.add_argument("--deploy", action="store_true", help="what to know before opening the doors")
    backup = command("backup", run_backup, "copy the database, also while it is in use; keys are not in it")
    backup.add_argument("dest", nargs="?", type=Path, help="file or folder; default: in the data folder")
    restore = command("restore", run_restore, "go back to a backup; what was erased stays erased")
    restore.add_argument("source", type=Path, help="a file that `goldseam backup` made")
    keys = command("keys", run_keys, "hand the server's own keys out under a passphrase, or take them back")
    keys.add_argument("what", choices=["export", "import"])
    keys.add_argument("file", type=Path, help="export: a new file; import: one that export made")
    keys.add_argument("--passphrase-file", type=Path, metavar="FILE", help="default: it is asked for")


def run_serve(options: argparse.Namespace) -> int:
    from goldseam.upkeep import starting

    return starting.serve(
        options.host, options.port, say, backup=not options.no_backup, workers=options.workers
    )


def run_demo(options: argparse.Namespace) -> int:
    from goldseam.upkeep import starting

    return starting.demo(options.host, options.port, say)


def run_check(options: argparse.Namespace) -> int:
    from goldseam.upkeep.starting import opened_data

    if options.deploy:
        return run_check_deploy()

    with opened_data():
        from goldseam.log.check import run

        faults = run()
    for fault in faults:
        say(fault)
    say(f"Faults found: {len(faults)}." if faults else "Every log is whole.")
    return 1 if faults else 0


def run_check_deploy() -> int:
    from goldseam.upkeep import ready
    from goldseam.upkeep.folder import data_folder
    from goldseam.upkeep.starting import opened_data

    found = list(ready.outside_the_database(data_folder(), os.environ))
    try:
        with opened_data():
            from goldseam.upkeep.ready_data import inside_the_database

            found += inside_the_database()
    except CannotGoOn as reason:
        found.append(ready.fault("database", " ".join(str(reason).split())))
    for finding in found:
        say(str(finding))
    faults = sum(finding.mark == ready.Mark.FAULT for finding in found)
    say(f"Faults found: {faults}." if faults else "Nothing stands in the way.")
    return 1 if faults else 0


def run_backup(options: argparse.Namespace) -> int:
    from goldseam.upkeep.starting import opened_data

    with opened_data() as folder:
        from goldseam.upkeep.backup import make_backup

        say(f"Backup made: {make_backup(where=options.dest)}")
    say(f"It holds no keys. Keep a copy of {folder / 'keys'} apart: without it nobody can sign in.")
    say("Delete backups after 30 days, so that what people erase is gone from them too.")
    return 0


def run_restore(options: argparse.Namespace) -> int:
    from goldseam.upkeep.folder import sole_use
    from goldseam.upkeep.starting import opened_data

    with opened_data(existing=False) as folder, sole_use(folder):
        from goldseam.upkeep.restore import restore

        restore(options.source.absolute(), say)
    return 0


def run_keys(options: argparse.Namespace) -> int:
    from goldseam.upkeep import asking, keyfiles
    from goldseam.upkeep.folder import data_folder, open_folder, sole_use

    folder, file = data_folder(), options.file.absolute()
    known = options.passphrase_file and asking.from_file(options.passphrase_file)
    if options.what == "export":
        keyfiles.export_keys(folder, file, lambda: known or asking.asked_twice(), say)
        return 0
    open_folder(folder)
    with sole_use(folder):
        keyfiles.import_keys(folder, file, lambda: known or asking.asked_once(), say)
    return 0


def run_coach(options: argparse.Namespace) -> int:
    from goldseam import pencilled

    with opened(options.file) as given:
        if options.jsonl:
            return pencilled.coach_lines(given, say)
        raw = given.read()
    text = pencilled.as_text(raw)
    return pencilled.coach_text(text, say, kind=options.kind, role=options.role, as_json=options.json)


def run_mirror(options: argparse.Namespace) -> int:
    from goldseam import pencilled
    from goldseam.coach import NoNetwork

    with opened(options.file) as given:
        try:
            return pencilled.mirror_lines(given, say)
        except NoNetwork:
            raise CannotGoOn(
                "The mirror check needs onnxruntime and the coach's weights. They are not here."
            ) from None


def opened(file: str) -> BinaryIO:
    """A file, or stdin for `-`. Says in one sentence why it cannot be read."""
    if file == "-":
        return sys.stdin.buffer
    try:
        if Path(file).is_dir():
            raise IsADirectoryError
        return Path(file).open("rb")
    except FileNotFoundError:
        raise CannotGoOn(f"There is no file {file}.") from None
    except OSError:
        raise CannotGoOn(f"{file} cannot be read.") from None


def run_states(options: argparse.Namespace) -> int:
    from goldseam.core.drawing import states_markdown

    say(states_markdown().rstrip())
    return 0


def run_content(options: argparse.Namespace) -> int:
    from goldseam.content.check import main as check

    return check()


def run_inventory(options: argparse.Namespace) -> int:
    from goldseam.log.inventory import inventory_markdown

    say(inventory_markdown().rstrip())
    return 0


def run_manage(arguments: list[str]) -> int:
    from goldseam.upkeep.folder import data_folder, open_folder

    open_folder(data_folder())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldseam.web.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["goldseam manage", *arguments])
    return 0


def run_in_checkout(module: str, arguments: list[str]) -> int:
    """Hand over to a developer's tool in `tests/` or `bench/`, which an installed package does not have."""
    if not (CHECKOUT / f"{module.replace('.', '/')}.py").is_file():
        raise CannotGoOn("This command needs a checkout of the source, with ./goldseam in it.")
    os.chdir(CHECKOUT)
    sys.path.insert(0, str(CHECKOUT))
    from importlib import import_module

    status: int = import_module(module).main(arguments)
    return status


def run_ci(arguments: list[str]) -> int:
    return run_in_checkout("tests.lint", []) or run_in_checkout("tests.suite", arguments)


PASSED_ON: dict[str, Callable[[list[str]], int]] = {
    "manage": run_manage,
    "test": lambda arguments: run_in_checkout("tests.suite", arguments),
    "lint": lambda arguments: run_in_checkout("tests.lint", arguments),
    "bench": lambda arguments: run_in_checkout("bench.__main__", arguments),
    "ci": run_ci,
}
