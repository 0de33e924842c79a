package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** GDAL, which most programs for maps read data with, opens the corridors as OGC API – Features at the gateway's address. */
class MapClientIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @TempDir
    Path folder;

    @Test
    void findsEveryCollectionAtTheGatewaysAddress() throws Exception {
        String found = run("ogrinfo", "-ro", server());

        assertTrue(found.contains("corridors"), found);
        assertTrue(found.contains("segments"), found);
        assertTrue(found.contains("locations"), found);
    }

    /** 199 locations ship. Boten and Mohan alone lie in the box, and GDAL leaves out what has no place. */
    @Test
    void readsAllPagesAndThePlacesOfABox() throws Exception {
        List<String> all = ids("-oo", "PAGE_SIZE=50");

        assertTrue(all.size() >= 199, all.size() + " locations");
        assertEquals(all.size(), all.stream().distinct().count());
        assertEquals(List.of("boten", "mohan"), ids("-spat", "101.5", "21.1", "101.8", "21.3"));
    }

    private List<String> ids(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "CSV", "/vsistdout/"));
        command.addAll(List.of(server(), "locations", "-select", "id"));
        command.addAll(List.of(options));
        return Arrays.stream(run(command.toArray(String[]::new)).split("\r?\n"))
                .map(line -> line.replace("\"", "").replaceAll(",$", ""))
                .filter(line -> !line.equals("id"))
                .sorted()
                .toList();
    }

    private String run(String... command) throws Exception {
        try (ExampleProcess started = ExampleProcess.start(folder, Map.of(), List.of(command))) {
            return started.awaitEnd(0);
        }
    }

    private static String server() {
        return "OAPIF:" + SET.running().gatewayRoot() + "/ogc/corridor";
    }
}
