package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the README of the web client sees corridors, trade, and the next change; the programs of its guide run. */
class WebClientIT {
    private static final int ATTEMPTS = 20;
    private static final Pattern PROGRAM = Pattern.compile("```js\\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @BeforeAll
    static void build() throws Exception {
        ExampleProcess.installPackages("web-client");
        ExampleProcess.run("web-client", gateway(), "npm run --silent generate");
        ExampleProcess.run("web-client", gateway(), "npm run --silent build");
    }

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    @Test
    void printsAPartnerAndTheNextChangeOfACorridorWithApolloClient() throws Exception {
        try (ExampleProcess client =
                ExampleProcess.start("web-client", gateway(), "npm start --silent -- LAO --follow --events 1")) {
            client.awaitLine("Waiting for changes of corridors.");
            // Nothing says when a subscription is in force: its cause happens until the client has heard of it.
            for (int attempt = 1; attempt <= ATTEMPTS && !client.endsWithin(attempt == 1 ? 0 : 2); attempt++) {
                steward.load("corridor", "segments", "example.csv", road(attempt));
            }
            String printed = client.awaitEnd(0);

            PartnerReport.assertTells(printed, "    3.56 billion");
            assertTrue(printed.contains("Corridor:{\"id\":\"bt-hx-exp\",\"asOfRelease\":null}"), printed);
            assertTrue(printed.matches("(?s).*Corridor:\\{\"id\":\"bt-hx-exp\",\"asOfRelease\":\"\\d+\"}.*"), printed);
            assertTrue(
                    printed.matches("(?s).*Release \\d+, SEGMENTS: Kunming–Bangkok Expressway .*, OPERATIONAL.*"
                            + "\\(People's Republic of China, Lao People's Democratic Republic, Thailand\\).*"),
                    printed);
        }
    }

    @Test
    void endsTheWebClientWithTheCodeOfAnErrorAndItsHint() throws Exception {
        try (ExampleProcess client = ExampleProcess.start("web-client", gateway(), "npm start --silent -- LAX")) {
            String printed = client.awaitEnd(1);
            assertTrue(printed.startsWith("NOT_FOUND: There is no partner 'LAX'."), printed);
        }
    }

    @Test
    void asksAsTheGuideDoes(@TempDir Path folder) throws Exception {
        try (ExampleProcess program = guided(folder, 0, "console.log(JSON.stringify(data ?? errors));")) {
            String printed = program.awaitEnd(0);
            assertTrue(printed.contains("\"name\":\"China–Laos Railway\""), printed);
        }
    }

    @Test
    void hearsOfChangesAsTheGuideDoes(@TempDir Path folder) throws Exception {
        Future<String> line;
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
                ExampleProcess program = guided(folder, 1, "")) {
            line = reader.submit(() -> program.awaitLine("Kunming–Bangkok Expressway"));
            // Nobody learns when a subscription is in force: the next change comes until the program has heard of one.
            for (int attempt = 1; attempt <= ATTEMPTS && !isThere(line); attempt++) {
                steward.load("corridor", "segments", "example.csv", road(attempt));
            }
        }
        assertEquals("Kunming–Bangkok Expressway (R3A / AH3, GMS North–South): SEGMENTS", line.get());
    }

    /** Whether it is, or comes within a second. */
    private static boolean isThere(Future<?> line) throws InterruptedException, ExecutionException {
        try {
            line.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException later) {
            return false;
        }
    }

    @Test
    void keepsObjectsOfTwoMomentsApartAsTheGuideDoes(@TempDir Path folder) throws Exception {
        String asked = "console.log(cache.identify({ __typename: \"Corridor\", id: \"clr\", asOfRelease: \"7\" }));";
        try (ExampleProcess program = guided(folder, 2, asked)) {
            assertEquals("Corridor:{\"id\":\"clr\",\"asOfRelease\":\"7\"}", program.awaitEnd(0));
        }
    }

    /** Starts a program of the guide, with the libraries of the example, and with a line that shows what it has at its end. */
    private static ExampleProcess guided(Path folder, int number, String last) throws IOException {
        String guide = Files.readString(RunningSet.home().resolve("docs/guides/web-client.md"));
        List<String> programs = PROGRAM.matcher(guide)
                .results()
                .map(program -> program.group(1))
                .toList();
        assertEquals(3, programs.size(), programs::toString);
        String address = SET.running().gatewayRoot().replaceFirst("http:", "");
        Files.writeString(
                folder.resolve("program.mjs"), programs.get(number).replace("//127.0.0.1:8080", address) + last);
        Files.createSymbolicLink(
                folder.resolve("node_modules"),
                ExampleProcess.folder("web-client").resolve("node_modules").toAbsolutePath());
        return ExampleProcess.start(folder, Map.of(), List.of("node", "program.mjs"));
    }

    private static Map<String, String> gateway() {
        return Map.of("LANCANG_URL", SET.running().gatewayUrl());
    }

    private static String road(int attempt) {
        return """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                example-road,kbe,91,mohan,boten,ROAD,Mohan-Boten road,%d,,,OPERATIONAL,2008,,,2.9,S_W_KBE
                """.formatted(3 + attempt);
    }
}
