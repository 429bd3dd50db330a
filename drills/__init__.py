"""`make drill`: things are broken on purpose, and what the site promises must hold all the same.

Each drill is a module with `drill(site, plan)`, which gives its Rows. They work in scratch folders with
databases of their own. `drills.__main__` runs them; tests/drills runs small versions.
"""
