package io.lancang.corridor.feature.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How texts are found among 100,000 locations: {@code g1}, called "Place 1" and 地, to {@code g100000}; and six with names that a
 * pattern would take for something else.
 */
class LocationSearchTest {
    private static final String INDEX = "Bitmap Index Scan on location_current_searched";
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    @BeforeAll
    static void generate() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into release (dataset, file_name, sha256) values ('locations', 'generated', '');
                    insert into country values ('LAO', 'LA', 'Laos'), ('THA', 'TH', 'Thailand');
                    create temporary table generated as
                      select 'g' || n as id, 'Place ' || n as name, case when n % 4 = 0 then 'THA' else 'LAO' end as country
                      from generate_series(1, 100000) n
                      union all values ('s-all', '100% open', 'LAO'), ('s-many', '100 per cent open', 'LAO'),
                        ('s-line', 'Dock_A1', 'LAO'), ('s-other', 'Dock-A1', 'LAO'), ('s-slash', 'Up\\Down', 'LAO'),
                        ('s-dash', 'Savan–Seno LINE', 'LAO');
                    insert into location select id from generated;
                    insert into location_fact (id, name_en, name_zh, country, kind, release_id)
                      select id, name, '地', country, 'CITY', 1 from generated;
                    analyze location_fact;
                    """);
        }
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"432", "place 4321", "PLACE-4321", "no such place"})
    void goesByTheIndexOfTrigramsWhetherThePlanKnowsTheTextOrNot(String text) throws SQLException {
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            String plan = String.join("\n", asked(text, null, mode, "explain "));

            assertTrue(plan.contains(INDEX), () -> mode + "\n" + plan);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"43", "地", "4-3"})
    void looksAtEveryNameForATextWithoutATrigram(String text) throws SQLException {
        String plan = String.join("\n", asked(text, null, "force_generic_plan", "explain "));

        assertFalse(plan.contains(INDEX), plan);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    100%,       s-all
                    % open,     s-all
                    0%,         s-all
                    Dock_A,     s-line
                    _A,         s-line
                    dock a1,    s-other
                    DOCK-A1,    s-other
                    up\\down,   s-slash
                    p\\d,       s-slash
                    savan-seno, s-dash
                    seno line,  s-dash
                    Seno,       s-dash
                    """)
    void takesEveryCharacterForItself(String text, String id) throws SQLException {
        assertEquals(List.of(id), asked(text, null, "auto", ""));
    }

    @Test
    void findsTheSameByTheIndexAsByLookingAtEveryName() throws SQLException {
        // The number itself, ten that begin with it, and nine that end with it.
        assertEquals(
                List.of(
                        "g14321", "g24321", "g34321", "g4321", "g43210", "g43211", "g43212", "g43213", "g43214",
                        "g43215", "g43216", "g43217", "g43218", "g43219", "g44321", "g54321", "g64321", "g74321",
                        "g84321", "g94321"),
                asked("4321", null, "auto", ""));
        // Every fourth is in Thailand, and a name ends before the Chinese one begins.
        assertEquals(List.of("g43212", "g43216"), asked("place 4321", "THA", "auto", ""));
        assertEquals(List.of("g4321"), asked("e 4321 地", null, "auto", ""));
    }

    /** The ids that are found, or lines of the plan, as the service asks: with a prepared statement. */
    private static List<String> asked(
            String text, @org.jspecify.annotations.Nullable String partner, String mode, String how)
            throws SQLException {
        Conditions conditions =
                new LocationFilter(null, partner, null, null, null, null, text, null, null).conditions();
        String sql = KeysetPage.sql(
                "select l.id, l.id as sort_key from current_location l where " + conditions.sql(),
                conditions.size(),
                new PageRequest(50, null, null, null).of(new CursorScope("locations"), PageRequest.USUAL));
        List<String> lines = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare asked as " + (how.isEmpty() ? sql.replace("page.*", "page.id") : sql));
            ResultSet rows = statement.executeQuery(
                    how + "execute asked(" + literals(conditions.parameters()) + ", null, null, 50)");
            while (rows.next()) {
                lines.add(rows.getString(how.isEmpty() ? "id" : "QUERY PLAN"));
            }
        }
        return lines;
    }

    private static String literals(Tuple values) {
        List<String> literals = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            literals.add("'" + values.getString(index).replace("'", "''") + "'");
        }
        return String.join(", ", literals);
    }
}
