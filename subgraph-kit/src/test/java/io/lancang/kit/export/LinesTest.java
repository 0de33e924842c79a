package io.lancang.kit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formats of text, with values that come again and values that need a mark. */
class LinesTest {
    private static final List<ColumnDescriptor> COLUMNS =
            List.of(MadeRows.text("code"), MadeRows.number("amount"), MadeRows.text("known"));

    private static final List<Tuple> FIRST = List.of(
            Tuple.of("LAO", Numeric.parse("1.50"), true),
            Tuple.of("LAO", Numeric.parse("1.5"), null),
            Tuple.of("=A1,\"b\"", null, false));

    private static final List<Tuple> SECOND =
            List.of(Tuple.of("=A1,\"b\"", Numeric.parse("1E3"), false), Tuple.of("老", 7, true));

    @Test
    void areCommaSeparatedValues() {
        assertEquals("""
                code,amount,known\r
                LAO,1.50,true\r
                LAO,1.5,\r
                "'=A1,""b""\",,false\r
                "'=A1,""b""\",1000,false\r
                老,7,true\r
                """, written(new CsvFormat(true)));
    }

    @Test
    void areObjects() {
        assertEquals("""
                {"code":"LAO","amount":1.50,"known":true}
                {"code":"LAO","amount":1.5,"known":null}
                {"code":"=A1,\\"b\\"","amount":null,"known":false}
                {"code":"=A1,\\"b\\"","amount":1000,"known":false}
                {"code":"老","amount":7,"known":true}
                """, written(new NdjsonFormat()));
    }

    /** With the sign of a comment, ends of lines, and what JSON writes with a sign before it. */
    private static final List<Tuple> SIGNS = List.of(Tuple.of("#1", 1, "a\nb"), Tuple.of("c:\\d", 2, "e\rf"));

    @Test
    void areNoCommentAndEndWithTheirRow() {
        assertEquals(
                "code,amount,known\r\n\"#1\",1,\"a\nb\"\r\nc:\\d,2,\"e\rf\"\r\n",
                written(new CsvFormat(true), List.of(SIGNS)));
    }

    @Test
    void areObjectsWhateverStandsInThem() {
        assertEquals("""
                {"code":"#1","amount":1,"known":"a\\nb"}
                {"code":"c:\\\\d","amount":2,"known":"e\\rf"}
                """, written(new NdjsonFormat(), List.of(SIGNS)));
    }

    private static String written(ExportFormat format) {
        return written(format, List.of(FIRST, SECOND));
    }

    private static String written(ExportFormat format, List<List<Tuple>> pieces) {
        RowWriter writer = format.writer(COLUMNS);
        Buffer file = Buffer.buffer().appendBuffer(writer.head());
        pieces.forEach(piece -> file.appendBuffer(writer.rows(piece)));
        return file.appendBuffer(writer.tail()).toString();
    }
}
