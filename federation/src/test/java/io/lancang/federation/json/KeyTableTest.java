package io.lancang.federation.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    @Test
    void findsEveryKeyWhateverIsExpected() {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < 300; index++) {
            names.add("k" + index);
        }
        KeyTable table = new KeyTable(names);
        for (int index = 0; index < names.size(); index++) {
            assertEquals(index, find(table, names.get(index), index));
            assertEquals(index, find(table, names.get(index), 0));
            assertEquals(index, find(table, names.get(index), names.size()));
        }
    }

    @Test
    void findsEscapedKeys() {
        KeyTable table = new KeyTable(List.of("name", "id"));

        assertEquals(0, find(table, "n\\u0061me", 1));
        assertEquals(1, find(table, "\\u0069d", 0));
    }

    @Test
    void missesOtherKeys() {
        KeyTable table = new KeyTable(List.of("name", "id"));

        assertEquals(KeyTable.MISSING, find(table, "nam", 0));
        assertEquals(KeyTable.MISSING, find(table, "names", 0));
        assertEquals(KeyTable.MISSING, find(table, "", 0));
        assertEquals(KeyTable.MISSING, find(new KeyTable(List.of()), "name", 0));
    }

    @Test
    void skipsTheKeyThatIsThere() {
        KeyTable table = new KeyTable(List.of("name", "id"));

        assertEquals(8, skip(table, "{\"name\":1}", 0), "{\"name\":");
        assertEquals(6, skip(table, "{\"id\":1}", 1), "{\"id\":");
        assertEquals(6, skip(table, "{\"id\":", 1), "to the end of the text");
    }

    @Test
    void skipsNoOtherKeyAndNoneThatIsWrittenInAnotherWay() {
        KeyTable table = new KeyTable(List.of("name", "id"));

        assertEquals(KeyTable.MISSING, skip(table, "{\"name\":1}", 1), "another");
        assertEquals(KeyTable.MISSING, skip(table, "{\"name\":1}", 2), "beyond the last");
        assertEquals(KeyTable.MISSING, skip(table, "{\"names\":1}", 0), "a longer one");
        assertEquals(KeyTable.MISSING, skip(table, "{\"nam\":1}", 0), "a shorter one");
        assertEquals(KeyTable.MISSING, skip(table, "{\"name\" :1}", 0), "with a space");
        assertEquals(KeyTable.MISSING, skip(table, "{\"\\u0069d\":1}", 1), "with an escape");
        assertEquals(KeyTable.MISSING, skip(table, "{\"id\"", 1), "cut off");
        assertEquals(KeyTable.MISSING, skip(table, "{", 1), "nothing");
    }

    private static int skip(KeyTable table, String json, int index) {
        return table.skip(json.getBytes(UTF_8), 1, index);
    }

    private static int find(KeyTable table, String key, int expected) {
        byte[] json = ("\"" + key + "\"").getBytes(UTF_8);
        return table.find(json, 1, json.length - 1, expected);
    }
}
