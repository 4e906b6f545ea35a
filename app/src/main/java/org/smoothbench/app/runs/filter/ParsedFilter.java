package org.smoothbench.app.runs.filter;

/** What a text meant: a filter, or a mistake. */
public sealed interface ParsedFilter permits RunFilter, FilterMistake {}
