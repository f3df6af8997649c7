# The steps of the accessibility smoke; called by ./smoke with a working folder and a data file.
import os
import sys
import time

import pyatspi

from atspi import application, choose_row, click, dialog, find, main_window, nodes, showing, until, usable


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
