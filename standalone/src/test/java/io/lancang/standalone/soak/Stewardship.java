package io.lancang.standalone.soak;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Loads a release into a service again and again, each with a larger number than the one before. A load that fails is sent again until it is taken: the
 * same file twice is one release. Its thread ends when it is interrupted.
 */
final class Stewardship implements Runnable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Http http;
    private final Service service;
    private final String token;
    private final Duration every;
    private final Published published;
    private final Tally tally;
    private final Phases phases;

    /**
     * A service that files are loaded into.
     *
     * @param root where it is, without a path
     * @param file text of a file, in which `%d` stands for the number
     */
    record Service(String root, String dataset, String file) {}

    Stewardship(
            Http http, Service service, String token, Duration every, Published published, Tally tally, Phases phases) {
        this.http = http;
        this.service = service;
        this.token = token;
        this.every = every;
        this.published = published;
        this.tally = tally;
        this.phases = phases;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                load();
                Thread.sleep(every);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Loads the next file, however many attempts it takes. */
    void load() throws InterruptedException {
        while (true) {
            long begin = System.nanoTime();
            try {
                published.published(attempt(), System.nanoTime());
                tally.answered(Kind.LOAD, System.nanoTime() - begin);
                return;
            } catch (FailedException failed) {
                tally.failed(Kind.LOAD, phases.met(begin, System.nanoTime()), failed.failure());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private long attempt() throws FailedException, InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(Http.to(service.root() + "/releases?dataset=" + service.dataset() + "&fileName=soak.csv")
                            .header("authorization", "Bearer " + token)
                            .header("content-type", "text/csv")
                            .POST(BodyPublishers.ofString(service.file().formatted(published.next())))
                            .build());
            if (answer.statusCode() >= 300) {
                throw new FailedException(Failure.of(answer.statusCode(), answer.body()));
            }
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return Long.parseLong(
                        String.valueOf(reader.readObject().get("release")).replace("\"", ""));
            }
        } catch (IOException broken) {
            throw new FailedException(Failure.broken(broken));
        }
    }
}
