package io.lancang.trade.product;

import io.lancang.kit.provenance.SourceReference;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A title in Chinese.
 *
 * @param citation where it is from, served as {@code source}
 */
@Description("A title in Chinese.")
public record ChineseTitle(
        @Description("The title, in simplified characters.") @NonNull
        String text,

        @Description("Who wrote it.") @NonNull TitleOrigin origin,
        @Ignore SourceReference citation) {}
