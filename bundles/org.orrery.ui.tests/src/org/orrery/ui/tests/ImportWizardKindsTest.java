package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.ViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.ui.DatasetList;

/** Every format and every kind that asks, through the import wizard; and the ways to it and back to it. */
@ExtendWith(InWorkbench.class)
class ImportWizardKindsTest {
    private static final String COMMANDS = "org.orrery.ui.data.commands.";

    private Path folder;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Workbenches workbench = new Workbenches();

    @BeforeEach
    void watch() throws IOException {
        folder = Files.createTempDirectory("orrery-kinds");
        workbench.watch();
        robot.settle();
    }

    @AfterEach
    void nothingIsLoggedAsAnError() throws IOException {
        robot.settle();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        assertEquals(List.of(), workbench.errors());
    }

    private static void command(String id, Map<String, String> parameters) {
        try {
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            ParameterizedCommand command = ParameterizedCommand.generateCommand(commands.getCommand(COMMANDS + id), parameters);
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void open(Path file) {
        command("importData", Map.of(COMMANDS + "importData.file", file.toString()));
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void finish() {
        Button finish = robot.button("Finish");
        robot.until("the way to the end", finish::isEnabled);
        robot.press(finish);
    }

    private Dataset imported(String name, Predicate<Dataset> wanted) {
        DatasetList list = Workbenches.service(DatasetList.class);
        robot.until(name + " in the catalogue", () -> list.find(name).filter(wanted).isPresent());
        return list.find(name).orElseThrow();
    }

    private Dataset imported(String name) {
        return imported(name, any -> true);
    }

    private Dataset importWith(Path file, Runnable answers) {
        robot.within(() -> open(file), () -> {
            answers.run();
            finish();
        });
        String name = file.getFileName().toString();
        return imported(name.substring(0, name.indexOf('.')));
    }

    /** Takes one of the ways out of the question or problem whose text matches. */
    private void answer(Predicate<String> asked, int way) {
        Table notices = robot.control(Table.class, "import.notices");
        robot.until("the question", () -> Arrays.stream(notices.getItems()).anyMatch(item -> asked.test(item.getText(2))));
        for (int i = 0; i < notices.getItemCount(); i++) {
            if (asked.test(notices.getItem(i).getText(2))) {
                notices.select(i);
                robot.select(notices);
                break;
            }
        }
        Button button = robot.control(Button.class, "import.way." + way);
        button.setSelection(true);
        robot.select(button);
        robot.until("the answer", () -> notices.isDisposed() || button.isDisposed());
    }

    private static byte[] xlsx(Map<String, String> sheets) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder links = new StringBuilder();
        StringBuilder types = new StringBuilder();
        Map<String, String> parts = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(sheet.getKey(), number, number));
            links.append("<Relationship Id=\"r%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s%d.xml\"/>"
                    .formatted(number, number));
            types.append("<Override PartName=\"/xl/worksheets/s%d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                    .formatted(number));
            StringBuilder rows = new StringBuilder();
            for (String line : sheet.getValue().split(";")) {
                rows.append("<row>");
                for (String cell : line.split(",")) {
                    rows.append(cell.matches("[0-9.]+") ? "<c><v>" + cell + "</v></c>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
                }
                rows.append("</row>");
            }
            parts.put("xl/worksheets/s" + number + ".xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                    + "</sheetData></worksheet>");
        }
        parts.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" + types + "</Types>");
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        parts.put("_rels/.rels", relations + "<Relationship Id=\"w\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/_rels/workbook.xml.rels", relations + links + "</Relationships>");
        parts.put("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + list + "</sheets></workbook>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] ods() throws IOException {
        String names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        String text = "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>";
        String number = "<table:table-cell office:value-type=\"float\" office:value=\"%s\"><text:p>%s</text:p></table:table-cell>";
        String rows = "<table:table-row>" + text.formatted("a") + text.formatted("b") + "</table:table-row><table:table-row>" + number.formatted("1", "1")
                + text.formatted("x") + "</table:table-row>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", "<office:document-content " + names + "><office:body><office:spreadsheet><table:table table:name=\"one\">" + rows
                + "</table:table></office:spreadsheet></office:body></office:document-content>");
        return zip(parts);
    }

    @Test
    void everyFormatIsImportedThroughTheWizard() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("kinds-tsv.tsv", "a\tb\n1\tx\n".getBytes(StandardCharsets.UTF_8));
        files.put("kinds-gzip.csv.gz", gzip("a,b\n1,x\n"));
        files.put("kinds-zip.zip", zip(Map.of("inside.csv", "a,b\n1,x\n")));
        files.put("kinds-json.jsonl", "{\"a\":1,\"b\":\"x\"}\n".getBytes(StandardCharsets.UTF_8));
        files.put("kinds-fixed.txt", "a   b  \n1   x  \n2   y  \n3   z  \n4   w  \n".getBytes(StandardCharsets.UTF_8));
        files.put("kinds-xlsx.csv", xlsx(Map.of("one", "a,b;1,x")));
        files.put("kinds-ods.ods", ods());
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Dataset dataset = importWith(file(each.getKey(), each.getValue()), () -> { });
            assertEquals(List.of("a", "b"), dataset.schema().names(), each.getKey());
            assertEquals(ColumnType.INTEGER, dataset.schema().columns().get(0).type(), each.getKey());
            assertTrue(dataset.rows() > 0, each.getKey());
        }
    }

    @Test
    void aSheetIsChosenByNameOrByItsQuestion() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("first", "a,b;1,2");
        sheets.put("second", "c,d;3,4;5,6");
        Path workbook = file("kinds-sheets.xlsx", xlsx(sheets));
        Dataset dataset = importWith(workbook, () -> {
            Combo sheet = robot.control(Combo.class, "import.sheet");
            robot.until("the sheets", () -> sheet.getItemCount() == 2);
            sheet.select(1);
            robot.select(sheet);
            Table columns = robot.control(Table.class, "import.columns");
            robot.until("the columns of the second sheet", () -> columns.getItemCount() == 2 && columns.getItem(0).getText().equals("c"));
        });
        assertEquals(List.of("c", "d"), dataset.schema().names());
        assertEquals(Optional.of("second"), dataset.options().sheet());
    }

    @Test
    void theTypeOfAColumnIsChosenInItsRow() {
        Dataset dataset = importWith(file("kinds-types.csv", "code,n,extra\n1,2,3\n4,5,6\n"), () -> {
            choose(0, "text");
            choose(2, "leave out");
        });
        assertEquals(List.of("code", "n"), dataset.schema().names());
        assertEquals(ColumnType.TEXT, dataset.schema().columns().get(0).type());
    }

    private void choose(int row, String type) {
        Table table = robot.control(Table.class, "import.columns");
        robot.until("the columns", () -> table.getItemCount() == 3);
        ViewerColumn column = (ViewerColumn) table.getColumn(1).getData("org.eclipse.jface.columnViewer");
        TableViewer viewer = (TableViewer) column.getViewer();
        viewer.editElement(viewer.getElementAt(row), 1);
        CCombo combo = robot.await("the choice of types", () -> robot.find(CCombo.class, any -> true));
        combo.select(Arrays.asList(combo.getItems()).indexOf(type));
        robot.select(combo);
        combo.notifyListeners(SWT.DefaultSelection, new Event());
        robot.until("the choice " + type, () -> table.getItemCount() == 3 && table.getItem(row).getText(1).startsWith(type));
    }

    @Test
    void everyKindThatCanBeMeantInMoreThanOneWayIsAsked() {
        assertEquals(ColumnType.TIMESTAMP, type(importWith(file("kinds-instants.csv", "t,n\n01/02/2024 10:00,1\n03/04/2024 11:00,2\n"),
                () -> answer(text -> text.contains("day or the month"), 2)), 0));
        assertEquals(ColumnType.INTEGER, type(importWith(file("kinds-thousands.csv", "a;b\n1,234;2\n5,678;3\n"),
                () -> answer(text -> text.contains("separators of thousands"), 1)), 0));
        Dataset header = importWith(file("kinds-header.csv", "1,2\n3,4\n5,6\n"), () -> answer(text -> text.contains("looks like data"), 1));
        assertEquals(List.of("1", "2"), header.schema().names());
        Dataset units = importWith(file("kinds-units.csv", "speed,mass\nkm/h,kg\n1,2\n3,4\n"), () -> answer(text -> text.contains("second row of the header"), 1));
        assertFalse(units.schema().names().contains("speed km/h"));
        Dataset comments = importWith(file("kinds-comments.csv", "# made today\na,b\n1,2\n3,4\n"), () -> { });
        assertEquals(2, comments.rows());
        Dataset trailing = importWith(file("kinds-trailing.csv", "a,b,\n1,2,\n3,4,\n"), () -> answer(text -> text.contains("behind which there is nothing"), 1));
        assertEquals(3, trailing.schema().size());
        Dataset quotes = importWith(file("kinds-backslash.csv", "a,b\n\"say \\\"x\\\"\",1\n\"y\",2\n"), () -> answer(text -> true, 0));
        assertEquals(2, quotes.rows());
        Dataset footer = importWith(file("kinds-footer.csv", "a,b,c\n1,2,3\n4,5,6\n7,8,9\ntotal,12\n"), () -> answer(text -> text.contains("fields where"), 0));
        assertEquals(3, footer.rows());
        Charset japanese = Charset.forName("Shift_JIS");
        Dataset text = importWith(file("kinds-encoding.csv", "name,n\n\u6771\u4EAC\u90FD,1\n\u5927\u962A\u5E9C,2\n\u65E5\u672C\u8A9E,3\n".getBytes(japanese)), () -> {
            Combo encoding = robot.control(Combo.class, "import.encoding");
            encoding.select(Arrays.asList(encoding.getItems()).indexOf("Shift_JIS"));
            robot.select(encoding);
        });
        assertEquals(Optional.of("Shift_JIS"), text.options().encoding());
    }

    private static ColumnType type(Dataset dataset, int column) {
        return dataset.schema().columns().get(column).type();
    }

    @Test
    void aFileIsOfferedAgainAmongTheRecentOnes() {
        Path file = file("kinds-recent.csv", "a,b\n1,2\n");
        importWith(file, () -> { });
        robot.within(() -> command("importData", Map.of()), () -> {
            Button recent = robot.control(Button.class, "import.recent");
            robot.press(recent);
            MenuItem newest = recent.getMenu().getItem(0);
            assertEquals(file.toString(), newest.getText());
            robot.select(newest);
            recent.getMenu().setVisible(false);
            robot.until("the file", () -> robot.control(Text.class, "import.file").getText().equals(file.toString()));
            robot.press(robot.button("Cancel"));
        });
    }

    @Test
    void aFileThatMovedIsLocatedAndOneThatChangedIsImportedAgain() throws Exception {
        Path file = file("kinds-moved.csv", "a,b\n1,2\n");
        Dataset dataset = importWith(file, () -> { });
        Path moved = Files.move(file, folder.resolve("kinds-elsewhere.csv"));
        IViewPart view = Workbenches.page().showView("org.orrery.ui.data.views.datasets");
        select(view, dataset);
        command("locate", Map.of(COMMANDS + "locate.file", moved.toString()));
        Dataset located = imported("kinds-moved", found -> found.source().equals(moved));
        assertEquals(dataset.sha256(), located.sha256());
        Files.writeString(moved, "a,b\n1,2\n3,4\n5,6\n");
        select(view, located);
        robot.within(() -> command("importAgain", Map.of()), this::finish);
        assertEquals(3, imported("kinds-moved", found -> found.rows() == 3).rows());
    }

    /** The list shows what is in the catalogue a moment later. */
    private void select(IViewPart view, Dataset dataset) {
        Command locate = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(COMMANDS + "locate");
        robot.until("the data set in the list", () -> {
            view.getSite().getSelectionProvider().setSelection(new StructuredSelection(dataset));
            boolean shown = view.getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection found && !found.isEmpty();
            return shown && locate.isEnabled();
        });
    }

    @Test
    void filesThatAreDroppedOnTheWindowAreOfferedOneAfterTheOther() throws Exception {
        Path one = file("kinds-drop-one.csv", "a,b\n1,2\n");
        Path two = file("kinds-drop-two.csv", "a,b\n1,2\n3,4\n");
        Control control = robot.await("what takes files", () -> robot.find(Control.class, any -> any.getData(DND.DROP_TARGET_KEY) instanceof DropTarget target
                && Arrays.stream(target.getDropListeners()).anyMatch(listener -> listener.getClass().getSimpleName().equals("FileDrop"))));
        Drops.drop(control, null, new String[] {one.toString(), two.toString()});
        for (String name : List.of("kinds-drop-one", "kinds-drop-two")) {
            robot.whenReady(() -> isNamed(name) && robot.offers("Finish"), () -> robot.select(robot.button("Finish")));
        }
        assertEquals(1, imported("kinds-drop-one").rows());
        assertEquals(2, imported("kinds-drop-two").rows());
    }

    private boolean isNamed(String name) {
        return robot.find(Text.class, text -> "import.name".equals(text.getData("orrery.id")) && text.getText().equals(name)).isPresent();
    }

    @Test
    void whatIsWrongFarBehindTheBeginningIsSaidAndLeadsBackToTheWizard() {
        Path file = file("kinds-late.csv", "a,b\n" + "1,2\n".repeat(400_000) + "total\n");
        robot.within(() -> open(file), this::finish);
        String change = "Change how it is read\u2026";
        List<String> titles = new ArrayList<>();
        robot.whenReady(() -> robot.offers(change), () -> {
            Button button = robot.button(change);
            titles.add(button.getShell().getText());
            robot.whenReady(() -> isNamed("kinds-late"), this::skipTheLast);
            robot.select(button);
        });
        assertEquals(400_000, imported("kinds-late").rows());
        assertEquals(List.of("kinds-late.csv was not imported"), titles);
    }

    private void skipTheLast() {
        Button more = robot.control(Button.class, "import.more");
        more.setSelection(true);
        robot.select(more);
        Combo skip = robot.control(Combo.class, "import.skipEnd");
        skip.select(2);
        robot.select(skip);
        finish();
    }

    @Test
    void allRowsAreLookedAtBeforeTheImport() {
        Path good = file("kinds-all.csv", "a,b\n" + "1,2\n".repeat(400_000) + "x,3\n");
        Dataset dataset = importWith(good, () -> {
            Table columns = robot.control(Table.class, "import.columns");
            robot.until("the beginning", () -> columns.getItemCount() == 2 && columns.getItem(0).getText(1).equals("whole number"));
            robot.press(robot.control(Button.class, "import.all"));
            robot.until("the types of all rows", () -> columns.getItem(0).getText(1).equals("text") || columns.getItem(0).getText(1).equals("category"));
        });
        assertEquals(400_001, dataset.rows());
        Path bad = file("kinds-worse.csv", "a,b\n" + "1,2\n".repeat(400_000) + "total\n");
        robot.within(() -> open(bad), () -> {
            robot.press(robot.control(Button.class, "import.all"));
            Button finish = robot.button("Finish");
            robot.until("the refusal", () -> !finish.isEnabled());
            robot.press(robot.button("Cancel"));
        });
    }

    @Test
    void categoriesAndIdentifiersAreTakenForWhatTheyAre() {
        StringBuilder text = new StringBuilder("customer_id,city,height\n");
        for (int i = 0; i < 60; i++) {
            text.append("c-").append(i * 7919).append(',').append(i % 3 == 0 ? "Rome" : "Oslo").append(',').append(150 + i * 37 % 50).append('\n');
        }
        Dataset dataset = importWith(file("kinds-categories.csv", text.toString()), () -> {
            Table columns = robot.control(Table.class, "import.columns");
            robot.until("the types", () -> columns.getItemCount() == 3);
            assertEquals(List.of("text (id)", "category", "whole number"), Arrays.stream(columns.getItems()).map(item -> item.getText(1)).toList());
        });
        assertEquals(List.of(true, false, false), dataset.schema().columns().stream().map(Column::idLike).toList());
    }
}
