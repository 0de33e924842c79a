package io.lancang.trade.intake;

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
final class Upload implements ReleaseFile {
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

    /** The columns of the first line; none if there is no line that is CSV. */
    List<String> header() throws IOException {
        content.mark(BUFFER);
        byte[] start = content.readNBytes(BUFFER - 1);
        content.reset();
        String text =
                new String(start, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException malformed) {
            return List.of();
        }
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
