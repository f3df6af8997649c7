# Finds and uses controls of the workbench through AT-SPI, as a screen reader does.
import os
import time

import pyatspi

PATIENCE = int(os.environ.get("ORRERY_PATIENCE", "90"))


def until(what, find):
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            found = find()
            if found:
                return found
        except Exception:  # The tree changes while it is read.
            pass
        time.sleep(0.3)
    raise SystemExit("waited in vain for: " + what)


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    for i in range(desktop.childCount):
        child = desktop.getChildAtIndex(i)
        if child is not None and child.name == "Orrery" and child.childCount:
            return child
    return None


def nodes(start, depth=0):
    yield start
    if depth > 45:
        return
    for i in range(min(start.childCount, 300)):
        child = start.getChildAtIndex(i)
        if child is not None:
            yield from nodes(child, depth + 1)


def showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def find(window, role, name=None, position=0):
    hits = []
    for node in nodes(window):
        if node.getRoleName() == role and (name is None or node.name.strip() == name) and showing(node):
            hits.append(node)
            if len(hits) > position:
                return hits[position]
    return None


def window(part):
    app = application()
    for i in range(app.childCount):
        child = app.getChildAtIndex(i)
        if child is not None and part in child.name and showing(child):
            return child
    return None


def usable(node):
    return node is not None and node.getState().contains(pyatspi.STATE_SENSITIVE)


def click(where, role, name):
    def ready():
        node = find(where(), role, name)
        return node if usable(node) else None
    until(role + " " + name, ready).queryAction().doAction(0)
    print("clicked", name, flush=True)
    time.sleep(0.7)


def main_window():
    return until("the window", lambda: window("Orrery"))


def dialog(name):
    return lambda: until("the dialog " + name, lambda: window(name))


def choose_row(where, text):
    def selected():
        for node in nodes(where()):
            if node.getRoleName() == "table cell" and node.name == text and showing(node):
                cell = node  # A cell with an image holds the cell with the text.
                while cell.parent.getRoleName() == "table cell":
                    cell = cell.parent
                grid = cell.parent.queryTable()
                grid.addRowSelection(grid.getRowAtIndex(cell.getIndexInParent()))  # false when it is selected already
                return True
        return None
    until("the row " + text, selected)
    print("chose", text, flush=True)
    time.sleep(0.7)
