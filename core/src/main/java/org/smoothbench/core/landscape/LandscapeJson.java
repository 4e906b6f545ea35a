package org.smoothbench.core.landscape;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;

/** The JSON of landscapes: a number that is none is null, and specifications are read as strictly as anywhere. */
final class LandscapeJson {

    private static final JsonSerializer<LandscapeSpec> WRITES_SPECIFICATIONS =
            (spec, _, _) -> new RecordWriter().write(spec);

    private static final JsonDeserializer<LandscapeSpec> READS_SPECIFICATIONS = (tree, _, _) -> {
        RecordReader reader = new RecordReader();
        LandscapeSpec spec = reader.read(LandscapeSpec.class, tree, "$.spec");
        if (spec == null) {
            throw new JsonParseException(reader.violations().getFirst().path() + ": "
                    + reader.violations().getFirst().text());
        }
        return spec;
    };

    /** JSON has no word for them. */
    private static final TypeAdapter<Double> NUMBERS = new TypeAdapter<>() {

        @Override
        public void write(JsonWriter out, Double number) throws IOException {
            if (Double.isFinite(number)) {
                out.value(number);
            } else {
                out.nullValue();
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Double.NaN;
            }
            return in.nextDouble();
        }
    };

    static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(double.class, NUMBERS)
            .registerTypeAdapter(Double.class, NUMBERS)
            .registerTypeAdapter(LandscapeSpec.class, WRITES_SPECIFICATIONS)
            .registerTypeAdapter(LandscapeSpec.class, READS_SPECIFICATIONS)
            .serializeNulls()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private LandscapeJson() {}
}
