package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A steward follows corridor-service/IMPORT.md, command by command, as they are written. */
class CorridorImportCommandsIT {
    /** With the lines that it goes on over. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\./lancang import|curl) (?:.*\\\\\\n)*.*$");

    private static final Pattern LOADED = Pattern.compile("Loaded as release (\\d+)\\.");

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    /** The depot is checked, loaded, and then known, by HTTP too; the road is loaded; and the answer goes that way. */
    @Test
    void theyCheckLoadAndAsk(@TempDir Path folder) throws Exception {
        CorridorImportGuide guide = CorridorImportGuide.read();
        BuiltClone clone = BuiltClone.of(SET.running(), folder);
        Files.writeString(folder.resolve("depots.csv"), guide.depots());
        Files.writeString(folder.resolve("roads.geojson"), guide.roads());
        List<String> commands =
                COMMAND.matcher(guide.text()).results().map(MatchResult::group).toList();

        List<String> printed = new ArrayList<>();
        for (String command : commands) {
            printed.add(run(clone, command));
        }

        List<String> expected = List.of(
                "The file has no fault.",
                "Loaded as release ",
                "UNCHANGED",
                "Nothing changed: release ",
                "Loaded as release ",
                "\"to\":{\"id\":\"na-mo-depot\"}");
        assertEquals(expected.size(), printed.size(), printed::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(printed.get(i).contains(expected.get(i)), printed.get(i));
        }
    }

    private String run(BuiltClone clone, String command) throws IOException, InterruptedException {
        double before = SET.eventsHeard("corridor");
        ShellCommand ran = clone.run(here(command), Map.of("TOKEN", steward.token()));
        assertEquals(0, ran.status(), () -> command + ran.complaint() + ran.printed());
        LOADED.matcher(ran.printed())
                .results()
                .forEach(release -> steward.tookOver("corridor", release.group(1), before));
        return ran.printed();
    }

    private static String here(String command) {
        URI corridor = URI.create(SET.running().serviceUrl("corridor"));
        return ShellCommand.failingWhereRefused(command)
                .replace(
                        "http://localhost:8082",
                        corridor.resolve("/").toString().replaceAll("/$", ""))
                .replace("http://127.0.0.1:8080", SET.running().gatewayRoot());
    }
}
