package io.lancang.federation.supergraph;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a supergraph knows the specifications that it links ({@code @link}, or {@code @core} in
 * Federation 1). Specifications of {@code specs.apollo.dev} are machinery: their elements have no place in the API schema.
 */
final class LinkedSpecs {
    private static final String APOLLO = "https://specs.apollo.dev/";

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> imports = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();

    private LinkedSpecs() {}

    static LinkedSpecs of(Document document) {
        LinkedSpecs specs = new LinkedSpecs();
        linking(document).forEach(specs::add);
        return specs;
    }

    /**
     * The directives of the schema that link specifications. They are called {@code @link} or {@code @core}, or as the one
     * among them says that links the link specification itself.
     */
    static List<DirectiveArguments> linking(Document document) {
        List<DirectiveArguments> all = document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getDirectives().stream())
                .map(directive -> new DirectiveArguments(directive, "schema"))
                .toList();
        Set<String> names = new HashSet<>(Set.of("link", "core"));
        for (DirectiveArguments each : all) {
            String url = url(each);
            if (url != null && (url.startsWith(APOLLO + "link/") || url.startsWith(APOLLO + "core/"))) {
                names.add(each.directive().getName());
            }
        }
        return all.stream()
                .filter(each -> names.contains(each.directive().getName()))
                .toList();
    }

    /** The specification that a directive links; null if it names none. */
    static @Nullable String url(DirectiveArguments link) {
        for (String argument : List.of("url", "feature")) {
            if (link.directive().getArgument(argument) != null) {
                return link.text(argument);
            }
        }
        return null;
    }

    /** The name of a directive of the join specification in this document. */
    String join(String directive) {
        return prefixes.getOrDefault("join", "join") + "__" + directive;
    }

    /** The name of {@code @inaccessible} in this document. */
    String inaccessible() {
        return directive("inaccessible");
    }

    /** The name of {@code @context} in this document. */
    String context() {
        return directive("context");
    }

    /** Whether the supergraph links a specification of {@code specs.apollo.dev}. */
    boolean links(String spec) {
        return prefixes.containsKey(spec);
    }

    /** The name of a specification's directive in this document: what it is imported as, or the name in its namespace. */
    String directive(String spec, String directive) {
        String imported = imports.get("@" + directive);
        if (imported != null) {
            return imported.substring(1);
        }
        String prefix = prefixes.getOrDefault(spec, spec);
        return directive.equals(spec) ? prefix : prefix + "__" + directive;
    }

    /**
     * The name of the directive that a specification is named after; null where the supergraph does not link the
     * specification, so that a directive of this name is somebody else's.
     */
    @Nullable
    String linked(String spec) {
        return links(spec) ? directive(spec) : null;
    }

    private String directive(String spec) {
        return directive(spec, spec);
    }

    /** Whether a directive belongs to a linked specification rather than to the API. */
    boolean isDirective(String name) {
        return namespaces.contains(name) || imports.containsValue("@" + name) || isInNamespace(name);
    }

    /** Whether a type belongs to a linked specification; one that has the name of a specification's directive need not. */
    boolean isType(String name) {
        return imports.containsValue(name) || isInNamespace(name);
    }

    private boolean isInNamespace(String name) {
        int separator = name.indexOf("__");
        return separator > 0 && namespaces.contains(name.substring(0, separator));
    }

    private void add(DirectiveArguments arguments) {
        Directive directive = arguments.directive();
        namespaces.add(directive.getName());
        String url = url(arguments);
        if (url == null || !url.startsWith(APOLLO)) {
            return;
        }
        String spec = url.substring(APOLLO.length()).split("/", 2)[0];
        String prefix = arguments.text("as");
        prefixes.put(spec, prefix == null ? spec : prefix);
        namespaces.add(prefix == null ? spec : prefix);
        if (directive.getArgument("import") != null
                && directive.getArgument("import").getValue() instanceof ArrayValue array) {
            array.getValues().forEach(this::addImport);
        }
    }

    private void addImport(Value<?> value) {
        switch (value) {
            case StringValue literal -> {
                String name = Objects.requireNonNull(literal.getValue());
                addImport(name, name);
            }
            case ObjectValue renamed -> {
                String name = field(renamed, "name");
                String as = field(renamed, "as");
                if (name != null) {
                    addImport(name, as == null ? name : as);
                }
            }
            default -> {
                // Other values are no imports by the link specification, so nothing bears their name.
            }
        }
    }

    private void addImport(String name, String as) {
        imports.put(name, name.startsWith("@") && !as.startsWith("@") ? "@" + as : as);
    }

    private static @Nullable String field(ObjectValue value, String name) {
        for (ObjectField field : value.getObjectFields()) {
            if (field.getName().equals(name) && field.getValue() instanceof StringValue text) {
                return text.getValue();
            }
        }
        return null;
    }
}
