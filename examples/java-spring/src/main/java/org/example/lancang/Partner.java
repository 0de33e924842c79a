package org.example.lancang;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the document {@code partner} asks for. What may be missing is null: a total that no dataset has, with a gap that says why. */
public record Partner(String code, String name, List<Corridor> corridors, Trade trade) {
    public record Corridor(String id, String name, String kind, String status, LocalDate openedOn) {}

    public record Trade(List<Point> points) {}

    public record Point(Period period, Money total, String quality, Gap gap) {}

    public record Period(int year) {}

    public record Money(BigDecimal amount, String currency, boolean estimated) {}

    public record Gap(String reason) {}
}
