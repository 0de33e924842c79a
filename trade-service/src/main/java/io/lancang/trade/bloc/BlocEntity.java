package io.lancang.trade.bloc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A bloc as it is kept. */
@Entity
@Table(name = "bloc")
public class BlocEntity {
    @Id
    private String code = "";

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "name_zh")
    private @Nullable String nameZh;

    /** For the entity manager, which fills it. */
    protected BlocEntity() {}

    Bloc asRecord() {
        return new Bloc(code, nameEn, nameZh);
    }
}
