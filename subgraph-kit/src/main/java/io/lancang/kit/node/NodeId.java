package io.lancang.kit.node;

import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.text.Brief;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An id in the whole graph: {@code Corridor:clr}, or {@code Corridor@7:clr} for the corridor as it was seen after release 7. A key of
 * several fields has its parts joined by slashes.
 *
 * @param type name of the type in the graph
 * @param release number of the last release that is seen; null for the present
 * @param key values of the fields of the key, in their order
 */
public record NodeId(String type, @Nullable Long release, List<String> key) {
    private static final int LONGEST = 500;
    private static final Pattern FORM =
            Pattern.compile("(?<type>[A-Z][A-Za-z]*)(@(?<release>[1-9]\\d{0,17}))?:(?<key>.+)", Pattern.DOTALL);

    private static final String WAY_OUT = "Send an id as a field `nodeId` gave it.";

    /** The id of an object of the present. */
    public static String text(String type, String... key) {
        return text(type, Vantage.PRESENT, key);
    }

    /** The id of an object as it is seen from a vantage. */
    public static String text(String type, Vantage seen, String... key) {
        String moment = seen.release() == null ? "" : "@" + seen.release();
        return type + moment + ":" + Arrays.stream(key).map(NodeId::escaped).collect(Collectors.joining("/"));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws ServiceException BAD_USER_INPUT if it is no id
     */
    public static NodeId read(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            throw ServiceException.badInput("'" + Brief.value(text) + "' is no id of a node.", WAY_OUT);
        }
        String release = form.group("release");
        return new NodeId(
                form.group("type"),
                release == null ? null : ReleaseNumbers.read("id", release, WAY_OUT),
                Arrays.stream(form.group("key").split("/", -1))
                        .map(NodeId::unescaped)
                        .toList());
    }

    /** From when the object is seen. */
    public Vantage seen() {
        return new Vantage(release);
    }

    /**
     * The key of a type whose key has one field.
     *
     * @throws ServiceException BAD_USER_INPUT if there are several parts
     */
    public String onlyKey() {
        if (key.size() != 1) {
            throw ServiceException.badInput(
                    "An id of a " + type + " has one part behind the colon, not " + key.size() + ".", WAY_OUT);
        }
        return key.getFirst();
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescaped(String part) {
        return part.replace("%2F", "/").replace("%25", "%");
    }
}
