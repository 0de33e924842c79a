package io.lancang.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;

/**
 * The plan of clients without a key, in a set that is under test: all tests have one address, and ask more in a minute than a stranger may.
 * Benches and attacks use it, which run without the libraries of tests.
 */
public final class AnonymousPlan {
    private static final String WITHOUT_LIMITS = """
            {"query": "mutation { changePlan(name: \\"anonymous\\", limits: {}) { name } }"}""";

    private AnonymousPlan() {}

    /** Takes its limits away, as an administrator. Gateways know within two seconds. */
    public static void lift(LancangSet set) {
        lift(set.gatewayUrl(), adminKey(set));
    }

    /** As {@link #lift(LancangSet)}, of a set that is known by its gateway and the key of an administrator. */
    static void lift(String gateway, String adminKey) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway))
                .header("x-api-key", adminKey)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(WITHOUT_LIMITS))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
                throw new IllegalStateException("The plan was not changed: " + answer.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** The key of an administrator of clients, keys and plans. */
    static String adminKey(LancangSet set) {
        try {
            return Files.readString(set.adminKey()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
