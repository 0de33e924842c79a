package io.lancang.kit.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRowTest {
    @Test
    void writesAmountsWithoutAnExponent() {
        assertEquals("12.50", row("12.50").amountText("amount"));
        assertEquals("100", row("1e2").amountText("amount"));
    }

    /** The database would refuse it, and not say where it stands. */
    @ParameterizedTest
    @ValueSource(strings = {".", "..", "1.2.3", "-1", "x"})
    void refusesWhatIsNoAmount(String cell) {
        FileRow row = row(cell);

        row.amountText("amount");

        assertEquals(
                List.of("amount"), row.faults().stream().map(Rejection::column).toList());
        assertFalse(row.isSound("amount"));
        assertTrue(row.isSound("year"));
    }

    /** A second fault of a cell says nothing new: it may only follow from what stands in its place. */
    @Test
    void notesOneFaultOfACell() {
        FileRow row = row("x");

        row.amountText("amount");
        row.refuse("amount", "is no index");

        assertEquals(
                "line 1, column amount: 'x' is no number",
                row.faults().getFirst().toString());
        assertEquals(1, row.faults().size());
    }

    private static FileRow row(String cell) {
        return new FileRow(
                Map.of("amount", 0),
                CsvReader.builder().ofCsvRecord(cell).stream().findFirst().orElseThrow());
    }
}
