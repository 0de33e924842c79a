import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Clients that ask the gateway all the while, each the next query as soon as the last one is answered, until a file is gone. They
 * print each answer that is none, and how many there were; they end with status 1 if there was one.
 */
public final class Clients {
    private static final int CLIENTS = 8;
    private static final int SHOWN = 20;
    private static final LongAdder ANSWERED = new LongAdder();
    private static final LongAdder FAILED = new LongAdder();
    private static final Map<Path, String> ANSWERS = new ConcurrentHashMap<>();
    private static final LongAdder DIFFERENT = new LongAdder();

    private Clients() {}

    /** @param arguments the gateway's address, the folder of the queries, and the file */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI gateway = URI.create(arguments[0]);
        List<Path> queries;
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            queries = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        Path going = Path.of(arguments[2]);
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            clients.add(Thread.startVirtualThread(() -> ask(gateway, queries, first, going)));
        }
        for (Thread client : clients) {
            client.join();
        }
        System.out.println(ANSWERED + " answered, " + DIFFERENT + " of them otherwise than at first, " + FAILED + " failed");
        System.exit(FAILED.sum() == 0 ? 0 : 1);
    }

    private static void ask(URI gateway, List<Path> queries, int first, Path going) {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int turn = first; Files.exists(going); turn++) {
                Path query = queries.get(turn % queries.size());
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(gateway)
                                .timeout(Duration.ofSeconds(40))
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofFile(query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                judge(query, answer);
            }
        } catch (IOException failure) {
            failed(failure.toString());
            // A client whose connection breaks comes again.
            ask(gateway, queries, first + 1, going);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void judge(Path query, HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
            failed(query.getFileName() + ": " + answer.statusCode() + " " + answer.body());
            return;
        }
        ANSWERED.increment();
        String before = ANSWERS.putIfAbsent(query, answer.body());
        if (before != null && !before.equals(answer.body())) {
            DIFFERENT.increment();
        }
    }

    private static void failed(String how) {
        FAILED.increment();
        if (FAILED.sum() <= SHOWN) {
            System.out.println(LocalTime.now() + " " + how.substring(0, Math.min(how.length(), 600)));
        }
    }
}
