package io.lancang.trade.sdmx.structure;

import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A structure that is kept here.
 *
 * @param type which kind
 * @param id its id
 */
public record Artefact(Type type, String id) {
    /** Who maintains all of them. */
    public static final String AGENCY = "LANCANG";

    public static final String VERSION = "1.0.0";
    public static final Artefact CONCEPTS = new Artefact(Type.CONCEPTSCHEME, "CS_TRADE");

    /** What a query for versions of semantic versioning may look like that finds 1.0.0. */
    private static final Pattern FINDS_VERSION = Pattern.compile("\\*|\\+|~|1\\+?(\\.0\\+?){0,2}");

    private static final Pattern IS_VERSION =
            Pattern.compile("\\*|\\+|~|[0-9]+\\+?(\\.[0-9]+\\+?){0,2}(-[A-Za-z0-9.-]+)?");

    /** The kinds that are kept here, with the part of a URN that names each. */
    public enum Type {
        DATAFLOW("datastructure.Dataflow"),
        DATASTRUCTURE("datastructure.DataStructure"),
        CONCEPTSCHEME("conceptscheme.ConceptScheme"),
        CODELIST("codelist.Codelist"),
        DATACONSTRAINT("registry.DataConstraint");

        private final String urnClass;

        Type(String urnClass) {
            this.urnClass = urnClass;
        }

        /** As paths write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    public static Artefact of(Codelist codelist) {
        return new Artefact(Type.CODELIST, codelist.id());
    }

    /** Its name in the registry of names. */
    public String urn() {
        return "urn:sdmx:org.sdmx.infomodel." + type.urnClass + "=" + reference();
    }

    /** The name of an item of it, such as a code or concept. */
    public String urn(String itemClass, String item) {
        return "urn:sdmx:org.sdmx.infomodel." + itemClass + "=" + reference() + "." + item;
    }

    /** Agency, id and version, as data messages write it. */
    public String reference() {
        return AGENCY + ":" + id + "(" + VERSION + ")";
    }

    /** Whether agencies, ids and versions of a path, each with commas between several, find it. */
    boolean isFound(String agencies, String ids, String versions) {
        return finds(agencies, AGENCY)
                && finds(ids, id)
                && Arrays.stream(versions.split(","))
                        .anyMatch(version -> FINDS_VERSION.matcher(version).matches());
    }

    private static boolean finds(String asked, @Nullable String value) {
        return Arrays.stream(asked.split(",")).anyMatch(each -> each.equals(Address.ANY) || each.equals(value));
    }

    static void checkVersions(String versions) {
        for (String version : versions.split(",", -1)) {
            if (!IS_VERSION.matcher(version).matches()) {
                throw new SdmxException(
                        Problem.SYNTAX,
                        "'" + version + "' is no version. Send " + VERSION + ", * for any, + or ~ for the latest.");
            }
        }
    }
}
