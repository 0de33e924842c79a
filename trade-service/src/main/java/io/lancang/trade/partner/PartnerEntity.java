package io.lancang.trade.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner as it is kept. */
@Entity
@Table(name = "partner")
public class PartnerEntity {
    @Id
    private String code = "";

    private @Nullable String iso2;

    @Column(name = "iso_numeric")
    private @Nullable String isoNumeric;

    @Enumerated(EnumType.STRING)
    private PartnerKind kind = PartnerKind.COUNTRY;

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "name_zh")
    private @Nullable String nameZh;

    private @Nullable String region;

    @Column(name = "succeeded_by")
    private String[] succeededBy = {};

    /** For the entity manager, which fills it. */
    protected PartnerEntity() {}

    /** The name in English. */
    public String nameEn() {
        return nameEn;
    }

    /** The name in Chinese; null if none is known. */
    public @Nullable String nameZh() {
        return nameZh;
    }

    /** The region; null for aggregates and former states. */
    public @Nullable String region() {
        return region;
    }

    /** What kind of reporting unit it is. */
    public PartnerKind kind() {
        return kind;
    }

    /** Corrects what it is called and where it is. */
    public void correct(String newNameEn, @Nullable String newNameZh, @Nullable String newRegion) {
        nameEn = newNameEn;
        nameZh = newNameZh;
        region = newRegion;
    }

    Partner asRecord() {
        return new Partner(code, iso2, isoNumeric, kind, region, nameEn, nameZh, List.of(succeededBy));
    }
}
