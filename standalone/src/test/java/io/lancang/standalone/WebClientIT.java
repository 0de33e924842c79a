package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who follows the README of the web client sees corridors, trade, and the next change. */
class WebClientIT {
    private static final int ATTEMPTS = 20;

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
            // Nobody is told when a subscription is in force: its cause happens until the client has heard of it.
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
