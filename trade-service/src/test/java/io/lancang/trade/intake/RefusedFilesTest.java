package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file with faults, or for a dataset that does not exist: every fault is named, and nothing is loaded. */
@QuarkusTest
class RefusedFilesTest extends IntakeTest {
    @Test
    void tellsEveryFaultOfAFileAndLoadsNothing() throws SQLException {
        Response answer = load(
                "my_customs",
                HEADER
                        + "2024-13,LAO,EXPORT,USD,1,,\n"
                        + "2024-03,LAX,EXPORT,USD,1,,\n"
                        + "2024-03,LAO,EXPORT,EUR,1,,\n"
                        + "2024-03,LAO,EXPORT,USD,-1,,\n"
                        + "2024-03,LAO,EXPORT,USD,1,HS2022,123456\n"
                        + "2024-03,THA,EXPORT,USD,1,,\n");

        JsonPath reply = answer.then().statusCode(422).extract().jsonPath();
        assertEquals("BAD_USER_INPUT", reply.getString("error.code"));
        assertEquals(List.of(2, 3, 4, 5, 6), reply.getList("rejections.line"));
        assertEquals(List.of("period", "partner", "currency", "amount", "product"), reply.getList("rejections.column"));
        assertEquals(List.of(), figures());
    }

    @Test
    void tellsAFigureThatIsGivenTwice() {
        Response answer = load(
                "my_customs",
                HEADER
                        + "2024-03,LAO,EXPORT,USD,1,,\n"
                        + "2024-03,THA,EXPORT,USD,1,,\n"
                        + "2024-03,LAO,EXPORT,USD,2,,\n");

        JsonPath reply = answer.then().statusCode(422).extract().jsonPath();
        assertEquals(4, reply.getInt("rejections[0].line"));
        assertTrue(reply.getString("rejections[0].reason").endsWith("was given in line 2 already"));
    }

    @Test
    void takesAFileThatIsLargerThanABodyOfTheGraphMayBe() throws SQLException {
        StringBuilder file = new StringBuilder(HEADER);
        for (int row = 0; row < 60_000; row++) {
            file.append(1900 + row % 200)
                    .append("-01,LAO,")
                    .append(row % 2 == 0 ? "EXPORT" : "IMPORT")
                    .append(",USD,")
                    .append(row)
                    .append(",,")
                    .append("\n");
        }

        JsonPath reply = load("my_customs", file.toString())
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(100, reply.getList("rejections").size());
    }

    @Test
    void namesTheFormatsThatItKnows() {
        JsonPath reply = load("my_customs", "when,who,what\n2024,LAO,1\n")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertTrue(reply.getString("error.hint").contains("UN Comtrade API v1: period,"));
    }

    @Test
    void suggestsADatasetThatMayHaveBeenMeant() {
        JsonPath reply =
                load("my_custom", HEADER).then().statusCode(404).extract().jsonPath();

        assertTrue(reply.getString("error.hint").startsWith("Did you mean my_customs (My customs)?"));
    }

    /** Those of `addMembership`, named for a row in the words of the file. */
    @Test
    void aFileOfMembershipsHasTheRulesOfTheMutation() {
        JsonPath reply = load(
                        "memberships&dryRun=true",
                        "bloc,partner_code,from,to,role,verified,source,note\n"
                                + "ASEAN,PNG,2020-01-01,2019-12-31,member,yes,UN_COMTRADE,\n"
                                + "ASEAN,PNG,2021," + "," + "m".repeat(201) + ",yes,UN_COMTRADE,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(2, 3), reply.getList("rejections.line"));
        assertEquals(List.of("to", "role"), reply.getList("rejections.column"));
        assertEquals(
                List.of("`to` must not be before `from`", "must have at most 200 characters"),
                reply.getList("rejections.reason"));
    }

    /** Those of `correctPartner`. */
    @Test
    void aFileOfPartnersHasTheRulesOfTheMutation() {
        JsonPath reply = load(
                        "partners&dryRun=true",
                        "code,iso2,iso_numeric,name_en,name_zh,region,kind,succeeded_by,source\n"
                                + "LAO,LA,418," + "L".repeat(201) + ",老挝,South-eastern Asia,country,,ISO\n"
                                + "KHM,KH,116,Cambodia," + "柬".repeat(201) + ",South-eastern Asia,country,,ISO\n"
                                + "WORLD,,,World,,South-eastern Asia,aggregate,,ISO\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of("name_en", "name_zh", "region"), reply.getList("rejections.column"));
        assertEquals(
                List.of(
                        "must be a text of 1 to 200 characters",
                        "must be a text of 1 to 200 characters",
                        "is given, but only countries have one"),
                reply.getList("rejections.reason"));
    }

    /** Those of `registerSource`. */
    @Test
    void aFileOfSourcesHasTheRulesOfTheMutation() {
        JsonPath reply = load(
                        "sources&dryRun=true",
                        "source_id,title,locator,licence,date\n"
                                + "MY_BOOKS," + "t".repeat(1001) + ",,,2024\n"
                                + "MY_NOTES,My notes,,,yesterday\n"
                                + "MY_TIMES,My times,,,1990s\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of("title", "date"), reply.getList("rejections.column"));
        assertEquals(
                List.of(
                        "must have at most 1000 characters",
                        "'yesterday' must be YYYY, YYYY-MM, YYYY-MM-DD, a decade such as 1990s, or unverified"),
                reply.getList("rejections.reason"));
    }

    /** Those of `describeDataset` and `registerSource`. */
    @Test
    void aDatasetOverHttpHasTheRulesOfTheMutations() {
        String source = "{\"id\": \"GACC_2024\", \"title\": \"My books\", \"date\": \"%s\"}";
        String dataset = "{\"title\": \"%s\", \"definition\": \"What I keep\", \"source\": %s}";

        String title = refused(dataset.formatted("t".repeat(301), source.formatted("2024")));
        String date = refused(dataset.formatted("My customs", source.formatted("yesterday")));

        assertTrue(title.endsWith("it must have at most 300 characters."), title);
        assertEquals(
                "`source.date` is 'yesterday'; it must be YYYY, YYYY-MM, YYYY-MM-DD, a decade such as 1990s, or unverified.",
                date);
    }

    private static String refused(String dataset) {
        return steward()
                .contentType("application/json")
                .body(dataset)
                .put("/datasets/my_customs")
                .then()
                .statusCode(400)
                .extract()
                .path("error.message");
    }
}
