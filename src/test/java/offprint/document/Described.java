package offprint.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metadata of articles of which little is said. */
public final class Described {
  private Described() {}

  public static Metadata as(String title, Metadata.Author... authors) {
    return as(title, null, List.of(authors), null);
  }

  public static Metadata as(
      String title,
      @Nullable String shortTitle,
      List<Metadata.Author> authors,
      @Nullable String identifier) {
    return new Metadata(
        title,
        null,
        shortTitle,
        authors,
        null,
        null,
        "en",
        null,
        List.of(),
        null,
        null,
        null,
        identifier,
        null);
  }
}
