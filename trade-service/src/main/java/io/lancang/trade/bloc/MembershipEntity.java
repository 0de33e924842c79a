package io.lancang.trade.bloc;

import io.lancang.kit.entity.Historical;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.partner.PartnerReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A membership as a release gave it. */
@Entity
@Table(name = "membership")
@IdClass(MembershipEntity.Key.class)
public class MembershipEntity extends Historical {
    @Id
    @Column(name = "bloc_code")
    private String bloc = "";

    @Id
    @Column(name = "partner_code")
    private String partner = "";

    @Id
    private LocalDate starts = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(name = "starts_precision")
    private DatePrecision precision = DatePrecision.DAY;

    private @Nullable LocalDate ends;
    private String role = "";
    private boolean verified;
    private @Nullable String note;

    @Column(name = "source_ids")
    private String[] sourceIds = {};

    /** For the entity manager, which fills it. */
    protected MembershipEntity() {}

    private MembershipEntity(long release) {
        super(release);
    }

    /** The key of the table. */
    public record Key(String bloc, String partner, LocalDate starts, long release) implements Serializable {}

    /** A membership that a source confirms, as a release gives it. */
    public static MembershipEntity of(NewMembership given, long release) {
        MembershipEntity membership = new MembershipEntity(release);
        membership.bloc = given.bloc();
        membership.partner = given.partner();
        membership.starts = given.from();
        membership.precision = given.fromPrecision();
        membership.ends = given.to();
        membership.role = given.role();
        membership.verified = true;
        membership.note = given.note();
        membership.sourceIds = new String[] {given.source()};
        return membership;
    }

    /** The same membership, given again by another release. */
    public MembershipEntity again(long release) {
        MembershipEntity again = new MembershipEntity(release);
        again.bloc = bloc;
        again.partner = partner;
        again.starts = starts;
        again.precision = precision;
        again.ends = ends;
        again.role = role;
        again.verified = verified;
        again.note = note;
        again.sourceIds = sourceIds;
        return again;
    }

    /** The same membership with its last day, which a further source tells. */
    public MembershipEntity endedOn(LocalDate day, String source, long release) {
        MembershipEntity ended = again(release);
        ended.ends = day;
        ended.sourceIds = Stream.concat(Stream.of(sourceIds), Stream.of(source))
                .distinct()
                .toArray(String[]::new);
        return ended;
    }

    /** Whether another row has the same of the same membership. */
    boolean saysTheSameAs(MembershipEntity other) {
        return asRecord(Vantage.PRESENT).equals(other.asRecord(Vantage.PRESENT));
    }

    String bloc() {
        return bloc;
    }

    String partner() {
        return partner;
    }

    /** Its first day, as far as it is known. */
    public LocalDate starts() {
        return starts;
    }

    /** Its last day; null while it lasts. */
    public @Nullable LocalDate ends() {
        return ends;
    }

    /** As it is seen from a vantage. */
    public Membership asRecord(Vantage seen) {
        return new Membership(
                new PartnerReference(partner, seen),
                bloc,
                starts,
                precision,
                ends,
                role,
                verified,
                note,
                SourceReference.all(List.of(sourceIds), seen));
    }
}
