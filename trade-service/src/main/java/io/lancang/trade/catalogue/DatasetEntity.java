package io.lancang.trade.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dataset as it is kept: its description, and where it stands among others. */
@Entity
@Table(name = "dataset")
public class DatasetEntity {
    /** Figures name their dataset by it, to stay narrow. */
    @Id
    private short id;

    private String code = "";
    private String title = "";
    private String definition = "";

    @Column(name = "missing")
    private @Nullable String missing;

    private @Nullable Short precedence;

    @Column(name = "source_ids")
    private String[] sourceIds = {};

    /** For the entity manager, which fills it. */
    protected DatasetEntity() {}

    /** A dataset that somebody adds, of which nothing is known yet and whose figures count in no total. */
    public DatasetEntity(int number, String code) {
        this.id = (short) number;
        this.code = code;
    }

    /** The number that figures carry. */
    public int number() {
        return id;
    }

    /** Its stable id. */
    public String code() {
        return code;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** What its rows say. */
    public String definition() {
        return definition;
    }

    /** What is known to be missing; null if nothing is. */
    public @Nullable String missing() {
        return missing;
    }

    /** Its place among datasets, the lowest first; null if its figures count in no total. */
    public @Nullable Integer precedence() {
        return precedence == null ? null : precedence.intValue();
    }

    /** Ids of the sources of its figures that name none, the first of them before the others. */
    public List<String> sources() {
        return List.of(sourceIds);
    }

    /** Says something else about it. */
    public void describe(String newTitle, String newDefinition, @Nullable String newMissing) {
        title = newTitle;
        definition = newDefinition;
        missing = newMissing;
    }

    /** Names other sources. */
    public void cite(List<String> newSources) {
        sourceIds = newSources.toArray(String[]::new);
    }

    /** Moves it; null if its figures are to count in no total. */
    public void move(@Nullable Integer newPrecedence) {
        precedence = newPrecedence == null ? null : newPrecedence.shortValue();
    }

    TradeDataset asRecord() {
        return new TradeDataset(code, title, definition, missing, precedence(), sources());
    }
}
