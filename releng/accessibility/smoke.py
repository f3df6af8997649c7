# The steps of the accessibility smoke; called by ./smoke with a working folder and a data file.
import os
import sys
import time

import pyatspi

PATIENCE = 90


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


def begin_analysis(repetitions):
    click(main_window, "push button", "Run analysis")
    wizard = dialog("Run")
    choose_row(wizard, "wa_churn")
    click(wizard, "push button", "Next >")
    time.sleep(1)
    click(wizard, "push button", "Next >")
    if not usable(find(wizard(), "push button", "Finish")):
        def target():
            for node in nodes(wizard()):
                if node.getRoleName() == "menu item" and node.name.startswith("churn"):
                    return node
            return None
        until("the target", target).queryAction().doAction(0)
        time.sleep(1)
    repeats = until("the repetitions", lambda: find(wizard(), "spin button", None, 1))
    repeats.queryValue().currentValue = repetitions
    time.sleep(1)
    click(wizard, "push button", "Finish")


folder, data = sys.argv[1:3]
app = until("the application", application)
main_window()
click(main_window, "push button", "Import a file…")
importing = dialog("Import")
field = until("the field of the file", lambda: find(importing(), "text"))
field.queryEditableText().setTextContents(data)
click(importing, "push button", "Finish")
until("the data set", lambda: find(main_window(), "table cell", "wa_churn"))
print("imported", flush=True)
begin_analysis(60)


def cancelled():
    said = next((node for node in nodes(main_window()) if node.getRoleName() in ("label", "table cell") and showing(node)
                 and node.name.strip().startswith("Cancelled")), None)
    if said is None:
        # A press in the moment in which the window opens the run's editor is lost.
        press = find(main_window(), "push button", "Cancel")
        if press is not None and usable(press):
            press.queryAction().doAction(0)
            time.sleep(1)
    return said


until("the cancelled run", cancelled)
print("cancelled", flush=True)
begin_analysis(1)
until("the completed run", lambda: next((node for node in nodes(main_window()) if node.getRoleName() == "label" and showing(node)
                                         and node.name.startswith("Completed")), None))
print("completed", flush=True)


def menu(name, item):
    until("the menu " + name, lambda: next((node for node in nodes(main_window()) if node.getRoleName() == "menu" and node.name == name),
                                           None)).queryAction().doAction(0)
    until("the item " + item, lambda: next((node for node in nodes(main_window()) if node.getRoleName() == "menu item"
                                            and node.name.startswith(item) and usable(node)), None)).queryAction().doAction(0)
    print("chose", name, "›", item, flush=True)
    time.sleep(0.7)


def nameless():
    """Controls that a screen reader could only call by their kind."""
    found = []
    for node in nodes(main_window()):
        if node.getRoleName() in ("table", "tree table", "text", "combo box", "tool bar", "slider", "spin button", "progress bar") and showing(node) \
                and not node.name.strip() and not any(relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for relation in node.getRelationSet()):
            found.append(node.getRoleName())
    return found


names = {node.name for node in nodes(main_window()) if node.getRoleName() in ("table", "tree table", "text") and showing(node)}
for wanted in ("Data sets", "Analyses", "Runs"):
    if not any(wanted in name for name in names):
        raise SystemExit("no table says that it is " + wanted + ": " + str(names))
print("without a name:", nameless(), flush=True)
report = folder + "/report.html"
menu("Run", "Export report")
chooser = dialog("Export a report")
field = until("the name of the file", lambda: find(chooser(), "text"))
field.queryEditableText().setTextContents(report)
time.sleep(0.5)
until("the button", lambda: find(chooser(), "push button", "Save") or find(chooser(), "push button", "OK")).queryAction().doAction(0)
until("the report", lambda: os.path.exists(report) and os.path.getsize(report) > 1000)
print("exported", os.path.getsize(report), flush=True)
until("the notice", lambda: next((find(app.getChildAtIndex(i), "push button", "OK") for i in range(app.childCount)
                                  if find(app.getChildAtIndex(i), "push button", "OK")), None)).queryAction().doAction(0)
time.sleep(0.7)
menu("File", "Exit")
print("left", flush=True)
