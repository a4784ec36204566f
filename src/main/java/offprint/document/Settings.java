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
    @Nullable Boolean math) {

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

  /** Nothing asked for. */
  public static final Settings NONE =
      new Settings(null, null, null, null, null, null, null, null, null, null, null);

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
        either(math, others.math));
  }

  private static <T> @Nullable T either(@Nullable T said, @Nullable T otherwise) {
    return said != null ? said : otherwise;
  }

  public Settings withTheme(@Nullable String asked) {
    return new Settings(
        asked,
        links,
        placeholders,
        smart,
        repair,
        baseUrl,
        pageSize,
        sides,
        contents,
        dropCap,
        math);
  }

  public Settings withLinks(LinkList.@Nullable Mode asked) {
    return new Settings(
        theme,
        asked,
        placeholders,
        smart,
        repair,
        baseUrl,
        pageSize,
        sides,
        contents,
        dropCap,
        math);
  }

  public Settings withPlaceholders(@Nullable Placeholders asked) {
    return new Settings(
        theme, links, asked, smart, repair, baseUrl, pageSize, sides, contents, dropCap, math);
  }

  public Settings withSmart(@Nullable Boolean asked) {
    return new Settings(
        theme,
        links,
        placeholders,
        asked,
        repair,
        baseUrl,
        pageSize,
        sides,
        contents,
        dropCap,
        math);
  }

  public Settings withRepair(@Nullable Repair asked) {
    return new Settings(
        theme,
        links,
        placeholders,
        smart,
        asked,
        baseUrl,
        pageSize,
        sides,
        contents,
        dropCap,
        math);
  }

  public Settings withBaseUrl(@Nullable String asked) {
    return new Settings(
        theme, links, placeholders, smart, repair, asked, pageSize, sides, contents, dropCap, math);
  }

  public Settings withPageSize(@Nullable PageSize asked) {
    return new Settings(
        theme, links, placeholders, smart, repair, baseUrl, asked, sides, contents, dropCap, math);
  }

  public Settings withSides(@Nullable Sides asked) {
    return new Settings(
        theme,
        links,
        placeholders,
        smart,
        repair,
        baseUrl,
        pageSize,
        asked,
        contents,
        dropCap,
        math);
  }

  public Settings withContents(@Nullable Contents asked) {
    return new Settings(
        theme, links, placeholders, smart, repair, baseUrl, pageSize, sides, asked, dropCap, math);
  }

  public Settings withDropCap(@Nullable Boolean asked) {
    return new Settings(
        theme, links, placeholders, smart, repair, baseUrl, pageSize, sides, contents, asked, math);
  }

  public Settings withMath(@Nullable Boolean asked) {
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
        asked);
  }
}
