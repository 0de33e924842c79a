package io.lancang.trade.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowRowsTest {
    private final List<Object> lookedUp = new ArrayList<>();
    private final FlowRows rows = new FlowRows(
            List.of(new FlowColumn("code", "f.code", this::word), new FlowColumn("amount", "f.amount", null)));

    private String word(Object code) {
        lookedUp.add(code);
        return "word of " + code;
    }

    @Test
    void tellsCodesInWordsAndValuesAsTheyAre() {
        assertEquals(List.of("word of X 1", "word of M 2"), told(Tuple.of("X", 1), Tuple.of("M", 2)));
    }

    @Test
    void looksAWordUpOnceWhileItsCodeComesAgainInWhateverPiece() {
        told(Tuple.of("X", 1), Tuple.of("X", 2));
        told(Tuple.of("X", 3), Tuple.of("M", 4), Tuple.of("X", 5));

        assertEquals(List.of("X", "M", "X"), lookedUp);
    }

    @Test
    void tellsAWordAgainBehindWhatIsNotKnown() {
        assertEquals(
                List.of("word of X 1", "null 2", "word of X 3"),
                told(Tuple.of("X", 1), Tuple.of(null, 2), Tuple.of("X", 3)));
    }

    private List<String> told(Tuple... found) {
        List<String> told = new ArrayList<>();
        for (Tuple row : rows.of(List.of(found))) {
            @Nullable Object word = row.getValue(0);
            told.add(word + " " + row.getValue(1));
        }
        return told;
    }
}
