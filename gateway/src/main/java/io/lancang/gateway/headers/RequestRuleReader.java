package io.lancang.gateway.headers;

import io.lancang.gateway.config.headers.RequestHeaderRuleConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads rules from the configuration; whatever is wrong with one is a {@link ConfigurationException} that names its key. */
record RequestRuleReader(Set<String> claimHeaders) {
    /** Visible characters of ASCII, with spaces and tabs between them. */
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e\\t]{0,4094}[\\x21-\\x7e])?");

    /** @param key of the list */
    List<RequestRule> read(String key, List<RequestHeaderRuleConfig> written) {
        List<RequestRule> rules = new ArrayList<>(written.size());
        for (int number = 0; number < written.size(); number++) {
            rules.add(read(key + "[" + number + "]", written.get(number)));
        }
        return List.copyOf(rules);
    }

    private RequestRule read(String key, RequestHeaderRuleConfig rule) {
        List<String> actions = new ArrayList<>();
        rule.propagate().ifPresent(ignored -> actions.add("propagate"));
        rule.matching().ifPresent(ignored -> actions.add("matching"));
        rule.set().ifPresent(ignored -> actions.add("set"));
        rule.remove().ifPresent(ignored -> actions.add("remove"));
        if (actions.size() != 1) {
            throw new ConfigurationException(key + " has "
                    + (actions.isEmpty() ? "no action" : String.join(" and ", actions))
                    + ", but a rule has one of propagate, matching, set and remove. Make a rule of each.");
        }
        String action = actions.getFirst();
        refuse(key, action, "rename", "propagate", rule.rename());
        refuse(key, action, "default", "propagate", rule.defaultValue());
        refuse(key, action, "value", "set", rule.value());
        if (rule.propagate().isPresent()) {
            return propagate(key, rule.propagate().get(), rule);
        }
        if (rule.matching().isPresent()) {
            return new RequestRule.PropagateMatching(
                    NamePattern.of(key, rule.matching().get()), claimHeaders);
        }
        if (rule.set().isPresent()) {
            CharSequence name = HeaderNames.ruled(key + ".set", rule.set().get(), claimHeaders);
            String value = rule.value()
                    .orElseThrow(() -> new ConfigurationException(
                            key + " sets \"" + name + "\" without a value. Give " + key + ".value."));
            return new RequestRule.Insert(name, value(key + ".value", value));
        }
        return new RequestRule.Remove(
                HeaderNames.ruled(key + ".remove", rule.remove().orElseThrow(), claimHeaders));
    }

    private RequestRule propagate(String key, String name, RequestHeaderRuleConfig rule) {
        CharSequence source = HeaderNames.ruled(key + ".propagate", name, claimHeaders);
        CharSequence target = rule.rename().isPresent()
                ? HeaderNames.ruled(key + ".rename", rule.rename().get(), claimHeaders)
                : source;
        String standard =
                rule.defaultValue().map(value -> value(key + ".default", value)).orElse(null);
        return new RequestRule.Propagate(source.toString(), target, standard);
    }

    private static void refuse(String key, String action, String setting, String needed, Optional<String> value) {
        if (value.isPresent() && !action.equals(needed)) {
            throw new ConfigurationException(key + " has " + setting + ", which belongs to " + needed
                    + ", but its action is " + action + ". Remove " + key + "." + setting + ".");
        }
    }

    private static String value(String key, String value) {
        if (!VALUE.matcher(value).matches()) {
            // The value may be a secret, so the message does not repeat it.
            throw new ConfigurationException(
                    key + " is no value of a header, which is 1 to 4096 characters of ASCII without"
                            + " line breaks, and has no space at its ends. Correct it.");
        }
        return value;
    }
}
