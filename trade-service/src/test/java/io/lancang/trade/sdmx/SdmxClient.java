package io.lancang.trade.sdmx;

import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks as a client of SDMX does: with addresses as they are, in which a plus is a plus. */
class SdmxClient extends TradeServiceTest {
    static final String CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
    static final String JSON = "application/vnd.sdmx.data+json;version=2.0.0";
    static final String FLOW = "data/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/";

    @TestHTTPResource("/sdmx/")
    @Nullable
    URI sdmx;

    /** @param accept null for none */
    HttpResponse<String> get(String address, @Nullable String accept) {
        String escaped = address.replace("[", "%5B").replace("]", "%5D");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Objects.requireNonNull(sdmx).resolve(escaped));
        if (accept != null) {
            request.header("accept", accept);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }
}
