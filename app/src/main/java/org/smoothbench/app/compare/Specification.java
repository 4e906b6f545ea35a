package org.smoothbench.app.compare;

import java.util.Map;

/**
 * One of two specifications that are set beside each other.
 *
 * @param key tells it from others; kept over restarts
 * @param name what people call it
 * @param settings all of its settings, by path
 */
public record Specification(String key, String name, Map<String, String> settings) {}
