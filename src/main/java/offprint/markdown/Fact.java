package offprint.markdown;

import offprint.source.Place;

/** Something the author says, and where. */
record Fact<T>(T value, Place place) {}
