"""Imports go the way that docs/architecture.md draws, and only at the top of a file."""

import ast
import sys
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Who may import what of ours; a dotted name allows only that module and what is below it.
MAY_IMPORT = {
    "freshness": set(),
    "pages": {"freshness"},
    "comments": {"freshness"},
    "operations": set(),
    "protection": {"comments.network"},
    "editorial": {"freshness.clock", "pages"},
    "conditions": {"editorial", "pages", "comments.mixins"},
    "articles": {"conditions.models", "editorial", "freshness.stored", "pages", "comments.mixins"},
    "importing": {"articles", "conditions", "editorial", "pages"},
    "outlets": {"articles", "comments", "conditions", "editorial", "pages"},
    "demo": {"articles", "comments", "conditions", "editorial", "freshness.watching", "importing", "pages"},
    "healthsite": {
        "articles",
        "comments",
        "conditions",
        "demo",
        "editorial",
        "freshness",
        "importing",
        "operations",
        "outlets",
        "pages",
        "protection",
    },
}
# Inside an app a module imports its own layer and those before it; nobody imports the edge.
LAYERS = [{"blocks"}, {"models"}, {"services", "forms"}, {"views"}, {"urls"}]
EDGE = {"feeds", "wagtail_hooks", "management", "apps"}


@cache
def imports(path):
    """Give (module (str), is inside a function (bool)) for each import in `path`."""
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = {inner for function in functions for inner in ast.walk(function)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node in hidden) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = absolute(path, node)
            found += [(f"{module}.{alias.name}", node in hidden) for alias in node.names]
    return found


def absolute(path, node):
    """Give the module (str) that an ast.ImportFrom in `path` names, its dots resolved."""
    package = path.relative_to(ROOT).parent.parts[: None if node.level < 2 else 1 - node.level]
    return ".".join([*(package if node.level else ()), *filter(None, [node.module])])


def files(*apps):
    """Give the Python files of `apps`."""
    return [path for app in apps for path in sorted((ROOT / app).rglob("*.py"))]


def layer(app, module):
    """Give the rank (int) of a module (str) inside `app`, None outside of it and for free modules."""
    parts = module.split(".")
    if parts[0] != app or len(parts) < 2:
        return None
    if parts[1] in EDGE:
        return len(LAYERS)
    return next((rank for rank, names in enumerate(LAYERS) if parts[1] in names), None)


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_an_app_imports_only_those_below_it(app):
    wrong = []
    for path in files(app):
        for module, _ in imports(path):
            owner = module.split(".")[0]
            allowed = any(f"{module}.".startswith(f"{name}.") for name in MAY_IMPORT[app])
            if owner in MAY_IMPORT and owner != app and not allowed:
                wrong.append(f"{path.relative_to(ROOT)} imports {module}")
    assert not wrong


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_inside_an_app_no_layer_imports_a_later_one(app):
    wrong = []
    for path in files(app):
        own = layer(app, ".".join(path.relative_to(ROOT).with_suffix("").parts))
        for module, _ in imports(path):
            other = layer(app, module)
            if None not in (own, other) and other > own:
                wrong.append(f"{path.relative_to(ROOT)} imports {module}")
    assert not wrong


def test_no_import_hides_in_a_function_except_in_apps():
    wrong = [
        f"{path.relative_to(ROOT)} imports {module} inside"
        for path in files(*MAY_IMPORT)
        if path.name != "apps.py"
        for module, inside in imports(path)
        if inside
    ]
    assert not wrong


def test_what_the_site_imports_is_locked_in_its_requirements():
    locks = [ROOT / "requirements.txt", ROOT / "requirements-extras.txt"]
    locked = {line.split("==")[0] for lock in locks for line in lock.read_text().splitlines()}
    known = {*sys.stdlib_module_names, *MAY_IMPORT}
    site = [path for path in files(*MAY_IMPORT) if path != ROOT / "demo" / "draw.py"]  # a tool for the desk
    modules = {module.split(".")[0] for path in site for module, _ in imports(path)} - known
    owners = packages_distributions()
    missing = [
        name
        for name in modules
        if not {owner.lower().replace("_", "-") for owner in owners.get(name, [])} & locked
    ]
    assert not missing


def test_every_app_of_ours_has_a_row():
    ours = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert ours <= MAY_IMPORT.keys()
