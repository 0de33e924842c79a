package io.lancang.corridor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Our side of the table of published distances in docs/routes-compared.md, on the files that ship. */
@QuarkusTest
class ComparedWaysTest extends RunningService {
    private static final Path PAGE = Path.of("../docs/routes-compared.md");
    private static final String COLUMNS = "| way | asked | answer, km | published | by | difference | why |";
    /** By what great circles are multiplied where no length is stated, as the page says. */
    private static final double DETOUR = 1.15;

    private static final Pattern QUESTION = Pattern.compile("([a-z-]+) → ([a-z-]+), ([A-Z]+)");
    private static final Pattern KILOMETRES = Pattern.compile("([\\d,]+(?:\\.\\d+)?) km");

    /** A row of the table. */
    private record Row(
            String way, String question, String answer, String published, String by, String difference, String why) {
        Executable check() {
            return () -> {
                Matcher asked = QUESTION.matcher(question);
                assertTrue(asked.matches(), way + " is asked as " + question);
                JsonPath answered = Graph.data("""
                    { routes(from: "%s", to: "%s", modes: [%s], alternatives: 1) {
                        gapKind routes { knownLengthKm greatCircleKm } } }
                    """.formatted(asked.group(1), asked.group(2), asked.group(3)))
                        .setRootPath("data.routes");
                assertEquals(1, answered.getList("routes").size(), way + ": " + answered.getString("gapKind"));
                double km = answered.getDouble("routes[0].knownLengthKm")
                        + DETOUR * answered.getDouble("routes[0].greatCircleKm");
                assertEquals(String.format(Locale.ROOT, "%,.1f", km), answer, way);

                Matcher kilometres = KILOMETRES.matcher(published);
                assertTrue(kilometres.find(), way + " is published as " + published);
                double theirs = Double.parseDouble(kilometres.group(1).replace(",", ""));
                double percent = (km - theirs) / theirs * 100;
                assertEquals(String.format(Locale.ROOT, "%+.1f %%", percent), difference, way);
                assertTrue(Math.abs(percent) <= 10 || !why.isBlank(), way + " differs and nobody says why");
                assertFalse(by.isBlank(), way + " is published by nobody");
            };
        }
    }

    @Test
    void answersWhatThePageSays() throws IOException {
        assertAll(rows().stream().map(Row::check));
    }

    @Test
    void comparesThirtyWaysAtLeastAndSaysHowManyAreWithinATenth() throws IOException {
        List<Row> rows = rows();
        long near = rows.stream()
                .filter(row -> Math.abs(Double.parseDouble(row.difference().replace(" %", ""))) <= 10)
                .count();

        assertTrue(rows.size() >= 30, () -> rows.size() + " ways");
        assertTrue(
                Files.readString(PAGE, UTF_8).contains(near + " of the " + rows.size() + " are within a tenth"),
                () -> near + " of " + rows.size());
    }

    @Test
    void answersTheGapsThatThePageSays() throws IOException {
        Map<String, String> gaps = Map.of(
                "kunming → singapore, RAIL", "NOT_IN_SERVICE, 22.1 km",
                "kunming → mandalay, RAIL", "NOT_IN_SERVICE, 281.8 km",
                "bangkok → phnom-penh, ROAD", "NOT_IN_SERVICE, 1.8 km",
                "nanning → da-nang, ROAD", "NOT_ON_RECORD");
        String page = Files.readString(PAGE, UTF_8);
        List<Executable> checks = new ArrayList<>();
        gaps.forEach((question, said) -> checks.add(() -> {
            assertTrue(page.contains("| " + question + " | " + said), question);
            Matcher asked = QUESTION.matcher(question);
            assertTrue(asked.matches(), question);
            JsonPath answered = Graph.data("""
                    { routes(from: "%s", to: "%s", modes: [%s], alternatives: 1) { gapKind gapKm routes { knownLengthKm } } }
                    """.formatted(asked.group(1), asked.group(2), asked.group(3)))
                    .setRootPath("data.routes");
            assertEquals(List.of(), answered.getList("routes"), question);
            String km = answered.get("gapKm") == null
                            || answered.getString("gapKind").equals("NOT_ON_RECORD")
                    ? ""
                    : String.format(Locale.ROOT, ", %,.1f km", answered.getDouble("gapKm"));
            assertEquals(said, answered.getString("gapKind") + km, question);
        }));
        assertAll(checks);
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE, UTF_8)) {
            if (line.equals(COLUMNS)) {
                inside = true;
            } else if (inside && !line.startsWith("|")) {
                return rows;
            } else if (inside && !line.startsWith("|---")) {
                String[] cells = line.split("\\|", -1);
                assertEquals(9, cells.length, line);
                rows.add(new Row(
                        cells[1].strip(),
                        cells[2].strip(),
                        cells[3].strip(),
                        cells[4].strip(),
                        cells[5].strip(),
                        cells[6].strip(),
                        cells[7].strip()));
            }
        }
        return rows;
    }
}
