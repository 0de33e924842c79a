package io.lancang.standalone.listen;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a delivery is signed by one of the secrets, and is not older than five minutes. */
enum Verification {
    UNKNOWN("not verified"),
    GOOD("signed"),
    BAD("NOT SIGNED by this secret, or by a clock that is off by more than five minutes: refused with 401");

    private final String text;

    Verification(String text) {
        this.text = text;
    }

    static Verification of(List<String> secrets, Map<String, List<String>> headers, String body) {
        if (secrets.isEmpty()) {
            return UNKNOWN;
        }
        Map<String, List<String>> lower = headers.entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        return secrets.stream().anyMatch(secret -> isSigned(secret, lower, body)) ? GOOD : BAD;
    }

    private static boolean isSigned(String secret, Map<String, List<String>> headers, String body) {
        try {
            new Webhook(secret).verify(body, headers);
            return true;
        } catch (WebhookVerificationException notSigned) {
            return false;
        }
    }

    boolean isGood() {
        return this != BAD;
    }

    String text() {
        return text;
    }
}
