package io.lancang.trade.bench;

import io.lancang.kit.fixture.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks one question of a service again and again. Belongs to one thread. */
final class Asking {
    private static final int PAGES_BEFORE = 20;
    /** Bytes. */
    private static final int ROWS = 4096;

    private static final String FIRST = "first: 100)";
    private static final Pattern CURSOR = Pattern.compile("\"endCursor\":\"([^\"]+)\"");

    private final ServiceProcess service;
    private final Questions.Question question;
    private String query;

    Asking(ServiceProcess service, Questions.Question question) {
        this.service = service;
        this.question = question;
        this.query = question.query().replace('\n', ' ');
    }

    /** Reads the pages before a deep one, of which each begins where the one before ended. */
    void prepare() throws IOException {
        if (question.origin() != Questions.Origin.DEEP) {
            return;
        }
        String first = query;
        for (int page = 0; page < PAGES_BEFORE; page++) {
            Matcher cursor = CURSOR.matcher(service.ask(query.replace(FIRST, "first: 500)")));
            if (!cursor.find()) {
                throw new IOException("There are not so many pages.");
            }
            query = first.replace(FIRST, "first: 100, after: '" + cursor.group(1) + "')");
        }
    }

    /** Nanoseconds until the answer is there, or the first rows of a file, behind what it cites. */
    long once() throws IOException {
        long start = System.nanoTime();
        if (question.origin() == Questions.Origin.EXPORT) {
            readFirstRows();
        } else {
            service.ask(query);
        }
        return System.nanoTime() - start;
    }

    private void readFirstRows() throws IOException {
        URI address = service.root().resolve(query);
        URLConnection connection = address.toURL().openConnection();
        try (InputStream file = connection.getInputStream()) {
            if (file.readNBytes(ROWS).length < ROWS) {
                throw new IOException("The file ends early.");
            }
        }
    }
}
