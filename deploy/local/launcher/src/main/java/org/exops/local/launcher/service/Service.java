package org.exops.local.launcher.service;

import java.util.List;
import java.util.Map;
import org.exops.local.launcher.address.Endpoint;

/** The four services: each one's module, database, port, the paths it owns and what it is set to on one machine. */
public enum Service {
    REGISTRY(
            Endpoint.REGISTRY,
            "registry",
            List.of("experiments", "variants", "tools", "knowledge", "baselines"),
            // Nobody keeps a catalogue of tools on a laptop: without this every tool that is declared counts as
            // destructive.
            Map.of("EXOPS_RISK_TRUST_DECLARED", "true")),
    INGEST(
            Endpoint.INGEST,
            "evidence",
            List.of("eval-runs", "segment-metrics", "evidence", "findings", "traces", "eval-sets", "prices"),
            Map.of()),
    SCHEDULER(
            Endpoint.SCHEDULER,
            "control",
            List.of("surfaces", "admissions", "windows", "freezes", "leases", "enforcements"),
            Map.of()),
    SCORING(Endpoint.SCORING, "scoring", List.of("verdicts", "strategies"), Map.of());

    private final Endpoint endpoint;
    private final String database;
    private final List<String> resources;
    private final Map<String, String> settings;

    Service(Endpoint endpoint, String database, List<String> resources, Map<String, String> settings) {
        this.endpoint = endpoint;
        this.database = database;
        this.resources = resources;
        this.settings = settings;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** The folder of its module, and its name in logs. */
    public String module() {
        return endpoint.title();
    }

    /** Its database, and the role that owns it. */
    public String database() {
        return database;
    }

    /** What it owns under {@code /api/v1}. */
    public List<String> resources() {
        return resources;
    }

    /** Environment that only this service gets. */
    public Map<String, String> settings() {
        return settings;
    }
}
