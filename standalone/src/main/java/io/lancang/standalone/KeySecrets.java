package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * What integration-service shares: a token with the gateway, and a key with whoever registers the first client. Made once for a data
 * folder, as the passwords of the database are, and kept where those are.
 *
 * @param token what the gateway shows to ask about keys
 * @param admin hexadecimal digits, of which the secret of the key is made
 * @param prefix hexadecimal digits, of which the prefix of the key is made
 */
record KeySecrets(String token, String admin, String prefix) {
    /** The service that knows clients and keys. */
    static final String SERVICE = "integration";

    /** By these names they are kept. */
    static final String TOKEN = "gateway-token";

    static final String ADMIN = "admin-key";
    static final String PREFIX = "admin-key-prefix";

    private static final String URL = "LANCANG_GATEWAY_KEYS_SERVICE_URL";
    private static final int PREFIX_LENGTH = 8;
    private static final int SECRET_LENGTH = 43;

    /** The key of an administrator. */
    String adminKey() {
        return "lck_" + prefix.substring(0, PREFIX_LENGTH) + "_" + admin.substring(0, SECRET_LENGTH);
    }

    /**
     * The configuration of the service. On one machine whoever registers a webhook tries out a receiver beside it.
     *
     * @param gateway where the gateway will be, of which the service asks the events of webhooks
     */
    Map<String, String> ofService(String gateway) {
        return Map.of(
                "LANCANG_INTEGRATION_GATEWAY_TOKEN",
                token,
                "LANCANG_INTEGRATION_ADMIN_KEY",
                adminKey(),
                "LANCANG_INTEGRATION_WEBHOOKS_GATEWAY_URL",
                gateway,
                "LANCANG_INTEGRATION_WEBHOOKS_ALLOW_HTTP",
                "true",
                "LANCANG_INTEGRATION_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "LANCANG_INTEGRATION_WEBHOOKS_PORTS",
                "");
    }

    /**
     * The configuration by which the gateway takes keys.
     *
     * @param service where the service is. Another address, or none, in the environment of the set counts instead
     */
    Map<String, String> ofGateway(String service) {
        return Map.of(
                URL,
                Objects.requireNonNullElse(System.getenv(URL), service),
                "LANCANG_GATEWAY_KEYS_SERVICE_TOKEN",
                token);
    }

    /** Writes the key to a file that only its owner can read. */
    void writeAdminKey(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, adminKey() + "\n");
    }
}
