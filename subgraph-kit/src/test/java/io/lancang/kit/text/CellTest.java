package io.lancang.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"
            })
    void putsAnApostropheBeforeAFormula(String text) {
        assertEquals("'" + text, Cell.safe(text));
        assertEquals(text, Cell.plain(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Boten", "-5", "+12.75", "3-2", "it's", "'quoted'", "(-5)", "路线"})
    void leavesWhatNoSpreadsheetRuns(String text) {
        assertEquals(text, Cell.safe(text));
        assertEquals(text, Cell.plain(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "=1", "'=1", "''=1", "'", "''", "'x", "-5", "'-5", "- 5", "\t'=1", "'\t"})
    void readsBackExactlyWhatWasWritten(String text) {
        assertEquals(text, Cell.read(Cell.safe(text)));
        assertEquals(text, Cell.read(Cell.plain(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"my,=1+1.csv|my, =1+1.csv", "a;-b|a; -b", "a, b|a, b", "a=b|a=b"})
    void breaksFormulasWithinALine(String line, String safe) {
        assertEquals(safe, Cell.safeLine(line));
    }

    @Test
    void looksAtALongCellOnlyWhereItBegins() {
        String text = "'".repeat(100_000) + "x";

        assertEquals(text, Cell.read(Cell.safe(text)));
    }
}
