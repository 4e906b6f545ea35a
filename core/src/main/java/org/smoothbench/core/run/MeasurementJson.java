package org.smoothbench.core.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The form of a {@link Measurement} in {@code metrics.jsonl}: one flat object a line. */
final class MeasurementJson {

    /** One line without its end. Metrics keep their declaration order. */
    String write(Measurement measurement) {
        JsonObject line = new JsonObject();
        line.addProperty("step", measurement.step());
        line.addProperty("epoch", measurement.epoch());
        line.addProperty("time", measurement.timeMillis());
        for (Metric metric : Metric.values()) {
            measurement.value(metric).ifPresent(value -> line.addProperty(metric.key(), value));
            String reason = measurement.notFinite().get(metric);
            if (reason != null) {
                line.addProperty(metric.key(), reason);
            }
        }
        return line.toString();
    }

    /** Reads a line; empty if it is damaged. Keys this version does not know are passed over. */
    Optional<Measurement> read(String text) {
        try {
            JsonObject line = JsonParser.parseString(text).getAsJsonObject();
            if (!line.has("step") || !line.has("epoch") || !line.has("time")) {
                return Optional.empty();
            }
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            Map<Metric, String> notFinite = new EnumMap<>(Metric.class);
            for (Map.Entry<String, JsonElement> entry : line.entrySet()) {
                Metric.ofKey(entry.getKey()).ifPresent(metric -> {
                    JsonPrimitive value = entry.getValue().getAsJsonPrimitive();
                    if (value.isNumber()) {
                        values.put(metric, value.getAsDouble());
                    } else {
                        notFinite.put(metric, value.getAsString());
                    }
                });
            }
            return Optional.of(new Measurement(
                    line.get("step").getAsLong(),
                    line.get("epoch").getAsDouble(),
                    line.get("time").getAsLong(),
                    values,
                    notFinite));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
