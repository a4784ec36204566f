package offprint.document;

import org.jspecify.annotations.Nullable;

/**
 * What an author, or who runs the press, asks for; null where nothing was said.
 *
 * @param theme a name, or a folder
 * @param smart whether quotes and dashes are to be the language's own
 * @param baseUrl what relative links are resolved against
 * @param pageSize the trim, whatever the theme's is
 * @param sides how the sheets are to be printed
 * @param contents whether there is a list of contents
 * @param dropCap whether the text begins with an initial over several lines
 * @param math whether what stands between dollars may be a formula
 * @param picturePixels how many pixels the longer side of a picture may have on an e-reader
 */
public record Settings(
    @Nullable String theme,
    LinkList.@Nullable Mode links,
    @Nullable Placeholders placeholders,
    @Nullable Boolean smart,
    @Nullable Repair repair,
    @Nullable String baseUrl,
    @Nullable PageSize pageSize,
    @Nullable Sides sides,
    @Nullable Contents contents,
    @Nullable Boolean dropCap,
    @Nullable Boolean math,
    @Nullable Integer picturePixels) {

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

  /** On how many sides of a sheet the pages stand. */
  public enum Sides {
    /** All pages are alike. */
    ONE,
    /** Left and right pages face each other, as in a book. */
    TWO
  }

  /** Whether there is a list of contents. */
  public enum Contents {
    TRUE,
    FALSE,
    /** Where the article is long. */
    AUTO
  }

  /** How many pixels the longer side of a picture has at most where nothing else is asked for. */
  public static final int PICTURE_PIXELS = 2000;

  /** Nothing asked for. */
  public static final Settings NONE = builder().build();

  /** A number of pixels that can be asked for; null for what is none. */
  public static @Nullable Integer pixels(String word) {
    return word.strip().matches("[1-9]\\d{2,3}") ? Integer.valueOf(word.strip()) : null;
  }

  /** Nothing asked for yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** These settings, and where they say nothing, the others. */
  public Settings or(Settings others) {
    return new Settings(
        either(theme, others.theme),
        either(links, others.links),
        either(placeholders, others.placeholders),
        either(smart, others.smart),
        either(repair, others.repair),
        either(baseUrl, others.baseUrl),
        either(pageSize, others.pageSize),
        either(sides, others.sides),
        either(contents, others.contents),
        either(dropCap, others.dropCap),
        either(math, others.math),
        either(picturePixels, others.picturePixels));
  }

  private static <T> @Nullable T either(@Nullable T said, @Nullable T otherwise) {
    return said != null ? said : otherwise;
  }

  /** Settings in the making; what it is not told is not asked for. */
  public static final class Builder {
    private @Nullable String theme;
    private LinkList.@Nullable Mode links;
    private @Nullable Placeholders placeholders;
    private @Nullable Boolean smart;
    private @Nullable Repair repair;
    private @Nullable String baseUrl;
    private @Nullable PageSize pageSize;
    private @Nullable Sides sides;
    private @Nullable Contents contents;
    private @Nullable Boolean dropCap;
    private @Nullable Boolean math;
    private @Nullable Integer picturePixels;

    private Builder() {}

    public Builder theme(@Nullable String asked) {
      theme = asked;
      return this;
    }

    public Builder links(LinkList.@Nullable Mode asked) {
      links = asked;
      return this;
    }

    public Builder placeholders(@Nullable Placeholders asked) {
      placeholders = asked;
      return this;
    }

    public Builder smart(@Nullable Boolean asked) {
      smart = asked;
      return this;
    }

    public Builder repair(@Nullable Repair asked) {
      repair = asked;
      return this;
    }

    public Builder baseUrl(@Nullable String asked) {
      baseUrl = asked;
      return this;
    }

    public Builder pageSize(@Nullable PageSize asked) {
      pageSize = asked;
      return this;
    }

    public Builder sides(@Nullable Sides asked) {
      sides = asked;
      return this;
    }

    public Builder contents(@Nullable Contents asked) {
      contents = asked;
      return this;
    }

    public Builder dropCap(@Nullable Boolean asked) {
      dropCap = asked;
      return this;
    }

    public Builder math(@Nullable Boolean asked) {
      math = asked;
      return this;
    }

    public Builder picturePixels(@Nullable Integer asked) {
      picturePixels = asked;
      return this;
    }

    public Settings build() {
      return new Settings(
          theme,
          links,
          placeholders,
          smart,
          repair,
          baseUrl,
          pageSize,
          sides,
          contents,
          dropCap,
          math,
          picturePixels);
    }
  }
}
