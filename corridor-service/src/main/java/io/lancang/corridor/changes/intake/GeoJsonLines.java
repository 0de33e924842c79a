package io.lancang.corridor.changes.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Cell;
import io.lancang.kit.text.UnreadableTextException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The CSV of a feature collection, in pieces: the header, then a row for each feature. A row stands in the line in which its
 * feature begins, with empty lines before it, so that a fault is reported with the line of the GeoJSON. Where features share a
 * line, each has the line after the one before, and {@link FeaturePlaces} knows which it is. Belongs to one thread.
 */
@SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer than an Enumeration.
final class GeoJsonLines implements Enumeration<InputStream> {
    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    /** What a feature has is nested less: a position of a multi-polygon is at the ninth level. */
    private static final Map<String, Integer> LIMITS = Map.of("org.eclipse.parsson.maxDepth", 32);

    private final FeatureBytes content;
    private final JsonParser parser;
    private final GeoJsonProperties properties;
    private final FeaturePlaces places;
    /** The line that the next row would stand in: behind the header. */
    private long line = 2;

    /** The line in which what is being read begins. */
    private long begins = 1;

    private @Nullable String next;

    GeoJsonLines(FeatureBytes content, GeoJsonProperties properties, FeaturePlaces places) {
        this.content = content;
        this.parser = Json.createParserFactory(LIMITS).createParser(content, StandardCharsets.UTF_8);
        this.properties = properties;
        this.places = places;
        this.next = row(properties.names());
        understood(this::findFeatures);
    }

    @Override
    public boolean hasMoreElements() {
        return next != null;
    }

    @Override
    public InputStream nextElement() {
        String text = next;
        if (text == null) {
            throw new NoSuchElementException("The features are at their end.");
        }
        understood(this::readFeature);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void understood(Runnable reading) {
        content.begin();
        try {
            reading.run();
        } catch (FeatureBytes.TooManyException large) {
            throw new UnreadableTextException(begins, String.valueOf(large.getMessage()));
        } catch (RuntimeException failure) {
            throw isOfParser(failure) ? refusal(failure) : failure;
        }
    }

    /** The parser tells of what it cannot take by several types: of too long numbers by one, of depth by none of its own. */
    private static boolean isOfParser(RuntimeException failure) {
        return failure instanceof JsonException
                || failure instanceof UnsupportedOperationException
                || failure instanceof NoSuchElementException
                || failure.getClass().equals(RuntimeException.class);
    }

    private RuntimeException refusal(RuntimeException failure) {
        if (failure.getCause() instanceof IOException broken) {
            return ServiceException.badInput(
                    "The file could not be read to its end: " + broken.getMessage() + ". Nothing was loaded.",
                    "Send it again, as it is or packed by gzip.");
        }
        return new UnreadableTextException(
                parser.getLocation().getLineNumber(), "is no JSON that can be read: " + failure.getMessage());
    }

    private void findFeatures() {
        while (parser.hasNext()) {
            JsonParser.Event event = parser.next();
            if (event == JsonParser.Event.KEY_NAME && "features".equals(parser.getString())) {
                if (parser.next() == JsonParser.Event.START_ARRAY) {
                    return;
                }
                break;
            }
            if (event == JsonParser.Event.KEY_NAME) {
                passMember(parser.getString());
            }
        }
        throw ServiceException.badInput(
                "The file is no feature collection: it has no array `features`.",
                "Send {\"type\": \"FeatureCollection\", \"features\": [...]}.");
    }

    private void passMember(String name) {
        JsonParser.Event value = parser.next();
        if (name.equals("crs")) {
            ReferenceSystem.check(parser.getValue());
            return;
        }
        if (value == JsonParser.Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == JsonParser.Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private void readFeature() {
        if (parser.next() == JsonParser.Event.END_ARRAY) {
            next = null;
            // What follows may say in which system all of it is, and tells whether the file is whole.
            while (parser.hasNext()) {
                if (parser.next() == JsonParser.Event.KEY_NAME) {
                    passMember(parser.getString());
                }
            }
            return;
        }
        begins = parser.getLocation().getLineNumber();
        JsonObject feature = parser.getValue() instanceof JsonObject object ? object : NOTHING;
        ReferenceSystem.check(feature.get("crs"));
        next = "\n".repeat((int) Math.max(0, begins - line)) + row(cells(feature));
        long first = Math.max(line, begins);
        line += next.chars().filter(letter -> letter == '\n').count();
        places.add(first, /* behind= */ line, /* line= */ begins);
    }

    private List<String> cells(JsonObject feature) {
        JsonObject given = feature.get("properties") instanceof JsonObject object ? object : NOTHING;
        Map<String, String> shape = GeoJsonShape.columns(properties.geometry(), feature.get("geometry"));
        List<String> cells = new ArrayList<>();
        for (GeoJsonProperties.Column column : properties.columns()) {
            String drawn = shape.getOrDefault(column.name(), "");
            String said = text(column, given, cells.isEmpty() ? feature.get("id") : null);
            // What is said goes before what is drawn, be it null, unless the drawing is to be refused.
            boolean isDrawn = GeoJsonShape.isMalformed(drawn) || !(isSaid(column, given) || cells.isEmpty());
            cells.add(isDrawn ? drawn : said);
        }
        return cells;
    }

    private static boolean isSaid(GeoJsonProperties.Column column, JsonObject properties) {
        String property = column.property();
        return properties.containsKey(column.name()) || (property != null && properties.containsKey(property));
    }

    private static String text(GeoJsonProperties.Column column, JsonObject properties, @Nullable JsonValue otherwise) {
        String property = column.property();
        JsonValue value = property != null && properties.containsKey(property)
                ? properties.get(property)
                : properties.get(column.name());
        return text(value == null ? otherwise : value);
    }

    private static String text(@Nullable JsonValue value) {
        return switch (value) {
            case null -> "";
            case JsonString string -> string.getString();
            case JsonArray several -> several.stream().map(GeoJsonLines::text).collect(Collectors.joining(";"));
            default -> value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
        };
    }

    private static String row(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            // The rules of the table read cells, which is not how JSON has texts.
            writer.writeRecord(cells.stream().map(Cell::plain).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
