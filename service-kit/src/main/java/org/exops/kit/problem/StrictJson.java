package org.exops.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * JSON at the door: nothing is guessed, since a field that is misspelt, or a number that is a text, is a mistake that its
 * author wants to hear about. Answers write times as ISO-8601, leave nulls out and write decimals plainly.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    // Far above any honest request, far below what would cost memory or stack.
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(1 << 20)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // after every other customizer: what is strict stays strict
    }

    @Override
    public void customize(ObjectMapper mapper) {
        refuseWhatIsGuessed(mapper);
        mapper.getFactory().setStreamReadConstraints(LIMITS);
        mapper.registerModule(StorableText.module());
        mapper.registerModule(new SimpleModule("strict-times")
                .addDeserializer(Instant.class, new TextOnly<>(Instant.class, Instant::parse))
                .addDeserializer(Duration.class, new TextOnly<>(Duration.class, Duration::parse))
                .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, LocalDate::parse)));
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    @SuppressWarnings("deprecation") // the builder replaces it, but Quarkus hands over a mapper that is built
    private static void refuseWhatIsGuessed(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // Jackson counts a number as a text even when scalars are not coerced.
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
