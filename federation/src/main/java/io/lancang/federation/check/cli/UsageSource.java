package io.lancang.federation.check.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what gateways have recorded of their clients: who has used what of the schema, how often, and when for the last time. */
final class UsageSource {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String LIST = "usage";

    private UsageSource() {}

    /**
     * By names of clients, which coordinates each has used, and how often. Where several files say something of the same, what the
     * last says is shown.
     */
    static Map<String, Map<String, String>> read(List<String> locations) throws CheckException {
        Map<String, Map<String, String>> usage = new TreeMap<>();
        for (String location : locations) {
            int before = usage.size();
            try (JsonParser parser = JSON.createParser(SchemaSource.text(location))) {
                read(parser, usage);
            } catch (IOException malformed) {
                throw new CheckException("\"" + location + "\" is not JSON: " + malformed.getMessage());
            }
            if (usage.size() == before && before == 0) {
                throw new CheckException(
                        "\"" + location + "\" says of no client what it has used: give what /usage at the"
                                + " management port of a gateway answers");
            }
        }
        return usage;
    }

    private static void read(JsonParser parser, Map<String, Map<String, String>> usage) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(LIST)) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    add(parser, usage);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void add(JsonParser parser, Map<String, Map<String, String>> usage) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                members.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        String client = members.get("client");
        String coordinate = members.get("coordinate");
        if (client != null && coordinate != null) {
            usage.computeIfAbsent(client, each -> new HashMap<>())
                    .put(
                            coordinate,
                            members.getOrDefault("count", "?") + " times, last at "
                                    + members.getOrDefault("last", "an unknown time"));
        }
    }
}
