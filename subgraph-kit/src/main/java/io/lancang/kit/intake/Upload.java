package io.lancang.kit.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.text.CheckedText;
import io.lancang.kit.text.Encoding;
import io.lancang.kit.text.Transcoded;
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
    private static final String DELIMITERS = ",;\t";

    private final String name;
    private final InputStream content;
    private final int longestRow;
    private final Encoding encoding;
    private final char delimiter;

    private Upload(String name, InputStream content, Encoding encoding, int longestRow) throws IOException {
        this.name = name;
        this.content = content;
        this.encoding = encoding;
        this.longestRow = longestRow;
        this.delimiter = delimiterOf(firstLine());
    }

    static Upload of(String name, InputStream body, IntakeConfig config) throws IOException {
        PacedBody paced = new PacedBody(body, config, System::nanoTime);
        InputStream sent = new BufferedInputStream(paced, BUFFER);
        sent.mark(2);
        boolean isGzip = GzipFrame.begins(sent.read(), sent.read());
        sent.reset();
        InputStream unpacked = new BufferedInputStream(
                new BoundedContent(isGzip ? new GzipMembers(sent) : sent, paced::received, config), BUFFER);
        unpacked.mark(BUFFER);
        Encoding encoding = Encoding.of(unpacked.readNBytes(BUFFER - 1));
        unpacked.reset();
        InputStream text = encoding == Encoding.UTF_8 ? unpacked : new Transcoded(unpacked, encoding);
        return new Upload(
                name,
                new BufferedInputStream(new CheckedText(text), BUFFER),
                encoding,
                Math.toIntExact(config.longestRow().asLongValue()));
    }

    /** The sign that makes the most columns of a line, outside of quotes; a comma if none makes any. */
    private static char delimiterOf(String line) {
        int[] counts = new int[DELIMITERS.length()];
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            isQuoted ^= sign == '"';
            int place = DELIMITERS.indexOf(sign);
            if (place >= 0 && !isQuoted) {
                counts[place]++;
            }
        }
        int most = 0;
        for (int place = 1; place < counts.length; place++) {
            if (counts[place] > counts[most]) {
                most = place;
            }
        }
        return DELIMITERS.charAt(most);
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
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(firstLine())) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException malformed) {
            return List.of();
        }
    }

    private String firstLine() throws IOException {
        return start().lines().findFirst().orElse("");
    }

    /** How the characters of the file are written, as it was sent. */
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public char delimiter() {
        return delimiter;
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
