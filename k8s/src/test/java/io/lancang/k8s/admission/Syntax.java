package io.lancang.k8s.admission;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of names and values in Kubernetes. */
final class Syntax {
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final int PORT_NAME_LENGTH = 15;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");
    private static final List<String> WITHIN_NO_PATH = List.of("//", "/./", "/../", "%2f", "%2F", "#");
    private static final Pattern VARIABLE = Pattern.compile("(?!\\.\\.)[-._a-zA-Z][-._a-zA-Z0-9]*");

    private Syntax() {}

    /** One part of a name in DNS (RFC 1123). */
    static boolean isLabel(String text) {
        return text.length() <= LABEL_LENGTH && LABEL.matcher(text).matches();
    }

    /** A name in DNS (RFC 1123). */
    static boolean isSubdomain(String text) {
        return text.length() <= SUBDOMAIN_LENGTH && SUBDOMAIN.matcher(text).matches();
    }

    /** A name in DNS that begins with a letter (RFC 1035), as Services have. */
    static boolean isServiceName(String text) {
        return text.length() <= LABEL_LENGTH && SERVICE_NAME.matcher(text).matches();
    }

    /** A name of a port (RFC 6335). */
    static boolean isPortName(String text) {
        return text.length() <= PORT_NAME_LENGTH && PORT_NAME.matcher(text).matches();
    }

    /** A key of a label or annotation: a name, and a subdomain and a slash before it or not. */
    static boolean isQualifiedName(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        return (slash < 0 || isSubdomain(text.substring(0, slash)))
                && name.length() <= LABEL_LENGTH
                && QUALIFIED.matcher(name).matches();
    }

    /** A value of a label, which may be empty. */
    static boolean isLabelValue(String text) {
        return text.isEmpty()
                || (text.length() <= LABEL_LENGTH && QUALIFIED.matcher(text).matches());
    }

    /** A name of an environment variable. */
    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    /** A port by number, or by the name of one. */
    static boolean isPort(Object port) {
        return port instanceof String name ? isPortName(name) : isPortNumber(port);
    }

    /** A port by number. */
    static boolean isPortNumber(Object port) {
        return port instanceof Long number && number >= 1 && number <= 65_535;
    }

    /** A path of a URL that begins at the root and cannot be read as another one, as Ingress and the Gateway API take them. */
    static boolean isAbsolutePath(String path) {
        return path.startsWith("/")
                && WITHIN_NO_PATH.stream().noneMatch(path::contains)
                && !path.endsWith("/..")
                && !path.endsWith("/.");
    }

    /** The amount of a quantity such as {@code 250m} or {@code 512Mi}; nothing if it is none. */
    static Optional<BigDecimal> amount(Object quantity) {
        try {
            return Optional.of(Quantity.parse(quantity.toString()).getNumericalAmount());
        } catch (IllegalArgumentException noQuantity) {
            return Optional.empty();
        }
    }
}
