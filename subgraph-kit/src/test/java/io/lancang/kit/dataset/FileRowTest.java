package io.lancang.kit.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
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

        assertThrows(RowRejectedException.class, () -> row.amountText("amount"));
    }

    private static FileRow row(String cell) {
        return new FileRow(
                Map.of("amount", 0),
                CsvReader.builder().ofCsvRecord(cell).stream().findFirst().orElseThrow());
    }
}
