package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.listen.ListenMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the guide from zero to a partner system, command by command, is there at its end. */
class PartnerGuideIT {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```bash\\n(?<text>.*?)^```$", Pattern.DOTALL);

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @TempDir
    Path folder;

    @Test
    void leadsToASystemThatMissesNothing() throws IOException, InterruptedException {
        String commands = BLOCK.matcher(Files.readString(RunningSet.home().resolve("docs/guides/zero-to-partner.md")))
                .results()
                .map(block -> block.group("text"))
                .collect(Collectors.joining());
        String here = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n"
                + replaced(
                        replaced(
                                replaced(commands, ".lancang/admin-key", "$ADMIN_KEY"),
                                "http://127.0.0.1:8080",
                                SET.running().gatewayRoot()),
                        "./lancang webhook",
                        "\"$JAVA\" -cp \"$CLASSES\" " + ListenMain.class.getName());

        Files.writeString(folder.resolve("guide.sh"), here.replace("8099", Integer.toString(freePort())));

        ShellCommand ran = ShellCommand.run(
                "timeout 120 bash -euo pipefail guide.sh",
                folder,
                Map.of(
                        "ADMIN_KEY", SET.running().adminKey().toString(),
                        "JAVA", ProcessHandle.current().info().command().orElseThrow(),
                        "CLASSES", System.getProperty("java.class.path")));

        assertEquals(0, ran.status(), () -> ran.complaint() + ran.printed() + heard());
        assertTrue(ran.printed().contains("RateLimit: \"requests\";"), ran.printed());
        assertTrue(ran.printed().contains("\"name\":\"Lao People's Democratic Republic\""), ran.printed());
        assertTrue(ran.printed().contains("\n304\n"), ran.printed());
        String events = Files.readString(folder.resolve("events.txt"));
        assertTrue(events.contains("io.lancang.releasePublished"), events);
        assertTrue(
                events.lines().filter(line -> line.startsWith("msg_")).allMatch(line -> line.contains("  signed")),
                events);
        assertTrue(Files.readString(folder.resolve("flows.csv")).startsWith("period,reporter,partner,flow,"));
        assertTrue(Files.size(folder.resolve("flows.csv")) > 4_000, "more than the half that came first");
        assertTrue(Files.readString(folder.resolve("datapackage.json")).contains("trade-flows.csv"));
    }

    private String heard() {
        try {
            Path events = folder.resolve("events.txt");
            return Files.exists(events) ? Files.readString(events) : "nothing was listened to";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replaced(String text, String what, String by) {
        assertTrue(text.contains(what), what);
        return text.replace(what, by);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
