package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySecretsTest {
    private static final KeySecrets SECRETS = new KeySecrets("0123".repeat(12), "abcd".repeat(12), "ef01".repeat(12));

    @TempDir
    Path folder;

    @Test
    void makesAKeyOfTheFormThatTheServiceTakes() {
        assertEquals("lck_ef01ef01_" + "abcd".repeat(12).substring(0, 43), SECRETS.adminKey());
        assertEquals(
                SECRETS.adminKey(),
                SECRETS.ofService("http://127.0.0.1:1/graphql").get("LANCANG_INTEGRATION_ADMIN_KEY"));
    }

    @Test
    void givesServiceAndGatewayTheSameToken() {
        assertEquals(
                SECRETS.ofService("http://127.0.0.1:1/graphql").get("LANCANG_INTEGRATION_GATEWAY_TOKEN"),
                SECRETS.ofGateway("http://127.0.0.1:1").get("LANCANG_GATEWAY_KEYS_SERVICE_TOKEN"));
    }

    @Test
    void showsTheKeyToTheOwnerOfTheFolderAlone() throws Exception {
        Path file = folder.resolve("admin-key");
        SECRETS.writeAdminKey(file);
        SECRETS.writeAdminKey(file);
        assertEquals(SECRETS.adminKey() + "\n", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void belongsToAServiceWithASmallHeapAndNoFiles() {
        Application service = Application.service(KeySecrets.SERVICE, 1, 2, 3, "secret");
        assertEquals(64, service.heapMegabytes());
        Application gateway = Application.gateway(4, 5, folder, List.of(service));
        assertTrue(gateway.environment().containsKey("LANCANG_GATEWAY_SUBGRAPHS_INTEGRATION_URL"));
        assertFalse(gateway.environment().containsKey("LANCANG_GATEWAY_SUBGRAPHS_INTEGRATION_EXPORTS"));
    }
}
