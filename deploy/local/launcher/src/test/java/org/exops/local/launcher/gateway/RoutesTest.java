package org.exops.local.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.exops.local.launcher.service.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private final Routes routes = new Routes();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/experiments,                         REGISTRY",
        "/api/v1/experiments/refund-agent-1/review,   REGISTRY",
        "/api/v1/variants/sha256:00,                  REGISTRY",
        "/api/v1/tools/server/tool,                   REGISTRY",
        "/api/v1/knowledge,                           REGISTRY",
        "/api/v1/baselines,                           REGISTRY",
        "/api/v1/eval-runs/imports,                   INGEST",
        "/api/v1/segment-metrics,                     INGEST",
        "/api/v1/evidence/x,                          INGEST",
        "/api/v1/findings/1/dismissal,                INGEST",
        "/api/v1/traces/1,                            INGEST",
        "/api/v1/eval-sets,                           INGEST",
        "/api/v1/prices,                              INGEST",
        "/v1/traces,                                  INGEST",
        "/api/v1/surfaces/support%2Frefund/limit,     SCHEDULER",
        "/api/v1/admissions,                          SCHEDULER",
        "/api/v1/windows/calendar.ics,                SCHEDULER",
        "/api/v1/freezes,                             SCHEDULER",
        "/api/v1/leases/jwks,                         SCHEDULER",
        "/api/v1/enforcements,                        SCHEDULER",
        "/ofrep/v1/evaluate/flags/x,                  SCHEDULER",
        "/api/v1/verdicts/x,                          SCORING",
        "/api/v1/strategies/size,                     SCORING"
    })
    void every_path_has_its_one_owner(String path, Service owner) {
        assertThat(routes.owner(path)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/experimentsx",
                "/api/v2/experiments",
                "/v1/tracesx",
                "/q/health",
                "/q/metrics",
                "/api/v1/experiments/../../../q/metrics",
                "/api/v1/experiments/%2e%2E/%2e./x",
                "/api/v1/experiments/..%2f..%2Fq",
                "/api/v1/experiments/./x",
                "/api/v1/experiments/.."
            })
    void nobody_owns_the_rest(String path) {
        assertThat(routes.owner(path)).isEmpty();
    }
}
