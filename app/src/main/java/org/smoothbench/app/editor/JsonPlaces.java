package org.smoothbench.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** In which line of a JSON text each value stands. The text must be JSON. */
final class JsonPlaces {

    private final String text;
    private final Map<String, Integer> lines = new HashMap<>();
    private int at;
    private int line = 1;

    private JsonPlaces(String text) {
        this.text = text;
    }

    /** The lines, counted from 1, by JSON path. */
    static Map<String, Integer> of(String json) {
        JsonPlaces places = new JsonPlaces(json);
        places.scan();
        return places.lines;
    }

    /** The line of a value, or of the nearest one around it. */
    static int line(Map<String, Integer> lines, String path) {
        String place = path;
        while (!place.isEmpty()) {
            Integer found = lines.get(place);
            if (found != null) {
                return found;
            }
            int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
            place = end < 0 ? "" : place.substring(0, end);
        }
        return 1;
    }

    /** An object or a list that is open, with the path of its next value. */
    private static final class Open {

        private final String path;
        private final boolean list;
        private int index;
        private String key = "";

        Open(String path, boolean list) {
            this.path = path;
            this.list = list;
        }

        String next() {
            return list ? path + "[" + index + "]" : path + "." + key;
        }
    }

    private void scan() {
        Deque<Open> open = new ArrayDeque<>();
        boolean value = true;
        while (at < text.length()) {
            char sign = text.charAt(at);
            Open inside = open.peek();
            switch (sign) {
                case '\n' -> line++;
                case '{', '[' -> {
                    String path = inside == null ? "$" : inside.next();
                    lines.put(path, line);
                    open.push(new Open(path, sign == '['));
                    value = sign == '[';
                }
                case '}', ']' -> open.poll();
                case ',' -> {
                    if (inside != null) {
                        inside.index++;
                        value = inside.list;
                    }
                }
                case ':' -> value = true;
                case '"' -> {
                    int began = line;
                    String string = string();
                    if (inside != null && !value) {
                        inside.key = string;
                    } else {
                        lines.putIfAbsent(inside == null ? "$" : inside.next(), began);
                    }
                }
                default -> {
                    if (!Character.isWhitespace(sign)) {
                        lines.putIfAbsent(inside == null ? "$" : inside.next(), line);
                    }
                }
            }
            at++;
        }
    }

    /** A string without its quotes; what is escaped stays escaped, as keys of specifications are plain words. */
    private String string() {
        int began = ++at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(began, Math.min(at, text.length()));
    }
}
