package io.lancang.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
    private static final String AT_RUN_TIME = "--initialize-at-run-time=";

    /** GraphQL's parser, Valkey's client, circuit breakers, buckets, compression and keys. */
    private static final String[] LIBRARIES = {
        "graphql", "io.vertx.redis", "io.github.resilience4j", "io.github.bucket4j", "io.airlift.compress", "org.jose4j"
    };

    @Test
    void initialisesWhatHoldsRandomNumbersOrBuffersWhenTheProcessStarts() throws IOException {
        Set<String> holders = new ClassFileImporter()
                .importPackages(LIBRARIES).stream()
                        .filter(NativeBuildTest::holdsWhatBelongsToOneProcess)
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(holders, initialisedAtRunTime());
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

    private static boolean isOfOneProcess(JavaClass type) {
        return type.isAssignableTo(RandomGenerator.class) || type.isAssignableTo(Buffer.class);
    }

    private static Set<String> initialisedAtRunTime() throws IOException {
        Properties declared = new Properties();
        try (InputStream file = NativeBuildTest.class.getResourceAsStream(PROPERTIES)) {
            declared.load(file);
        }
        return Arrays.stream(declared.getProperty("Args").split(" "))
                .filter(argument -> argument.startsWith(AT_RUN_TIME))
                .flatMap(argument ->
                        Arrays.stream(argument.substring(AT_RUN_TIME.length()).split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
