"""`python -m ropa` is the `ropa` command."""

from ropa.cli import main

main()
