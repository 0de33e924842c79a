package io.lancang.trade.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of messages as JSON schemas; the README beside them says whose they are. */
final class SdmxSchemas {
    private static final String PLACE = "https://schemas.example/sdmx/";
    private static final String DATA_FILE = "data-message.json";
    private static final String STRUCTURE_FILE = "structure-message.json";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    Map.of(PLACE + DATA_FILE, read(DATA_FILE), PLACE + STRUCTURE_FILE, read(STRUCTURE_FILE))));

    static final SdmxSchemas DATA = new SdmxSchemas(DATA_FILE);
    static final SdmxSchemas STRUCTURE = new SdmxSchemas(STRUCTURE_FILE);

    private final Schema schema;

    private SdmxSchemas(String file) {
        this.schema = REGISTRY.getSchema(SchemaLocation.of(PLACE + file));
    }

    private static String read(String file) {
        try (InputStream found = SdmxSchemas.class.getResourceAsStream("/sdmx/" + file)) {
            return new String(Objects.requireNonNull(found, file).readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What of a message breaks which rule; none for one that keeps all. */
    List<String> broken(String message) {
        return schema.validate(message, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
