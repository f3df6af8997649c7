# What the user reads and does after the workbench was killed; called by ./resume: the page of interrupted runs names the run, how much of it is
# done and what was damaged, and its button lets it go on, unless --look comes first.
import sys

from atspi import click, main_window, nodes, showing, until


def cells():
    return [node.name for node in nodes(main_window()) if node.getRoleName() == "table cell" and node.name.strip() and showing(node)]


def said(part):
    return until("the words " + part, lambda: next((node.name for node in nodes(main_window()) if part in node.name and showing(node)), None))


print("page:", said("These runs were at work when Orrery ended."), flush=True)
looks = sys.argv[1:2] == ["--look"]
for part in sys.argv[2 if looks else 1:]:
    print("page:", said(part), flush=True)
print("rows:", [cell for cell in cells() if cell.startswith("#") or "units" in cell], flush=True)
if not looks:
    click(main_window, "push button", "Resume")
