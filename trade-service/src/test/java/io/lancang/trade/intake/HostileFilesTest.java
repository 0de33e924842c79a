package io.lancang.trade.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to break the service, or broke on their way: what is wrong is named with its line, nothing is loaded. */
@QuarkusTest
class HostileFilesTest extends IntakeTest {
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e400", "100000000000000000000"})
    void refusesAnAmountThatNothingHas(String amount) throws SQLException {
        JsonPath reply = refused(HEADER + "2024,LAO,EXPORT,USD,1,,\n2024,THA,EXPORT,USD," + amount + ",,\n");

        assertEquals(List.of(3), reply.getList("rejections.line"));
        assertEquals(List.of("amount"), reply.getList("rejections.column"));
        assertEquals(
                List.of("'" + amount
                        + "' is too large or too fine; a number has at most 20 digits before its point and 20"
                        + " behind it"),
                reply.getList("rejections.reason"));
        assertEquals(List.of(), figures());
    }

    @Test
    void tellsEveryAmountThatNothingHasAndAnswersShortly() {
        JsonPath reply = refused(HEADER
                + "2024,LAO,EXPORT,USD,%s,,\n".formatted("9".repeat(3_000)).repeat(5)
                + "2024,%s,EXPORT,USD,1,,\n".formatted("X".repeat(100_000)));

        assertEquals(List.of(2, 3, 4, 5, 6, 7), reply.getList("rejections.line"));
        assertTrue(reply.getString("rejections[0].reason").contains("has 3000 characters; a number has at most 20"));
        assertEquals("has 100000 characters and may have 4000", reply.getString("rejections[5].reason"));
    }

    @Test
    void refusesAFileThatIsNotUtf8WithItsLine() throws SQLException {
        byte[] file =
                (HEADER + "2024,LAO,EXPORT,USD,1,,\n2024,LÀO,EXPORT,USD,1,,\n").getBytes(StandardCharsets.ISO_8859_1);

        JsonPath reply = refused(file);

        assertEquals(List.of(3), reply.getList("rejections.line"));
        assertEquals(
                List.of("is not UTF-8: byte 7 is 0xC0; save the file as UTF-8"), reply.getList("rejections.reason"));
        assertEquals(List.of(), figures());
    }

    @Test
    void refusesUtf16WithoutAMarkAndTheCharacterNul() {
        assertEquals(
                List.of("has the character NUL as byte 2; a text has none"),
                refused((HEADER + "2024,LAO,EXPORT,USD,1,,\n").getBytes(StandardCharsets.UTF_16LE))
                        .getList("rejections.reason"));
        JsonPath reply = refused(HEADER + "2024,LAO,EXPORT,USD,1,,\n2024,TH\0A,EXPORT,USD,1,,\n");
        assertEquals(List.of(3), reply.getList("rejections.line"));
        assertEquals(List.of("has the character NUL as byte 8; a text has none"), reply.getList("rejections.reason"));
    }

    @ParameterizedTest
    @CsvSource({"'\uFEFF', '\\n'", "'', '\\r'", "'', '\\r\\n'"})
    void readsAByteOrderMarkAndAnyEndOfLine(String mark, String end) throws SQLException {
        String file = mark
                + (HEADER + "2024,LAO,EXPORT,USD,1,,\n")
                        .replace("\n", end.replace("\\r", "\r").replace("\\n", "\n"));

        load("my_customs", file).then().statusCode(201);

        assertEquals(List.of("LAO X TOTAL 1 FOB R GACC_2024"), figures());
    }

    @Test
    void endsAtARowWithoutEnd() {
        JsonPath open =
                refused(HEADER + "2024,LAO,EXPORT,USD,1,,\n\n2024,\"LAO,EXPORT,USD,1,,\n" + "x\n".repeat(1 << 20));
        assertEquals(List.of(4), open.getList("rejections.line"));
        assertTrue(open.getString("rejections[0].reason").startsWith("is no CSV: The maximum buffer size of 262144"));

        JsonPath wide = refused(HEADER + "2024,LAO,EXPORT,USD,1,," + ",".repeat(2_000) + "\n");
        assertEquals(
                List.of("is no CSV: Record starting at line 2 has surpassed the maximum limit of 1000 fields"),
                wide.getList("rejections.reason"));
    }

    @Test
    void refusesAColumnThatStandsTwice() {
        JsonPath reply = refused("period,partner,flow,currency,amount,amount\n2024,LAO,EXPORT,USD,1,2\n");

        assertEquals(
                List.of("has the column 'amount' twice; nothing tells which one counts"),
                reply.getList("rejections.reason"));
    }

    @Test
    void refusesAFileOfNothingAndAFileOfAHeader() {
        assertEquals(
                "The file is empty.",
                steward()
                        .contentType("text/csv")
                        .body("")
                        .post("/releases?dataset=my_customs")
                        .then()
                        .statusCode(400)
                        .extract()
                        .path("error.message"));
        assertEquals(List.of("the file has no rows"), refused(HEADER).getList("rejections.reason"));
    }

    @Test
    void refusesGzipThatIsCutOrUnpacksToFarMore() throws IOException {
        byte[] whole = packed(HEADER + "2024,LAO,EXPORT,USD,1,,\n".repeat(1_000));
        assertEquals(
                "The file could not be read to its end: The gzip ends too early. Nothing was loaded.",
                send(Arrays.copyOf(whole, whole.length - 1))
                        .then()
                        .statusCode(400)
                        .extract()
                        .path("error.message"));

        byte[] bomb = packed(HEADER + ("2024,LAO,EXPORT,USD,1,," + " ".repeat(100_000) + "\n").repeat(500));
        JsonPath reply = send(bomb).then().statusCode(413).extract().jsonPath();
        assertEquals("LIMIT_EXCEEDED", reply.getString("error.code"));
        assertTrue(reply.getString("error.message").contains("less than 1/200"), reply.prettify());
    }

    @Test
    void loadsEveryMemberOfAGzip() throws IOException, SQLException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(packed(HEADER + "2024,LAO,EXPORT,USD,1,,\n"));
        two.write(packed("2024,THA,EXPORT,USD,2,,\n"));

        send(two.toByteArray()).then().statusCode(201);

        assertEquals(List.of("LAO X TOTAL 1 FOB R GACC_2024", "THA X TOTAL 2 FOB R GACC_2024"), figures());
    }

    @Test
    void refusesADatasetWhoseTextsAreNone() {
        for (String body : List.of(
                "{\"title\": 1, \"definition\": \"d\", \"source\": {\"id\": \"S\", \"title\": \"t\"}}",
                "{\"title\": \"t\", \"definition\": \"d\", \"source\": \"S\"}",
                "{\"title\": \"\\u0000\", \"definition\": \"d\", \"source\": {\"id\": \"S\", \"title\": \"t\"}}",
                "{\"title\": \"" + "t".repeat(5_000)
                        + "\", \"definition\": \"d\", \"source\": {\"id\": \"S\", \"title\": \"t\"}}",
                "{\"a\":".repeat(5_000),
                "[" + "1".repeat(5_000) + "]")) {
            assertEquals(
                    "BAD_USER_INPUT",
                    steward()
                            .contentType("application/json")
                            .body(body)
                            .put("/datasets/hostile")
                            .then()
                            .statusCode(400)
                            .extract()
                            .path("error.code"),
                    body.substring(0, 20));
        }
    }

    @Test
    void tellsInJsonWhoMayNot() {
        JsonPath nobody = given().body(HEADER)
                .post("/releases?dataset=my_customs")
                .then()
                .statusCode(401)
                .header("www-authenticate", "Bearer")
                .contentType("application/json")
                .extract()
                .jsonPath();
        assertEquals("UNAUTHENTICATED", nobody.getString("error.code"));
        assertEquals("trade", nobody.getString("error.service"));
        JsonPath invalid = given().header("authorization", "Bearer x.y.z")
                .body(HEADER)
                .post("/releases?dataset=my_customs")
                .then()
                .statusCode(401)
                .extract()
                .jsonPath();
        assertTrue(invalid.getString("error.message").contains("not valid"), invalid.prettify());
        JsonPath reader = given().auth()
                .oauth2(Steward.token("reader"))
                .body(HEADER)
                .post("/releases?dataset=my_customs")
                .then()
                .statusCode(403)
                .extract()
                .jsonPath();
        assertEquals("FORBIDDEN", reader.getString("error.code"));
        assertTrue(reader.getString("error.message").contains("'steward'"), reader.prettify());
    }

    private static JsonPath refused(String file) {
        return refused(file.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonPath refused(byte[] file) {
        return send(file).then().statusCode(422).extract().jsonPath();
    }

    private static Response send(byte[] file) {
        return steward().contentType("text/csv").body(file).post("/releases?fileName=hostile.csv&dataset=my_customs");
    }
}
