package io.lancang.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the native compiler knows of graphql-java, for which Quarkus does not speak where its own extension is not in use. */
final class NativeBuildTest {
    private static final String PROPERTIES = "/META-INF/native-image/io.lancang/gateway/native-image.properties";
    private static final String AT_RUN_TIME = "--initialize-at-run-time=";

    @Test
    void initialisesWhatHoldsRandomNumbersWhenTheProcessStarts() throws IOException {
        Set<String> holders = new ClassFileImporter()
                .importPackages("graphql").stream()
                        .filter(NativeBuildTest::holdsRandomNumbers)
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(holders, initialisedAtRunTime());
    }

    private static boolean holdsRandomNumbers(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> field.getRawType().isAssignableTo(RandomGenerator.class));
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
