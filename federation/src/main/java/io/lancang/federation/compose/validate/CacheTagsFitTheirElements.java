package io.lancang.federation.compose.validate;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import io.lancang.federation.cachetag.InvalidTagFormatException;
import io.lancang.federation.cachetag.TagFormat;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code @cacheTag} names root fields by their arguments and entities by what every key of them has. */
final class CacheTagsFitTheirElements implements SubgraphRule {
    private static final Set<String> ROOTS =
            Arrays.stream(RootOperation.values()).map(RootOperation::typeName).collect(Collectors.toSet());

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        for (FieldsType type : subgraph.fieldsTypes()) {
            type.directives()
                    .all(FederationDirective.CACHE_TAG)
                    .forEach(tag -> new Check(subgraph, type.name(), tag, problems).ofEntity(type));
        }
        Fields.forEach(
                subgraph,
                (type, field) -> field.directives()
                        .all(FederationDirective.CACHE_TAG)
                        .forEach(tag -> new Check(subgraph, Fields.coordinate(type, field), tag, problems)
                                .ofField(type, field)));
    }

    private record Check(SubgraphModel subgraph, String coordinate, AppliedDirective tag, Problems problems) {

        void ofField(FieldsType type, FieldElement field) {
            if (!ROOTS.contains(type.name())) {
                error(
                        CompositionErrorCode.CACHE_TAG_NOT_ON_ROOT_FIELD,
                        "\"" + coordinate + "\" is no root field; put @cacheTag on one, or on an entity");
                return;
            }
            for (TagFormat.Part.Value value : values()) {
                if (!value.source().equals(TagFormat.Part.Value.ARGUMENTS)) {
                    error(
                            CompositionErrorCode.CACHE_TAG_INVALID_FORMAT_ARGUMENT_ON_ROOT_FIELD,
                            "a tag of a root field is made of arguments, such as {$args.id}, not of " + value.source());
                } else {
                    ofArguments(value.path(), field.arguments(), null);
                }
            }
        }

        void ofEntity(FieldsType type) {
            List<AppliedDirective> keys =
                    type.directives().all(FederationDirective.KEY).toList();
            if (keys.stream().noneMatch(key -> key.flag("resolvable", true))) {
                error(
                        CompositionErrorCode.CACHE_TAG_ENTITY_NOT_RESOLVABLE,
                        "\"" + coordinate
                                + "\" has no @key by which a router may ask for it; give it one, or put @cacheTag"
                                + " on root fields");
                return;
            }
            List<FieldSet> fields = keys.stream().map(FieldSets::readable).toList();
            for (TagFormat.Part.Value value : values()) {
                if (!value.source().equals(TagFormat.Part.Value.KEY)) {
                    error(
                            CompositionErrorCode.CACHE_TAG_INVALID_FORMAT_ARGUMENT_ON_ENTITY,
                            "a tag of an entity is made of its keys, such as {$key.id}, not of " + value.source());
                } else if (ofKey(value.path(), type.name())
                        && !fields.stream().allMatch(key -> has(key, value.path()))) {
                    error(
                            CompositionErrorCode.CACHE_TAG_INVALID_FORMAT_FIELD_SET_ON_ENTITY,
                            "{$key." + String.join(".", value.path()) + "} is not part of every @key of \"" + coordinate
                                    + "\", so that the tag would not always be known; take what all keys have in common");
                }
            }
        }

        private List<TagFormat.Part.Value> values() {
            try {
                return TagFormat.parse(String.valueOf(tag.text("format")))
                        .values()
                        .toList();
            } catch (InvalidTagFormatException invalid) {
                error(CompositionErrorCode.CACHE_TAG_INVALID_FORMAT, String.valueOf(invalid.getMessage()));
                return List.of();
            }
        }

        private void ofArguments(List<String> path, Map<String, InputElement> inputs, @Nullable String parent) {
            InputElement input = path.isEmpty() ? null : inputs.get(path.getFirst());
            if (input == null) {
                unknown(
                        path,
                        parent == null ? "an argument of \"" + coordinate + "\"" : "a field of \"" + parent + "\"");
            } else if (!isNeverNull(input.type())) {
                error(
                        parent == null
                                ? CompositionErrorCode.CACHE_TAG_FORMAT_NULLABLE_ARGUMENT
                                : CompositionErrorCode.CACHE_TAG_FORMAT_NULLABLE_FIELD,
                        mayBeNull(parent, input.name(), input.type()));
            } else if (path.size() == 1) {
                checkEnd(path, input.type());
            } else if (subgraph.type(TypeReferences.namedType(input.type())) instanceof InputType object
                    && !TypeReferences.isList(input.type())) {
                ofArguments(path.subList(1, path.size()), object.fields(), object.name());
            } else {
                unknown(path.subList(1, path.size()), "a field of \"" + TypeReferences.print(input.type()) + "\"");
            }
        }

        /** Whether the path leads to a value that is never null. */
        private boolean ofKey(List<String> path, String parent) {
            FieldElement field = path.isEmpty()
                    ? null
                    : subgraph.field(parent, path.getFirst()).orElse(null);
            if (field == null) {
                unknown(path, "a field of \"" + parent + "\"");
                return false;
            }
            if (!isNeverNull(field.type())) {
                error(
                        CompositionErrorCode.CACHE_TAG_FORMAT_NULLABLE_FIELD,
                        mayBeNull(parent, field.name(), field.type()));
                return false;
            }
            if (path.size() == 1) {
                return checkEnd(path, field.type());
            }
            if (TypeReferences.isList(field.type())) {
                unknown(path.subList(1, path.size()), "a field of \"" + TypeReferences.print(field.type()) + "\"");
                return false;
            }
            return ofKey(path.subList(1, path.size()), TypeReferences.namedType(field.type()));
        }

        private boolean checkEnd(List<String> path, Type<?> type) {
            String name = TypeReferences.namedType(type);
            boolean isLeaf = !TypeReferences.isList(type)
                    && subgraph.fieldsType(name).isEmpty()
                    && !(subgraph.type(name) instanceof InputType);
            if (!isLeaf) {
                error(
                        CompositionErrorCode.CACHE_TAG_INVALID_FORMAT,
                        "\"" + path.getLast() + "\" is of type \"" + TypeReferences.print(type)
                                + "\", of which no tag can be made; name a scalar or an enum value in it");
            }
            return isLeaf;
        }

        private void unknown(List<String> path, String what) {
            error(
                    CompositionErrorCode.CACHE_TAG_INVALID_FORMAT,
                    path.isEmpty()
                            ? "the format names no value; name " + what
                            : "\"" + path.getFirst() + "\" is not " + what + "; correct the format");
        }

        private static String mayBeNull(@Nullable String parent, String name, Type<?> type) {
            return "\"" + (parent == null ? "" : parent + ".") + name + "\" is of type \"" + TypeReferences.print(type)
                    + "\" and may be null, so that the tag would not always be known; make it non-null, or leave it out";
        }

        private static boolean has(FieldSet key, List<String> path) {
            FieldSet at = key;
            for (String name : path) {
                if (!at.contains(name, type -> false)) {
                    return false;
                }
                at = at.below(name, type -> false);
            }
            return true;
        }

        private static boolean isNeverNull(Type<?> type) {
            return type instanceof NonNullType present
                    && (!(present.getType() instanceof ListType list) || isNeverNull(list.getType()));
        }

        private void error(CompositionErrorCode code, String message) {
            problems.error(code, coordinate, Place.of(subgraph.name(), tag.location()), message);
        }
    }
}
