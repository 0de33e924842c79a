package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStewardTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void signsItsTokenWithTheKeyThatTheServiceIsGiven() throws GeneralSecurityException {
        LocalSteward steward = LocalSteward.make(NOW);
        String[] parts = steward.token().split("\\.", -1);

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(steward.environment().get("QUARKUS_OIDC_PUBLIC_KEY")))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
        assertTrue(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .contains("\"groups\":[\"steward\"],\"iat\":1767225600,\"exp\":1769817600"));
    }

    @Test
    void isAnotherOneAtEachStart() {
        assertNotEquals(LocalSteward.make(NOW).token(), LocalSteward.make(NOW).token());
    }

    @Test
    void keepsItsTokenFromOthers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("steward-token");
        LocalSteward steward = LocalSteward.make(NOW);

        steward.write(file);

        assertEquals(steward.token() + "\n", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
