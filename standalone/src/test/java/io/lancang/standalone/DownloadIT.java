package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files of the services at the gateway's address, as curl fetches them. */
class DownloadIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static final String FLOWS = "/exports/trade/trade-flows.ndjson";

    @TempDir
    Path folder;

    @Test
    void isContinuedToTheSameBytesWhenItBrokeOff() throws Exception {
        curl("-o whole $GATEWAY" + FLOWS);
        // The reader of a pipe leaves after 100,000 bytes, and curl with it.
        ShellCommand.run("curl --silent $GATEWAY" + FLOWS + " | head --bytes=100000 > part", folder, gateway());
        assertEquals(100_000, Files.size(folder.resolve("part")));

        curl("--continue-at - -o part $GATEWAY" + FLOWS);

        assertArrayEquals(bytes("whole"), bytes("part"));
    }

    /** What curl unpacks was packed by this product, and is unpacked by the libraries of gzip and Zstandard. */
    @Test
    void isUnpackedByOthers() throws Exception {
        curl("-o whole $GATEWAY" + FLOWS);
        for (String coding : new String[] {"gzip", "zstd"}) {
            String packed = curl("--compressed --header 'Accept-Encoding: " + coding
                    + "' --write-out '%header{content-encoding} %{size_download}' -o unpacked $GATEWAY" + FLOWS);

            assertArrayEquals(bytes("whole"), bytes("unpacked"), coding);
            assertTrue(packed.startsWith(coding + " "), packed);
            assertTrue(
                    Long.parseLong(packed.substring(coding.length() + 1)) * 5 < Files.size(folder.resolve("whole")),
                    packed);
        }
    }

    @Test
    void isNotSentAgainToWhomHasIt() throws Exception {
        String segments =
                "--etag-save tag --etag-compare tag --write-out '%{http_code}' -o file $GATEWAY/exports/corridor/segments.geojson";

        assertEquals("200", curl(segments));
        assertEquals("304", curl(segments));
    }

    /** The latest releases of both services, with the addresses that a reader at the gateway can follow. */
    @Test
    void tellsWhatIsNewAsFeeds() throws Exception {
        for (String service : new String[] {"trade", "corridor"}) {
            String address = SET.running().gatewayRoot() + "/exports/" + service + "/releases.";
            String atom = curl("--etag-save seen $GATEWAY/exports/" + service + "/releases.atom");
            String json = curl("$GATEWAY/exports/" + service + "/releases.json?before=2");

            assertTrue(atom.contains("<link rel=\"self\" href=\"" + address + "atom\""), atom);
            assertTrue(json.contains("\"feed_url\":\"" + address + "json?before=2\""), json);
            assertTrue(json.contains(": release 1\""), json);
            assertEquals(
                    "304",
                    curl("--etag-compare seen --write-out '%{http_code}' $GATEWAY/exports/" + service
                            + "/releases.atom"));
        }
    }

    private String curl(String options) throws Exception {
        ShellCommand run =
                ShellCommand.run("curl --silent --show-error --fail-with-body " + options, folder, gateway());
        assertEquals(0, run.status(), run.complaint());
        return run.printed();
    }

    private byte[] bytes(String file) throws Exception {
        return Files.readAllBytes(folder.resolve(file));
    }

    private static Map<String, String> gateway() {
        return Map.of("GATEWAY", SET.running().gatewayRoot());
    }
}
