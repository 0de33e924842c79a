package io.lancang.kit.cost;

import static io.smallrye.graphql.api.DirectiveLocation.FIELD_DEFINITION;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.smallrye.graphql.api.Directive;
import java.lang.annotation.Retention;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The directive {@code @listSize} of Apollo Federation 2.9: how many items a field gives, before it is asked. The extension derives the
 * definition from this annotation, and composers refuse one that allows null among names. Hence the package in front of their type:
 * there the annotation is about what stands in the list, and before it about the list as well, which may be left out.
 */
@Directive(on = FIELD_DEFINITION)
@Description("How many items demand control expects of this list, or of the lists of this object.")
@Retention(RUNTIME)
public @interface ListSize {
    /** How many items there usually are in the busiest case, where no slicing argument is given. */
    @Description("How many items there are where no slicing argument says.")
    int assumedSize();

    /** The arguments, of type Int, that bound the number of items. */
    @Description("The arguments that say how many items there are at most.")
    java.lang.@NonNull String[] slicingArguments() default {};

    /** The fields of the object that the size is about, where the field itself gives no list. */
    @Description("The lists of the returned object that the size is about.")
    java.lang.@NonNull String[] sizedFields() default {};

    @DefaultValue("true")
    @Description("Whether exactly one slicing argument must be given.")
    boolean requireOneSlicingArgument() default true;
}
