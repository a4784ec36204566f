package offprint.document;

import java.time.LocalDate;
import java.util.List;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;

/**
 * What is said about the article; Dublin Core's terms where it has them. Absent is null, or an
 * empty list.
 *
 * @param title as text, never empty
 * @param shortTitle what running heads say instead of the title
 * @param language a BCP 47 tag
 * @param identifier a DOI, ISBN or URI of the author's; null where the content gives one
 * @param description a few sentences
 * @param source where the article was first published
 */
public record Metadata(
    String title,
    @Nullable String subtitle,
    @Nullable String shortTitle,
    List<Author> authors,
    @Nullable LocalDate date,
    @Nullable LocalDate modified,
    String language,
    @Nullable String description,
    List<String> keywords,
    @Nullable String publisher,
    @Nullable String rights,
    @Nullable String source,
    @Nullable String identifier,
    @Nullable Asset cover) {

  /**
   * @param name as printed
   * @param fileAs as sorted: {@code Nawaz, Nawal}
   * @param role such as {@code Chief Information Security Officer}
   */
  public record Author(
      String name,
      String fileAs,
      @Nullable String role,
      @Nullable String affiliation,
      @Nullable String orcid,
      @Nullable String bio) {}

  public Metadata {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
  }
}
