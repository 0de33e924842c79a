package io.lancang.kit.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.lancang.kit.release.ReleaseFile;
import io.lancang.kit.text.CheckedText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of a request as a file that is read once: unpacked if it is gzip, and with its header known before the rows are
 * read. Nothing of it is kept beyond a buffer.
 */
public final class Upload implements ReleaseFile {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream content;
    private final int longestRow;

    private Upload(String name, InputStream content, int longestRow) {
        this.name = name;
        this.content = content;
        this.longestRow = longestRow;
    }

    static Upload of(String name, InputStream body, IntakeConfig config) throws IOException {
        PacedBody paced = new PacedBody(body, config, System::nanoTime);
        InputStream sent = new BufferedInputStream(paced, BUFFER);
        sent.mark(2);
        boolean isGzip = GzipFrame.begins(sent.read(), sent.read());
        sent.reset();
        InputStream unpacked = new BoundedContent(isGzip ? new GzipMembers(sent) : sent, paced::received, config);
        return new Upload(
                name,
                new BufferedInputStream(new CheckedText(unpacked), BUFFER),
                Math.toIntExact(config.longestRow().asLongValue()));
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether there is nothing but blanks at its beginning. */
    boolean isEmpty() throws IOException {
        return start().isBlank();
    }

    /** Whether the content begins as a JSON object does. */
    public boolean isJson() throws IOException {
        String start = start().strip();
        return start.startsWith("{");
    }

    /** The columns of the first line; none if there is no line that is CSV. */
    public List<String> header() throws IOException {
        String text = start().lines().findFirst().orElse("");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException malformed) {
            return List.of();
        }
    }

    /** The beginning, without a byte order mark. */
    private String start() throws IOException {
        content.mark(BUFFER);
        String text = new String(content.readNBytes(BUFFER - 1), StandardCharsets.UTF_8);
        content.reset();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public InputStream open() {
        return content;
    }

    @Override
    public int longestRow() {
        return longestRow;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
