package io.lancang.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the native compiler knows of libraries for which no extension of Quarkus speaks, since the gateway takes them as they are. */
final class NativeBuildTest {
    private static final String PROPERTIES = "/META-INF/native-image/io.lancang/gateway/native-image.properties";
    private static final String METADATA = "/META-INF/native-image/io.lancang/gateway/reachability-metadata.json";
    private static final String AT_RUN_TIME = "--initialize-at-run-time=";

    /** GraphQL's parser, Valkey's client, circuit breakers, buckets, compression and keys. */
    private static final String[] LIBRARIES = {
        "graphql",
        "io.vertx.redis",
        "io.github.resilience4j",
        "io.github.bucket4j",
        "io.airlift.compress",
        "org.jose4j",
        "com.aayushatharva.brotli4j"
    };

    @Test
    void initialisesWhatBelongsToOneProcessWhenItStarts() throws IOException {
        Set<String> holders = new ClassFileImporter()
                .importPackages(LIBRARIES).stream()
                        .filter(type -> holdsWhatBelongsToOneProcess(type) || loadsALibrary(type))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(holders, initialisedAtRunTime());
    }

    @Test
    void keepsTheLibraryThatBrotliLoads() throws IOException {
        String library = "lib/linux-x86_64/libbrotli.so";
        assertNotNull(Brotli4jLoader.class.getResource("/" + library), "where the library lies has changed");

        try (InputStream file = NativeBuildTest.class.getResourceAsStream(METADATA)) {
            JsonArray resources = new JsonObject(Buffer.buffer(file.readAllBytes())).getJsonArray("resources");

            assertEquals(
                    List.of("lib/linux-*/libbrotli.so"),
                    resources.stream()
                            .map(resource -> ((JsonObject) resource).getString("glob"))
                            .filter(Objects::nonNull)
                            .filter(glob -> FileSystems.getDefault()
                                    .getPathMatcher("glob:" + glob)
                                    .matches(Path.of(library)))
                            .toList());
        }
    }

    /** Itself, or in an object that it holds. What is not final may be empty at first, as jose4j's source of random numbers is. */
    private static boolean holdsWhatBelongsToOneProcess(JavaClass type) {
        return fields(type, JavaModifier.STATIC)
                .anyMatch(held -> isOfOneProcess(held)
                        || fields(held, JavaModifier.FINAL).anyMatch(NativeBuildTest::isOfOneProcess));
    }

    private static Stream<JavaClass> fields(JavaClass type, JavaModifier modifier) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(modifier))
                .map(JavaField::getRawType);
    }

    /** When it is initialised; the native compiler would load it into itself. */
    private static boolean loadsALibrary(JavaClass type) {
        return type.getStaticInitializer().stream()
                .flatMap(initializer -> initializer.getMethodCallsFromSelf().stream())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().startsWith("load"));
    }

    private static boolean isOfOneProcess(JavaClass type) {
        return type.isAssignableTo(RandomGenerator.class) || type.isAssignableTo(Buffer.class);
    }

    private static Set<String> initialisedAtRunTime() throws IOException {
        Properties declared = new Properties();
        try (InputStream file = NativeBuildTest.class.getResourceAsStream(PROPERTIES)) {
            declared.load(file);
        }
        return Arrays.stream(declared.getProperty("Args").split("\\s+"))
                .filter(argument -> argument.startsWith(AT_RUN_TIME))
                .flatMap(argument ->
                        Arrays.stream(argument.substring(AT_RUN_TIME.length()).split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
