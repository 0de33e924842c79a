package io.lancang.trade.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources that a steward registers through the graph, and takes away again as long as nothing cites them. */
@QuarkusTest
class SourceEditTest extends StewardTest {
    private static final String REGISTER = """
            mutation { registerSource(source: {id: "MY_NOTES", title: "My notes", date: "2026-11"}) { id title date licence } }
            """;

    @Test
    void registersASourceThatChangesCiteFromThenOn() {
        JsonPath registered = data(REGISTER);

        assertEquals("My notes", registered.getString("data.registerSource.title"));
        assertNull(registered.get("data.registerSource.licence"));
        assertEquals(
                "2026-11", Graph.data("{ source(id: \"MY_NOTES\") { date } }").getString("data.source.date"));
        assertEquals(
                "CONFLICT",
                code(ask("mutation { registerSource(source: {id: \"MY_NOTES\", title: \"Others\"}) { id } }")));
    }

    @Test
    void takesARegisteredSourceAwayAndGivesItAgain() {
        data(REGISTER);
        String registered = lastOf("MY_NOTES");

        data("mutation { undoEdit(release: \"" + registered + "\") { undoes } }");
        assertFalse(sources().contains("MY_NOTES"));
        assertEquals("CONFLICT", code(ask("mutation { undoEdit(release: \"" + registered + "\") { undoes } }")));

        data("mutation { undoEdit(release: \"" + lastOf("MY_NOTES") + "\") { undoes } }");
        assertEquals(
                "2026-11", Graph.data("{ source(id: \"MY_NOTES\") { date } }").getString("data.source.date"));
    }

    @Test
    void keepsARegisteredSourceThatSomethingCites() {
        data(REGISTER);
        data("mutation { setPrecedence(dataset: \"un_comtrade\", precedence: 900, source: \"MY_NOTES\") { id } }");

        JsonPath refused = ask("mutation { undoEdit(release: \"" + lastOf("MY_NOTES") + "\") { undoes } }");

        assertEquals("CONFLICT", code(refused));
        assertEquals(
                "The source 'MY_NOTES' cannot be taken away: rows of `edit`, of the present or the past, refer to it.",
                refused.getString("errors[0].message"));
        assertTrue(sources().contains("MY_NOTES"));
    }

    @Test
    void keepsARegisteredSourceThatAFileRenamedSince() throws SQLException {
        data(REGISTER);
        execute("update source set title = 'Renamed' where id = 'MY_NOTES'");

        JsonPath refused = ask("mutation { undoEdit(release: \"" + lastOf("MY_NOTES") + "\") { undoes } }");

        assertEquals("CONFLICT", code(refused));
        assertTrue(refused.getString("errors[0].message").endsWith("was changed again since."), refused.prettify());
    }

    private static List<String> sources() {
        return Graph.data("{ sources { id } }").getList("data.sources.id");
    }
}
