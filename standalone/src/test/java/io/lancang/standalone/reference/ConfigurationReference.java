package io.lancang.standalone.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import io.lancang.standalone.reference.ConfigurationSources.Declaration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the tables of one module's keys. */
final class ConfigurationReference {
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link|linkplain|literal)\\s+([^{}]*)\\}");

    private final ConfigurationSources sources;
    private final StringBuilder text = new StringBuilder();

    private ConfigurationReference(ConfigurationSources sources) {
        this.sources = sources;
    }

    /** The tables of all mappings, in Markdown. */
    static String of(ConfigurationSources sources) {
        ConfigurationReference reference = new ConfigurationReference(sources);
        sources.mappings().forEach(mapping -> reference.block(mapping.getKey(), "", mapping.getValue()));
        return reference.text.toString();
    }

    /** One interface: its own keys in a table, then the blocks below it. */
    private void block(String prefix, String description, Declaration declaration) {
        List<MethodTree> methods = declaration.tree().getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getBody() == null)
                .toList();
        List<MethodTree> keys =
                methods.stream().filter(method -> nested(method).isEmpty()).toList();
        if (!keys.isEmpty()) {
            text.append("\n### `").append(prefix).append("`\n\n");
            if (!description.isEmpty()) {
                text.append(description).append("\n\n");
            }
            text.append("| key | default | |\n|---|---|---|\n");
            for (MethodTree key : keys) {
                text.append("| `%s` | %s | %s |%n".formatted(name(key), standard(key), description(declaration, key)));
            }
        }
        for (MethodTree method : methods) {
            nested(method).ifPresent(below -> block(path(prefix, method), description(declaration, method), below));
        }
    }

    private Optional<Declaration> nested(MethodTree method) {
        return sources.find(elementType(method.getReturnType()));
    }

    /** What a method gives, or what an optional, a list or a map of it gives. */
    private static String elementType(Tree type) {
        return type instanceof ParameterizedTypeTree generic
                ? elementType(generic.getTypeArguments().getLast())
                : type.toString();
    }

    private static String path(String prefix, MethodTree method) {
        String own = ConfigurationSources.annotation(annotations(method), "WithParentName")
                        .isPresent()
                ? prefix
                : prefix + "." + name(method);
        String type = String.valueOf(method.getReturnType());
        if (type.startsWith("Map<")) {
            return own + ".NAME";
        }
        return type.startsWith("List<") ? own + "[N]" : own;
    }

    private static String name(MethodTree method) {
        return ConfigurationSources.annotation(annotations(method), "WithName")
                .orElseGet(() -> method.getName()
                        .toString()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
    }

    private static String standard(MethodTree method) {
        return ConfigurationSources.annotation(annotations(method), "WithDefault")
                .map(value -> "`" + value + "`")
                .orElse(String.valueOf(method.getReturnType()).startsWith("Optional") ? "not set" : "must be set");
    }

    private static String description(Declaration declaration, Tree member) {
        String comment = declaration.comments().getOrDefault(member, "");
        return INLINE_TAG
                .matcher(comment.replaceAll("(?s)\\n\\s*@(?:return|see|param).*", ""))
                .replaceAll("`$1`")
                .replaceAll("<p>", "")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static List<? extends AnnotationTree> annotations(MethodTree method) {
        return method.getModifiers().getAnnotations();
    }
}
