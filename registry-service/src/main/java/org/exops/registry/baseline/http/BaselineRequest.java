package org.exops.registry.baseline.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.exops.registry.baseline.model.Baseline;

/** A baseline as operators write it. */
public record BaselineRequest(
        @NotBlank @Size(max = 200) String item,
        @NotNull LocalDate baselineDate,
        @NotNull LocalDate recheckBy,

        @NotNull @Size(max = 2000) @Pattern(regexp = "https?://\\S+", message = "must be a web address")
        String source) {

    Baseline.Terms terms() {
        return new Baseline.Terms(item, baselineDate, recheckBy, source);
    }
}
