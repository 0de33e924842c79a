package org.example.lancang;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.graphql.client.FieldAccessException;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.graphql.client.SubscriptionErrorException;
import org.springframework.graphql.client.WebSocketGraphQlClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Flux;
import reactor.netty.http.HttpResources;

/** Prints the releases of trade data that followed the last one that was seen, and then waits for more. */
public final class Releases {
    private Releases() {}

    /** {@code sse} or {@code websocket}; the cursor of the last release that was seen; after how many to end. */
    public static void main(String[] arguments) {
        String url = Objects.requireNonNullElse(System.getenv("LANCANG_URL"), "http://127.0.0.1:8080/graphql");
        String transport = arguments.length > 0 ? arguments[0] : "sse";
        String after = arguments.length > 1 ? arguments[1] : "0";
        long count = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE;
        switch (transport) {
            case "sse" -> follow(HttpGraphQlClient.create(WebClient.create(url)), after, count);
            case "websocket" -> {
                WebSocketGraphQlClient client = WebSocketGraphQlClient.create(
                        URI.create(url.replaceFirst("^http", "ws")), new ReactorNettyWebSocketClient());
                follow(client, after, count);
                client.stop().block();
            }
            default -> {
                System.err.println("'" + transport + "' is no transport: write sse or websocket.");
                System.exit(2);
            }
        }
        // Maven, which runs this, takes the classes away when it ends: nothing may be left running by then.
        HttpResources.disposeLoopsAndConnectionsLater(Duration.ZERO, Duration.ofSeconds(5))
                .block();
    }

    private static void follow(GraphQlClient client, String after, long count) {
        Flux<Release> releases = client.documentName("releases")
                .variable("after", after)
                .retrieveSubscription("releasePublished")
                .toEntity(Release.class);
        try {
            releases.take(count).doOnNext(Releases::print).blockLast();
        } catch (SubscriptionErrorException refused) {
            ErrorReport.print(refused.getErrors());
            System.exit(1);
        } catch (FieldAccessException refused) {
            ErrorReport.print(refused.getResponse().getErrors());
            System.exit(1);
        }
    }

    private static void print(Release release) {
        String title = release.dataset() == null ? release.datasetId() : release.dataset().title();
        System.out.println(release.release() + "  " + title + "  (after " + release.cursor() + ")");
    }
}
