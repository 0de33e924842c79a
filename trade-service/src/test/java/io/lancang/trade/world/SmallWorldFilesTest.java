package io.lancang.trade.world;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The order of files: each figure differs from the first in one thing, and its amount says in which. The second is of another dataset, 3 is
 * in yuan, 4 imports, 5 of 1907, 6 with QMJ, 7 of QMB and 8 of chapter 02.
 */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldFilesTest extends InSmallWorld {
    private static final String FIGURES =
            "trade-flows.csv?reporters=CHN,QMB&partners=QMI,QMJ&from=1906&to=1907&classification=HS2022";

    @BeforeEach
    void addFigures() throws SQLException {
        List<WorldFigure> figures = WorldFigure.figures("""
                1 1906 CHN QMI X H6:02 8
                1 1906 QMB QMI X H6:01 7
                1 1906 CHN QMJ X H6:01 6
                1 1907 CHN QMI X H6:01 5
                1 1906 CHN QMI M H6:01 4
                2 1906 CHN QMI X H6:01 2
                1 1906 CHN QMI X H6:01 1
                """);
        WorldFigure inYuan =
                figures.getLast().but(WorldFigure.Difference.CURRENCY).of(3);
        execute(WorldFigure.asReported(figures.stream()) + WorldFigure.asReported(List.of(inYuan).stream()));
    }

    /** By product, reporter, partner, period, flow, currency and dataset. */
    @Test
    void figuresOfNamedProductsComeByProduct() {
        assertEquals(List.of("4", "3", "1", "2", "5", "6", "7", "8"), amounts(FIGURES + "&products=01,02"));
    }

    /** By partner, period, reporter, flow, product, currency and dataset. */
    @Test
    void figuresOfALevelComeByPartner() {
        assertEquals(List.of("4", "3", "1", "2", "8", "7", "5", "6"), amounts(FIGURES + "&level=2"));
    }

    private static List<String> amounts(String file) {
        String csv = given().urlEncodingEnabled(false)
                .get("/export/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv).stream()
                .map(row -> row.getField("amount"))
                .toList();
    }
}
