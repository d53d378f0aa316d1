package org.exops.kit.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A body with something of every kind that can go wrong. */
public record DoorRequest(
        @NotBlank String name,
        @Positive Integer height,
        boolean open,
        BigDecimal price,
        Instant builtAt,
        Duration swing,
        Wood wood,
        List<@Valid Hinge> hinges,
        Object note) {

    public enum Wood {
        OAK,
        PINE
    }

    public record Hinge(@NotBlank String maker, int screws) {
        public Hinge {
            if (screws > 8) {
                throw new IllegalArgumentException("A hinge has at most 8 screws");
            }
        }
    }
}
