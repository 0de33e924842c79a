package io.lancang.corridor.ground.vocabulary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A table that ships with the service, read whole. Its faults are faults of the build, so they are not reported row by row. */
public final class PackagedTable {
    private PackagedTable() {}

    /** The rows of the resource {@code path}, which has a header. */
    public static List<NamedCsvRecord> rows(String path) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(open(path))) {
            return reader.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
        if (content == null) {
            throw new FileNotFoundException("The application holds no file " + path);
        }
        return content;
    }
}
