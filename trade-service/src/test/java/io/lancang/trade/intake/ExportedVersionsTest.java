package io.lancang.trade.intake;

import static io.lancang.trade.export.FlowFile.get;
import static io.lancang.trade.export.FlowFile.header;
import static io.lancang.trade.export.FlowFile.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which version an export is, while releases come and go. */
@QuarkusTest
class ExportedVersionsTest extends IntakeTest {
    private static final String FILE = "trade-flows.csv?comments=false&frequency=MONTHLY&datasets=my_customs";
    private static final String COLUMNS =
            "period,reporter,partner,flow,classification,product,currency,amount,valuation,quality,"
                    + "source,dataset,release,quantity,quantity_unit,quantity_estimated,net_weight_kg,net_weight_estimated\r\n";

    @Test
    void aReleaseMakesAnotherVersionAndLeavesThoseOfThePastAsTheyAre() throws SQLException {
        String first = loaded("2024-03,THA,EXPORT,USD,5,,\n2024-03,LAO,EXPORT,USD,1,,\n");
        String then = loadedAt(first);
        HttpResponse<byte[]> before = get(FILE);
        HttpResponse<byte[]> past = get(FILE + "&asOf=" + then);

        String second = loaded("2024-03,LAO,EXPORT,USD,2,,\n");
        HttpResponse<byte[]> after = get(FILE, "If-None-Match", header(before, "etag"));

        assertEquals(COLUMNS + row("LAO", 1, first) + row("THA", 5, first), text(before));
        assertEquals(COLUMNS + row("LAO", 2, second) + row("THA", 5, first), text(after));
        assertNotEquals(header(before, "etag"), header(after, "etag"));
        assertEquals(text(before), text(get(FILE + "&asOf=" + then)));
        assertEquals(
                304,
                get(FILE + "&asOf=" + then, "If-None-Match", header(past, "etag"))
                        .statusCode());
        assertEquals(
                200,
                get(FILE, "Range", "bytes=10-", "If-Range", header(before, "etag"))
                        .statusCode());
    }

    @Test
    void aWithdrawalIsAnotherVersion() {
        loaded("2024-03,LAO,EXPORT,USD,1,,\n");
        String revised = loaded("2024-03,LAO,EXPORT,USD,2,,\n");
        HttpResponse<byte[]> before = get(FILE);
        steward().delete("/releases/" + revised).then().statusCode(200);

        HttpResponse<byte[]> after = get(FILE, "If-None-Match", header(before, "etag"));

        assertEquals(200, after.statusCode());
        assertEquals("1", text(after).lines().toList().get(1).split(",", -1)[7]);
    }

    /** The comments of a file cite titles, so that another title is another file. */
    @Test
    void anotherTitleIsAnotherVersion() throws SQLException {
        loaded("2024-03,LAO,EXPORT,USD,1,,\n");
        String file = FILE.replace("comments=false&", "");
        HttpResponse<byte[]> before = get(file);
        execute("update dataset set title = title || ', renamed' where code = 'my_customs'");

        HttpResponse<byte[]> after = get(file, "If-None-Match", header(before, "etag"));

        assertEquals(200, after.statusCode());
        assertEquals(text(before).replace(" (my_customs)", ", renamed (my_customs)"), text(after));
    }

    private String loaded(String rows) {
        return load("my_customs", HEADER + rows)
                .then()
                .statusCode(201)
                .extract()
                .path("release");
    }

    private static String row(String partner, int amount, String release) {
        return "2024-03,CHN,%s,EXPORT,,TOTAL,USD,%d,FOB,REPORTED,GACC_2024,my_customs,%s,,,,,\r\n"
                .formatted(partner, amount, release);
    }
}
