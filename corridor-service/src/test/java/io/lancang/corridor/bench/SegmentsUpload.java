package io.lancang.corridor.bench;

import io.lancang.corridor.changes.release.CorridorReleases;
import io.lancang.kit.fixture.ServiceProcess;
import io.lancang.kit.startup.PackagedReleases.Packaged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends generated segments to the service, as a steward would, and watches how much memory the service takes meanwhile. */
final class SegmentsUpload {
    private static final String DATASET = "segments";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ServiceProcess service;
    private final String token;

    SegmentsUpload(ServiceProcess service, String token) {
        this.service = service;
        this.token = token;
    }

    /**
     * Sends them and prints what that took.
     *
     * @param isDryRun whether they are checked only
     */
    void send(String name, String rows, boolean isDryRun) throws IOException {
        byte[] file = file(rows);
        URI address = service.root().resolve("/releases?dataset=" + DATASET + "&dryRun=" + isDryRun);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("authorization", "Bearer " + token)
                .header("content-type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        long start = System.nanoTime();
        long most = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            CompletableFuture<HttpResponse<String>> sent = client.sendAsync(request, BodyHandlers.ofString());
            while (!sent.isDone()) {
                most = Math.max(most, service.residentBytes());
                LockSupport.parkNanos(LOOK_NANOS);
            }
            HttpResponse<String> answer = sent.join();
            String message = answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body();
            System.out.println("  %-22s %8.1f s   %,.1f MB, up to %.0f MB resident: %d %s"
                    .formatted(
                            name,
                            (System.nanoTime() - start) / NANOS_PER_SECOND,
                            file.length / BYTES_PER_MEGABYTE,
                            most / BYTES_PER_MEGABYTE,
                            answer.statusCode(),
                            message));
        }
    }

    private static byte[] file(String rows) throws IOException {
        for (Packaged packaged : new CorridorReleases().inOrder()) {
            if (packaged.dataset().id().equals(DATASET)) {
                return GeneratedFile.behind(packaged.file(), rows).content();
            }
        }
        throw new IllegalStateException("no file of segments ships");
    }
}
