package io.lancang.trade.product;

import io.lancang.kit.batch.References;
import io.lancang.kit.provenance.SourceRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Titles in Chinese, in the graph. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class ChineseTitleApi {
    private final ChineseTitleRepository titles;
    private final SourceRepository sources;

    ChineseTitleApi(ChineseTitleRepository titles, SourceRepository sources) {
        this.titles = titles;
        this.sources = sources;
    }

    /** What products are called in Chinese. */
    @Description(
            "Title in Chinese; null where none is loaded. Sections and chapters of the HS and sections and divisions of the"
                    + " SITC have one, translated; a steward loads others.")
    public Uni<List<@Nullable ChineseTitle>> chineseTitle(@Source List<Product> titled) {
        return References.one(titled, Product::id, titles::byProducts);
    }

    /** Who wrote titles. */
    @Description("Where the title is from.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<ChineseTitle> cited) {
        return References.one(cited, ChineseTitle::citation, sources::byReferences);
    }
}
