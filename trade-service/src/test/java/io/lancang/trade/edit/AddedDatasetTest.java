package io.lancang.trade.edit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A steward tells about a dataset over HTTP, before files go into it. */
@QuarkusTest
class AddedDatasetTest extends StewardTest {
    /** What is said about a dataset over HTTP is a change like those of the graph. */
    @Test
    void addsADatasetOverHttpWithItsSourceAndUndoesEachStep() {
        put("Notes", "MY_NOTES").statusCode(204);
        put("Notes", "MY_NOTES").statusCode(204);
        put("Better notes", "GACC_2024").statusCode(204);

        JsonPath reply = data(
                "{ dataset: tradeEdits(subject: \"my_notes\") { release editor action content before source { id } }"
                        + " source: tradeEdits(subject: \"MY_NOTES\") { release action } }");
        assertEquals(List.of("registerSource"), reply.getList("data.source.action"));
        assertEquals(
                List.of("describeDataset", "addDataset"),
                reply.getList("data.dataset.action"),
                "the same is no change");
        assertEquals(List.of("GACC_2024", "MY_NOTES"), reply.getList("data.dataset.source.id"));
        assertEquals("{}", reply.getString("data.dataset[1].before"));
        assertTrue(reply.getString("data.dataset[0].before").contains("\"Notes\""));
        assertTrue(reply.getString("data.dataset[0].content").contains("GACC_2024"));
        assertEquals(List.of("Better notes", "GACC_2024"), notes());

        undo(reply.getString("data.dataset[0].release"));
        assertEquals(List.of("Notes", "MY_NOTES"), notes());
        undo(reply.getString("data.dataset[1].release"));
        assertEquals(List.of(), notes());
        undo(lastOf("my_notes"));
        assertEquals(List.of("Notes", "MY_NOTES"), notes(), "the undoing is undone");
        undo(lastOf("my_notes"));
        assertEquals(List.of(), notes());
        assertEquals(
                "CONFLICT",
                code(ask("mutation { undoEdit(release: \"" + reply.getString("data.source[0].release")
                        + "\") { at } }")),
                "the audit cites the source");
    }

    @Test
    void takesNoDatasetAwayThatHasAPlaceOrHadAFile() throws SQLException {
        put("Notes", "MY_NOTES").statusCode(204);
        String addition = lastOf("my_notes");
        data("mutation { setPrecedence(dataset: \"my_notes\", precedence: 7, source: \"MY_NOTES\") { id } }");
        String undoing = "mutation { undoEdit(release: \"" + addition + "\") { at } }";

        assertEquals("CONFLICT", code(ask(undoing)));
        undo(lastOf("my_notes"));
        load("my_notes", "period,partner,flow,currency,amount\n2021,LAO,EXPORT,USD,1\n");
        data("mutation { withdrawRelease(release: \""
                + query("select max(id)::text from release where dataset = 'my_notes'")
                + "\", reason: \"a test\") { at } }");
        JsonPath refused = ask(undoing);

        assertEquals("CONFLICT", code(refused));
        assertTrue(
                refused.getString("errors[0].message").endsWith("files were loaded into it."),
                refused.getString("errors[0].message"));
        assertEquals(List.of("Notes", "MY_NOTES"), notes());
    }

    @Test
    void takesADatasetAwayWhosePlaceWasTakenBack() {
        put("Notes", "MY_NOTES").statusCode(204);
        String addition = lastOf("my_notes");
        data("mutation { setPrecedence(dataset: \"my_notes\", precedence: 7, source: \"MY_NOTES\") { id } }");
        undo(lastOf("my_notes"));

        undo(addition);

        assertEquals(List.of(), notes());
    }

    private static ValidatableResponse put(String title, String source) {
        return given().auth()
                .oauth2(Steward.token("steward"))
                .contentType("application/json")
                .body("{\"title\": \"" + title + "\", \"definition\": \"What I note\", \"source\": {\"id\": \"" + source
                        + "\", \"title\": \"My notes\"}}")
                .put("/datasets/my_notes")
                .then();
    }

    /** Title and sources of the dataset; nothing if it is not there. */
    private static List<String> notes() {
        JsonPath all = Graph.data("{ datasets { id title sources { id } } }");
        String notes = "data.datasets.find { it.id == 'my_notes' }";
        return all.get(notes) == null
                ? List.of()
                : Stream.concat(
                                Stream.of(all.getString(notes + ".title")),
                                all.<String>getList(notes + ".sources.id").stream())
                        .toList();
    }

    private static void undo(String release) {
        data("mutation { undoEdit(release: \"" + release + "\") { at } }");
    }
}
