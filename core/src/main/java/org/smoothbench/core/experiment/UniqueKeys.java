package org.smoothbench.core.experiment;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Refuses objects that give a key twice, of which Gson's tree would quietly keep the last. */
final class UniqueKeys {

    private UniqueKeys() {}

    /**
     * Reads a document that is known to be JSON.
     *
     * @throws MalformedJsonException naming the key, with line, column and path as Gson writes them
     */
    static void require(String json) throws IOException {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
                switch (token) {
                    case BEGIN_OBJECT -> {
                        reader.beginObject();
                        open.push(new HashSet<>());
                    }
                    case END_OBJECT -> {
                        reader.endObject();
                        open.pop();
                    }
                    case NAME -> {
                        String key = reader.nextName();
                        if (!open.element().add(key)) {
                            String place = reader.toString().replaceFirst("^\\w+ ", "");
                            throw new MalformedJsonException("the key \"" + key + "\" is given twice " + place);
                        }
                    }
                    case BEGIN_ARRAY -> reader.beginArray();
                    case END_ARRAY -> reader.endArray();
                    default -> reader.skipValue();
                }
            }
        }
    }
}
