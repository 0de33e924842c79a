package io.lancang.kit.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.lancang.kit.release.ReleaseFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The body of a request as a file that is read once: unpacked if it is gzip, and with its header known before the rows are
 * read. Nothing of it is kept beyond a buffer.
 */
public final class Upload implements ReleaseFile {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;

    private final String name;
    private final InputStream content;

    private Upload(String name, InputStream content) {
        this.name = name;
        this.content = content;
    }

    static Upload of(String name, InputStream body) throws IOException {
        InputStream packed = new BufferedInputStream(body, BUFFER);
        packed.mark(2);
        boolean isGzip = packed.read() == GZIP_MAGIC_FIRST && packed.read() == GZIP_MAGIC_SECOND;
        packed.reset();
        return new Upload(name, isGzip ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER) : packed);
    }

    @Override
    public String name() {
        return name;
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
    public boolean isRepeatable() {
        return false;
    }
}
