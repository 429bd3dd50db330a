"""What is kept of an import: runs, files, their ledgers, and what waits for an editor."""

from .files import ImportedFile, ImportRun
from .ledger import LedgerLine
from .waiting import MatchProposal, UnresolvedLink

__all__ = ["ImportRun", "ImportedFile", "LedgerLine", "MatchProposal", "UnresolvedLink"]
