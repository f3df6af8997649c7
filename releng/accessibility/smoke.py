# The steps of the accessibility smoke; called by ./smoke with a working folder and a data file.
import os
import subprocess
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


folder, data, product = sys.argv[1:4]
app = until("the application", application)
main_window()
click(main_window, "push button", "Import a file…")
importing = dialog("Import")
field = until("the field of the file", lambda: find(importing(), "text"))
field.queryEditableText().setTextContents(data)
click(importing, "push button", "Finish")
until("the data set", lambda: find(main_window(), "table cell", "wa_churn"))
print("imported", flush=True)


def second_start():
    """Somebody starts the program once more on the same workspace: one sentence says who has it, and the first one goes on."""
    second = subprocess.Popen([product + "/orrery", "--workspace", folder + "/workspace"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=dict(os.environ, ORRERY_CONFIGURATION=folder + "/second"))

    def told():
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            other = desktop.getChildAtIndex(i)
            if other is None or other.name != "Orrery" or other.get_process_id() == app.get_process_id():
                continue
            sentence = next((node for node in nodes(other) if node.getRoleName() == "label" and str(app.get_process_id()) in node.name), None)
            button = find(other, "push button", "OK")
            if sentence is not None and button is not None:
                return sentence.name, button
        return None

    sentence, button = until("the refusal of a second start", told)
    print("second start:", sentence, flush=True)
    button.queryAction().doAction(0)
    code = second.wait(30)
    if code != 4:
        raise SystemExit("a second start ends with " + str(code))


second_start()
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
