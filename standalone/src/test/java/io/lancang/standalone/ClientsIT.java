package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What widely used clients for Node.js make of the gateway: Apollo Client, urql, graphql-sse and graphql-ws ask the running set, Relay's
 * compiler and GraphQL ESLint read its schema, and openapi-typescript its OpenAPI document. Their programs are in {@code src/test/clients}.
 */
class ClientsIT {
    private static final Path PROGRAMS = RunningSet.home().resolve("standalone/src/test/clients");

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @BeforeAll
    static void install() throws Exception {
        ExampleProcess.installPackages(PROGRAMS);
        run("npm run --silent schema");
        run("npm run --silent relay");
        run("npm run --silent openapi");
    }

    @Test
    void areAnsweredAsTheyExpect() throws Exception {
        String printed = run("npm run --silent test");

        assertTrue(printed.contains("pass 24\n"), printed);
    }

    @Test
    void haveASchemaThatKeepsTheRecommendedRules() throws Exception {
        assertEquals("", run("npm run --silent lint"));
    }

    private static String run(String command) throws Exception {
        return ExampleProcess.run(PROGRAMS, Map.of("LANCANG_URL", SET.running().gatewayUrl()), command);
    }
}
