package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Impatient;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Senders who announce files and send nothing: they hold places for loads for a while, and never anything else. */
@QuarkusTest
@TestProfile(Impatient.class)
class SilentSenderTest extends TradeServiceTest {
    /** More than there are workers. */
    private static final int SENDERS = 20;

    @TestHTTPResource("/")
    @Nullable
    URI root;

    @Test
    void freesThePlacesOfSendersThatSendNothing() throws IOException {
        List<Socket> senders = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(announced());
            }
            int refused = 0;
            for (Socket sender : senders) {
                String answer = new String(sender.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                refused += answer.endsWith("503") ? 1 : 0;
                assertTrue(answer.isEmpty() || answer.endsWith("400") || answer.endsWith("503"), answer);
            }
            // Two at once are let in, and either answered that their file has no end or cut off after a second; then
            // two others may be.
            int letIn = SENDERS - refused;
            long mostLetIn = 2 * (1 + (System.nanoTime() - begin) / 1_000_000_000);
            assertTrue(letIn >= 2 && letIn <= mostLetIn, letIn + " were let in, not 2 to " + mostLetIn);
        } finally {
            for (Socket sender : senders) {
                sender.close();
            }
        }

        given().auth()
                .oauth2(Steward.token("steward"))
                .body("")
                .post("/releases?dataset=un_comtrade")
                .then()
                .statusCode(400);
    }

    private Socket announced() throws IOException {
        URI address = Objects.requireNonNull(root);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST /releases?dataset=un_comtrade HTTP/1.1\r\nHost: trade\r\nAuthorization: Bearer "
                                + Steward.token("steward")
                                + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
