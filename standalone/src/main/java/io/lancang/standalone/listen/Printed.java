package io.lancang.standalone.listen;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** JSON as people read it. Holds no state. */
final class Printed {
    private Printed() {}

    /** Indented; what is no JSON as it is. */
    static String json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonStructure json = reader.read();
            StringWriter indented = new StringWriter();
            try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                    .createWriter(indented)) {
                writer.write(json);
            }
            return indented.toString();
        } catch (JsonException noJson) {
            return text;
        }
    }
}
