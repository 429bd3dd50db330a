"""The table of all drills, for the report and for the README."""

BEGIN, END = "<!-- drills -->", "<!-- end of drills -->"
COLUMNS = ("drill", "database", "count", "failures", "p95", "seconds", "what was held")


def table_of(rows):
    """Give the table (str, Markdown) of `rows` (list of dict, as Row.figures gives them)."""
    lines = ["| " + " | ".join(COLUMNS) + " |", "| --- | --- | ---: | ---: | ---: | ---: | --- |"]
    return "\n".join([*lines, *map(line_of, rows)]) + "\n"


def line_of(row):
    """Give one line (str) of the table. What was held is said only where nothing failed."""
    wait = "" if row["p95_ms"] is None else f"{row['p95_ms']:,} ms"
    held = "; ".join(row["first_failures"]) if row["failures"] else row["note"]
    cells = [row["name"], row["database"], f"{row['count']:,} {row['unit']}", row["failures"], wait]
    return "| " + " | ".join(map(str, [*cells, round(row["seconds"]), held.replace("|", "\\|")])) + " |"


def readme_with(text, table, facts):
    """Give the README (str) with `table` between its two marks."""
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    said = "Run on {day} {commit}; {machine}. [How](docs/reports/drill.md).".format(**facts)
    return f"{before}{BEGIN}\n\n{said}\n\n{table}\n{END}{after}"
