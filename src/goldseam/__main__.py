"""`python -m goldseam` is the command line."""

from __future__ import annotations

from goldseam.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
