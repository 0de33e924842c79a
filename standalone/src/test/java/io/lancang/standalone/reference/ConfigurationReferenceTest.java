package io.lancang.standalone.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/configuration.md to the sources. To record it anew: {@code ./mvnw -pl standalone -am test
 * -Dtest=ConfigurationReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dlancang.record=true}.
 */
class ConfigurationReferenceTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern NAMED_BLOCK = Pattern.compile("`(lancang\\.[a-z.-]+)\\.\\*`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");
    private static final Path REFERENCE = HOME.resolve("docs/configuration.md");
    private static final String HEAD = """
            # Every key, with its default

            Each key can be set as a system property, or as an environment variable: in capitals, with `_` in place of each `.` and \
            `-`, and `__` on both sides of a NAME. `lancang.gateway.limits.max-depth` is `LANCANG_GATEWAY_LIMITS_MAX_DEPTH`, and \
            `lancang.gateway.subgraphs.trade.url` is `LANCANG_GATEWAY_SUBGRAPHS__TRADE__URL`. Ports, logs, TLS, CORS and the database \
            are [Quarkus' own keys](https://quarkus.io/guides/all-config).

            This file is written from the sources by a test, which fails when the two differ and says how to write it anew.
            """;

    @Test
    void saysWhatTheSourcesSay() throws IOException {
        String reference = reference();
        if (Boolean.getBoolean("lancang.record")) {
            Files.writeString(REFERENCE, reference);
        }
        assertEquals(
                reference,
                Files.readString(REFERENCE),
                "docs/configuration.md is not what the sources say; the Javadoc of this class tells how to write it anew");
    }

    @Test
    void describesEveryKey() throws IOException {
        List<String> undescribed =
                reference().lines().filter(line -> line.endsWith("|  |")).toList();

        assertEquals(List.of(), undescribed);
    }

    @Test
    void findsKeysOfTheGatewayAndOfTheServices() throws IOException {
        assertFalse(tables("gateway").isBlank());
        assertFalse(tables("subgraph-kit").isBlank());
    }

    @Test
    void holdsEachBlockOfKeysThatTheGuideToProtectionNames() throws IOException {
        String reference = reference();
        List<String> unknown = NAMED_BLOCK
                .matcher(Files.readString(HOME.resolve("docs/protection.md")))
                .results()
                .map(match -> match.group(1))
                .filter(block -> !reference.contains("### `" + block))
                .distinct()
                .toList();

        assertEquals(List.of(), unknown);
    }

    @Test
    void leadsFromTheReadmeToGuidesThatExist() throws IOException {
        List<String> missing = LINK.matcher(Files.readString(HOME.resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .filter(file -> !Files.exists(HOME.resolve(file)))
                .toList();

        assertEquals(List.of(), missing);
    }

    private static String reference() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Map.Entry<String, String> module : modules().entrySet()) {
            String tables = tables(module.getKey());
            if (!tables.isBlank()) {
                text.append("\n## ").append(module.getValue()).append('\n').append(tables);
            }
        }
        return text.toString();
    }

    private static String tables(String module) throws IOException {
        return ConfigurationReference.of(
                ConfigurationSources.of(HOME.resolve(module).resolve("src/main/java")));
    }

    /** Those that may declare keys, with the heading of each. */
    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("gateway", "The gateway");
        modules.put("subgraph-kit", "All services");
        modules.put("trade-service", "trade-service");
        modules.put("corridor-service", "corridor-service");
        modules.put("integration-service", "integration-service");
        return modules;
    }
}
