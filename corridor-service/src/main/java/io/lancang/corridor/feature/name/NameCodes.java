package io.lancang.corridor.feature.name;

import io.lancang.corridor.ground.rule.Fault;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of the codes that tell what language and script a name is of. */
public final class NameCodes {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern SCRIPT = Pattern.compile("[A-Z][a-z]{3}");

    private NameCodes() {}

    /** What is wrong about a language; empty if nothing is. */
    public static Optional<Fault> faultOfLanguage(String code) {
        return faultOf(code, LANGUAGE, "an ISO 639 code of two or three small letters, or und");
    }

    /** What is wrong about a script; empty if nothing is. */
    public static Optional<Fault> faultOfScript(String code) {
        return faultOf(code, SCRIPT, "an ISO 15924 code such as Latn");
    }

    private static Optional<Fault> faultOf(String code, Pattern form, String meaning) {
        return form.matcher(code).matches()
                ? Optional.empty()
                : Optional.of(new Fault("'" + code + "' is not " + meaning, "Give " + meaning + "."));
    }
}
