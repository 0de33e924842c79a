import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** A key that services are configured to trust in place of an identity provider, and a token of a steward that it signed. */
public final class Steward {
    private Steward() {}

    /** @param arguments the issuer, and the folder where the files {@code key} and {@code token} go */
    public static void main(String[] arguments) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        long now = Instant.now().getEpochSecond();
        String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII))
                + "."
                + encoded("{\"iss\":\"%s\",\"sub\":\"steward\",\"groups\":[\"steward\"],\"iat\":%d,\"exp\":%d}"
                        .formatted(arguments[0], now, now + 86_400)
                        .getBytes(StandardCharsets.US_ASCII));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        Path folder = Path.of(arguments[1]);
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        Files.writeString(folder.resolve("token"), content + "." + encoded(signature.sign()));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
