package io.lancang.trade.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A product as it is kept. Files of classifications write it. */
@Entity
@Table(name = "product")
public class ProductEntity {
    @Id
    @Column(name = "key")
    private String id = "";

    private String classification = "";
    private String code = "";
    private short level;

    @Column(name = "parent_key")
    private @Nullable String parentId;

    private @Nullable String section;

    @Column(name = "title_en")
    private String title = "";

    @Column(name = "source_id")
    private @Nullable String sourceId;

    /** For the entity manager, which fills it. */
    protected ProductEntity() {}

    /** As the graph shows it. */
    Product asRecord() {
        return Product.of(id, classification, code, level, title, section, parentId, sourceId);
    }
}
