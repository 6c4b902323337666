"""`python -m graphbuild` is the same as `graphbuild`."""

import sys

from graphbuild.cli import main

if __name__ == "__main__":
    sys.exit(main())
