"""What all tests share."""

import os

from hypothesis import HealthCheck, settings

# The same examples on every machine in the suite; `HYPOTHESIS_PROFILE=search` looks for new ones.
settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at a time: more than there are processors, as many wait for a disk or a program."""
    return (os.cpu_count() or 2) * 3 // 2
