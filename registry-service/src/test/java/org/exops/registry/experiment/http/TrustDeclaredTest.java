package org.exops.registry.experiment.http;

import static org.exops.registry.Door.contract;
import static org.exops.registry.Door.create;
import static org.exops.registry.Door.freshKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.exops.kit.testing.TestServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(TrustDeclaredTest.Trusting.class)
class TrustDeclaredTest {
    @Test
    void a_tool_that_says_that_it_only_reads_is_believed_where_that_is_set() {
        create(contract(freshKey()))
                .then()
                .statusCode(201)
                .body("risk.tier", equalTo("LOW"))
                .body("risk.reasons.code", contains("TARGET_PROMPT"));
    }

    public static class Trusting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("exops.risk.trust-declared", "true");
        }
    }
}
