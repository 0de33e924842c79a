package io.lancang.trade.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Asks for exports as programs do that download: no header is added, and nothing is unpacked. */
public final class FlowFile {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private FlowFile() {}

    /**
     * The answer to a GET.
     *
     * @param address the name of the file and its parameters
     * @param headers names and values in turn
     */
    public static HttpResponse<byte[]> get(String address, String... headers) {
        return send("GET", address, headers);
    }

    /** The answer to a HEAD. */
    public static HttpResponse<byte[]> head(String address, String... headers) {
        return send("HEAD", address, headers);
    }

    private static HttpResponse<byte[]> send(String method, String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(address))
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static URI at(String address) {
        String root = ConfigProvider.getConfig().getValue("test.url", String.class);
        return URI.create(root + "/export/" + address);
    }

    /** A header of an answer that has it once. */
    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError("no " + name + " in " + answer.headers()));
    }

    /** What an answer says in letters. */
    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
