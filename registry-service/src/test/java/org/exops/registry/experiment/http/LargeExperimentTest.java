package org.exops.registry.experiment.http;

import static org.exops.registry.Door.EXPERIMENTS;
import static org.exops.registry.Door.asAlice;
import static org.exops.registry.Door.contract;
import static org.exops.registry.Door.create;
import static org.exops.registry.Door.freshKey;
import static org.exops.registry.Door.isProblem;
import static org.exops.registry.Door.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.TestServers;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LargeExperimentTest {
    @BeforeEach
    void strategies_are_known() {
        Neighbours.publishStrategies();
    }

    @Test
    void ten_variants_of_five_hundred_tools_are_registered() {
        // Given
        ObjectNode large = withTools("t");
        create(large)
                .then()
                .statusCode(201)
                .body("risk.tier", equalTo("HIGH"))
                .body("risk.reasons", hasSize(101))
                .body("risk.reasons.code", hasItem("MORE_REASONS"));
        // When, Then
        register(large.get("key").textValue()).then().statusCode(200);
    }

    @Test
    void what_is_too_large_to_be_announced_is_told_so_and_stays_a_draft() {
        // Given
        ObjectNode larger = withTools("a-tool-with-quite-a-long-name-");
        String key = larger.get("key").textValue();
        create(larger).then().statusCode(201);
        // When, Then
        isProblem(register(key), ProblemType.INVALID_VALUE).body("violations.pointer", contains("/variants"));
        asAlice().get(EXPERIMENTS + "/" + key).then().statusCode(200).body("status", equalTo("DRAFT"));
    }

    private static ObjectNode withTools(String name) {
        ObjectNode large = contract(freshKey());
        large.remove("traffic");
        ArrayNode variants = large.putArray("variants");
        for (int i = 0; i < 10; i++) {
            ObjectNode variant =
                    variants.addObject().put("name", "V" + i).put("role", i == 0 ? "CONTROL" : "TREATMENT");
            variant.putObject("prompt").put("ref", "p" + i);
            ArrayNode tools = variant.putArray("mcpServers")
                    .addObject()
                    .put("name", "s")
                    .put("version", "1")
                    .put("url", "https://s")
                    .putArray("tools");
            for (int tool = 0; tool < 500; tool++) {
                tools.addObject().put("name", name + (i == 0 ? tool + 500 : tool));
            }
        }
        return large;
    }
}
