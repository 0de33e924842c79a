package io.lancang.corridor.ground.rule;

import io.lancang.kit.text.Brief;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of ids. It keeps them apart from codes, which are of capitals: no id can stand where a client gives a code. */
public final class IdForm {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    private IdForm() {}

    /** What is wrong about an id; empty if nothing is. */
    public static Optional<Fault> faultOf(String id) {
        return id.length() <= LONGEST && FORM.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "'" + Brief.value(id) + "' is not of lower-case letters and digits, joined by hyphens, at most "
                                + LONGEST + " characters",
                        "Give an id such as mohan or clr-05."));
    }
}
