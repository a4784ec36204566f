package offprint.document;

import org.jspecify.annotations.Nullable;

/**
 * What an author, or who runs the press, asks for; null where nothing was said.
 *
 * @param theme a name, or a folder
 * @param smart whether quotes and dashes are to be the language's own
 * @param baseUrl what relative links are resolved against
 */
public record Settings(
    @Nullable String theme,
    LinkList.@Nullable Mode links,
    @Nullable Placeholders placeholders,
    @Nullable Boolean smart,
    @Nullable Repair repair,
    @Nullable String baseUrl) {

  /** What becomes of a link without an address. */
  public enum Placeholders {
    /** The words stay, and a line below the list says so. */
    TEXT,
    /** The words stay, with a mark behind each. */
    MARK,
    /** The article is not set. */
    ERROR
  }

  /** What becomes of a paragraph that a converter cut in two. */
  public enum Repair {
    OFF,
    REPORT,
    AUTO
  }

  /** Nothing asked for. */
  public static final Settings NONE = new Settings(null, null, null, null, null, null);

  /** These settings, and where they say nothing, the others. */
  public Settings or(Settings others) {
    return new Settings(
        theme != null ? theme : others.theme,
        links != null ? links : others.links,
        placeholders != null ? placeholders : others.placeholders,
        smart != null ? smart : others.smart,
        repair != null ? repair : others.repair,
        baseUrl != null ? baseUrl : others.baseUrl);
  }
}
