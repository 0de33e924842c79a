package io.lancang.standalone;

import static io.restassured.RestAssured.given;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A counter that a gateway publishes.
 *
 * @param name with its ending, as it stands on the page
 * @param label one of its labels with a value, such as {@code subgraph="trade"}
 */
record GatewayMetric(String name, String label) {
    /** The sum of all that have the label; there must be one. */
    double at(String management) {
        String page = given().get(management + "/q/metrics").asString();
        Matcher found = Pattern.compile(
                        "^" + name + "\\{[^}]*" + Pattern.quote(label) + "[^}]*} (\\S+)", Pattern.MULTILINE)
                .matcher(page);
        if (!found.find()) {
            throw new AssertionError("The gateway counts no " + name + " with " + label);
        }
        double sum = 0;
        do {
            sum += Double.parseDouble(found.group(1));
        } while (found.find());
        return sum;
    }
}
