"""`python -m reviewtui`: the same as the command `reviewtui`."""

import sys

from reviewtui.cli import main

if __name__ == "__main__":
    sys.exit(main())
