package io.lancang.corridor.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.lancang.kit.error.ServiceException;
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
 * feature begins, with empty lines before it, so that a fault is told by the line of the GeoJSON. Where features share a
 * line, each has the line after the one before. Belongs to one thread.
 */
@SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer than an Enumeration.
final class GeoJsonLines implements Enumeration<InputStream> {
    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    private final JsonParser parser;
    private final GeoJsonProperties properties;
    /** The line that the next row would stand in: behind the header. */
    private long line = 2;

    private @Nullable String next;

    GeoJsonLines(InputStream content, GeoJsonProperties properties) {
        this.parser = Json.createParserFactory(Map.of()).createParser(content, StandardCharsets.UTF_8);
        this.properties = properties;
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

    private static void understood(Runnable reading) {
        try {
            reading.run();
        } catch (JsonException malformed) {
            throw ServiceException.badInput(
                    "The file is no JSON: " + malformed.getMessage() + ". Nothing was loaded.",
                    "Send it again, whole.");
        }
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
                skipValue();
            }
        }
        throw ServiceException.badInput(
                "The file is no feature collection: it has no array `features`.",
                "Send {\"type\": \"FeatureCollection\", \"features\": [...]}.");
    }

    private void skipValue() {
        JsonParser.Event value = parser.next();
        if (value == JsonParser.Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == JsonParser.Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private void readFeature() {
        if (parser.next() == JsonParser.Event.END_ARRAY) {
            next = null;
            // What follows says nothing more, but tells whether the file is whole.
            while (parser.hasNext()) {
                parser.next();
            }
            return;
        }
        long begins = parser.getLocation().getLineNumber();
        JsonObject feature = parser.getValue() instanceof JsonObject object ? object : NOTHING;
        next = "\n".repeat((int) Math.max(0, begins - line)) + row(cells(feature));
        line += next.chars().filter(letter -> letter == '\n').count();
    }

    private List<String> cells(JsonObject feature) {
        JsonObject told = feature.get("properties") instanceof JsonObject object ? object : NOTHING;
        Map<String, String> shape = GeoJsonShape.columns(properties.geometry(), feature.get("geometry"));
        List<String> cells = new ArrayList<>();
        for (GeoJsonProperties.Column column : properties.columns()) {
            String drawn = shape.getOrDefault(column.name(), "");
            String said = told(column, told, cells.isEmpty() ? feature.get("id") : null);
            // What is said goes before what is drawn, be it null, unless the drawing is to be refused.
            boolean isDrawn = GeoJsonShape.isMalformed(drawn) || !(isSaid(column, told) || cells.isEmpty());
            cells.add(isDrawn ? drawn : said);
        }
        return cells;
    }

    private static boolean isSaid(GeoJsonProperties.Column column, JsonObject properties) {
        String property = column.property();
        return properties.containsKey(column.name()) || (property != null && properties.containsKey(property));
    }

    private static String told(GeoJsonProperties.Column column, JsonObject properties, @Nullable JsonValue otherwise) {
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
            writer.writeRecord(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
