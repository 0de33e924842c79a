package io.lancang.kit.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.load.ReleaseLoader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of the rows that a release changes are named to what follows from them: all of a thousand, and of more that there are others. */
class NamedRowsTest {
    private static final int FEW = 1000;
    private static final ServiceDatabase DATABASE = ServiceDatabase.start();

    private final List<String> named = new ArrayList<>();
    private final ReleaseLoader loader = new ReleaseLoader(DATABASE.dataSource());
    private final Dataset crop = new Dataset(
                    "crop",
                    List.of("year", "plot", "tonnes"),
                    new Target.Facts("crop", List.of("year", "plot"), List.of("tonnes"), "true", List.of("year")),
                    List.of(),
                    (row, rows) -> rows.add(List.of(
                            String.valueOf(row.integer("year", 1900, 2100)),
                            String.valueOf(row.integer("plot", 0, 10_000)),
                            row.amount("tonnes").toPlainString())))
            .deriving((connection, release) -> named.add(namedRows(connection)));

    @BeforeAll
    static void createTables() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        execute(
                "create table crop (year int, plot int, tonnes numeric, release_id bigint not null, superseded_by bigint)");
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void forgetReleases() throws SQLException {
        execute("truncate crop, source_past, release restart identity");
    }

    @Test
    void ofAThousandAllAreNamed() throws Exception {
        loader.load(crop, file(FEW, 1));
        loader.load(crop, file(FEW, 2));

        assertEquals(List.of("1000, no others", "1000, no others"), named);
    }

    @Test
    void ofMoreItIsSaidThatThereAreOthers() throws Exception {
        loader.load(crop, file(FEW + 1, 1));
        loader.load(crop, file(FEW + 1, 2));

        assertEquals(List.of("and others", "and others"), named);
    }

    private static String namedRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select case when bool_or(plot is null) then 'and others'"
                        + " else count(distinct (year, plot)) || ', no others' end from "
                        + Derivation.CHANGED_ROWS)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static ReleaseFile file(int plots, int tonnes) {
        String content = IntStream.range(0, plots)
                .mapToObj(plot -> "2020," + plot + "," + tonnes + "\n")
                .collect(Collectors.joining("", "year,plot,tonnes\n", ""));
        return new ReleaseFile() {
            @Override
            public String name() {
                return "crop.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
