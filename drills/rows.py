"""What a drill found: one row of the table."""

import statistics
import threading
import time
from dataclasses import asdict, dataclass, field


@dataclass
class Row:
    """How often something was tried, what went wrong, how long the attempts took.

    `name`, `database` (str); `count` (int) of attempts, `unit` (str) what they were; `wrong` (list of str);
    `waits` (list of float, seconds) of those who waited; `seconds` (float) all together; `note` (str).
    """

    name: str
    database: str
    unit: str
    count: int = 0
    wrong: list = field(default_factory=list)
    waits: list = field(default_factory=list)
    seconds: float = 0.0
    note: str = ""

    def __post_init__(self):
        self._began, self._lock = time.monotonic(), threading.Lock()

    def expect(self, holds, words):
        """Note `words` (str) as a failure unless `holds`."""
        if not holds:
            with self._lock:
                self.wrong.append(words)
        return holds

    def waited(self, seconds):
        """Note how long somebody waited (float)."""
        with self._lock:
            self.waits.append(seconds)

    def ended(self):
        """Stop the clock and give this Row."""
        self.seconds = time.monotonic() - self._began
        return self

    @property
    def p95(self):
        """The wait in milliseconds (int) that 95 of 100 did not exceed, None without waits."""
        if not self.waits:
            return None
        longest = self.waits * 2 if len(self.waits) < 2 else self.waits
        return round(1000 * statistics.quantiles(longest, n=20, method="inclusive")[18])

    def figures(self):
        """Give what is written down (dict)."""
        kept = {name: value for name, value in asdict(self).items() if name not in ("waits", "wrong")}
        return kept | {
            "failures": len(self.wrong),
            "first_failures": self.wrong[:5],
            "p95_ms": self.p95,
            "seconds": round(self.seconds, 1),
        }
