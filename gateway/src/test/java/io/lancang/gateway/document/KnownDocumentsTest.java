package io.lancang.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestedOperation;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownDocumentsTest {
    private static final String QUERY = "{ __typename }";
    /** SHA-256 of {@link #QUERY}. */
    private static final String HASH = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b";

    @TempDir
    @SuppressWarnings("NullAway.Init") // injected
    Path folder;

    @Test
    void remembersADocumentByItsHash() throws RefusedException {
        KnownDocuments documents = documents(Map.of());

        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(documents, byHash(HASH, null)));
        assertEquals(request(QUERY), documents.resolve(byHash(HASH, QUERY)));
        assertEquals(request(QUERY), documents.resolve(byHash(HASH, null)));
    }

    @Test
    void remembersNoDocumentUnderAnothersHash() {
        KnownDocuments documents = documents(Map.of());

        assertEquals("BAD_REQUEST", code(documents, byHash(HASH, "{ other }")));
        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(documents, byHash(HASH, null)));
    }

    @Test
    void forgetsDocumentsRatherThanRememberMoreThanAllowed() throws RefusedException {
        KnownDocuments documents = documents(Map.of("documents.remembered-size", "32"));

        documents.resolve(byHash(HASH, QUERY));

        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(documents, byHash(HASH, null)));
    }

    @Test
    void tellsClientsToStopAskingByHashWhereThatIsOff() {
        assertEquals(
                "PERSISTED_QUERY_NOT_SUPPORTED",
                code(documents(Map.of("documents.remember-by-hash", "false")), byHash(HASH, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"names\": \"{ partners { name } }\"}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\":"
                        + " [{\"id\": \"names\", \"name\": \"Names\", \"type\": \"query\", \"body\": \"{ partners { name } }\"}]}"
            })
    void findsATrustedDocumentByItsId(String file) throws Exception {
        KnownDocuments documents = documents(Map.of("documents.trusted", write(file)));

        assertEquals(request("{ partners { name } }"), documents.resolve(byId("names")));
        assertEquals("DOCUMENT_NOT_FOUND", code(documents, byId("name")));
    }

    @Test
    void findsATrustedDocumentInTheFormOfAPersistedQuery() throws Exception {
        KnownDocuments documents =
                documents(Map.of("documents.trusted", write("{\"" + HASH + "\": \"{ __typename }\"}")));

        assertEquals(request(QUERY), documents.resolve(byHash(HASH, null)));
    }

    @Test
    void runsNothingButTrustedDocumentsWhereThatIsOn() throws Exception {
        KnownDocuments documents = documents(Map.of(
                "documents.trusted",
                write("{\"names\": \"{ partners { name } }\"}"),
                "documents.only-trusted",
                "true"));

        assertEquals(request("{ partners { name } }"), documents.resolve(byId("names")));
        assertEquals(request("{ partners { name } }"), documents.resolve(text("{ partners { name } }")));
        assertEquals("DOCUMENT_NOT_TRUSTED", code(documents, text(QUERY)));
        assertEquals("DOCUMENT_NOT_TRUSTED", code(documents, byHash(HASH, QUERY)));
        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(documents, byHash(HASH, null)));
    }

    /** It was remembered by its hash while it was trusted. */
    @Test
    void runsNothingThatIsTrustedNoLonger() throws Exception {
        KnownDocuments documents = documents(
                Map.of("documents.trusted", write("{\"a\": \"" + QUERY + "\"}"), "documents.only-trusted", "true"));
        assertEquals(request(QUERY), documents.resolve(byHash(HASH, QUERY)));

        documents.trust(TrustedDocuments.read(Path.of(write("{\"names\": \"{ partners { name } }\"}"))));

        assertEquals("DOCUMENT_NOT_TRUSTED", code(documents, byHash(HASH, QUERY)));
        assertEquals("PERSISTED_QUERY_NOT_FOUND", code(documents, byHash(HASH, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"a\": 1}", "{\"a\": \"{ b }\""})
    void doesNotStartWithAFileThatIsNone(String file) throws IOException {
        String path = write(file);

        ConfigurationException problem =
                assertThrows(ConfigurationException.class, () -> documents(Map.of("documents.trusted", path)));

        assertTrue(String.valueOf(problem.getMessage()).contains(path), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                  | is not a JSON object
                    {}                                                  | has no documents
                    {"operations": [{"id": "a"}, {"body": "{ b }"}]}    | has no documents
                    {"format": "{ a }", "version": 1}                   | has no documents
                    {"a": "{ b }"                                       | cannot be read:
                    """)
    void saysWhatIsWrongWithAFile(String file, String problem) throws IOException {
        String path = write(file);

        String message = String.valueOf(
                assertThrows(ConfigurationException.class, () -> documents(Map.of("documents.trusted", path)))
                        .getMessage());

        assertTrue(message.startsWith("The file of trusted documents " + path + " " + problem), message);
        assertTrue(message.contains("lancang.gateway.documents.trusted"), message);
    }

    @Test
    void readsTheOperationsOfAManifestThatAreWhole() throws Exception {
        KnownDocuments documents = documents(
                Map.of(
                        "documents.trusted",
                        write(
                                "{\"operations\": [{\"id\": \"half\"}, {\"other\": [{}], \"body\": \"{ b }\", \"id\": \"whole\"}]}")));

        assertEquals(request("{ b }"), documents.resolve(byId("whole")));
        assertEquals("DOCUMENT_NOT_FOUND", code(documents, byId("half")));
    }

    @Test
    void takesForToolsWhatIsMarkedAsThat() throws IOException {
        KnownDocuments documents = documents(Map.of("documents.trusted", write("""
                        {"operations": [
                          {"id": "1", "name": "B", "body": "{ b }", "tool": true},
                          {"id": "2", "name": "C", "body": "{ c }", "tool": {"name": "a", "title": "A", "description": "It is a."}},
                          {"id": "3", "name": "D", "body": "{ d }", "tool": false},
                          {"id": "4", "name": "E", "body": "{ e }", "tool": null},
                          {"id": "5", "name": "F", "body": "{ f }"}]}""")));

        assertEquals(
                List.of(
                        new TrustedTool("1", "{ b }", "B", null, null),
                        new TrustedTool("2", "{ c }", "a", "A", "It is a.")),
                documents.tools());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "tool": true                                    | marks the document 1 as a tool without a name
                    "tool": {"name": "a b"}                         | with the name "a b"; a name is 1 to 128 of letters
                    "tool": {"name": ""}                            | with the name ""
                    "tool": {"name": 1}                             | has a "tool.name" that is no string
                    "tool": {"hint": true}                          | has a tool with the member "hint"; there are name, title and description
                    "tool": "yes"                                   | has a "tool" that is neither true nor an object
                    "name": [], "tool": true                        | has a "name" that is no string
                    "name": "x", "tool": true                       | has two tools with the name "x"
                    """)
    void saysWhatIsWrongWithAMark(String members, String problem) throws IOException {
        String path = write("{\"operations\": [{\"id\": \"0\", \"body\": \"{ a }\", \"name\": \"x\", \"tool\": true},"
                + " {\"id\": \"1\", \"body\": \"{ b }\", " + members + "}]}");

        String message = String.valueOf(
                assertThrows(ConfigurationException.class, () -> documents(Map.of("documents.trusted", path)))
                        .getMessage());

        assertTrue(message.contains(problem), message);
    }

    @Test
    void remembersNothingThatCameWithoutItsHash() throws RefusedException {
        KnownDocuments documents = documents(Map.of("documents.remember-by-hash", "false"));

        assertEquals(request(QUERY), documents.resolve(byHash(HASH, QUERY)));
        assertEquals(request("{ other }"), documents.resolve(byHash(HASH, "{ other }")));
        assertEquals("BAD_REQUEST", code(documents, new RequestedOperation(null, null, null, null, Map.of())));
    }

    @Test
    void shortensAnIdThatIsLong() {
        assertEquals(
                "No document is known under the id \"" + "i".repeat(100) + "\".",
                DocumentRefusals.unknownId("i".repeat(100)).message());
        assertEquals(
                "No document is known under the id \"" + "i".repeat(100) + "...\".",
                DocumentRefusals.unknownId("i".repeat(101)).message());
    }

    /** Clients know by code, message and status that they are to send the document once, and no cache may keep that. */
    @Test
    void answersAsPersistedQueriesHaveIt() {
        Map<String, String> notKept = Map.of("Cache-Control", "no-store");

        assertEquals("PersistedQueryNotFound", DocumentRefusals.unknownHash().message());
        assertEquals(200, DocumentRefusals.unknownHash().status());
        assertEquals(notKept, DocumentRefusals.unknownHash().headers());
        assertEquals("PersistedQueryNotSupported", DocumentRefusals.hashesOff().message());
        assertEquals(200, DocumentRefusals.hashesOff().status());
        assertEquals(notKept, DocumentRefusals.hashesOff().headers());
        assertEquals(404, DocumentRefusals.unknownId("a").status());
        assertEquals(403, DocumentRefusals.notTrusted().status());
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("documents.json"), text).toString();
    }

    private static KnownDocuments documents(Map<String, String> config) {
        return new KnownDocuments(TestConfig.with(config));
    }

    private static String code(KnownDocuments documents, RequestedOperation operation) {
        return assertThrows(RefusedException.class, () -> documents.resolve(operation))
                .refusal()
                .code();
    }

    private static GraphQLRequest request(String query) {
        return new GraphQLRequest(query, null, Map.of());
    }

    private static RequestedOperation text(String query) {
        return new RequestedOperation(
                query, /* documentId= */ null, /* hash= */ null, /* operationName= */ null, Map.of());
    }

    private static RequestedOperation byId(String id) {
        return new RequestedOperation(/* query= */ null, id, /* hash= */ null, /* operationName= */ null, Map.of());
    }

    private static RequestedOperation byHash(String hash, @Nullable String query) {
        return new RequestedOperation(query, /* documentId= */ null, hash, /* operationName= */ null, Map.of());
    }
}
