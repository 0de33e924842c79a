package io.lancang.integration.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A plan on record. */
@Entity
@Table(name = "plan")
public class PlanEntity {
    @Id
    private String name = "";

    @Column(name = "requests_per_minute")
    private @Nullable Integer requestsPerMinute;

    @Column(name = "cost_per_minute")
    private @Nullable Integer costPerMinute;

    @Column(name = "concurrent_requests")
    private @Nullable Integer concurrentRequests;

    private @Nullable Integer subscriptions;
    private @Nullable Integer jobs;

    @Column(name = "job_megabytes")
    private @Nullable Integer jobMegabytes;

    /** For the entity manager, which fills it. */
    protected PlanEntity() {}

    PlanEntity(String name, PlanLimits limits) {
        this.name = name;
        change(limits);
    }

    final void change(PlanLimits limits) {
        requestsPerMinute = limits.requestsPerMinute();
        costPerMinute = limits.costPerMinute();
        concurrentRequests = limits.concurrentRequests();
        subscriptions = limits.subscriptions();
        jobs = limits.jobs();
        jobMegabytes = limits.jobMegabytes();
    }

    /** As the graph and gateways have it. */
    public Plan asRecord() {
        return new Plan(name, requestsPerMinute, costPerMinute, concurrentRequests, subscriptions, jobs, jobMegabytes);
    }
}
